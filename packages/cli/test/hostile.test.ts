/** What a hostile or a hurried user types: a clear answer, the right status, and nothing lost or left behind. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { declared, file, folder, grootboek, json, w13 } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"
import * as Tampering from "./Tampering.ts"

const opening = (ledger: string, entity: string) =>
  [
    "init",
    "--ledger",
    ledger,
    "--entity",
    entity,
    "--entity-type",
    "gemeente",
    "--plan",
    "2026/0",
    "--years",
    "2026-2031",
  ] as const

test("init: creates no file when the request is rejected", async () => {
  const dir = folder()
  for (const entity of ["", "x".repeat(201), "a\u001b[31mb"])
    expect((await grootboek(...opening(join(dir, "l.db"), entity))).status).toBe(1)
  expect(readdirSync(dir)).toEqual([])
})

test.each([["postgres://[bad"], ["postgres://u:p@h:notaport/db"]])(
  "ledger: exits 2 when the address is %s",
  async (address) => {
    const { status, err } = await grootboek("verify", "--ledger", address)
    expect([status, err]).toEqual([2, expect.stringContaining("Write postgres://USER@HOST:PORT/DATABASE")])
  },
)

test("import: rejects a pipe or a device without waiting for it", async () => {
  const ledger = await declared(folder())
  const { status, err } = await grootboek("import", "/dev/null", "--ledger", ledger, "--as", "lines")
  expect([status, err]).toEqual([1, expect.stringContaining("Save it as a file first")])
})

test("messages: print no control characters of a path", async () => {
  const { status, err } = await grootboek("import", "\u001b[2Jx.csv", "--ledger", "none.db", "--as", "lines")
  expect(status).toBe(3)
  expect(err).toBe("‹U+001B›[2Jx.csv: cannot be read (ENOENT). Check the path and its permissions.\n")
})

test("export: writes a damaged ledger and reports the damage", async () => {
  const dir = folder()
  const ledger = await declared(dir)
  Tampering.changeBody(ledger, 3, (body) => Buffer.from(String(body).replace('"cli"', '"cla"')))
  const { findings } = await json<{ findings: ReadonlyArray<object> }>("verify", "--ledger", ledger)
  expect(findings).toMatchObject([{ position: 3, code: "HashMismatch", field: "hash", offset: 0 }])
  expect((await grootboek("verify", "--ledger", ledger)).out.replace(/\s+/g, " ")).toContain("(hash, byte 0)")
  const out = join(dir, "l.ndjson")
  const { status, err } = await grootboek("export", "--ledger", ledger, "--out", out)
  expect([status, err]).toEqual([1, expect.stringContaining("entry 3 does not match its hash")])
  expect(readFileSync(out, "utf8").trimEnd().split("\n")).toHaveLength(6)
  const restored = await grootboek("restore", out, "--ledger", join(dir, "copy.db"))
  expect([restored.status, restored.err]).toEqual([1, expect.stringContaining("HashMismatch")])
  expect(readdirSync(dir)).not.toContain("copy.db")
})

test("import: rejects an actor with a space and writes nothing", async () => {
  const ledger = await declared(folder())
  const words = ["import", w13("opening.csv"), "--ledger", ledger, "--as", "opening", "--actor", "two words"]
  const { status, err } = await grootboek(...words)
  expect([status, err]).toEqual([1, expect.stringContaining("actor")])
  expect((await grootboek("log", "--ledger", ledger, "--from", "6")).status).toBe(1)
})

test.each([
  ["a table", "Jaar;Bedrag\n2026;1\n"],
  ["nothing", ""],
  ["the beginning of a database", "SQLite format 3\u0000\u0010"],
])("ledger: rejects and keeps a file that contains %s", async (_, content) => {
  const path = file(folder(), "x.db", content)
  for (const words of [
    ["verify", "--ledger", path],
    ["import", w13("opening.csv"), "--ledger", path, "--as", "opening"],
    ["restore", w13("opening.csv"), "--ledger", path],
  ])
    expect((await grootboek(...words)).status).toBeGreaterThan(0)
  expect(readFileSync(path, "utf8")).toBe(content)
})
