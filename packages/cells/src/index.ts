/**
 * Files that are safe to open in a spreadsheet: CSV, and workbooks as data. Text never becomes a formula.
 *
 * @module @grootboek/cells
 */
export * as CsvNotation from "./CsvNotation.ts"
export * as Delimited from "./Delimited.ts"
export * as Formula from "./Formula.ts"
export * as LookAlike from "./LookAlike.ts"
export * as ShownText from "./ShownText.ts"
export type * as Document from "./Document.ts"
export type * as Workbook from "./Workbook.ts"
