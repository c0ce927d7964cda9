/** Every law of stores on PostgreSQL without locks: only its keys prevent that two writers use one position. */
import { hash } from "node:crypto"
import { StoreSuite } from "@grootboek/laws"
import { place } from "@grootboek/testing/PostgresPlace"
import { type Server, start } from "@grootboek/testing/PostgresServer"
import { afterAll, beforeAll, describe, test } from "vitest"

let server: Server
beforeAll(async () => {
  server = await start({ fsync: "off" })
})
afterAll(() => server.remove())

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

describe("the store in PostgreSQL without locks, on its keys alone", () => {
  StoreSuite.suite(test, { sha256, place: place(() => server, { lock: "none" }) })
})
