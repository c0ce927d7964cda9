/** Tables as a workbook: the sentences of a report, then a sheet per table. */
import type { Workbook } from "@grootboek/cells"
import type { Money } from "@grootboek/core"
import type { Language } from "../words/Language.ts"
import * as Words from "../words/Words.ts"
import * as BookCells from "./BookCells.ts"
import * as Table from "./Table.ts"
import * as TableSum from "./TableSum.ts"

export const of = (
  { title, sentences, tables }: Table.TableReport,
  language: Language,
): Workbook.Workbook => ({
  title,
  sheets: [
    ...(sentences.length > 0 || tables.length === 0 ? [summary(title, sentences, language)] : []),
    ...tables.map((table) => sheet(title, table)),
  ],
})

const summary = (
  title: string,
  sentences: ReadonlyArray<string>,
  language: Language,
): Workbook.BookSheet => ({
  name: Words.of(language).summary,
  titles: [title],
  columns: [BookCells.column(Words.of(language).summary, 110)],
  frozen: 0,
  rows: sentences.map((text) => ({ cells: [{ text }] })),
})

export const sheet = (title: string, table: Table.Table): Workbook.BookSheet => ({
  name: table.title,
  titles: title === table.title ? [title] : [title, table.title],
  columns: table.head.map((name, index) =>
    Table.isAmount(table, index)
      ? BookCells.figures({ text: name })
      : BookCells.fitting(
          name,
          table.rows.map((row) => Table.shown(row[index] ?? "")),
          60,
        ),
  ),
  frozen: 1,
  rows: table.rows.map((row, at) => ({
    cells: row.map((cell, column) =>
      typeof cell === "bigint" ? amountOf(cell, TableSum.at(table, at, column)) : cellOf(cell),
    ),
  })),
})

/** Returns the reports as one workbook: their sentences, then their tables, each under the title of its report. */
export const all = (
  title: string,
  reports: ReadonlyArray<Table.TableReport>,
  language: Language,
): Workbook.Workbook => ({ title, sheets: reports.flatMap((report) => of(report, language).sheets) })

const cellOf = (cell: string | Table.DecimalCell): Workbook.SheetCell =>
  typeof cell === "string"
    ? { text: cell }
    : { number: cell.decimal, decimals: (cell.printed ?? cell.decimal).split(".")[1]?.length ?? 0 }

const amountOf = (
  amount: Money.Money,
  terms: ReadonlyArray<Workbook.CellTerm> | undefined,
): Workbook.NumberCell => ({
  ...BookCells.amount(amount, 2),
  ...(terms === undefined ? {} : { sum: { terms, ...BookCells.whole(amount, 2) } }),
})
