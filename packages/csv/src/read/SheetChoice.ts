/** The sheet of a spreadsheet that holds the table. */
import type { Note } from "../fault/Note.ts"
import type { SheetRecord } from "./SheetRecord.ts"

export interface NamedSheets<Rows extends Iterable<SheetRecord>> {
  readonly visible: ReadonlyArray<string>
  readonly hidden: ReadonlyArray<string>
  readonly rows: (sheet: string) => Rows
}

/** The sheet to read, and what to note about the others. */
export interface SheetChoice {
  readonly sheet: string
  readonly notes: ReadonlyArray<Note>
  /** Sheets that hold a table, when none of them can be preferred: the user chooses. */
  readonly several: ReadonlyArray<string>
}

/** Returns the first visible sheet when it holds a table, or the only one that does. Without any, the first sheet. */
export const of = <Rows extends Iterable<SheetRecord>>(
  { visible, hidden, rows }: NamedSheets<Rows>,
  isTable: (rows: Rows, sheet: string) => boolean,
): SheetChoice => {
  const first = visible[0] ?? hidden[0] ?? ""
  const tables = visible.length < 2 ? [] : visible.filter((name) => isTable(rows(name), name))
  const [only] = tables
  const sheet = only === undefined || tables.includes(first) ? first : only
  if (tables.length > 1 && sheet !== first) return { sheet, notes: [], several: tables }
  const alike = tables.filter((name) => name !== sheet)
  const others = visible.filter((name) => name !== sheet && !alike.includes(name))
  const notes: ReadonlyArray<Note> = [
    ...(others.length === 0 ? [] : [{ _tag: "SheetRead", sheet, others } as const]),
    ...(alike.length === 0 ? [] : [{ _tag: "SheetsAlike", sheets: alike } as const]),
    ...(hidden.length === 0 ? [] : [{ _tag: "HiddenSheets", sheets: hidden } as const]),
  ]
  return { sheet, notes, several: [] }
}
