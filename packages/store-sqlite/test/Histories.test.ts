/** Histories of appends in a SQLite file, beside the store in memory. */
import { hash } from "node:crypto"
import { Histories } from "@grootboek/laws"
import { expect, test } from "vitest"
import { place, rowPlace } from "./Place.ts"

const sha256 = (bytes: Uint8Array) => hash("sha256", bytes, "hex")

test.each([
  ["segments", place, 6],
  ["rows", rowPlace, 2],
])(
  "SqliteStore: agrees with the store in memory after any history of appends, in %s",
  async (_, at, runs) => {
    const { counterexample } = await Histories.check({ sha256, place: at }, { runs, seed: 1 })
    expect(counterexample).toBeUndefined()
  },
)
