/** The hidden rows and columns of a sheet: read or left out, and noted. */
import type { Note } from "../fault/Note.ts"
import * as SheetRecord from "./SheetRecord.ts"

/** Whether a column is hidden, how columns are named in notes, and whether what is hidden is left out. */
export interface HiddenSetting {
  readonly skips: boolean
  readonly isHidden: (column: number) => boolean
  readonly letters?: ((column: number) => string) | undefined
}

/** Hidden cells under way. */
export interface HiddenCells {
  /** Returns what is read of a row; `undefined` for a row that is left out. */
  readonly shown: (row: SheetRecord.SheetRecord) => SheetRecord.SheetRecord | undefined
  readonly leftOut: () => number
  /** Returns the notes. `read` names the columns that are read; by default they are those with something in them. */
  readonly notes: (
    read?: ReadonlyArray<{ readonly column: number; readonly header: string }>,
  ) => ReadonlyArray<Note>
}

export const start = ({ skips, isHidden, letters }: HiddenSetting): HiddenCells => {
  const rows = { rows: 0, firstLine: 0 }
  /** Hidden columns with something in them. */
  const filled = new Set<number>()
  const nameOf = (column: number): string => letters?.(column) ?? String(column + 1)
  return {
    shown: (row) => {
      if (row.isHidden === true && !SheetRecord.isBlank(row)) {
        rows.rows++
        rows.firstLine ||= row.line
        if (skips) return undefined
      }
      row.cells.forEach((cell, column) => {
        if (cell.trim() !== "" && isHidden(column)) filled.add(column)
      })
      return skips ? SheetRecord.without(row, isHidden) : row
    },
    leftOut: () => (skips ? rows.rows : 0),
    notes: (read) => {
      const headers =
        skips || read === undefined
          ? [...filled].map(nameOf)
          : read.flatMap(({ column, header }) => (isHidden(column) ? [header] : []))
      return [
        ...(rows.rows === 0 ? [] : [{ _tag: "HiddenRows", ...rows, isRead: !skips } as const]),
        ...(headers.length === 0 ? [] : [{ _tag: "HiddenColumns", headers, isRead: !skips } as const]),
      ]
    },
  }
}
