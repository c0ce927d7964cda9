/** Writes records of CSV: `;` between fields, and no field that a spreadsheet takes for a formula. */
import type { Money } from "@grootboek/core"
import * as Figure from "../words/Figure.ts"

/** How figures are written: `2744734.25` (plain) or `2744734,25` (belgian, for spreadsheets set to Belgium; no dots). */
export type CsvNumbers = "plain" | "belgian"

/** Escapes a text: an apostrophe before what a spreadsheet takes for a formula, and quotes where they are needed. */
export const text = (value: string): string => {
  const safe = /^[=+\-@\t\r\n\u00a0]/u.test(value) ? `'${value}` : value
  return /[;"\n\r]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes an amount as a number, to be rounded to `decimals` where they are given. */
export const figure = (amount: Money.Money, numbers: CsvNumbers, decimals?: number): string => {
  const plain = Figure.plain(amount, decimals)
  return numbers === "plain" ? plain : plain.replace(".", ",")
}

/** Joins fields that are written already into lines. */
export const lines = (records: ReadonlyArray<ReadonlyArray<string>>): string =>
  records.map((fields) => `${fields.join(";")}\n`).join("")
