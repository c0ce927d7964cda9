/** Statements as a workbook: a sheet per form, real numbers, a frozen header, no formulas. */
import { Money, type Statement } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx"

/** Writes statements. The same statements give the same bytes. */
export const write = (statements: ReadonlyArray<Statement.Statement>): Effect.Effect<Uint8Array> =>
  Effect.promise(() =>
    writeXlsx({
      sheets: statements.map(sheetOf),
      defaultFont: { name: "Calibri", size: 11 },
      properties: {
        title: titleOf(statements),
        creator: "Grootboek",
        // No clock, so that writing twice gives the same bytes.
        created: new Date(0),
        modified: new Date(0),
      },
    }),
  )

const titleOf = ([first, ...others]: ReadonlyArray<Statement.Statement>): string =>
  first === undefined
    ? ""
    : `${first.entity} – ${first.at.plan}${others.length === 0 ? ` – ${first.title}` : ""}`

const sheetOf = (statement: Statement.Statement): WriteSheet => {
  const rows = statement.rows.filter(({ hidden }) => !hidden)
  const hasSections = rows.some(({ section }) => section !== "")
  const lead = hasSections ? ["Sectie", "Code", "Omschrijving"] : ["Code", "Omschrijving"]
  const cells = new Map<string, Partial<Cell>>()
  const table: Array<Array<CellValue>> = [[...lead, ...statement.years]]
  statement.years.forEach((_, index) => {
    cells.set(`0,${lead.length + index}`, {
      style: { ...heading, alignment: { horizontal: "right" }, numFmt: "0" },
    })
  })
  lead.forEach((_, index) => {
    cells.set(`0,${index}`, { style: heading })
  })
  const numFmt = statement.decimals === 0 ? whole : cents
  rows.forEach((row, index) => {
    const at = index + 1
    const font = row.level === 0 ? { font: { bold: true } } : {}
    const amounts = new Map(row.cells.map(({ year, printed }) => [year, printed]))
    const figures = statement.years.map((year) => numberOf(amounts.get(year)))
    table.push([...(hasSections ? [row.section] : []), row.code, row.label, ...figures])
    cells.set(`${at},${lead.length - 1}`, { style: { ...font, alignment: { indent: row.level } } })
    figures.forEach((_, column) => {
      cells.set(`${at},${lead.length + column}`, { style: { ...font, numFmt } })
    })
  })
  return {
    name: nameOf(statement.form),
    rows: table,
    cells,
    columns: [
      ...(hasSections ? [{ width: 26 }] : []),
      { width: 18 },
      { width: 62 },
      ...statement.years.map(() => ({ width: 15 })),
    ],
    freezePane: { rows: 1, columns: lead.length },
  }
}

const heading: CellStyle = { font: { bold: true } }

/** Belgian thousands and decimals (locale 0813), whatever the language of the program that opens it. */
const whole = "[$-813]#,##0"
const cents = "[$-813]#,##0.00"

// A printed figure has at most two decimals and is below 10^13, so a number is as exact as the spreadsheet.
const numberOf = (amount: Money.Money | undefined): number | null =>
  amount === undefined ? null : Number(Money.format(amount))

/** Returns a name that Excel allows for a sheet. */
const nameOf = (form: string): string => form.replace(/[[\]:*?/\\]/g, " ").slice(0, 31)
