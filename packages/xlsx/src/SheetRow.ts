/** A row of a sheet as texts, with what is unusual about it. */
import * as Address from "./Address.ts"
import type { Caps } from "./Caps.ts"
import type { CellDamage, CellDefect } from "./CellDefect.ts"
import type * as CellValue from "./CellValue.ts"
import type { ActiveMerge } from "./Merges.ts"
import { refuse } from "./Refusal.ts"

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

export const finish = (row: SheetRowBuilder): SheetRow => ({
  line: row.line,
  cells: row.cells,
  ...(row.shown.size === 0 ? {} : { shown: row.shown }),
  ...(row.texts.size === 0 ? {} : { texts: row.texts }),
  ...(row.merged.size === 0 ? {} : { merged: row.merged }),
  ...(row.isHidden ? { isHidden: true } : {}),
  ...(row.defects.length === 0 ? {} : { defects: row.defects }),
})

/** A cell to place in a row: its column and address, its value, and what is wrong with its place. */
export interface PlacedCell {
  readonly column: number
  readonly address: string
  readonly value: CellValue.CellText | CellValue.CellProblemOf
  readonly isMisplaced?: boolean
  /** Whether the file gave this cell before. */
  readonly isTwice?: boolean
}

/** Places a cell in a row. Refuses a value beyond the last column, and a row with too many characters. */
export const place = (row: SheetRowBuilder, cell: PlacedCell, caps: Caps): void => {
  const { column, address, value, isMisplaced = false, isTwice = false } = cell
  const text = "damage" in value ? value.value : value.text
  const isEmpty = !("damage" in value) && text.trim() === ""
  if (column >= caps.columns) {
    // Formatted cells without a value may reach to the end of a sheet.
    if (!isEmpty)
      refuse({ _tag: "TooManyColumns", row: row.line, found: column + 1, cap: caps.columns, cell: address })
    return
  }
  row.characters += text.length
  if (row.characters > caps.rowCharacters)
    refuse({ _tag: "RowTooLong", row: row.line, cap: caps.rowCharacters })
  const defect = (damage: CellDamage, value: string): void => {
    row.defects.push({ _tag: damage, column, cell: address, value })
  }
  if (isMisplaced && !isEmpty) defect("CellOutOfPlace", address)
  else if (isTwice && !(isEmpty && (row.cells[column] ?? "").trim() === "")) defect("CellTwice", text)
  while (row.cells.length <= column) row.cells.push("")
  row.cells[column] = text
  if ("damage" in value) {
    defect(value.damage, value.value)
    return
  }
  if (value.shown !== undefined) row.shown.set(column, value.shown)
  if (value.isText === true && twofold.test(text)) row.texts.add(column)
}

/** Matches a text with a mark before three digits: thousands for one reader, decimals for another. */
const twofold = /\d[.,]\d{3}(?!\d)/

/**
 * Applies the merged ranges that reach a row. The first cell of a range has its text. The cells below it repeat it, in rows
 * that hold something themselves; the cells beside it stay empty. The reader of the rows decides which must not be merged.
 */
export const merge = (row: SheetRowBuilder, active: ReadonlyArray<ActiveMerge>, width: number): void => {
  if (active.length === 0) return
  const at = row.line - 1
  for (const { range } of active) {
    const { from, to } = range
    const name = Address.formatRange(range)
    const first = from.row === at ? from.column + 1 : from.column
    for (let column = first; column <= Math.min(to.column, width - 1); column++)
      row.merged.set(column, { range: name, isBeside: column > from.column })
  }
  const hasOwn = row.cells.some((text, column) => text.trim() !== "" && !row.merged.has(column))
  for (const merge of active) {
    const { from, to } = merge.range
    if (from.row === at) merge.text = row.cells[from.column] ?? ""
    for (let column = from.column; column <= Math.min(to.column, row.cells.length - 1); column++) {
      const text = (row.cells[column] ?? "").trim()
      if (!row.merged.has(column) || text === "" || text === merge.text.trim()) continue
      const cell = Address.format({ row: at, column })
      row.defects.push({ _tag: "HiddenByMerge", column, cell, value: text })
    }
    if (from.row === at || !hasOwn || from.column >= width) continue
    while (row.cells.length <= from.column) row.cells.push("")
    if ((row.cells[from.column] ?? "").trim() === "") row.cells[from.column] = merge.text
  }
}
