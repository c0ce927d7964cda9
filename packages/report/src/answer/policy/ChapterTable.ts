/** A declared text of a chapter that is a table, in the notation of Markdown: each line begins and ends with `|`. */
import type { Document } from "@grootboek/cells"

/**
 * Returns the text as a table, with its first line as the head; undefined when it is not one.
 *
 * Lines above the table are its title. A column is one of figures when each of its cells below the head is a number, a slash or
 * empty.
 */
export const of = (text: string): Document.DocumentTable | undefined => {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const first = lines.findIndex((line) => isRow(line))
  const [head = [], ...rows] = lines.slice(Math.max(first, 0)).filter(isContent).map(cells)
  const isTable = first >= 0 && lines.slice(first).every(isRow) && rows.length > 0
  if (!isTable || rows.some(({ length }) => length !== head.length)) return undefined
  const isFigure = head.map((_, column) => column > 0 && rows.every((row) => figure.test(row[column] ?? "")))
  const cellsOf = (row: ReadonlyArray<string>): ReadonlyArray<Document.DocumentCell> =>
    row.map((cell, column) => ({ text: cell, isFigure: isFigure[column] === true }))
  return {
    _tag: "Table",
    title: lines.slice(0, first).join(" "),
    head: cellsOf(head),
    rows: rows.map((row) => ({ cells: cellsOf(row), level: 0, isHeading: false, isStrong: false })),
  }
}

const isRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line)

// Markdown has a line of dashes below the head.
const isContent = (line: string): boolean => !/^[\s|:-]+$/.test(line)

const cells = (line: string): ReadonlyArray<string> =>
  line
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim())

const figure = /^(?:€ ?)?-?[\d.]*(?:,\d+)?(?: ?%)?$|^\/$/
