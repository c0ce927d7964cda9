/** The rows of a sheet as the lines of a CSV file, with the same numbers, so that rejected rows can be written from them. */
import { Delimited } from "@grootboek/cells"
import { type SheetRecord, shownCells } from "../read/SheetRecord.ts"

/** Yields lines in UTF-8 with semicolons. A row that the sheet lacks is a blank line; a line break in a text is a blank. */
export function* chunks(rows: Iterable<SheetRecord>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let line = 1
  for (const row of rows) {
    const gap = Math.max(0, row.line - line)
    const text = shownCells(row).map(fieldOf).join(";")
    line = Math.max(line, row.line) + 1
    yield encoder.encode(`${"\n".repeat(gap)}${text}\n`)
  }
}

// A number keeps its sign; a text that begins like a formula is neutralised.
const fieldOf = (cell: string): string => {
  const text = cell.replace(/[\r\n]+/g, " ")
  return Delimited.field(/^-?\d[\d.,]*$/.test(text) ? { number: text } : text, ";")
}
