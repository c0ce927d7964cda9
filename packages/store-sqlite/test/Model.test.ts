/** Random commands on a SQLite file and its ledgers, against a list. */
import { hash } from "node:crypto"
import { Model } from "@grootboek/laws"
import { expect, test } from "vitest"
import { place } from "./Place.ts"

test("SqliteStore: agrees with a list after any sequence of commands", async () => {
  const subject = { sha256: (bytes: Uint8Array) => hash("sha256", bytes, "hex"), place }
  const verdict = await Model.check(subject, { runs: 12, seed: 1 })
  expect(verdict.counterexample).toBeUndefined()
})
