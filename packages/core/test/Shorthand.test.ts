/** What is written straight out is what the generic way writes, and only of events that every schema accepts. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { BudgetEvent } from "../src/BudgetEvent.ts"
import * as Canonical from "../src/Canonical.ts"
import * as Envelope from "../src/Envelope.ts"
import * as Shorthand from "../src/Shorthand.ts"
import { sound, stored } from "./Mutated.ts"

const bySchema = Schema.decodeUnknownResult(BudgetEvent, { onExcessProperty: "error" })

describe("shorthand", () => {
  test("writes what the generic way writes, of nothing that the schema refuses", () => {
    fc.assert(
      fc.property(stored, (value) => {
        const told = Shorthand.write(value)
        if (told === undefined) return
        expect(told).toBe(Canonical.stringify(value))
        expect(Result.isSuccess(bySchema(value))).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  test("knows the events that journals are full of", () => {
    fc.assert(
      fc.property(sound, (event) => {
        const plain = JSON.parse(JSON.stringify(event).replace(/[^ -~]/g, "e"))
        expect(Shorthand.write(plain)).toBe(Canonical.stringify(plain))
      }),
      { numRuns: 500 },
    )
  })
})

describe("an envelope", () => {
  const word = fc.oneof(fc.stringMatching(/^[a-z:.]{0,9}$/), fc.string({ unit: "grapheme", maxLength: 9 }))
  const sha256 = fc.constantFrom("a".repeat(64), "A".repeat(64), "a".repeat(63))
  const line = fc.oneof(fc.nat(99), fc.constantFrom(1.5, -1))
  const source = fc.record({ name: word, sha256, line }, { requiredKeys: ["name", "sha256"] })
  const given = fc.record({ actor: word, id: word, source }, { requiredKeys: ["actor", "id"] })
  const schemas = Schema.Struct({
    actor: Envelope.Actor,
    id: Envelope.EntryId,
    source: Schema.optionalKey(Envelope.Source),
  })

  test("that fits is one that every schema accepts, and is written canonically", () => {
    fc.assert(
      fc.property(given, (around) => {
        if (!Envelope.fits(around)) return
        expect(Result.isSuccess(Schema.decodeUnknownResult(schemas)(around))).toBe(true)
        const [time, previous] = ["2026-06-30T12:00:00.000Z", "0".repeat(64)]
        const whole = { source: undefined, ...around, position: 1, previous, time, version: 1 }
        expect(Envelope.write('{"a":1}', whole)).toBe(Canonical.stringify({ ...whole, event: { a: 1 } }))
      }),
      { numRuns: 2_000 },
    )
  })
})
