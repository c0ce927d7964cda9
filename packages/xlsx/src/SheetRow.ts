/** A row of a sheet as texts, with what is unusual about it. */
import type { CellDefect } from "./CellDefect.ts"

/** A merged range that a cell belongs to. `isBeside`: to the right of the first column of the range. */
export interface MergedCell {
  readonly range: string
  readonly isBeside: boolean
}

/** A row: its number in the sheet, and its cells as text. */
export interface SheetRow {
  readonly line: number
  readonly cells: ReadonlyArray<string>
  /** By column, what the number format shows instead of the number: `0100` for 100. */
  readonly shown?: ReadonlyMap<number, string>
  /** Columns of texts that may be numbers of more than one reading, such as `990.000`. */
  readonly texts?: ReadonlySet<number>
  /** By column, the merged range that a cell belongs to without being its first one. */
  readonly merged?: ReadonlyMap<number, MergedCell>
  readonly isHidden?: true
  readonly defects?: ReadonlyArray<CellDefect>
}

/** A row under way. */
export interface SheetRowBuilder {
  readonly line: number
  readonly cells: Array<string>
  readonly shown: Map<number, string>
  readonly texts: Set<number>
  readonly merged: Map<number, MergedCell>
  readonly defects: Array<CellDefect>
  isHidden: boolean
  characters: number
}

/** Starts a row. */
export const start = (line: number, isHidden: boolean): SheetRowBuilder => ({
  line,
  cells: [],
  shown: new Map(),
  texts: new Set(),
  merged: new Map(),
  defects: [],
  isHidden,
  characters: 0,
})

/** Returns a finished row, with only the parts that it has. */
export const finish = (row: SheetRowBuilder): SheetRow => ({
  line: row.line,
  cells: row.cells,
  ...(row.shown.size === 0 ? {} : { shown: row.shown }),
  ...(row.texts.size === 0 ? {} : { texts: row.texts }),
  ...(row.merged.size === 0 ? {} : { merged: row.merged }),
  ...(row.isHidden ? { isHidden: true } : {}),
  ...(row.defects.length === 0 ? {} : { defects: row.defects }),
})
