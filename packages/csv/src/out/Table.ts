/** A table as CSV that is safe to open in a spreadsheet: text never becomes a formula, and numbers stay numbers. */
import { CsvNotation, Delimited } from "@grootboek/cells"
import { Money } from "@grootboek/core"
import type { NumberFormat } from "../text/Dialect.ts"

/** A text, an amount, or nothing. */
export type CsvValue = string | Money.Money | undefined

export interface CsvTable {
  readonly header: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<CsvValue>>
}

export interface CsvStyle {
  readonly delimiter: Delimited.Delimiter
  readonly numbers: NumberFormat
}

/** The style that Belgian spreadsheets expect. */
export const belgian: CsvStyle = { delimiter: ";", numbers: "be" }

/** Writes a table with CRLF, which every spreadsheet reads. */
export const write = ({ header, rows }: CsvTable, { delimiter, numbers }: CsvStyle = belgian): string => {
  const field = (value: CsvValue): Delimited.Field =>
    typeof value === "bigint" ? { number: amount(value, numbers) } : value
  return Delimited.write([header, ...rows.map((row) => row.map(field))], { delimiter, lineEnd: "\r\n" })
}

/**
 * Writes an amount without thousands marks and with one reading only: three decimals get a fourth.
 *
 * ```ts
 * Table.amount(Money.from("-1.234"), "be") // => "-1,2340"
 * ```
 */
export const amount = (value: Money.Money, numbers: NumberFormat): string =>
  CsvNotation.decimal(Money.format(value), numbers)
