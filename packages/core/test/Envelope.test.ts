/** What stands around an event is checked as its schemas do, and written canonically. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Canonical from "../src/Canonical.ts"
import * as Envelope from "../src/Envelope.ts"

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
