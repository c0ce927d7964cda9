/** CSV and Markdown of the W13 plan: the same figures, safe texts. */
import { Formula } from "@grootboek/cells"
import { Diff, formIds, Ledger, Money, Statement } from "@grootboek/core"
import { Csv, Figure, Markdown, Overview, Table } from "@grootboek/report"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { adjusted, versions } from "./w13.ts"

const { ledger } = adjusted()
const m2 = Result.getOrThrow(Ledger.statement(ledger, "M2"))
const difference = Result.getOrThrow(Diff.between(ledger, { ...versions(ledger), forms: ["M2"] }))
const read = (text: string, delimiter = ";"): ReadonlyArray<Readonly<Record<string, string>>> =>
  parse(text, { delimiter, columns: true, bom: true })
const point = (text = ""): string => text.replace(",", ".")

describe("Csv.statement: figures", () => {
  test.each(formIds)("%s: is read back as the printed figures, row by row", (form) => {
    const filled = Result.getOrThrow(Ledger.statement(ledger, form))
    const rows = read(Csv.statement(filled))
    expect(rows.map((row) => [row.section, row.code, row.label])).toEqual(
      Statement.shown(filled).map(({ section, code, label }) => [section, code, label]),
    )
    expect(rows.map((row) => filled.years.map((year) => point(row[year])))).toEqual(
      Statement.shown(filled).map(({ cells }) =>
        cells.map(({ printed }) => Statement.figure(filled, printed)),
      ),
    )
  })

  test("writes a byte order mark, semicolons and a decimal comma, or commas and a point, on request", () => {
    const [head, line] = Csv.statement(m2, { figures: "exact" }).split("\n")
    expect(head).toMatch(/^\ufeffsection;code;label;2026;/)
    expect(line).toMatch(/^Budgettair resultaat;I;Exploitatiesaldo \(a-b\);51350,5198;/)
    const [english, next] = Csv.statement(m2, { figures: "exact", notation: "en" }).split("\n")
    expect(english).toMatch(/^section,code,label,2026,/)
    expect(next).toMatch(/^Budgettair resultaat,I,Exploitatiesaldo \(a-b\),51350\.5198,/)
  })
})

describe("Csv.statement", () => {
  test.each(["=1+1", "＝1+1", "'=1", "-3", "\t=1", 'say "no"; twice', "two\nlines", "plain"])(
    "reads back label %j, and writes no formula",
    (label) => {
      const [row] = m2.rows
      const [found] = read(Csv.statement({ ...m2, rows: row === undefined ? [] : [{ ...row, label }] }))
      expect(found?.label).not.toMatch(/^[=+\-@\t＝]/)
      expect(Formula.restore(found?.label ?? "")).toBe(label)
    },
  )

  test("leaves a negative amount a number", () => {
    expect(read(Csv.statement(m2)).find((row) => row.code === "II")?.["2026"]).toBe("-15000")
  })
})

describe("Csv.difference", () => {
  const rows = read(Csv.difference(difference, "nl"))

  test("has a row per cell and per cause, and the causes of a cell sum to its delta", () => {
    let open: Money.Money | undefined
    for (const row of rows) {
      if (row.record === "cell") {
        expect(open ?? Money.zero).toBe(Money.zero)
        open = Money.from(point(row.delta))
      } else open = Money.subtract(open ?? Money.zero, Money.from(point(row.amount)))
    }
    expect(open).toBe(Money.zero)
    expect(new Set(rows.map((row) => row.record))).toEqual(new Set(["cell", "cause", "unexplained"]))
  })

  test("names entry and reason", () => {
    expect(rows.find((row) => row.record === "cause")).toMatchObject({
      entry: "72",
      event: "PlanAdjusted",
      reason: "subsidie: Projectsubsidie Kracht.Wonen niet verlengd",
    })
  })
})

describe("Table.shown", () => {
  const belgian = /^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$/
  const amount = fc.bigInt(-Money.limit, Money.limit).map(Money.ofMicros)

  test("prints every number with Belgian marks, and an exact amount with all its decimals", () => {
    fc.assert(
      fc.property(amount, (drawn) => {
        const decimal = Money.format(drawn)
        const exact = Table.shown(Table.exact(drawn))
        expect(Money.parse(exact, "be")).toEqual(Result.succeed(drawn))
        expect(Money.parse(Figure.decimal(decimal), "be")).toEqual(Result.succeed(drawn))
        for (const text of [
          exact,
          ...[drawn, Table.percent(decimal), Table.textOrNumber(decimal)].map(Table.shown),
        ])
          expect(text).toMatch(belgian)
      }),
    )
    expect(Table.shown(Table.exact(Money.from("182201.297")))).toBe("182.201,297")
  })

  test("prints no figure of the W13 plan without its marks", () => {
    const plan = Result.getOrThrow(Result.fromNullishOr(Ledger.planAt(ledger), () => "no plan"))
    const tables = Overview.all({ ledger, plan, position: Ledger.position(ledger), language: "nl" }).flatMap(
      (topic) => topic.tables,
    )
    const cells = tables.flatMap(({ rows }) => rows.flat())
    expect(
      cells
        .filter((cell) => typeof cell !== "string")
        .map(Table.shown)
        .filter((text) => !belgian.test(text)),
    ).toEqual([])
    // Words with a fraction would be an amount that was printed by hand.
    expect(
      cells.filter((cell) => typeof cell === "string" && /\d{4,},\d|^-?\d+\.\d{1,2}$/.test(cell)),
    ).toEqual([])
    expect(cells.length).toBeGreaterThan(100)
  })
})

describe("Markdown", () => {
  test("statement: aligns figures to the right", async () => {
    await expect(Markdown.statement(m2, "nl")).toMatchFileSnapshot("golden/M2.md")
  })

  test("difference: has the reasons", async () => {
    await expect(Markdown.difference(difference, "en")).toMatchFileSnapshot("golden/diff.md")
  })

  test("statement: escapes hostile texts", () => {
    const hostile = { ...m2, rows: m2.rows.map((row) => ({ ...row, label: "a | b <img src=x> *c*\n# d" })) }
    const text = Markdown.statement(hostile, "nl")
    expect(text).toContain("a \\| b &lt;img src=x> \\*c\\* \\# d")
    expect(text).not.toContain("<img")
  })
})
