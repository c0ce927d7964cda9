/** Fields of CSV files: texts and figures, `;` between them. */
import { Delimited } from "@grootboek/cells"
import { Money } from "@grootboek/core"

/** How figures are written: `2744734.25` (plain) or `2744734,25` (belgian, for spreadsheets set to Belgium; no dots). */
export type CsvNumbers = "plain" | "belgian"

/** Writes an amount as a number, to be rounded to `decimals` where they are given. */
export const figure = (amount: Money.Money, numbers: CsvNumbers, decimals?: number): Delimited.Field => {
  const plain = Money.print(amount, "plain", decimals)
  return { number: numbers === "plain" ? plain : plain.replace(".", ",") }
}

/** Writes records, one per line. */
export const lines = (records: ReadonlyArray<ReadonlyArray<Delimited.Field>>): string =>
  Delimited.write(records, { delimiter: ";", lineEnd: "\n" })
