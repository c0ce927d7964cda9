/** The sheets of a spreadsheet file, whatever its format. */
import type { SheetRow } from "./SheetRow.ts"

export interface ListedSheet {
  readonly name: string
  readonly isHidden: boolean
}

/** The sheets of a file, and how to read one. */
export interface SheetList {
  readonly sheets: ReadonlyArray<ListedSheet>
  /** Returns the rows of a sheet one by one. Its iteration throws a refusal. */
  readonly read: (sheet: string, setting: ReadSetting) => Iterable<SheetRow>
}

/** How to read the rows of a sheet. */
export interface ReadSetting {
  readonly numbers: "be" | "en"
  readonly figures: "stored" | "shown"
  /** Receives the ranges of hidden columns, before the first row. */
  readonly onHidden: (first: number, last: number) => void
}
