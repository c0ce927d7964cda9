/** The rows of a published file: cells between delimiters, or a line of text that has none. */
import type * as Records from "../text/Records.ts"

export interface PublishedRow extends Records.RecordPosition {
  readonly line: number
  /** The cells; one for a line without delimiters. */
  readonly cells: ReadonlyArray<string>
  /** Whether delimiters separate the cells. */
  readonly isSplit: boolean
}

/** Returns the delimiter of a text: a tab or semicolon where lines have them, a comma where nearly every line has one. */
export const delimiterIn = (text: string): ";" | "\t" | "," => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "")
  const count = (mark: string): number => lines.filter((line) => line.includes(mark)).length
  const [tabs, semicolons] = [count("\t"), count(";")]
  if (tabs > 0 && tabs >= semicolons) return "\t"
  if (semicolons > 0) return ";"
  return count(",") >= 0.8 * lines.length ? "," : "\t"
}

/** Splits a record: the cells of a Markdown table, those between delimiters, or the whole line. */
export const of = (
  cells: ReadonlyArray<string>,
  line: number,
  position: Records.RecordPosition,
): PublishedRow => {
  const base = { line, ...position }
  const [only = ""] = cells
  if (cells.length > 1) {
    const isPiped = /^\s*\|/.test(only)
    return isPiped ? { ...base, ...piped(position.text) } : { ...base, cells, isSplit: true }
  }
  return /^\s*\|.*\|/.test(only) || (only.match(/\|/g) ?? []).length > 1
    ? { ...base, ...piped(only) }
    : { ...base, cells: [only], isSplit: false }
}

const piped = (text: string): Pick<PublishedRow, "cells" | "isSplit"> => ({
  cells: text
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll("\\|", "|").replaceAll("**", "").trim()),
  isSplit: true,
})

/** Returns whether a row is the line below the header of a Markdown table. */
export const isRule = ({ cells }: PublishedRow): boolean =>
  cells.every((cell) => /^[\s:|=_-]*$/.test(cell)) && cells.join("").includes("--")
