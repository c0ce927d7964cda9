/** Statements and differences as CSV. */
export { text } from "../paint/CsvCells.ts"
export { difference } from "./difference/DifferenceCsv.ts"
export { type StatementCsvOptions, statement } from "./statement/StatementCsv.ts"
