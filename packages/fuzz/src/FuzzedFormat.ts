/** A format of spreadsheets as the campaign knows it: a valid file in pieces, changes of them, and an independent reading. */
import type { BaseSheet } from "./SheetBase.ts"
import type { SheetChange } from "./SheetChange.ts"

/** The texts of a file by name: its parts, or pieces of them. */
export type SheetPieces = Readonly<Record<string, string>>

/** Which amounts of a sheet are summed. Columns and lines count from 1. */
export interface SummedCells {
  readonly part: string
  readonly columns: ReadonlyArray<number>
  /** The line of the header: amounts are below it. */
  readonly headerLine: number
  /** The lines of total rows. */
  readonly leftOut: ReadonlySet<number>
}

export interface FuzzedFormat {
  /** The end of the name of a file. */
  readonly extension: "xlsx" | "ods"
  /** The sheets of the file. The `part` of each is a piece. */
  readonly sheets: ReadonlyArray<BaseSheet>
  readonly pieces: SheetPieces
  /** Returns the parts of the zip file. */
  readonly partsOf: (pieces: SheetPieces) => SheetPieces
  readonly changes: ReadonlyArray<SheetChange>
  /** Whether the sheets are parts of their own, so that one change does not hide another. */
  readonly hasPartPerSheet: boolean
  /** Returns the sheet whose piece the file shows under the name of a sheet; `undefined` when it is not found exactly once. */
  readonly shownBy: (pieces: SheetPieces, base: BaseSheet) => BaseSheet | undefined
  /** Returns the sum of amounts, in millionths; `undefined` when one of them is not a plain number. */
  readonly sumOf: (pieces: SheetPieces, cells: SummedCells) => bigint | undefined
}
