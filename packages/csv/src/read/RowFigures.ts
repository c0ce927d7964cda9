/** A row of a printed table, divided into texts and figures. */
import type { PrintedColumn } from "./PrintedColumns.ts"
import * as PrintedFigures from "./PrintedFigures.ts"
import * as PrintedLabel from "./PrintedLabel.ts"

/** The texts of a row, and every way to read its figures. */
export interface RowFigures {
  /** The texts before the figures. */
  readonly lead: ReadonlyArray<string>
  readonly readings: ReadonlyArray<ReadonlyArray<string>>
}

/** Splits a line of text that has a number of figures. */
export const ofLine = (text: string, count: number): RowFigures => {
  const { label, readings } = PrintedFigures.split(text, count)
  const bare = PrintedLabel.clean(label)
  return { lead: bare === "" ? [] : [bare], readings }
}

/** Splits cells at the first column of figures. */
export const ofCells = (cells: ReadonlyArray<string>, columns: ReadonlyArray<PrintedColumn>): RowFigures => {
  const first = columns[0]?.at ?? 0
  const last = columns.at(-1)?.at ?? 0
  const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1
  // A header without a cell above the labels begins earlier than its rows.
  const shift = first === 0 ? Math.max(0, filled - (last + 1)) : 0
  return {
    lead: cells
      .slice(0, first + shift)
      .map(PrintedLabel.clean)
      .filter((cell) => cell !== ""),
    readings: [columns.map(({ at }) => cells[at + shift]?.trim() ?? "")],
  }
}
