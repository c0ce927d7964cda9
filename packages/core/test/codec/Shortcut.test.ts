/** The shorter way accepts nothing that the schema refuses, and writes what it accepts as the generic way does. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/codec/Canonical.ts"
import * as History from "../../src/codec/History.ts"
import * as Shortcut from "../../src/codec/Shortcut.ts"
import { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import { runs } from "../Runs.ts"
import { sound, stored } from "./Mutated.ts"

const bySchema = Schema.decodeUnknownResult(BudgetEvent, { onExcessProperty: "error" })

describe("the shortcut", () => {
  test("lets in exactly what the schema accepts, unchanged", () => {
    fc.assert(
      fc.property(stored, (value) => {
        const schema = bySchema(value)
        if (Shortcut.fits(value)) expect(schema).toEqual(Result.succeed(value))
        const read = History.read(value, History.version)
        expect(Result.isSuccess(read)).toBe(Result.isSuccess(schema))
        if (Result.isSuccess(read) && Result.isSuccess(schema)) expect(read.success).toEqual(schema.success)
      }),
      { numRuns: runs(5_000) },
    )
  })

  test("writes what the generic way writes", () => {
    fc.assert(
      fc.property(fc.oneof(stored, sound), (value) => {
        const told = Shortcut.write(value)
        if (told !== undefined) expect(told).toBe(Canonical.stringify(value))
      }),
      { numRuns: runs(5_000) },
    )
  })

  test("takes the plain events that journals are full of", () => {
    fc.assert(
      fc.property(sound, (event) => {
        const plain = JSON.stringify(event).replace(/[^ -~]/g, "e")
        expect(Shortcut.fits(JSON.parse(plain))).toBe(true)
      }),
      { numRuns: runs(500) },
    )
  })

  test("is not taken by what only looks like a record", () => {
    const line = { direction: "U", account: "61", policyItem: "0100" }
    const event = { _tag: "EstimatePosted", line, amounts: { 2026: "1.00" } }
    expect(Shortcut.fits(event)).toBe(true)
    for (const odd of [
      Object.assign(Object.create({ line }), { _tag: "EstimatePosted", amounts: {} }),
      Object.assign(Object.create(null), event),
      { ...event, [Symbol("x")]: 1 },
      { ...event, amounts: { ...event.amounts, [Symbol("x")]: "1.00" } },
      { ...event, amounts: ["1.00"] },
      { ...event, line: Object.assign([], line) },
    ])
      expect(Shortcut.fits(odd)).toBe(false)
  })
})
