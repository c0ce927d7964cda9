import { hash } from "node:crypto"
import { StoreSuite } from "@grootboek/laws"
import { place } from "@grootboek/testing/PostgresPlace"
import { type Server, start } from "@grootboek/testing/PostgresServer"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

let server: Server
beforeAll(async () => {
  // What the suite asks for does not need a disk; the power cuts are in the fault campaigns.
  server = await start({ fsync: "off" })
})
afterAll(() => server.remove())

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

describe("the store in PostgreSQL", () => {
  StoreSuite.suite(test, { sha256, place: place(() => server) })
})

// A lock matters only to handles that work at the same time. `Suite.long.test.ts` tries every law without one.
describe("the store in PostgreSQL without locks, on its keys alone", () => {
  const contended = StoreSuite.laws.filter(({ name }) =>
    /^writers:|stale position|whole batches|half of a stream/.test(name),
  )
  for (const law of contended)
    test(law.name, () => StoreSuite.prove(law, { sha256, place: place(() => server, { lock: "none" }) }))

  test("laws: are those of stale positions, of two writers, of many, and of their readers", () => {
    expect(contended.length).toBe(6)
  })
})
