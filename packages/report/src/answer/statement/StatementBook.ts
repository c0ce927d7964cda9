/** Statements as a workbook: a sheet per form, exact amounts in the number format of the form, and the sums of the form. */
import type { Workbook } from "@grootboek/cells"
import { Money, type Statement } from "@grootboek/core"
import * as BookCells from "../../paint/BookCells.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as AccountsText from "../../words/AccountsText.ts"
import type { Language } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"
import * as StatementSums from "./StatementSums.ts"

export const statements = (
  filled: ReadonlyArray<Statement.Statement>,
  language: Language,
): Workbook.Workbook => {
  const [first, ...others] = filled
  return {
    title:
      first === undefined
        ? ""
        : `${first.entity} – ${first.at.plan}${others.length === 0 ? ` – ${first.title}` : ""}`,
    sheets: filled.map((one) => sheet(one, language)),
  }
}

export const statement = (filled: Statement.Statement, language: Language): Workbook.Workbook =>
  statements([filled], language)

const sheet = (filled: Statement.Statement, language: Language): Workbook.BookSheet => {
  const words = Words.of(language)
  const beside = filled.accounts?.beside ?? []
  const shown = filled.rows.flatMap((row, index) => (row.hidden ? [] : [{ row, index }]))
  const hasSections = shown.some(({ row }) => row.section !== "")
  const lead = [
    ...(hasSections
      ? [
          BookCells.fitting(
            words.section,
            shown.map(({ row }) => row.section),
            26,
          ),
        ]
      : []),
    BookCells.fitting(
      words.code,
      shown.map(({ row }) => row.code),
      20,
    ),
    BookCells.fitting(
      words.label,
      shown.map(({ row }) => `${"  ".repeat(row.level)}${row.label}`),
      62,
    ),
  ]
  const places = {
    rows: new Map(shown.map(({ index }, at) => [index, at])),
    column: lead.length,
  }
  return {
    name: filled.form,
    titles: [
      FormTitle.heading(filled.form, language, filled.title),
      FormTitle.about(filled, language),
      ...AccountsText.about(filled, language),
    ],
    columns: [
      ...lead,
      ...filled.years.map((year) => BookCells.figures({ count: year })),
      ...beside.map((one) => BookCells.figures({ text: AccountsText.beside(one, language) }, 24)),
    ],
    frozen: lead.length,
    rows: shown.map(({ row, index }) => ({
      isStrong: row.level === 0,
      cells: [
        ...(hasSections ? [{ text: row.section }] : []),
        { text: row.code },
        { text: row.label, indent: row.level },
        ...row.cells.map((cell, year): Workbook.SheetCell => {
          const at = { row: index, year }
          const sum = StatementSums.of(filled, places, at)
          return {
            number: Money.format(StatementSums.stored(row, cell)),
            decimals: filled.decimals,
            ...(sum === undefined ? {} : { sum }),
          }
        }),
        ...beside.map(({ cells }): Workbook.SheetCell => {
          const cell = cells[index]
          return cell === undefined
            ? undefined
            : BookCells.amount(StatementSums.stored(row, cell), filled.decimals)
        }),
      ],
    })),
  }
}
