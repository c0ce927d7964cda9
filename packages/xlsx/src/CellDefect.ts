/** Cells without a certain value. The reader of the rows decides whether such a cell is needed. */

/** What is wrong with a cell. */
export type CellDamage =
  /** A formula whose value was never computed. */
  | "FormulaWithoutValue"
  /** The value is an error, such as `#REF!`. */
  | "ErrorCell"
  /** The number of a shared text that the file does not hold. */
  | "SharedTextMissing"
  /** A text inside another text. */
  | "TextNested"
  /** The file gives the cell twice. */
  | "CellTwice"
  /** Not a number, in a cell that holds one. */
  | "NumberDamaged"
  /** An address outside the sheet, or in another row. */
  | "CellOutOfPlace"
  /** A number without a day, in a cell that shows one. */
  | "DayImpossible"
  /** A value of its own, under a merged range that shows another. */
  | "HiddenByMerge"
  /** Longer than any spreadsheet program allows. */
  | "CellTextTooLong"

/** A defect of a cell. Columns count from 0; `value` is what the file holds. */
export interface CellDefect {
  readonly _tag: CellDamage
  readonly column: number
  /** The address, such as `B12`. */
  readonly cell: string
  readonly value: string
}
