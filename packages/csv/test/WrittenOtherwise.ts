/** Rows of every kind, and ways to write them that do not change what they say. */
import { createHash } from "node:crypto"
import fc from "fast-check"
import type { File } from "../src/index.ts"

/** What a cell holds; the way it is written is chosen later. `list` is codes, `raw` has one way only. */
export type Cell =
  | { readonly is: "text" | "code" | "word" | "list" | "raw" | "day"; readonly value: string }
  | { readonly is: "amount"; readonly cents: number }
  | { readonly is: "quantity"; readonly tenths: number }

/** How a file is written. */
export interface Style {
  readonly delimiter: ";" | "," | "\t"
  readonly lineEnd: "\n" | "\r\n"
  readonly isQuoted: boolean
  readonly encoding: "utf-8" | "utf-8-bom" | "windows-1252"
  readonly numbers: "be" | "en"
  readonly thousands: boolean
  readonly form: "NFC" | "NFD"
  /** A blank inside a text, and the blanks around a cell. */
  readonly blank: string
  readonly around: string
}

/** The style in which most files are written. */
export const plain: Style = {
  delimiter: ";",
  lineEnd: "\n",
  isQuoted: false,
  encoding: "utf-8",
  numbers: "be",
  thousands: false,
  form: "NFC",
  blank: " ",
  around: "",
}

const blanks = ["", " ", "  ", "\u00a0", " \u00a0", "\u202f", "\u2003 "] as const

/** Any style. CP1252 has one kind of non-breaking blank and no combining marks. */
export const style: fc.Arbitrary<Style> = fc
  .record({
    delimiter: fc.constantFrom(";", ",", "\t"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    isQuoted: fc.boolean(),
    encoding: fc.constantFrom("utf-8", "utf-8-bom", "windows-1252"),
    numbers: fc.constantFrom("be", "en"),
    thousands: fc.boolean(),
    form: fc.constantFrom("NFC", "NFD"),
    blank: fc.constantFrom(...blanks.slice(1)),
    around: fc.constantFrom(...blanks),
  } as const)
  .map((any) => {
    if (any.encoding !== "windows-1252") return any
    const western = (text: string) => text.replace(/[^ \u00a0]/gu, " ")
    return { ...any, form: "NFC", blank: western(any.blank), around: western(any.around) }
  })

const accented = fc.constantFrom("a", "b", "e", "1", "é", "ë", "Ö", "ç", "-", "'", '"')
const word = fc.string({ unit: accented, minLength: 1, maxLength: 5 })

/** A text of some words. An apostrophe at its start would mark a text that a spreadsheet must not run. */
export const text: fc.Arbitrary<Cell> = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .filter(([first = ""]) => !first.startsWith("'"))
  .map((words) => ({ is: "text", value: words.join(" ") }))

/** A code, mostly plain, sometimes with accents and blanks. */
export const code: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((n): Cell => ({ is: "code", value: `A${n}` })),
  fc.constantFrom("Één actie", "OCMW Ieper", "Coördinatie").map((value): Cell => ({ is: "code", value })),
)

/** An account. */
export const account: fc.Arbitrary<Cell> = fc
  .integer({ min: 6000, max: 7999 })
  .map((n) => ({ is: "code", value: String(n) }))

/** Accounts or simple codes. */
export const list: fc.Arbitrary<Cell> = fc
  .uniqueArray(fc.integer({ min: 6000, max: 7999 }), { minLength: 1, maxLength: 3 })
  .map((codes) => ({ is: "list", value: codes.join(" ") }))

/** One of some words. */
export const oneOf = (...words: ReadonlyArray<string>): fc.Arbitrary<Cell> =>
  fc.constantFrom(...words).map((value) => ({ is: "word", value }))

/** A fixed cell. */
export const raw = (value: string): fc.Arbitrary<Cell> => fc.constant({ is: "raw", value })

/** An amount with cents. */
export const amount: fc.Arbitrary<Cell> = fc
  .integer({ min: -9_999_999, max: 9_999_999 })
  .map((cents) => ({ is: "amount", cents }))

/** A quantity with one decimal. */
export const quantity: fc.Arbitrary<Cell> = fc
  .integer({ min: 0, max: 9999 })
  .map((tenths) => ({ is: "quantity", tenths }))

/** A day. */
export const day: fc.Arbitrary<Cell> = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => ({ is: "day", value: `2026-${pad(month)}-${pad(day)}` }))

const pad = (n: number): string => String(n).padStart(2, "0")

/** Writes a header and rows in a style. */
export const write = (
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<Cell>>,
  style: Style,
): File => {
  const field = (written: string): string =>
    style.isQuoted || /[";,\t\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written
  const lines = [header, ...rows.map((row) => row.map((cell) => written(cell, style)))]
  const content = lines.map((line) => line.map(field).join(style.delimiter) + style.lineEnd).join("")
  const bytes = encoded(content, style)
  return { name: "rows.csv", bytes, sha256: createHash("sha256").update(bytes).digest("hex") }
}

const written = (cell: Cell, { around, blank, form, ...style }: Style): string => {
  switch (cell.is) {
    case "raw":
      return cell.value
    case "amount":
      return amountOf(cell.cents, style)
    case "quantity":
      return `${Math.floor(cell.tenths / 10)}${style.numbers === "be" ? "," : "."}${cell.tenths % 10}`
    case "day": {
      const [year, month, date] = cell.value.split("-")
      return style.thousands ? `${date}/${month}/${year}` : cell.value
    }
    case "list":
      return cell.value.replaceAll(" ", style.thousands ? " | " : " ")
    case "text":
    case "code":
    case "word":
      return `${around}${cell.value.normalize(form).replaceAll(" ", blank)}${around}`
  }
}

const amountOf = (cents: number, { numbers, thousands }: Pick<Style, "numbers" | "thousands">): string => {
  const [group, point] = numbers === "be" ? [".", ","] : [",", "."]
  const whole = String(Math.floor(Math.abs(cents) / 100))
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole
  return `${cents < 0 ? "-" : ""}${grouped}${point}${pad(Math.abs(cents) % 100)}`
}

const encoded = (content: string, { encoding }: Style): Uint8Array => {
  if (encoding !== "windows-1252")
    return new TextEncoder().encode(`${encoding === "utf-8-bom" ? "\ufeff" : ""}${content}`)
  // The letters of these tests have the same number in CP1252 and in Unicode.
  return Uint8Array.from(content, (character) => character.charCodeAt(0))
}
