/** The dialect of a file: encoding, delimiter, line ends, number format and shape. */
import type { Delimited } from "@grootboek/cells"
import type { Message } from "../fault/Message.ts"
import type { Encoding } from "./Encoding.ts"

/** `be` is `1.234,56`, `en` is `1,234.56`. */
export type NumberFormat = "be" | "en"

/** The number format of a file. `mixed`: both occur, so each number must have one reading only. */
export type FileNumbers = NumberFormat | "mixed" | "unproven"

/** Whether a part of the dialect was declared by the user or detected in the file. */
export type Origin = "declared" | "detected"

export interface Dialect {
  /** A text of records, or a spreadsheet, which has only numbers and shape. */
  readonly medium: "text" | "sheet"
  readonly encoding: Encoding
  readonly bom: boolean
  readonly delimiter: Delimited.Delimiter
  readonly lineEnds: "LF" | "CRLF" | "mixed" | "none"
  readonly numbers: FileNumbers
  /** Numbers that prove the format; empty when it was declared or nothing proves it. */
  readonly proof: ReadonlyArray<{
    readonly line: number
    readonly text: string
    readonly format: NumberFormat
  }>
  /** A column per year, one amount per row, or no amounts by year. */
  readonly shape: "wide" | "long" | "table"
  readonly how: { readonly encoding: Origin; readonly delimiter: Origin; readonly numbers: Origin }
}

/** Returns the dialect of a sheet, which has only numbers and shape. */
export const ofSheet = (numbers: NumberFormat, origin: Origin): Dialect => ({
  medium: "sheet",
  encoding: "utf-8",
  bom: false,
  delimiter: ";",
  lineEnds: "none",
  numbers,
  proof: [],
  shape: "table",
  how: { encoding: "declared", delimiter: "declared", numbers: origin },
})

/** Every delimiter, in the order in which they are tried. */
export const delimiters: ReadonlyArray<Delimited.Delimiter> = [";", "\t", ",", "|"]

/** Returns the delimiter with a name, as users write it: `;`, `,`, `|`, `tab`. */
export const delimiterOf = (name: string): Delimited.Delimiter | undefined =>
  name.toLowerCase() === "tab" || name === "\\t" ? "\t" : delimiters.find((delimiter) => delimiter === name)

/** Returns the delimiter that a header uses most; the semicolon when it uses none. */
export const delimiterIn = (header: string): Delimited.Delimiter => {
  const bare = header.replace(/"[^"]*"/g, "")
  const count = (delimiter: Delimited.Delimiter): number => bare.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

export const lineEndsOf = (text: string): Dialect["lineEnds"] => {
  const all = text.split("\n").length - 1
  const crlf = text.split("\r\n").length - 1
  return all === 0 ? "none" : crlf === 0 ? "LF" : crlf === all ? "CRLF" : "mixed"
}

/** Describes a dialect: `UTF-8 · ; · CRLF · numbers 1.234,56 (proven by "21.000,00" on line 2) · years as columns`. */
export const format = (dialect: Dialect, language: keyof Message = "en"): string => {
  const words = vocabulary[language]
  const declared = (part: keyof Dialect["how"]): string =>
    dialect.how[part] === "declared" ? ` (${words.declared})` : ""
  const [proof] = dialect.proof
  const numbers = [
    words.numbers[dialect.numbers],
    declared("numbers"),
    proof === undefined ? "" : ` (${words.proof} "${proof.text}" ${words.line} ${proof.line})`,
  ].join("")
  const shape = words.shape[dialect.shape]
  if (dialect.medium === "sheet") return [words.sheet, numbers, shape].join(" · ")
  return [
    `${dialect.encoding === "utf-8" ? "UTF-8" : "CP1252"}${dialect.bom ? words.bom : ""}${declared("encoding")}`,
    `${dialect.delimiter === "\t" ? "tab" : dialect.delimiter}${declared("delimiter")}`,
    words.lineEnds[dialect.lineEnds],
    numbers,
    shape,
  ].join(" · ")
}

interface Vocabulary {
  readonly declared: string
  readonly proof: string
  readonly line: string
  readonly sheet: string
  readonly bom: string
  readonly numbers: Readonly<Record<FileNumbers, string>>
  readonly lineEnds: Readonly<Record<Dialect["lineEnds"], string>>
  readonly shape: Readonly<Record<Dialect["shape"], string>>
}

const vocabulary: { readonly [L in keyof Message]: Vocabulary } = {
  en: {
    declared: "declared",
    proof: "proven by",
    line: "on line",
    sheet: "spreadsheet",
    bom: " with BOM",
    numbers: {
      be: "numbers 1.234,56",
      en: "numbers 1,234.56",
      mixed: "numbers in both formats",
      unproven: "numbers that read alike in every format",
    },
    lineEnds: { LF: "LF", CRLF: "CRLF", mixed: "mixed", none: "none" },
    shape: { wide: "years as columns", long: "one amount to a row", table: "no years" },
  },
  nl: {
    declared: "opgegeven",
    proof: "blijkt uit",
    line: "op regel",
    sheet: "rekenblad",
    bom: " met BOM",
    numbers: {
      be: "getallen zoals 1.234,56",
      en: "getallen zoals 1,234.56",
      mixed: "getallen in beide notaties",
      unproven: "getallen die in elke notatie hetzelfde zijn",
    },
    lineEnds: { LF: "LF", CRLF: "CRLF", mixed: "LF en CRLF door elkaar", none: "geen regeleinden" },
    shape: { wide: "jaren als kolommen", long: "één bedrag per rij", table: "geen jaren" },
  },
}
