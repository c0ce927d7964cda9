/** Figures of addressed rows as cells: one amount per column, in the part of the publication that the column belongs to. */
import type { FormId, Money } from "@grootboek/core"
import type { Problem } from "../fault/Fault.ts"
import type { FileNumbers } from "../text/Dialect.ts"
import * as PrintedCell from "./PrintedCell.ts"
import type { PrintedColumn } from "./PrintedColumns.ts"
import type { AddressedRow } from "./PrintedTable.ts"
import type { PublishedRow } from "./PublishedRow.ts"

export type ReportProblem = (problem: Problem, row: PublishedRow, column?: string) => void

/** Returns the cells of rows, each with the reading that was chosen for it. A figure that is repeated is kept once. */
export const of = (
  rows: ReadonlyArray<AddressedRow & { readonly figures: ReadonlyArray<string> }>,
  {
    form,
    numbers,
    report,
  }: { readonly form: FormId; readonly numbers: FileNumbers; readonly report: ReportProblem },
): ReadonlyArray<PrintedCell.PrintedCell> => {
  const seen = new Map<string, Money.Money>()
  const headers = new Map<ReadonlyArray<PrintedColumn>, ReadonlyArray<string | undefined>>()
  const cells: Array<PrintedCell.PrintedCell> = []
  const entities = new Set(rows.map(({ entity }) => entity))
  for (const { row, section, codes, entity, columns, figures } of rows) {
    const series = headers.get(columns) ?? seriesOf(columns, row, report)
    headers.set(columns, series)
    for (const [index, column] of columns.entries()) {
      if (column.isApart) continue
      const text = figures[index] ?? ""
      const printed = PrintedCell.parse(text, numbers)
      if (printed === undefined) continue
      if ("_tag" in printed) {
        report(printed, row, column.header)
        continue
      }
      const kind = series[index]
      const isEntity = form === "M3" && kind !== undefined && /^(?:gemeente|stad|ocmw|agb)\b/i.test(kind)
      const part = {
        ...(isEntity ? { entity: kind } : entity === undefined || entities.size < 2 ? {} : { entity }),
        ...(isEntity || kind === undefined ? {} : { series: kind }),
      }
      const { year } = column
      const code = codes[index] ?? ""
      const key = [section, code, year, part.entity, part.series].join("\u001f").toLowerCase()
      if (seen.get(key) === printed.amount) continue
      seen.set(key, printed.amount)
      const { line } = row
      cells.push({ section, code, year, line, column: column.header, text, ...printed, ...part })
    }
  }
  return cells
}

/** Returns the series of each column: its kind where a year has several columns, else none. Reports equal kinds. */
const seriesOf = (
  columns: ReadonlyArray<PrintedColumn>,
  row: PublishedRow,
  report: ReportProblem,
): ReadonlyArray<string | undefined> => {
  const keyOf = ({ year, direction }: PrintedColumn) => `${year} ${direction ?? ""}`
  const shown = columns.filter(({ isApart }) => !isApart)
  const isTwice = shown.some((one) => shown.some((other) => one !== other && keyOf(one) === keyOf(other)))
  for (const [index, one] of shown.entries()) {
    const other = shown.findIndex(
      (column) => keyOf(column) === keyOf(one) && column.kind.toLowerCase() === one.kind.toLowerCase(),
    )
    const first = shown[other]
    if (first === undefined || other >= index) continue
    const places = { first: first.at + 1, second: one.at + 1 }
    const names = { header: first.header, other: one.header }
    report({ _tag: "DuplicatedHeader", ...names, ...places, isPublished: true }, row)
  }
  return columns.map(({ kind }) => (isTwice && kind !== "" ? kind : undefined))
}
