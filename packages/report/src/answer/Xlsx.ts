/** Answers as workbooks, for a program that writes them to a file. */

export { all as reports, of as tables } from "../paint/TableBook.ts"
export { difference } from "./difference/DifferenceBook.ts"
export { log } from "./journal/LogBook.ts"
export { statement, statements } from "./statement/StatementBook.ts"
