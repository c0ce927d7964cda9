/** Estimates written from integers: the bytes, the changes and the check of the schema. */
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as EstimateWriter from "../../src/codec/EstimateWriter.ts"
import * as History from "../../src/codec/History.ts"
import * as PreparedEvent from "../../src/codec/PreparedEvent.ts"
import * as Posting from "../../src/event/Posting.ts"

const codes = fc.oneof(
  fc.constantFrom("A1", "0900", "é 1", '"', "a\\b"),
  fc.string({ unit: "binary", maxLength: 4 }),
)
const line = fc
  .record(
    {
      direction: fc.constantFrom("U", "O"),
      account: fc.constantFrom("61", "6140000", "6"),
      policyItem: codes,
      action: codes,
      sector: codes,
      envelope: codes,
    },
    { requiredKeys: ["direction", "account", "policyItem"], noNullPrototype: true },
  )
  .chain((value) => fc.boolean().map((isFrozen) => (isFrozen ? Object.freeze(value) : value)))
const estimate = fc
  .record({
    line,
    amounts: fc.dictionary(
      fc.integer({ min: 1890, max: 2210 }).map(String),
      fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1_000_000, max: 1_000_000 })),
      { maxKeys: 6, noNullPrototype: true },
    ),
    description: fc.option(
      fc.oneof(fc.constantFrom("Coördinatie", 'a "b"\n', "\ud800", ""), fc.string({ unit: "grapheme" })),
      { nil: undefined },
    ),
  })
  .map(({ amounts, ...rest }) => ({
    ...rest,
    years: Object.keys(amounts).map(Number),
    micros: Object.values(amounts).map((micros) => (micros === 0 ? 0 : micros)),
  }))

describe("EstimateWriter.event", () => {
  test("is prepared with the bytes and the changes that its event gives, if its schema accepts it", () => {
    fc.assert(
      fc.property(fc.array(estimate, { maxLength: 5 }), (estimates) => {
        for (const stated of estimates) {
          const event = EstimateWriter.event(stated)
          const prepared = PreparedEvent.of(event)
          const written = History.write(structuredClone(event))
          if (Result.isFailure(written) || stated.years.length === 0) {
            expect(prepared).toBeUndefined()
            continue
          }
          expect(Buffer.from(prepared?.bytes ?? []).toString()).toBe(Buffer.from(written.success).toString())
          expect(prepared?.event).toBe(event)
          expect(
            prepared?.changes?.micros.map((micros, at) => ({
              place: prepared.changes?.place,
              year: prepared.changes?.years[at],
              amount: BigInt(micros),
            })),
          ).toEqual(Posting.of(event))
        }
      }),
    )
  })

  test("does not keep the bytes of a line that may still change", () => {
    const open = { direction: "U", account: "61", policyItem: "1" } as const
    const line: { direction: "U"; account: string; policyItem: string } = { ...open }
    const of = () => EstimateWriter.event({ line, years: [2026], micros: [1], description: undefined })
    const first = PreparedEvent.of(of())
    line.account = "62"
    expect(PreparedEvent.of(of())?.changes?.place.account).toBe("62")
    expect(first?.changes?.place.account).toBe("61")
  })
})
