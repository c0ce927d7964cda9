/** Random commands on a SQLite file and its ledgers, against a list. */
import { hash } from "node:crypto"
import { Model } from "@grootboek/laws"
import { expect, test } from "vitest"
import { place } from "./Place.ts"

test("a SQLite file and its ledgers agree with a list, whatever is done to them", async () => {
  const subject = { sha256: (bytes: Uint8Array) => hash("sha256", bytes, "hex"), place }
  const verdict = await Model.check(subject, { runs: 12, seed: 1 })
  expect(verdict.counterexample).toBeUndefined()
})
