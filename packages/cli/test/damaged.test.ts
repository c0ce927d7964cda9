/** Ledger files that were cut, linked or replaced: a finding or a refusal, in text and in JSON. */
import { linkSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { declared, folder, grootboek, w13 } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"

const dir = folder()
let ledger = ""
let whole: Buffer
beforeAll(async () => {
  ledger = await declared(dir)
  whole = readFileSync(ledger)
})

// Every kind of cut: in the header, in a page, and at the end of one.
const shares = [0, 0.0001, 0.002, 0.1, 0.3333, 0.5, 0.75, 0.9, 0.9999]

test.each(shares)("verify: exits 1 with a finding when %d of a ledger is left", async (share) => {
  const cut = join(dir, `cut-${share}.db`)
  const length = share === 0.5 ? Math.floor(whole.length / 8192) * 4096 : Math.floor(whole.length * share)
  writeFileSync(cut, whole.subarray(0, length))
  const { status, out, err } = await grootboek("verify", "--ledger", cut, "--format", "json")
  expect([status, err]).toEqual([1, ""])
  const { ok, findings } = JSON.parse(out)
  expect(ok).toBe(false)
  expect(findings.length).toBeGreaterThan(0)
  expect(readFileSync(cut)).toEqual(whole.subarray(0, length))
})

test("verify: says in Dutch what to do about a truncated ledger", async () => {
  const cut = join(dir, "cut-nl.db")
  writeFileSync(cut, whole.subarray(0, 6_000))
  const { status, out } = await grootboek("verify", "--ledger", cut, "--lang", "nl")
  const words = out.replace(/\s+/g, " ")
  expect([status, words]).toEqual([1, expect.stringContaining("zet de laatste export of reservekopie terug")])
})

test("import: refuses a ledger with a second hard link, and a statement reads it with a note", async () => {
  const linked = await declared(folder())
  linkSync(linked, `${linked}.second`)
  const before = readFileSync(linked)
  const refused = await grootboek("import", w13("opening.csv"), "--ledger", linked, "--as", "opening")
  expect(refused).toMatchObject({ status: 3, err: expect.stringContaining("Remove the other names") })
  expect(refused.err).toContain("cp ")
  expect(readFileSync(linked).equals(before)).toBe(true)
  const read = await grootboek("statement", "M2", "--ledger", linked, "--format", "json", "--lang", "nl")
  expect([read.status, read.err]).toEqual([0, expect.stringContaining("2 namen (harde koppelingen)")])
  expect(JSON.parse(read.out)).toHaveProperty("rows")
})
