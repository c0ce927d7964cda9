/** Workbooks: a recalculation of the sums shows the printed figures, for every form, policy and amount. */
import type { Workbook } from "@grootboek/cells"
import { Adoption, Contribution, Credit, Diff, formIds, Ledger, Money, Statement } from "@grootboek/core"
import { ShownStatement } from "@grootboek/core/answer"
import { Folder, Xlsx } from "@grootboek/report"
import { propose } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { adjusted, versions } from "./w13.ts"

const { ledger, entries } = adjusted()

/** Rounds as a spreadsheet does: to fifteen digits, then half away from zero. */
const rounded = (value: number, decimals: number): number => {
  const shifted = Number((Math.abs(value) * 10 ** decimals).toPrecision(15))
  return (Math.sign(value) * Math.round(shifted)) / 10 ** decimals
}

const isNumber = (cell: Workbook.SheetCell): cell is Workbook.NumberCell =>
  cell !== undefined && "number" in cell

/** Recalculates every number of a sheet from the cells without a sum. */
const recalculated = ({ rows }: Workbook.BookSheet): ReadonlyArray<ReadonlyArray<number | undefined>> => {
  const known = new Map<string, number>()
  const at = (row: number, column: number): number => {
    const key = `${row}:${column}`
    const before = known.get(key)
    if (before !== undefined) return before
    const cell = rows[row]?.cells[column]
    if (!isNumber(cell)) return 0
    const { sum } = cell
    const added = sum?.terms.reduce((total, term) => {
      const value = at(term.row, term.column)
      return total + term.sign * (sum.each === undefined ? value : rounded(value, sum.each))
    }, 0)
    const value =
      added === undefined ? Number(cell.number) : sum?.whole === undefined ? added : rounded(added, sum.whole)
    known.set(key, value)
    return value
  }
  return rows.map(({ cells }, row) =>
    cells.map((cell, column) => (isNumber(cell) ? at(row, column) : undefined)),
  )
}

const shownFigures = (sheet: Workbook.BookSheet, decimals: number) =>
  recalculated(sheet).map((row) =>
    row.flatMap((value) =>
      value === undefined
        ? []
        : [
            rounded(value, decimals)
              .toFixed(decimals)
              .replace(/^-(?=[0.]*$)/, ""),
          ],
    ),
  )

const printedFigures = (filled: Statement.Statement) =>
  Statement.shown(filled).map(({ cells }) => cells.map(({ printed }) => Statement.figure(filled, printed)))

const sheetOf = (filled: Statement.Statement): Workbook.BookSheet => {
  const [sheet] = Xlsx.statement(filled, "nl").sheets
  if (sheet === undefined) throw new Error("a statement has a sheet")
  return sheet
}

const sumsOf = ({ rows }: Workbook.BookSheet): number =>
  rows.flatMap(({ cells }) => cells.filter((cell) => isNumber(cell) && cell.sum !== undefined)).length

