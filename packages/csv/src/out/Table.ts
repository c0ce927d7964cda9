/** A table as CSV that is safe to open in a spreadsheet: text never becomes a formula, and numbers stay numbers. */
import { Delimited } from "@grootboek/cells"
import { Money } from "@grootboek/core"
import type { Format } from "../cell/Numbers.ts"

/** A text, an amount, or nothing. */
export type Value = string | Money.Money | undefined

/** A header and its rows. */
export interface Table {
  readonly header: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<Value>>
}

/** How to write it. */
export interface Manner {
  readonly delimiter: Delimited.Delimiter
  readonly numbers: Format
}

/** What Belgian spreadsheets expect. */
export const belgian: Manner = { delimiter: ";", numbers: "be" }

/** Writes a table: CRLF, so that every spreadsheet reads it. */
export const write = ({ header, rows }: Table, { delimiter, numbers }: Manner = belgian): string => {
  const field = (value: Value): Delimited.Field =>
    typeof value === "bigint" ? { number: amount(value, numbers) } : value
  return Delimited.write([header, ...rows.map((row) => row.map(field))], { delimiter, lineEnd: "\r\n" })
}

/**
 * An amount without thousands marks, that can be read in one way only: three decimals get a fourth.
 *
 * ```ts
 * Table.amount(Money.from("-1.234"), "be") // => "-1,2340"
 * ```
 */
export const amount = (value: Money.Money, numbers: Format): string => {
  const text = Money.format(value)
  const whole = /\.\d{3}$/.test(text) ? `${text}0` : text
  return numbers === "be" ? whole.replace(".", ",") : whole
}
