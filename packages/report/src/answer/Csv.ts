/** Statements, differences and journals as CSV. */
export { difference } from "./difference/DifferenceCsv.ts"
export { printing as logPrinting } from "./journal/LogCsv.ts"
export { type StatementCsvOptions, statement } from "./statement/StatementCsv.ts"
