/** The command line on a real PostgreSQL server. The test needs several packages. */

import { readFileSync } from "node:fs"
import { declared, file, folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { type Server, sql, start } from "@grootboek/testing/PostgresServer"
import { afterAll, beforeAll, expect, test } from "vitest"

let server: Server
beforeAll(async () => {
  server = await start({ fsync: "off" })
  await sql(server.url("postgres"), "CREATE DATABASE authority")
})
afterAll(() => server.remove())

test("a ledger on a server: gives the same answers as one in a file", async () => {
  const copy = folder()
  const ledger = await whole(copy, server.url("postgres", "authority"))
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
  await must("export", "--ledger", ledger, "--out", `${copy}/journal.ndjson`)
  await must("restore", `${copy}/journal.ndjson`, "--ledger", `${copy}/copy.db`)
})

test("move: moves a ledger from a file to a server under another name, and to another database", async () => {
  await sql(server.url("postgres"), "CREATE DATABASE north")
  await sql(server.url("postgres"), "CREATE DATABASE south")
  const dir = folder()
  const ledger = await declared(dir)
  const { head } = await json("verify", "--ledger", ledger)
  const address = (database: string) => `${server.url("postgres", database)}?ledger=w13`
  await must("move", "--ledger", ledger, "--to", address("north"))
  const routes = file(dir, "routes.json", JSON.stringify({ routes: { w13: address("north") } }))
  await must("move", "--ledger", `routes:${routes}?ledger=w13`, "--to", address("south"))
  expect(JSON.parse(readFileSync(routes, "utf8"))).toEqual({ routes: { w13: address("south") } })
  const { ledgers } = await json("ledgers", "--ledger", `routes:${routes}`)
  expect(ledgers).toMatchObject([{ ledger: "w13", hash: head }])
})

test("import: reads a file named twice once, on a server as in a file", async () => {
  await sql(server.url("postgres"), "CREATE DATABASE twice")
  const lines = w13("budget-lines.csv")
  const imported = async (address: string | undefined) => {
    const ledger = await declared(folder(), address)
    const { counts } = await json("import", lines, lines, "--ledger", ledger, "--as", "lines")
    return { counts, entries: (await json("verify", "--ledger", ledger)).entries }
  }
  const onServer = await imported(server.url("postgres", "twice"))
  expect(onServer).toEqual(await imported(undefined))
  expect(onServer.counts).toMatchObject({ conflicting: 0, rejected: 0 })
})

test("an unreachable server: ends with status 3", async () => {
  const nowhere = "postgres://nobody@127.0.0.1:1/authority"
  expect((await grootboek("verify", "--ledger", nowhere)).status).toBe(3)
})

test("messages: name no password of an address, in text and in JSON", async () => {
  await sql(server.url("postgres"), "CREATE DATABASE masked")
  const address = server.url("postgres", "masked").replace("postgres@", "postgres:geheim%40-1@")
  const dir = folder()
  const seen: Array<string> = []
  const tried = async (...words: ReadonlyArray<string>) => {
    const { status, out, err } = await grootboek(...words)
    seen.push(out, err)
    return status
  }
  const plan = ["--entity", "Elders", "--entity-type", "gemeente", "--plan", "2026/0", "--years", "2026-2031"]
  expect(await tried("init", "--ledger", address, ...plan)).toBe(0)
  expect(await tried("migrate", "--ledger", address)).toBe(0)
  expect(await tried("export", "--ledger", address, "--out", `${dir}/journal.ndjson`)).toBe(0)
  expect(await tried("restore", `${dir}/journal.ndjson`, "--ledger", address)).toBe(0)
  expect(await tried("verify", "--ledger", address, "--format", "json")).toBe(0)
  for (const wrong of [
    address.replace(/:\d+\//, ":1/"),
    address.replace(/:\d+\//, ":port/"),
    address.replace("masked", "missing"),
    `${address}?password=geheim-2&sslmode=verify-full`,
  ])
    for (const format of ["text", "json"])
      expect(await tried("verify", "--ledger", wrong, "--format", format)).toBeGreaterThan(0)
  expect(seen.join("")).toContain("postgres:***@")
  expect(seen.join("")).not.toContain("geheim")
})

test("migrate: refuses a ledger in a file and says what to give", async () => {
  const ledger = await declared(folder())
  const { status, err } = await grootboek("migrate", "--ledger", ledger)
  expect([status, err]).toEqual([2, expect.stringContaining("Give the address of a server")])
})
