/** A record in which some cells are quoted. */
import type { FileProblem } from "../fault/FileProblem.ts"

export interface QuotedRecord {
  readonly cells: ReadonlyArray<string>
  readonly height: number
  /** Where it ends in the text, before its line end. */
  readonly end: number
}

/** Parses the record at `start`, or returns why its quotes are wrong. */
export const parse = (text: string, start: number, delimiter: string): QuotedRecord | FileProblem => {
  const cells: Array<string> = []
  let height = 1
  let at = start
  for (;;) {
    if (text[at] === '"') {
      const parts: Array<string> = []
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) return { _tag: "UnterminatedQuote", lines: 1 }
        if (text[quote + 1] !== '"') {
          parts.push(text.slice(from, quote))
          at = quote + 1
          break
        }
        parts.push(text.slice(from, quote + 1))
        from = quote + 2
      }
      const cell = parts.join("")
      if (cell.includes("\n")) height += cell.split("\n").length - 1
      cells.push(cell.includes("\r\n") ? cell.replaceAll("\r\n", "\n") : cell)
    } else {
      let end = at
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") {
        if (text[end] === '"') return { _tag: "StrayQuote" }
        end++
      }
      const isLast = text[end] !== delimiter
      if (isLast && text[end - 1] === "\r" && end > at) end--
      cells.push(text.slice(at, end))
      at = end
    }
    if (text[at] === delimiter) at++
    else if (at >= text.length || text[at] === "\n" || (text[at] === "\r" && text[at + 1] === "\n")) {
      return { cells, height, end: at }
    } else if (text[at] === "\r" && at + 1 === text.length) return { cells, height, end: at }
    else return { _tag: "StrayQuote" }
  }
}
