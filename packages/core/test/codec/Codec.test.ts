/** The codec against the schema and the generic canonical writer: they accept, write and read the same. */

import { runs } from "@grootboek/testing/Runs"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/codec/Canonical.ts"
import * as Codec from "../../src/codec/Codec.ts"
import * as Envelope from "../../src/codec/Envelope.ts"
import { BudgetEvent, kinds } from "../../src/event/BudgetEvent.ts"
import { valuesOf } from "./Drawn.ts"
import { byteChange, changedValues } from "./Mutated.ts"

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** What `JSON.parse` and the schema read from bytes, if these are canonical. */
const reference = (schema: Schema.Schema<unknown>) => {
  const decode = Schema.decodeUnknownResult(schema as Schema.Codec<unknown>, { onExcessProperty: "error" })
  const accepts = (value: unknown): boolean => Result.isSuccess(decode(value))
  const read = (bytes: Uint8Array): unknown => {
    try {
      const text = strict.decode(bytes)
      const parsed: unknown = JSON.parse(text)
      const decoded = decode(parsed)
      return Result.isSuccess(decoded) && Canonical.stringify(parsed) === text ? decoded.success : undefined
    } catch {
      return undefined
    }
  }
  return { accepts, read }
}

/** The canonical bytes of a value, if it has any. */
const canonical = (value: unknown): Uint8Array | undefined => {
  try {
    return Canonical.bytes(value)
  } catch {
    return undefined
  }
}

/** A value with the order of its keys. */
const ordered = (value: unknown): string => JSON.stringify(value) ?? "undefined"

const isNegativeZero = (value: unknown): boolean =>
  Object.is(value, -0) ||
  (typeof value === "object" && value !== null && Object.values(value).some(isNegativeZero))

const schemas: ReadonlyArray<readonly [string, Schema.Schema<unknown>]> = [
  ...kinds.map((kind) => [kind, BudgetEvent.cases[kind]] as const),
  ["BudgetEvent", BudgetEvent],
  ["entry", Envelope.Current],
]

describe.each(schemas)("codec of %s", (_, schema) => {
  const { write, read } = Codec.of(schema)
  const { accepts, read: readSlowly } = reference(schema)
  const valid = valuesOf(schema.ast)

  test("writes every valid value as the generic writer does, and reads it back as the schema does", () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(accepts(value)).toBe(true)
        const expected = canonical(value)
        const bytes = write(value)
        expect(bytes).toEqual(expected)
        if (bytes === undefined) return
        const again = read(Uint8Array.of(0x7b, ...bytes, 0x7d).subarray(1, bytes.length + 1))
        expect(again).toStrictEqual(readSlowly(bytes))
        expect(ordered(again)).toBe(ordered(readSlowly(bytes)))
      }),
      { numRuns: runs(60) },
    )
  })

  test("accepts a changed value only if the schema does and JSON can represent it", () => {
    fc.assert(
      fc.property(changedValues(valid), (value) => {
        const bytes = write(value)
        if (bytes !== undefined) {
          expect(accepts(value)).toBe(true)
          expect(bytes).toEqual(Canonical.bytes(value))
        }
        const text = ordered(value)
        if (text === "undefined") return
        const plain: unknown = JSON.parse(text)
        const expected = accepts(plain) && !isNegativeZero(plain) ? canonical(plain) : undefined
        expect(write(plain)).toEqual(expected)
      }),
      { numRuns: runs(200) },
    )
  })

  test("reads changed bytes exactly as JSON.parse and the schema do, if they are canonical", () => {
    fc.assert(
      fc.property(valid, fc.array(byteChange, { minLength: 1, maxLength: 2 }), (value, changes) => {
        const bytes = canonical(value) ?? new Uint8Array()
        const changed = changes.reduce((now, change) => change(now), bytes)
        const found = read(changed)
        expect(found).toStrictEqual(readSlowly(changed))
        expect(ordered(found)).toBe(ordered(readSlowly(changed)))
        // Earlier reads do not change the result of later ones.
        if (bytes.length > 0) expect(read(bytes)).toStrictEqual(readSlowly(bytes))
      }),
      { numRuns: runs(200) },
    )
  })
})

test("texts: a text that was read before is not taken for another with the same hash or the same bytes", () => {
  const { read } = Codec.of(Schema.String)
  const encoder = new TextEncoder()
  const texts = [
    ...["n", "\n", "\\n", "nA", "\nA", "Aa", "BB", '"', "\\", "é", "Ã©", "€", "\u0080\u0094", "e\u0301"],
    ...['Subsidiebelofte — "bis" €', "é".repeat(32), "é".repeat(33), "a".repeat(64), "a".repeat(65)],
  ]
  for (let round = 0; round < 3; round++)
    for (const text of texts) expect(read(encoder.encode(JSON.stringify(text)))).toBe(text)
})
