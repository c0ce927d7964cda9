/** The lake from the command line: export, query and verification, with the messages in both languages. */
import { generateKeyPairSync } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { another, declared, file, folder, grootboek, must, w13 } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"
import * as gallery from "./lakeGallery.ts"

const dir = folder()
const lake = join(dir, "lake")
let ledger = ""

beforeAll(async () => {
  ledger = await declared(dir, join(dir, "w13.db"))
})

const dutch = (...words: ReadonlyArray<string>) => grootboek("--lang", "nl", ...words)

test("lake export: writes the new entries, then nothing, and reports both", async () => {
  expect((await grootboek("lake", "export", lake, "--ledger", ledger)).err).toMatch(
    /^w13: entries up to \d+: \d+ new/,
  )
  await must("import", w13("opening.csv"), "--ledger", ledger, "--as", "opening")
  const [first] = JSON.parse(
    await must("lake", "export", lake, "--ledger", ledger, "--format", "json"),
  ).ledgers
  expect(first).toMatchObject({ ledger: "w13", entries: 1 })
  expect((await grootboek("lake", "export", lake, "--ledger", ledger)).err).toContain("nothing new")
  expect((await dutch("lake", "export", lake, "--ledger", ledger)).err).toContain("niets nieuws")
})

test("lake verify: accepts the export, and a checkpoint of its end", async () => {
  const pair = generateKeyPairSync("ed25519")
  const secret = file(dir, "k.pem", pair.privateKey.export({ format: "pem", type: "pkcs8" }))
  const open = file(dir, "k.pub.pem", pair.publicKey.export({ format: "pem", type: "spki" }))
  const note = join(dir, "note")
  await must("checkpoint", "sign", "--ledger", ledger, "--key", secret, "--out", note)
  expect(await grootboek("lake", "verify", lake, "--checkpoint", note, "--key", open)).toMatchObject({
    status: 0,
  })
  expect(await grootboek("lake", "verify", lake, "--checkpoint", note)).toMatchObject({ status: 2 })
  const other = await another(dir, "other.db")
  await must("checkpoint", "sign", "--ledger", other, "--key", secret, "--out", note)
  const { status, err } = await dutch("lake", "verify", lake, "--checkpoint", note, "--key", open)
  expect([status, err]).toEqual([1, expect.stringMatching(/andere hash|eindigden bij/)])
})

test("lake verify: reports a changed and a missing file with what to do, as text and as JSON", async () => {
  const copy = join(dir, "copy")
  await must("lake", "export", copy, "--ledger", ledger)
  const places = join(copy, "places/ledger=w13")
  const [name = ""] = readdirSync(places)
  writeFileSync(join(places, name), "x")
  rmSync(join(copy, "postings"), { recursive: true })
  const { status, err } = await grootboek("lake", "verify", copy)
  expect(status).toBe(1)
  expect(err).toContain("is missing")
  expect(err).toContain("does not have the hash")
  const found = await grootboek("lake", "verify", copy, "--format", "json")
  expect(JSON.parse(found.out)).toMatchObject({
    ok: false,
    findings: [{ code: "SegmentMissing" }, { code: "SegmentChanged" }],
  })
  expect(found.status).toBe(1)
})

test("lake sql: prints the query, with the tables of a lake before it", async () => {
  const query = await must("lake", "sql", "M2", "--at", "plan:2026/0")
  expect(query).toContain("WHERE plan = '2026/0'")
  expect(await must("lake", "sql", "m2", "--at", "plan:2026/0", "--lake", lake)).toMatch(
    /^CREATE OR REPLACE VIEW postings/,
  )
  for (const dialect of ["postgres", "clickhouse"])
    expect(await must("lake", "sql", "T3", "--dialect", dialect)).toContain("left_out")
  const out = join(dir, "m2.sql")
  await must("lake", "sql", "M2", "--at", "plan:2026/0", "--out", out)
  expect(readFileSync(out, "utf8")).toBe(query)
})

test("ledgers: lists the ledger of each file with last entry, time and size, as text and as JSON", async () => {
  const found = JSON.parse(await must("ledgers", "--ledger", ledger, "--format", "json")).ledgers
  expect(found).toMatchObject([
    { address: ledger, ledger: "main", hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  const [{ position, bytes }] = found
  expect(bytes).toBeGreaterThan(position * 100)
  const { out } = await dutch("ledgers", "--ledger", ledger)
  expect(out).toMatch(/grootboek +boekingen +laatste hash/)
  expect(out).toContain(`${bytes}`)
})

test.each([
  [["lake", "sql", "M2", "--view", "M2 x"], 2, "geen naam van een weergave"],
  [["lake", "verify", "none"], 1, "is geen datameer"],
  [["lake", "sql", "M2", "--lake", "none"], 1, "is geen datameer"],
  [["lake", "sql", "M9"], 1, "M9"],
  [["lake", "sql", "M2", "--at", "2026/1"], 1, "2026/1"],
  [["lake", "sql", "M2", "--dialect", "oracle"], 2, "duckdb"],
  [["lake", "export", "out", "--ledger", "none.db"], 3, "none.db"],
  [["lake", "export", "out", "--all", "--ledger", "plan.db"], 2, "--all"],
])("refuses %j with exit status %i, in Dutch, and writes nothing", async (words, status, part) => {
  const before = readdirSync(dir).length
  const located = words.map((word) => (word === "out" ? join(dir, "out") : word))
  expect(await dutch(...located)).toMatchObject({ status, err: expect.stringContaining(part) })
  expect(readdirSync(dir)).toHaveLength(before)
})

test("lake export: refuses two ledgers with one name, and a name that is not one of a folder", async () => {
  const twice = await grootboek("lake", "export", join(dir, "x"), "--ledger", ledger, "--ledger", ledger)
  expect(twice).toMatchObject({ status: 1, err: expect.stringContaining("Rename one of the two") })
  const odd = await declared(dir, join(dir, "a..b.db"))
  const { status, err } = await dutch("lake", "export", join(dir, "x"), "--ledger", odd)
  expect([status, err]).toEqual([1, expect.stringContaining("geen naam van een grootboek")])
  expect(existsSync(join(dir, "x"))).toBe(false)
})

test("docs/error-gallery.md: has every problem of the lake; run `npm run gallery` after a change", () => {
  const text = readFileSync(new URL("../../../docs/error-gallery.md", import.meta.url), "utf8")
  const { begin, end } = gallery.marks
  expect(text.slice(text.indexOf(begin) + begin.length, text.indexOf(end)).trim()).toBe(
    gallery.markdown().trim(),
  )
  for (const { said } of gallery.rows) expect(said.nl).not.toMatch(/\b(the|of JSON|Unexpected|file)\b/)
})
