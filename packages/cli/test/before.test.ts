/**
 * Files that version 0.1.0 wrote, opened by the current program: the same hashes, the same export, the same answers.
 *
 * `w13` is the whole example. `oddities` holds what 0.1.0 accepted and later versions may refuse to record: a credit
 * transfer of −30, two openings of one year, and a reversed posting of the overhead rule. Each has its SQLite file, its
 * export, and the JSON answers of 0.1.0: one line per command line, with its exit status.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import { file, folder, grootboek, must, w13 } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const fixture = (name: string): Buffer =>
  gunzipSync(readFileSync(fileURLToPath(new URL(`fixtures/before/${name}.gz`, import.meta.url))))

/** A command line of 0.1.0 without its ledger, and its answer. */
interface Answer {
  readonly words: ReadonlyArray<string>
  readonly status: number
  readonly document: unknown
}

const answersOf = (name: string): ReadonlyArray<Answer> =>
  fixture(`${name}.answers.ndjson`)
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))

const text = new Set(["message", "title", "head"])

/** A document without the text that is written for people: its wording may change, its figures may not. */
const figures = (document: unknown): unknown => {
  if (Array.isArray(document))
    return document.map((part) => (typeof part === "string" ? number(part) : figures(part)))
  if (typeof document !== "object" || document === null) return document
  return Object.fromEntries(
    Object.entries(document)
      .filter(([name]) => !text.has(name))
      .map(([name, value]) => [name, figures(value)]),
  )
}

/** The answer of `verify` with its laws by code and their breaches: later versions check more laws, and more in each. */
const lawsByCode = (document: unknown): unknown => {
  if (typeof document !== "object" || document === null || !("laws" in document)) return document
  if (!Array.isArray(document.laws)) return document
  return { ...document, laws: Object.fromEntries(document.laws.map(({ law, breaches }) => [law, breaches])) }
}

/**
 * The answer of 0.1.0 to `verify` with the level that later versions give the self-financing margin. For a welzijnsvereniging it is
 * a commitment only where a pledge says so, and a pledge has a reference; 0.1.0 called it a commitment without one.
 */
const levelled = (document: unknown): unknown => {
  if (!isRecord(document) || !Array.isArray(document.norms)) return document
  const norms = document.norms.map((norm) =>
    norm.norm === "selfFinancingMargin" && norm.level === "commitment" && norm.reference === null
      ? { ...norm, level: "indicator" }
      : norm,
  )
  return { ...document, norms }
}

// Of a sentence only its numbers are compared.
const number = (part: string): string | null =>
  !/\d/.test(part) ? null : part.includes(" ") ? (part.match(/[-+]?\d+(?:[.,]\d+)*/g) ?? []).join(" ") : part

/** Published tables of 0.1.0 that have changed since. `goals-amounts.csv` had BD1 to BD5 where the plan prints OD1 to OD5. */
const earlier: ReadonlyMap<string, string> = new Map([
  [
    "published/goals-amounts.csv",
    fileURLToPath(new URL("fixtures/before/files/goals-amounts.csv", import.meta.url)),
  ],
])

// Published tables are named relative to the root of the repository.
const located = (word: string): string =>
  word.replace(/^examples\/w13\/data\/(.+)$/, (_, name) => earlier.get(name) ?? w13(name))

/** The years that 0.1.0 showed in a form of the accounts; later versions show one year unless the years are given. */
const span = ([command, form = ""]: ReadonlyArray<string>): ReadonlyArray<string> =>
  command === "statement" && form.startsWith("J") ? ["--years", "2026-2031"] : []

/** An answer with as many tables and columns as an earlier version gave: later ones follow them. */
const earlierTables = (document: unknown, earlier: unknown): unknown => {
  if (!isRecord(document) || !isRecord(earlier)) return document
  const [tables, before] = [document.tables, earlier.tables]
  return Array.isArray(tables) && Array.isArray(before)
    ? { ...document, tables: before.map((table, index) => earlierColumns(tables[index], table)) }
    : document
}

const earlierColumns = (table: unknown, earlier: unknown): unknown => {
  if (!isRecord(table) || !isRecord(earlier)) return table
  const [rows, before] = [table.rows, earlier.rows]
  if (!Array.isArray(rows) || !Array.isArray(before)) return table
  // A row more or less stays a difference.
  return {
    ...table,
    rows: rows.map((row, at) =>
      Array.isArray(row) && Array.isArray(before[at]) ? row.slice(0, before[at].length) : row,
    ),
  }
}

/** The number of sums of a published table that are correct, in the answer of `reconcile`. */
const correct = (document: unknown): number | undefined => {
  const itself = isRecord(document) ? document.itself : undefined
  const counts = isRecord(itself) ? itself.counts : undefined
  return isRecord(counts) && typeof counts.holds === "number" ? counts.holds : undefined
}

/** The answer of `reconcile` without the numbers of sums that are correct and of those that were not checked. */
const withoutCorrect = (document: unknown): unknown => {
  if (!isRecord(document) || !isRecord(document.itself) || !isRecord(document.itself.counts)) return document
  const { unchecked: _, ...itself } = document.itself
  const { holds: __, ...counts } = document.itself.counts
  return { ...document, itself: { ...itself, counts } }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

describe.each(["w13", "oddities"])("files of 0.1.0: %s", (name) => {
  const dir = folder()
  const ledger = file(dir, `${name}.db`, fixture(`${name}.sqlite`))
  const journal = fixture(`${name}.ndjson`)

  test("export: writes the bytes of 0.1.0 when the SQLite file of 0.1.0 is read", async () => {
    const out = join(dir, "again.ndjson")
    await must("export", "--ledger", ledger, "--out", out)
    expect(readFileSync(out).equals(journal)).toBe(true)
  })

  test("restore: writes the bytes of 0.1.0 again when its export is restored", async () => {
    const restored = join(dir, "restored.db")
    const out = join(dir, "restored.ndjson")
    await must("restore", file(dir, `${name}.ndjson`, journal), "--ledger", restored)
    await must("verify", "--ledger", restored)
    await must("export", "--ledger", restored, "--out", out)
    expect(readFileSync(out).equals(journal)).toBe(true)
  })

  test.each(answersOf(name).map((answer) => [answer.words.join(" "), answer] as const))(
    "%s: gives the answer of 0.1.0, with at most more fields, and more tables and columns after its own",
    async (_, { words, status, document }) => {
      const today = await grootboek(
        ...words.map(located),
        ...span(words),
        "--ledger",
        ledger,
        "--format",
        "json",
      )
      expect(today.status).toBe(status)
      const answer: unknown = JSON.parse(today.out)
      const [found, expected] = [earlierTables(answer, document), levelled(document)].map((one) =>
        figures(withoutCorrect(lawsByCode(one))),
      )
      expect(found).toMatchObject(expected as object)
      // Later versions have more rows, and so check more sums.
      expect(correct(answer) ?? 0).toBeGreaterThanOrEqual(correct(document) ?? 0)
    },
  )
})
