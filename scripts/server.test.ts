/** The command line on a real PostgreSQL server: it stands here because it takes two packages to try. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { folder, grootboek, json, must, w13 } from "../packages/cli/test/Harness.ts"
import { type Server, sql, start } from "../packages/store-postgres/test/Server.ts"

let server: Server
beforeAll(async () => {
  server = await start({ fsync: "off" })
  await sql(server.url("postgres"), "CREATE DATABASE board")
}, 120_000)
afterAll(() => server.remove())

test("a ledger on a server is opened by the owner of the database, and answers like one in a file", async () => {
  const ledger = server.url("postgres", "board")
  await must(
    "init",
    "--ledger",
    ledger,
    "--entity",
    "W13",
    "--entity-type",
    "welzijnsvereniging",
    "--plan",
    "2026/0",
    "--years",
    "2026-2031",
  )
  const structure = ["published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv"].map(
    w13,
  )
  await must("import", ...structure, "--ledger", ledger, "--as", "structure")
  await must("import", w13("budget-lines.csv"), "--ledger", ledger, "--as", "lines")
  await must("import", w13("overhead.csv"), "--ledger", ledger, "--as", "overhead")
  await must("import", w13("opening.csv"), "--ledger", ledger, "--as", "opening")
  const found = await json<{ ok: boolean }>(
    "reconcile",
    w13("published/M2.csv"),
    "--form",
    "M2",
    "--ledger",
    ledger,
  )
  expect(found.ok).toBe(true)
  expect(await json("verify", "--ledger", ledger)).toMatchObject({ ok: true, findings: [] })
  const copy = folder()
  await must("export", "--ledger", ledger, "--out", `${copy}/journal.ndjson`)
  await must("restore", `${copy}/journal.ndjson`, "--ledger", `${copy}/copy.db`)
})

test("a server that is not there is the environment's failure", async () => {
  const nowhere = "postgres://nobody@127.0.0.1:1/board"
  expect((await grootboek("verify", "--ledger", nowhere)).status).toBe(3)
})
