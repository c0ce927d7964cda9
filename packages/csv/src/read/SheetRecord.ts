/** A row of a sheet, as its reader gives it, checked under a header. */
import * as Numbers from "../cell/Numbers.ts"
import type { Problem } from "../fault/Fault.ts"
import type { SheetProblem } from "../fault/SheetProblem.ts"
import * as Header from "../header/Header.ts"

/** A cell without a certain value. Columns count from 0. */
export interface DoubtfulCell {
  readonly _tag: Exclude<SheetProblem["_tag"], "MergedAmount" | "MergedBeside">
  readonly column: number
  readonly value: string
}

/** A row of a sheet: its number, its cells as text, and what is unusual about it. */
export interface SheetRecord {
  readonly line: number
  readonly cells: ReadonlyArray<string>
  /** By column, what the number format shows instead of the number: `0100` for 100. */
  readonly shown?: ReadonlyMap<number, string>
  /** Columns of texts that may be numbers of more than one reading. */
  readonly texts?: ReadonlySet<number>
  /** By column, the merged range that a cell is part of; `isBeside` to the right of the first column. */
  readonly merged?: ReadonlyMap<number, { readonly range: string; readonly isBeside: boolean }>
  readonly isHidden?: true
  readonly defects?: ReadonlyArray<DoubtfulCell>
}

export interface ReadColumns {
  readonly all: ReadonlySet<number>
  readonly amounts: ReadonlySet<number>
}

export const columnsOf = (header: Header.Header): ReadColumns => {
  const amounts = new Set(Header.amountColumns(header))
  return { amounts, all: new Set([...header.fields.values(), ...amounts]) }
}

/** Returns whether a row is empty: no text, and no cell without a certain value. */
export const isBlank = ({ cells, defects = [] }: SheetRecord): boolean =>
  defects.length === 0 && cells.every((cell) => cell.trim() === "")

/** Returns the cells as the sheet shows them, except for amounts, which have more digits than are shown. */
export const shownCells = (
  { cells, shown }: SheetRecord,
  amounts: ReadonlySet<number> = new Set(),
): ReadonlyArray<string> =>
  shown === undefined
    ? cells
    : cells.map((cell, column) => (amounts.has(column) ? cell : (shown.get(column) ?? cell)))

/** Returns cells in the width of the header: missing ones are blank. A text to the right of the header is kept. */
export const fit = (cells: ReadonlyArray<string>, width: number): ReadonlyArray<string> => {
  if (cells.length === width) return cells
  if (cells.length < width) return [...cells, ...Array.from({ length: width - cells.length }, () => "")]
  return cells.slice(width).every((cell) => cell.trim() === "") ? cells.slice(0, width) : cells
}

/** Returns a row without the cells of some columns. */
export const without = (record: SheetRecord, isLeftOut: (column: number) => boolean): SheetRecord => {
  if (!record.cells.some((_, column) => isLeftOut(column))) return record
  const kept = <A>(map: ReadonlyMap<number, A> = new Map()): ReadonlyMap<number, A> =>
    new Map([...map].filter(([column]) => !isLeftOut(column)))
  return {
    line: record.line,
    cells: record.cells.map((cell, column) => (isLeftOut(column) ? "" : cell)),
    shown: kept(record.shown),
    merged: kept(record.merged),
    texts: new Set([...(record.texts ?? [])].filter((column) => !isLeftOut(column))),
    defects: (record.defects ?? []).filter(({ column }) => !isLeftOut(column)),
  }
}

export interface ColumnProblem {
  readonly problem: Problem
  readonly column: number
}

/** Returns the problems of the cells that are read. `isDeclared`: the user declared the number format. */
export const problems = (
  { cells, shown, texts, merged, defects }: SheetRecord,
  columns: ReadColumns,
  isDeclared: boolean,
): ReadonlyArray<ColumnProblem> => {
  const found: Array<ColumnProblem> = []
  for (const { _tag, column, value } of defects ?? [])
    if (columns.all.has(column)) found.push({ problem: { _tag, value }, column })
  for (const [column, { range, isBeside }] of merged ?? []) {
    if (!columns.all.has(column)) continue
    if (columns.amounts.has(column)) found.push({ problem: { _tag: "MergedAmount", range }, column })
    else if (isBeside) found.push({ problem: { _tag: "MergedBeside", range }, column })
  }
  // A percentage is not an amount, neither as a text nor by its number format.
  for (const [column, text] of shown ?? [])
    if (columns.amounts.has(column) && text.endsWith("%"))
      found.push({ problem: { _tag: "MarkedNumber", value: text, mark: "percent" }, column })
  // A number of the sheet is certain; a number that was typed as text may have two readings.
  for (const column of isDeclared ? [] : (texts ?? [])) {
    if (!columns.amounts.has(column)) continue
    const parsed = Numbers.parse(cells[column] ?? "", "unproven")
    if (typeof parsed === "object" && parsed._tag === "AmbiguousNumber")
      found.push({ problem: parsed, column })
  }
  return found
}
