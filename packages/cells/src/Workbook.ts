/** A workbook as data: sheets with titles, a header and typed cells. A sum names its cells, so that no address is text. */

/** A text, which no spreadsheet runs as a formula. */
export interface TextCell {
  readonly text: string
  readonly indent?: number
}

/** A plain decimal (`-1234.5`), the decimals that are shown, and the sum that gives it. */
export interface NumberCell {
  readonly number: string
  readonly decimals: number
  readonly sum?: CellSum
}

/** A year or a position: a whole number without thousands marks. */
export interface CountCell {
  readonly count: number
}

/** A cell; `undefined` is an empty one. */
export type SheetCell = TextCell | NumberCell | CountCell | undefined

/** A cell that a sum adds or subtracts: indexes of a row and a column of the same sheet. */
export interface CellTerm {
  readonly row: number
  readonly column: number
  readonly sign: 1 | -1
}

export interface CellSum {
  readonly terms: ReadonlyArray<CellTerm>
  /** Decimals that each cell is rounded to before it is added. */
  readonly each?: number
  /** Decimals that the sum is rounded to: removes the binary error of a spreadsheet. */
  readonly whole?: number
}

/** A row of cells; `isStrong` prints it bold. */
export interface BookRow {
  readonly cells: ReadonlyArray<SheetCell>
  readonly isStrong?: boolean
}

export interface BookSheet {
  readonly name: string
  /** Lines above the header. */
  readonly titles: ReadonlyArray<string>
  readonly columns: ReadonlyArray<BookColumn>
  /** The columns at the left that stay in view. */
  readonly frozen: number
  readonly rows: ReadonlyArray<BookRow>
}

/** A column: its head, its width in characters, and whether it holds figures. */
export interface BookColumn {
  /** Keeps what people type as text, so that no leading zero is lost. */
  readonly isCode?: boolean
  readonly head: SheetCell
  readonly width: number
  readonly isFigure: boolean
}

export interface Workbook {
  readonly title: string
  readonly sheets: ReadonlyArray<BookSheet>
}
