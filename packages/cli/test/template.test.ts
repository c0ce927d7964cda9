/** `grootboek template`: every template imports with its examples, as CSV and as a workbook. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Layout } from "@grootboek/csv"
import { folder, grootboek, must } from "@grootboek/testing/CommandLine"
import { Sheet } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"

const init = async (dir: string): Promise<string> => {
  const ledger = join(dir, "l.db")
  const facts = ["--entity", "Vereniging", "--entity-type", "welzijnsvereniging", "--plan", "2026/0"]
  await must("init", "--ledger", ledger, ...facts, "--years", "2026-2031")
  return ledger
}

/** Tables in the order in which one plan takes them: lines after the structure, the close of a year at the end. */
const order: ReadonlyArray<Layout.LayoutName> = [
  "goals",
  "policyItems",
  "sectors",
  "accounts",
  "members",
  "conditions",
  "envelopes",
  "lines",
  "state",
  "overhead",
  "exceptions",
  "passthrough",
  "opening",
  "repayments",
  "indexation",
  "contributions",
  "funding",
  "judgments",
  "budgetHolders",
  "pledges",
  "risks",
  "progress",
  "facts",
  "indicators",
  "targets",
  "measurements",
  "goalTexts",
  "chapterTexts",
  "headings",
  "adjustment",
  "commitments",
  "actuals",
  "stops",
  "closings",
  "results",
  "carryOvers",
]

const template = async (table: Layout.LayoutName, format: string, dir: string): Promise<string> => {
  const { kind }: Layout.FileLayout = Layout.layouts[table]
  const out = join(dir, `${table}.${format}`)
  const choice = Layout.tablesOf(kind) === undefined ? [] : ["--table", table]
  await must("template", kind, ...choice, "--format", format, "--out", out)
  return out
}

describe("template", () => {
  test("order: lists every table, so that the next test imports each", () => {
    expect(order.toSorted()).toEqual(Layout.layoutNames.toSorted())
  })

  test.each(["csv", "xlsx"])(
    "%s: every template with its examples is accepted by a new ledger",
    async (format) => {
      const dir = folder()
      const ledger = await init(dir)
      for (const table of order) {
        const { kind }: Layout.FileLayout = Layout.layouts[table]
        const path = await template(table, format, dir)
        const adjusted = ["--plan", "2026/1", "--motivation", "Voorbeeld"]
        const options = kind === "adjustment" ? adjusted : []
        const { status, out, err } = await grootboek(
          "import",
          path,
          "--ledger",
          ledger,
          "--as",
          kind,
          ...options,
        )
        expect([table, status, err, out]).toEqual([
          table,
          0,
          expect.anything(),
          expect.stringContaining("comment"),
        ])
      }
      expect((await grootboek("verify", "--ledger", ledger)).out).not.toContain("Damaged")
    },
  )

  test("xlsx: codes are texts, so that a leading zero stays", async () => {
    const path = await template("policyItems", "xlsx", folder())
    const { rows } = await Effect.runPromise(Sheet.read(readFileSync(path)))
    expect(rows[2]?.cells.slice(1, 2)).toEqual(["0909"])
  })

  test("years: are columns", async () => {
    expect(await must("template", "lines", "--years", "2027-2028")).toContain("Omschrijving;2027;2028")
  })

  test("tables: a CSV file of structure needs one, a workbook has them all", async () => {
    expect(await grootboek("template", "structure")).toMatchObject({
      status: 2,
      err: expect.stringContaining("add --table with one of goals, policyItems, sectors, accounts"),
    })
    expect((await grootboek("template", "structure", "--table", "risks")).status).toBe(2)
    const path = join(folder(), "s.xlsx")
    await must("template", "structure", "--format", "xlsx", "--out", path)
    const { rows } = await Effect.runPromise(Sheet.read(readFileSync(path), { sheet: "accounts" }))
    expect(rows[0]?.cells[0]).toBe("kind")
  })

  test("language: the comment is in the language of the user", async () => {
    expect(await must("--lang", "nl", "template", "overhead")).toContain(
      "# Er is één rij: de actie die een percentage",
    )
  })
})
