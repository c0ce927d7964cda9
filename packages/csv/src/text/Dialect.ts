/** How a file is written: encoding, delimiter, line ends, number format, layout. What was detected is always shown. */
import type { Delimited } from "@grootboek/cells"
import type { Encoding } from "./Encoding.ts"
import type { Known } from "../cell/Numbers.ts"

/** How we know: somebody declared it, or the file shows it. */
export type How = "declared" | "detected"

/** Everything that was found out about how a file is written. */
export interface Dialect {
  /** A text of rows, or a sheet of cells, of which only numbers and shape can be said. */
  readonly medium: "text" | "sheet"
  readonly encoding: Encoding
  readonly bom: boolean
  readonly delimiter: Delimited.Delimiter
  readonly lineEnds: "LF" | "CRLF" | "mixed" | "none"
  readonly numbers: Known
  /** Lines and texts that proved the number format; empty when it was declared or nothing proves it. */
  readonly proof: ReadonlyArray<{
    readonly line: number
    readonly text: string
    readonly format: "be" | "en"
  }>
  /** Years as columns, one amount to a row, or no amounts by year. */
  readonly shape: "wide" | "long" | "table"
  readonly how: { readonly encoding: How; readonly delimiter: How; readonly numbers: How }
}

const delimiters: ReadonlyArray<Delimited.Delimiter> = [";", "\t", ","]

/** The name of a delimiter, as people give it: `;`, `,`, `tab`. */
export const delimiterOf = (name: string): Delimited.Delimiter | undefined =>
  name.toLowerCase() === "tab" || name === "\\t" ? "\t" : delimiters.find((delimiter) => delimiter === name)

/** The delimiter that a header uses most; the semicolon when it uses none. */
export const delimiterIn = (header: string): Delimited.Delimiter => {
  const bare = header.replace(/"[^"]*"/g, "")
  const count = (delimiter: Delimited.Delimiter): number => bare.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

/** How lines end. */
export const lineEndsOf = (text: string): Dialect["lineEnds"] => {
  const all = text.split("\n").length - 1
  const crlf = text.split("\r\n").length - 1
  return all === 0 ? "none" : crlf === 0 ? "LF" : crlf === all ? "CRLF" : "mixed"
}

/** `UTF-8 · ; · CRLF · numbers 1.234,56 (proven by "21.000,00" on line 2) · years as columns`. */
export const format = (dialect: Dialect): string => {
  const declared = (what: keyof Dialect["how"]): string =>
    dialect.how[what] === "declared" ? " (declared)" : ""
  const [proof] = dialect.proof
  const numbers = {
    be: "numbers 1.234,56",
    en: "numbers 1,234.56",
    mixed: "numbers in both formats",
    unproven: "numbers that read alike in every format",
  }[dialect.numbers]
  const shown = [
    `${numbers}${declared("numbers")}${proof === undefined ? "" : ` (proven by "${proof.text}" on line ${proof.line})`}`,
    { wide: "years as columns", long: "one amount to a row", table: "no years" }[dialect.shape],
  ]
  if (dialect.medium === "sheet") return ["spreadsheet", ...shown].join(" · ")
  return [
    `${dialect.encoding === "utf-8" ? "UTF-8" : "CP1252"}${dialect.bom ? " with BOM" : ""}${declared("encoding")}`,
    `${dialect.delimiter === "\t" ? "tab" : dialect.delimiter}${declared("delimiter")}`,
    dialect.lineEnds,
    ...shown,
  ].join(" · ")
}
