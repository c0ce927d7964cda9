/** Published tables with codes: a header names the column of each part of an address. Pivots are read here too. */
import { Money } from "@grootboek/core"
import type { FileNumbers } from "../text/Dialect.ts"
import * as Pivot from "./Pivot.ts"
import * as PrintedCell from "./PrintedCell.ts"
import type { ReportProblem } from "./PublishedCells.ts"
import * as PublishedLayout from "./PublishedLayout.ts"
import type { PublishedRow } from "./PublishedRow.ts"

export interface CodedCells {
  readonly table: string
  readonly cells: ReadonlyArray<PrintedCell.PrintedCell>
}

export const read = (
  header: PublishedRow | undefined,
  rows: ReadonlyArray<PublishedRow>,
  options: { readonly numbers: FileNumbers; readonly isPadded: boolean; readonly report: ReportProblem },
): CodedCells => {
  const { numbers, report } = options
  if (header === undefined) {
    report({ _tag: "EmptyFile" }, start)
    return { table: "", cells: [] }
  }
  if (Pivot.isPivot(header.cells)) {
    let faults = 0
    const cells = Pivot.read(header, rows, numbers, (problem, row, column) => {
      faults += 1
      report(problem, row, column)
    })
    if (cells.length === 0 && faults === 0) report({ _tag: "HeaderOnly" }, start)
    return { table: "synthesis", cells }
  }
  const layout = PublishedLayout.find(header.cells)
  if (layout === undefined) {
    report(
      { _tag: "UnknownTable", known: PublishedLayout.layouts.map(({ columns }) => columns.join(",")) },
      header,
    )
    return { table: "", cells: [] }
  }
  const columns = PublishedLayout.amountColumns(header.cells)
  if (columns.length === 0) report({ _tag: "NoYears" }, header)
  let hasFaults = columns.length === 0
  const cells = rows.flatMap((row) =>
    cellsOf(row, header.cells, layout, {
      ...options,
      report: (...problem) => {
        hasFaults = true
        report(...problem)
      },
    }),
  )
  if (cells.length === 0 && !hasFaults) report({ _tag: "HeaderOnly" }, start)
  return { table: layout.name, cells }
}

const start: PublishedRow = { line: 1, offset: 0, text: "", cells: [], isSplit: true }

const cellsOf = (
  row: PublishedRow,
  header: ReadonlyArray<string>,
  { address }: PublishedLayout.PublishedLayout,
  { numbers, isPadded, report }: Parameters<typeof read>[2],
): ReadonlyArray<PrintedCell.PrintedCell> => {
  // The rows of a sheet are as long as their last cell.
  const found = isPadded ? row.cells.findLastIndex((cell) => cell.trim() !== "") + 1 : row.cells.length
  if (isPadded ? found > header.length : found !== header.length) {
    report({ _tag: "RaggedRow", found, expected: header.length }, row)
    return []
  }
  const values = new Map(
    header.map((column, index) => [PublishedLayout.nameOf(column), (row.cells[index] ?? "").trim()]),
  )
  const indexes = PublishedLayout.amountColumns(header)
  return indexes.flatMap((index): ReadonlyArray<PrintedCell.PrintedCell> => {
    const column = header[index] ?? ""
    const place = address(values, column)
    const text = (row.cells[index] ?? "").trim()
    const printed = PrintedCell.parse(text, numbers)
    if (place === undefined) {
      report({ _tag: "UnknownDirection", value: values.get("direction") ?? values.get("row") ?? "" }, row)
      return []
    }
    if (printed === undefined) return []
    if ("_tag" in printed) {
      report(printed, row, column)
      return []
    }
    const { turn = false, ...at } = place
    const amount = turn ? Money.negate(printed.amount) : printed.amount
    const year = PublishedLayout.yearOf(column) ?? 0
    const series = PublishedLayout.seriesOf(header, index)
    const part = series === undefined ? {} : { series }
    return [{ ...at, ...part, year, line: row.line, column: column.trim(), text, ...printed, amount }]
  })
}
