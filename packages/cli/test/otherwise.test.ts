/** Files with the same content written in another way: imported again, into a new ledger and into one of version 0.1.0. */
import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import { file, folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const fixtures = new URL("fixtures/", import.meta.url)
const bookings = (name: string): string => fileURLToPath(new URL(`otherwise/${name}.csv`, fixtures))

interface Outcome {
  readonly counts: Readonly<Record<"accepted" | "known" | "conflicting" | "rejected", number>>
  readonly written: unknown
}

/** A file of the example as it was in version 0.1.0: the codes of its tree and its partners have changed since. */
const before = (name: string): string => fileURLToPath(new URL(`before/files/${name}`, fixtures))
const changed = ["published/goals-tree.csv", "passthrough.csv"]
const today = (name: string): string => w13(name)
const ofBefore = (name: string): string => (changed.includes(name) ? before(basename(name)) : w13(name))

const structure = ["published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv"]
const decided = [
  ...["--plan", "2026/1", "--decision", "Raad van bestuur", "--date", "2026-06-26"],
  ...["--reference", "RVB 2026/06 (voorbeeld)", "--motivation"],
  "Voorbeeld van een aanpassing: indexering, verschoven levering, verschuiving tussen acties.",
]

const kinds: ReadonlyArray<
  readonly [kind: string, files: ReadonlyArray<string>, options?: ReadonlyArray<string>]
> = [
  ["structure", structure],
  ["lines", ["budget-lines.csv"]],
  ["overhead", ["overhead.csv"]],
  ["opening", ["opening.csv"]],
  ["passthrough", ["passthrough.csv"]],
  ["adjustment", ["adjustment-2026-1.csv"], decided],
]

/** Ways to write a file otherwise. Doubled blanks would also double those between codes, so they stay in texts here. */
const ways: ReadonlyArray<readonly [name: string, write: (text: string) => string | Uint8Array]> = [
  ["as it was", (text) => text],
  ["with CRLF and a byte order mark", (text) => `\ufeff${text.replace(/\r?\n/g, "\r\n")}`],
  ["in Unicode form NFD", (text) => text.normalize("NFD")],
  ["with non-breaking blanks", (text) => text.replace(/([a-zë]) ([a-z])/g, "$1\u00a0$2")],
]

interface Written {
  readonly find: (name: string) => string
  readonly write: (text: string) => string | Uint8Array
}

const imported = (
  ledger: string,
  [kind, files, options = []]: (typeof kinds)[number],
  { find, write }: Written,
) => {
  const dir = folder()
  const paths = files.map((name) => file(dir, basename(name), write(readFileSync(find(name), "utf8"))))
  return json<Outcome>("import", ...paths, "--ledger", ledger, "--as", kind, ...options)
}

const nothing = { counts: { accepted: 0, conflicting: 0, rejected: 0 }, written: null }

describe.each(ways)("import of files written %s", (_, write) => {
  test.each(["w13"])("into %s of 0.1.0: changes nothing", async (name) => {
    const bytes = gunzipSync(readFileSync(new URL(`before/${name}.sqlite.gz`, fixtures)))
    const ledger = file(folder(), "before.db", bytes)
    for (const kind of kinds)
      expect(await imported(ledger, kind, { find: ofBefore, write }), kind[0]).toMatchObject(nothing)
  })

  test("into a new ledger: changes nothing", async () => {
    const ledger = await whole(folder())
    await must("import", w13("adjustment-2026-1.csv"), "--ledger", ledger, "--as", "adjustment", ...decided)
    for (const kind of kinds)
      expect(await imported(ledger, kind, { find: today, write }), kind[0]).toMatchObject(nothing)
  })
})

describe("import of bookings written otherwise", () => {
  test.each([
    ["a", "b-trailing-space"],
    ["d-nfc", "e-nfd"],
  ])("%s then %s: the second is known", async (first, second) => {
    const ledger = await whole(folder())
    const bring = (name: string) =>
      json<Outcome>("import", bookings(name), "--ledger", ledger, "--as", "actuals")
    expect((await bring(first)).counts).toMatchObject({ accepted: 1 })
    expect(await bring(second)).toMatchObject({ ...nothing, counts: { known: 1 } })
  })
})

test("import: notes a booking with the line, day, voucher and amount of another", async () => {
  const ledger = await whole(folder())
  const bring = (name: string, ...more: ReadonlyArray<string>) =>
    json<Outcome & { readonly notes: ReadonlyArray<string> }>(
      ...["import", bookings(name), "--ledger", ledger, "--as", "actuals", ...more],
    )
  expect((await bring("a")).notes).toEqual([])
  const note = /^c-other-text\.csv:2: entry \d+ has the same line, day, amount and voucher \(S2\)/
  for (const again of [await bring("c-other-text", "--dry-run"), await bring("c-other-text")]) {
    expect(again.counts).toMatchObject({ accepted: 1 })
    expect(again.notes).toEqual([expect.stringMatching(note)])
  }
  expect((await bring("d-nfc")).notes).toEqual([])
})

test("import: notes a booking that the file has more often than the ledger", async () => {
  const dir = folder()
  const ledger = await whole(dir)
  const [header = "", row = ""] = readFileSync(bookings("a"), "utf8").split("\n")
  const bring = (name: string, ...rows: ReadonlyArray<string>) =>
    json<Outcome & { readonly notes: ReadonlyArray<string> }>(
      ...["import", file(dir, name, [header, ...rows, ""].join("\n")), "--ledger", ledger, "--as", "actuals"],
    )
  await bring("once.csv", row)
  const twice = await bring("twice.csv", row, row)
  expect(twice.counts).toMatchObject({ accepted: 1, known: 1 })
  expect(twice.notes).toEqual([expect.stringMatching(/^twice\.csv:3: entry \d+ is an equal booking \(S2\)/)])
})

test("import: refuses a code with a Cyrillic letter, naming the code that it looks like", async () => {
  const dir = folder()
  const ledger = await whole(dir)
  const text = readFileSync(bookings("a"), "utf8").replace("A10101", "\u041010101")
  const { status, out } = await grootboek(
    "import",
    file(dir, "a.csv", text),
    "--ledger",
    ledger,
    "--as",
    "actuals",
  )
  expect(status).toBe(1)
  expect(out).toContain(`looks like "A10101" but contains U+0410`)
  expect(await must("log", "--ledger", ledger)).not.toContain(join("a.csv"))
})
