/** Statements and differences as printable pages. */
export { difference } from "./difference/DifferencePage.ts"
export { statement, statements } from "./statement/StatementPage.ts"
