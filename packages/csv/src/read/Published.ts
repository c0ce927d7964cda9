/** Published tables, cell by cell: printed forms, objectives with their amounts, a synthesis per action. */
import { Money } from "@grootboek/core"
import type { Fault, Problem } from "../fault/Fault.ts"
import { plain } from "../header/Layout.ts"
import type { Dialect } from "../text/Dialect.ts"
import type { File } from "../text/File.ts"
import * as Records from "../text/Records.ts"
import * as Pivot from "./Pivot.ts"
import * as PrintedCell from "./PrintedCell.ts"
import * as PublishedLayout from "./PublishedLayout.ts"
import * as Survey from "./Survey.ts"

/** A published table. */
export interface PrintedCells {
  readonly table: string
  readonly dialect: Dialect
  readonly cells: ReadonlyArray<PrintedCell.PrintedCell>
  readonly faults: ReadonlyArray<Fault>
}

/** Reads a published table. Its header tells which table it is. */
export const read = (file: File, declared: Survey.DeclaredDialect = {}): PrintedCells => {
  const { dialect, problem } = Survey.of(file.bytes, PublishedLayout.amountColumns, declared)
  const cells: Array<PrintedCell.PrintedCell> = []
  const faults: Array<Fault> = []
  const pivot: Array<Pivot.PivotRow> = []
  let layout: PublishedLayout.PublishedLayout | undefined
  let header: ReadonlyArray<string> | undefined

  const reportAt = (problem: Problem, { line, offset, text }: Pivot.PivotPosition, column?: string): void => {
    const position = { file: file.name, line, offset, text }
    faults.push({ ...problem, ...position, ...(column === undefined ? {} : { column }) })
  }
  const report = (problem: Problem, line: number, column?: string): void =>
    reportAt(problem, { line, ...parser.position() }, column)

  const readHeader = (row: ReadonlyArray<string>, line: number): void => {
    header = row
    if (Pivot.isPivot(row)) return
    layout = PublishedLayout.find(row)
    if (layout === undefined) {
      const known = PublishedLayout.layouts.map(({ columns }) => columns.join(","))
      report({ _tag: "UnknownTable", known }, line)
    } else if (PublishedLayout.amountColumns(row).length === 0) report({ _tag: "NoYears" }, line)
  }
  const readRow = (
    row: ReadonlyArray<string>,
    line: number,
    columns: ReadonlyArray<string>,
    { address }: PublishedLayout.PublishedLayout,
  ): void => {
    if (row.length !== columns.length) {
      report({ _tag: "RaggedRow", found: row.length, expected: columns.length }, line)
      return
    }
    const values = new Map(columns.map((column, index) => [plain(column), (row[index] ?? "").trim()]))
    for (const index of PublishedLayout.amountColumns(columns)) {
      const column = columns[index] ?? ""
      const place = address(values, column)
      const text = (row[index] ?? "").trim()
      const printed = PrintedCell.parse(text, dialect.numbers)
      if (place === undefined)
        report({ _tag: "UnknownDirection", value: values.get("direction") ?? values.get("row") ?? "" }, line)
      else if (printed === undefined) continue
      else if ("_tag" in printed) report(printed, line, column)
      else {
        const { turn = false, ...at } = place
        const amount = turn ? Money.negate(printed.amount) : printed.amount
        const year = PublishedLayout.yearOf(column) ?? 0
        cells.push({ ...at, year, line, column: column.trim(), text, ...printed, amount })
      }
    }
  }
  const parser = Records.parser(dialect, {
    record: (row, line) => {
      if (header === undefined) readHeader(row, line)
      else if (Pivot.isPivot(header)) pivot.push({ line, cells: row, ...parser.position() })
      else if (layout !== undefined) readRow(row, line, header, layout)
    },
    blank: () => {},
    broken: (problem, line) => {
      header ??= []
      report(problem, line)
    },
  })
  if (problem === undefined) {
    parser.push(file.bytes)
    parser.end()
    if (header === undefined) report({ _tag: "EmptyFile" }, 1)
    else if (Pivot.isPivot(header)) cells.push(...Pivot.read(header, pivot, dialect.numbers, reportAt))
    if (header !== undefined && cells.length === 0 && faults.length === 0) report({ _tag: "HeaderOnly" }, 1)
  } else report(problem, 1)
  return {
    table: layout?.name ?? (Pivot.isPivot(header ?? []) ? "synthesis" : ""),
    dialect: { ...dialect, shape: "wide" },
    cells,
    faults,
  }
}
