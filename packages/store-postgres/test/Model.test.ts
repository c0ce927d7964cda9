/** Random commands on a PostgreSQL database and its ledgers, against a list. */
import { hash } from "node:crypto"
import { Model } from "@grootboek/laws"
import { place } from "@grootboek/testing/PostgresPlace"
import { type Server, start } from "@grootboek/testing/PostgresServer"
import { afterAll, beforeAll, expect, test } from "vitest"

let server: Server
beforeAll(async () => {
  server = await start({ fsync: "off" })
})
afterAll(() => server.remove())

test("PostgresStore: agrees with a list after any sequence of commands", async () => {
  const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
  const verdict = await Model.check({ sha256, place: place(() => server) }, { runs: 6, seed: 1 })
  expect(verdict.counterexample).toBeUndefined()
})
