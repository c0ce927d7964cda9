/** The two ways to write CSV for people: for Belgian spreadsheets, and for English ones and programs. */
import * as Delimited from "./Delimited.ts"
import * as ShownText from "./ShownText.ts"

/** `be`: `;`, a decimal comma and a byte order mark. `en`: `,` and a decimal point. */
export const notations = ["be", "en"] as const

export type CsvNotation = (typeof notations)[number]

/**
 * Returns a plain decimal as a number of the notation, without thousands marks. Three decimals get a fourth, because
 * `1.234` has two readings.
 *
 * ```ts
 * CsvNotation.decimal("-1.234", "be") // => "-1,2340"
 * ```
 */
export const decimal = (plain: string, notation: CsvNotation): string => {
  const text = /\.\d{3}$/.test(plain) ? `${plain}0` : plain
  return notation === "be" ? text.replace(".", ",") : text
}

export const number = (plain: string, notation: CsvNotation): Delimited.Field => ({
  number: decimal(plain, notation),
})

/**
 * Writes a file. Without the byte order mark a Belgian spreadsheet misreads accents.
 *
 * ```ts
 * CsvNotation.write([["a", { number: "1.5" }]], "en") // => "a,1.5\n"
 * ```
 */
export const write = (
  records: ReadonlyArray<ReadonlyArray<Delimited.Field>>,
  notation: CsvNotation,
): string => marks[notation] + lines(records, notation)

/** Writes records that follow others. Invisible characters are shown as their code. */
export const lines = (
  records: ReadonlyArray<ReadonlyArray<Delimited.Field>>,
  notation: CsvNotation,
): string =>
  Delimited.write(
    records.map((fields) => fields.map((field) => (typeof field === "string" ? ShownText.of(field) : field))),
    styles[notation],
  )

const marks: Readonly<Record<CsvNotation, string>> = { be: "\ufeff", en: "" }

const styles: Readonly<Record<CsvNotation, Delimited.Style>> = {
  be: { delimiter: ";", lineEnd: "\n" },
  en: { delimiter: ",", lineEnd: "\n" },
}
