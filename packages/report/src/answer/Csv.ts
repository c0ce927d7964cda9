/** Statements and differences as CSV. */
export { difference } from "./difference/DifferenceCsv.ts"
export { type StatementCsvOptions, statement } from "./statement/StatementCsv.ts"