describe("Xlsx.statement", () => {
  const cases = formIds.flatMap((form) => Statement.policies.map((policy) => [form, policy] as const))

  test.each(cases)("%s, %s: shows the printed figures after a recalculation", (form, policy) => {
    const filled = Result.getOrThrow(Ledger.statement(ledger, form, { policy }))
    expect(shownFigures(sheetOf(filled), filled.decimals)).toEqual(printedFigures(filled))
  })

  test.each(["J1", "J2", "J3"] as const)(
    "%s: shows the printed figures of the plan beside the accounts",
    (form) => {
      const filled = Result.getOrThrow(ShownStatement.of(ledger, form))
      const beside = filled.accounts?.beside ?? []
      expect(beside.length).toBeGreaterThan(0)
      const printed = filled.rows.flatMap(({ cells, hidden }, index) =>
        hidden
          ? []
          : [
              [...cells, ...beside.flatMap(({ cells }) => cells[index] ?? [])].map(({ printed }) =>
                Statement.figure(filled, printed),
              ),
            ],
      )
      expect(shownFigures(sheetOf(filled), filled.decimals)).toEqual(printed)
    },
  )

  test("M2: has a sum in every row that the form adds, and stores exact amounts", () => {
    const filled = Result.getOrThrow(Ledger.statement(ledger, "M2"))
    const sheet = sheetOf(filled)
    const rows = Statement.shown(filled)
    const without = rows.flatMap(({ sum, code, section }, row) =>
      sum !== undefined && sheet.rows[row]?.cells.some((cell) => isNumber(cell) && cell.sum === undefined)
        ? [`${section}/${code}`]
        : [],
    )
    // The first year has no year before it; its opening result is in a row that is not shown.
    expect(without).toEqual(["Budgettair resultaat/VI"])
    expect(sheet.rows[0]?.cells[3]).toMatchObject({
      number: "51350.5198",
      sum: { terms: [{ row: 1 }, { row: 2 }] },
    })
    expect(sheet.rows[6]?.cells[3]).toMatchObject({ sum: { each: 0 } })
  })

  test("has title, moment and unit above the header", () => {
    const filled = Result.getOrThrow(Ledger.statement(ledger, "M2"))
    expect(sheetOf(filled)).toMatchObject({
      name: "M2",
      titles: [
        "Schema M2: Staat van het financieel evenwicht",
        "W13 · plan 2026/1 · volgnummer 73 · bedragen in euro",
      ],
      frozen: 3,
    })
  })

  test("within a span of years: has no sum that needs a year outside it", () => {
    const filled = Result.getOrThrow(Ledger.statement(ledger, "M2"))
    const later = Result.getOrThrow(Statement.within(filled, { first: 2028, last: 2029 }))
    const sheet = sheetOf(later)
    expect(shownFigures(sheet, 0)).toEqual(printedFigures(later))
    expect(sumsOf(sheet)).toBeGreaterThan(20)
  })

  // Halves and cents beside large amounts: a binary sum may end just below a half.
  const amount = fc.oneof(
    fc.bigInt({ min: -5_000_000_000_000n, max: 5_000_000_000_000n }),
    fc.integer({ min: -900_000, max: 900_000 }).map((halves) => BigInt(halves) * 500_000n),
    fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => BigInt(cents) * 10_000n),
    fc.constantFrom(-400_000n, 400_000n, -4_500n, 4_500n, 0n),
  )

  test.each(["M2", "T2", "T3", "synthesis"] as const)(
    "%s: shows the printed figures of any amounts",
    (form) => {
      const base = Result.getOrThrow(Ledger.statement(ledger, form))
      fc.assert(
        fc.property(fc.infiniteStream(amount), fc.constantFrom(...Statement.policies), (amounts, policy) => {
          const filled = refilled(base, () => Money.ofMicros(amounts.next().value ?? 0n), policy)
          expect(shownFigures(sheetOf(filled), filled.decimals)).toEqual(printedFigures(filled))
        }),
        { numRuns: form === "M2" ? 100 : 10 },
      )
    },
  )
})

/** The statement with other amounts in the rows that count places, and all sums filled again. */
const refilled = (
  base: Statement.Statement,
  draw: () => Money.Money,
  policy: Statement.Policy,
): Statement.Statement => {
  const known = new Map<string, { readonly exact: Money.Money; readonly printed: Money.Money }>()
  const isPrinted = (index: number) =>
    policy === "rows" || (policy === "form" && base.rows[index]?.sum?.of === "printed")
  const at = (
    index: number,
    year: number,
  ): { readonly exact: Money.Money; readonly printed: Money.Money } => {
    const key = `${index}:${year}`
    const before = known.get(key)
    if (before !== undefined) return before
    const terms = base.rows[index]?.sum?.terms
    const parts = terms?.flatMap(({ row, sign, lag }) =>
      year < lag ? [] : [{ sign, cell: at(row, year - lag) }],
    )
    const add = (of: "exact" | "printed") =>
      Money.sum((parts ?? []).map(({ sign, cell }) => (sign === 1 ? cell[of] : Money.negate(cell[of]))))
    const exact = parts === undefined ? draw() : add("exact")
    const printed =
      parts !== undefined && isPrinted(index) ? add("printed") : Money.round(exact, base.decimals)
    known.set(key, { exact, printed })
    return { exact, printed }
  }
  return {
    ...base,
    rows: base.rows.map((row, index) => ({
      ...row,
      cells: row.cells.map(({ year }, column) => ({ year, ...at(index, column) })),
      ...(row.sum === undefined
        ? {}
        : { sum: { ...row.sum, of: isPrinted(index) ? ("printed" as const) : ("exact" as const) } }),
    })),
  }
}

describe("Xlsx.difference", () => {
  const found = Result.getOrThrow(Diff.between(ledger, { ...versions(ledger), forms: ["M2"] }))
  const book = Xlsx.difference(found, "nl")

  test("has the causes with who decided them, and Δ as the new amount less the old one", () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(["Oorzaken", "M2"])
    expect(JSON.stringify(book.sheets[0])).toContain("Raad van bestuur 2026-06-30 (RvB 2026-06/12)")
    const sheet = book.sheets[1]
    const deltas = sheet === undefined ? [] : recalculated(sheet).flatMap((row) => row[6] ?? [])
    expect(deltas.map((delta) => rounded(delta, 6))).toEqual(
      found.cells.map(({ delta }) => Number(Money.format(delta))),
    )
  })
})

