/** Records as delimiter-separated text (CSV). */
import * as Formula from "./Formula.ts"

/** `;`, `,`, a tab or `|`. */
export type Delimiter = ";" | "," | "\t" | "|"

/** What goes between fields and after each record. */
export interface Style {
  readonly delimiter: Delimiter
  readonly lineEnd: "\n" | "\r\n"
}

/** Text, a number as it must be written, or nothing. */
export type Field = string | { readonly number: string } | undefined

/**
 * Writes records. Text never becomes a formula, and numbers stay numbers.
 *
 * ```ts
 * Delimited.write([["=1", { number: "-5" }]], { delimiter: ";", lineEnd: "\n" }) // => "'=1;-5\n"
 * ```
 */
export const write = (
  records: ReadonlyArray<ReadonlyArray<Field>>,
  { delimiter, lineEnd }: Style,
): string => {
  const record = (fields: ReadonlyArray<Field>): string => {
    const line = fields.map((one) => field(one, delimiter)).join(delimiter)
    // An empty line would be read as no record.
    return line === "" ? '""' : line
  }
  return records.map((fields) => record(fields) + lineEnd).join("")
}

/** Writes one field: quoted when it holds the delimiter, a quote, a line end, or blanks at its ends. */
export const field = (value: Field, delimiter: Delimiter): string => {
  const text = value === undefined ? "" : typeof value === "string" ? Formula.neutralise(value) : value.number
  const isPlain = !/["\r\n]|^\s|\s$/.test(text) && !text.includes(delimiter)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
