/** Ids of rows: a hash over canonical JSON, with the occurrence of the row. */
import { Canonical } from "@grootboek/core"
import fc from "fast-check"
import { expect, test } from "vitest"
import { counter } from "../src/kind/Occurrence.ts"
import { start } from "../src/kind/RowIds.ts"
import { sha256 } from "./fixture.ts"

const text = fc.string({
  unit: fc.constantFrom('"', "\\", "\n", "a", "é", "€", "😀", "\u007f", " "),
  maxLength: 8,
})

test("RowIds.row: returns the hash of the canonical JSON of kind, plan, fields and occurrence", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), text, (fields, plan) => {
      const { row } = start("lines", plan, sha256)
      const expected = [1, 2, 3].map((occurrence) =>
        sha256(Canonical.bytes(["lines", plan, ...fields, occurrence])),
      )
      expect([row(fields), row(fields), row(fields)]).toEqual(expected)
    }),
  )
})

test("Occurrence.counter: counts exactly when its table grows", () => {
  const count = counter()
  const hashes = Array.from({ length: 5_000 }, (_, index) => sha256(Uint8Array.of(index & 255, index >> 8)))
  expect(hashes.every((hash) => count(hash) === 1)).toBe(true)
  expect(hashes.every((hash) => count(hash) === 2)).toBe(true)
  expect(count(hashes[7] ?? "")).toBe(3)
})