describe("Xlsx.log", () => {
  test("has an entry per row, with its whole hash", () => {
    const [sheet] = Xlsx.log(entries, "nl").sheets
    expect(sheet?.rows).toHaveLength(entries.length)
    expect(sheet?.rows[0]?.cells.at(-1)).toEqual({ text: entries[0]?.hash })
  })
})

describe("Folder.books", () => {
  // A ledger of its own: with bookings in both halves of the year, and contributions with their total.
  const { ledger: own } = adjusted()
  const goods = { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" } as const
  const booked = { line: goods, year: 2026 }
  propose(own, [
    {
      id: "early",
      decide: Credit.record({ ...booked, date: "2026-03-05", amount: "30000.005", voucher: "1" }),
    },
    { id: "late", decide: Credit.record({ ...booked, date: "2026-11-05", amount: "5.00", voucher: "2" }) },
    {
      id: "members",
      decide: Adoption.declare({
        members: [
          { code: "Lid 1", name: "Een" },
          { code: "Lid 2", name: "Twee" },
        ],
      }),
    },
    {
      id: "contribution",
      decide: Contribution.apportion(
        "bijdrage",
        { direction: "O", account: "7405000", policyItem: "9090", action: "A10102", sector: "VL" },
        {
          name: "sleutel",
          by: "shares",
          weights: [
            { member: "Lid 1", weight: "2" },
            { member: "Lid 2", weight: "1" },
          ],
        },
      ),
    },
  ])
  const books = Result.getOrThrow(Folder.books(own, { language: "nl" }))
  const sheets = books.flatMap(({ path, make }) => make().sheets.map((sheet) => ({ path, sheet })))

  test("has the statements, the overviews, and each half year with bookings; the README names them", () => {
    const paths = books.map(({ path }) => path)
    expect(paths).toEqual([
      "statements.xlsx",
      "overviews.xlsx",
      "follow-up/2026-S1.xlsx",
      "follow-up/2026-S2.xlsx",
    ])
    const [readme] = Result.getOrThrow(Folder.of(own, { language: "nl", books }))
    const lines = readme?.text.split("\n") ?? []
    expect(paths.filter((path) => !lines.includes(path))).toEqual([])
    // Each part has one heading.
    const heads = lines.filter((line) => /^[\w./-]+: /.test(line)).map((line) => line.split(":")[0])
    expect(new Set(heads).size).toBe(heads.length)
  })

  test("every sum gives its stored value after a recalculation", () => {
    for (const { path, sheet } of sheets.filter(({ path }) => path !== "statements.xlsx")) {
      const found = recalculated(sheet)
      for (const [row, { cells }] of sheet.rows.entries())
        for (const [column, cell] of cells.entries())
          if (isNumber(cell) && cell.sum !== undefined)
            expect([path, sheet.name, row, column, found[row]?.[column]]).toEqual([
              ...[path, sheet.name, row, column],
              expect.closeTo(Number(cell.number), 6),
            ])
    }
  })

  test.each([
    ["overviews.xlsx", /^Overhead/, "totaal"],
    ["overviews.xlsx", /^bijdrage/, "totaal"],
    ["overviews.xlsx", /^De reserve in 2027/, "31 december"],
    ["overviews.xlsx", /^Per actie en jaar/, "A10101"],
    ["follow-up/2026-S1.xlsx", /^Per actie/, "A10101"],
    ["follow-up/2026-S2.xlsx", /^Kredieten/, "Exploitatie"],
  ] as const)("%s, %s: the row %s has sums", (path, name, head) => {
    const sheet = sheets.find((one) => one.path === path && name.test(one.sheet.name))?.sheet
    const row = sheet?.rows.find(
      ({ cells: [cell] }) => cell !== undefined && "text" in cell && cell.text.startsWith(head),
    )
    expect([sheet?.name, row?.cells.some((cell) => isNumber(cell) && cell.sum !== undefined)]).toEqual([
      sheet?.name,
      true,
    ])
  })

  test("T2 of a follow-up: sums follow the form, over the rows that have amounts", () => {
    const sheet = sheets.find(
      ({ path, sheet }) => path.endsWith("S1.xlsx") && sheet.name.startsWith("T2"),
    )?.sheet
    const summed = sheet?.rows.filter(({ cells }) =>
      [3, 4].every((at) => isNumber(cells[at]) && cells[at].sum),
    )
    expect(summed?.length ?? 0).toBeGreaterThan(10)
  })
})
