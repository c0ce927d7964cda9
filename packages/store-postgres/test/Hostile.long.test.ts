/** Hostile SQL of every role: no effect on a ledger, and no other writer is stopped. */
import * as Hostility from "@grootboek/testing/Hostility"
import { type Server, start } from "@grootboek/testing/PostgresServer"
import { afterAll, beforeAll, expect, test } from "vitest"

let server: Server
beforeAll(async () => {
  server = await start({ fsync: "off" })
})
afterAll(() => server.remove())

test("SQL: a hostile statement of any role has no effect and stops nobody", async () => {
  const hostility = await Hostility.make(server)
  const effects: Array<string> = []
  for (const statement of hostility.statements)
    for (const effect of await hostility.effects(statement))
      effects.push(`${statement.role}: ${statement.name}: ${effect}`)
  expect(effects).toEqual([])
  expect(hostility.statements.length).toBeGreaterThan(120)
  // The same trial notices a lock that is held and an entry that is appended.
  expect(await hostility.controls()).toEqual([
    [expect.stringContaining("another writer is stopped")],
    ["changed: entries"],
  ])
  await hostility.end()
})
