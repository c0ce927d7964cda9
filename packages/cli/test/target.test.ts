/** Files that answers are written to: one that cannot be made again is kept, and none is left incomplete. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { declared, file, folder, grootboek, must, w13 } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"

const dir = folder()
let ledger = ""
let before: Buffer
beforeAll(async () => {
  ledger = await declared(dir)
  before = readFileSync(ledger)
  symlinkSync(ledger, join(dir, "link.db"))
})

test.each([
  ["export", () => ["export", "--ledger", ledger, "--out", ledger]],
  ["export through a link", () => ["export", "--ledger", ledger, "--out", join(dir, "link.db")]],
  ["a statement", () => ["statement", "M2", "--ledger", ledger, "--format", "xlsx", "--out", ledger]],
] as const)("output: does not overwrite a ledger when it is the target of %s", async (_, words) => {
  const { status, err } = await grootboek(...words())
  expect([status, err]).toEqual([1, expect.stringContaining("may be a ledger")])
  expect(readFileSync(ledger).equals(before)).toBe(true)
})

test("output: does not overwrite a key", async () => {
  const key = file(dir, "key.pem", "-----BEGIN PRIVATE KEY-----\n")
  const { status, err } = await grootboek("export", "--ledger", ledger, "--out", key)
  expect([status, err]).toEqual([1, expect.stringContaining("there is a key here")])
})

test("import: does not write rejected rows over the file that they come from", async () => {
  const text = `${readFileSync(w13("budget-lines.csv"), "utf8")}x;y\n`
  const lines = file(dir, "lines.csv", text)
  for (const path of [lines, join(dir, ".", "lines.csv")]) {
    const { status, err } = await grootboek(
      "import",
      path,
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--rejects",
      lines,
    )
    expect([status, err]).toEqual([2, expect.stringContaining("name another file for the refused rows")])
  }
  expect(readFileSync(lines, "utf8")).toBe(text)
  expect(readFileSync(ledger).equals(before)).toBe(true)
})

test("output: replaces the target of a link and keeps the link", async () => {
  const target = file(dir, "old.ndjson", "old")
  symlinkSync(target, join(dir, "link.ndjson"))
  await must("export", "--ledger", ledger, "--out", join(dir, "link.ndjson"))
  expect(lstatSync(join(dir, "link.ndjson")).isSymbolicLink()).toBe(true)
  expect(readFileSync(target, "utf8")).toContain('{"trailer":{"entries":5')
})

test("output: writes to a device or pipe without replacing it", async () => {
  await must("export", "--ledger", ledger, "--out", "/dev/null")
  expect(lstatSync("/dev/null").isFile()).toBe(false)
})

test("output: rejects a folder and leaves no partial file", async () => {
  mkdirSync(join(dir, "taken"))
  const { status, err } = await grootboek("export", "--ledger", ledger, "--out", join(dir, "taken"))
  expect([status, err]).toEqual([3, expect.stringContaining("cannot be written (EISDIR)")])
  expect(readdirSync(dir).filter((name) => name.endsWith(".part"))).toEqual([])
})

test.each(["/proc/nowhere/at/all", "/dev/null/folder"])(
  "export: reports a folder that cannot be made: %s",
  async (out) => {
    const { status, err } = await grootboek("report", "--ledger", ledger, "--out", out)
    expect([status, err]).toEqual([3, expect.stringContaining("check the folder and its permissions")])
  },
)
