/** Statements and differences as Markdown. */
export { difference } from "./difference/DifferenceMarkdown.ts"
export { statement } from "./statement/StatementMarkdown.ts"
