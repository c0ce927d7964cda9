/** One row under a header: its cells read as codes, accounts, amounts, days; whatever cannot be read is a fault. */
import { Formula } from "@grootboek/cells"
import { BudgetLine, type Money } from "@grootboek/core"
import * as Schema from "effect/Schema"
import type { Facts } from "../fault/Facts.ts"
import * as Figure from "./YearAmount.ts"
import type { Header } from "../header/Header.ts"
import * as Numbers from "./Numbers.ts"

/** A row, and what is needed to read it. Every verb below answers `undefined` after it has told a fault. */
export interface Row {
  readonly header: Header
  readonly cells: ReadonlyArray<string>
  readonly line: number
  readonly numbers: Numbers.Known
  /** Decimals to round to, when the import names a rounding. */
  readonly round: number | undefined
  /** Values that mean nothing, by the mapping. */
  readonly nothing: ReadonlySet<string>
  readonly fault: (facts: Facts, column?: string) => undefined
  readonly rounded: () => void
}

/** The cell of a field as written; empty when there is no such column. */
export const raw = (row: Row, field: string): string => {
  const index = row.header.fields.get(field)
  const cell = index === undefined ? "" : (row.cells[index] ?? "")
  return row.nothing.size > 0 && row.nothing.has(cell.trim()) ? "" : cell
}

/** The header under which a field stands, for messages. */
export const columnOf = (row: Row, field: string): string => {
  const index = row.header.fields.get(field)
  const column = row.header.layout.columns.find((column) => column.field === field)
  return (index === undefined ? undefined : row.header.cells[index]?.trim()) ?? column?.headers[0] ?? field
}

/** The cell of a field without the blanks around it. */
export const value = (row: Row, field: string): string => raw(row, field).trim()

const isCode = Schema.is(BudgetLine.Code)
const simpleCode = /^[\w.-]{1,200}$/

/** A code or name that must be there. */
export const code = (row: Row, field: string): string | undefined => {
  const text = value(row, field)
  return text === "" ? row.fault({ _tag: "EmptyCell" }, columnOf(row, field)) : checked(row, field, text)
}

/** A code or name that may be left blank: `""` then. */
export const codeOrBlank = (row: Row, field: string): string | undefined => {
  const text = value(row, field)
  return text === "" ? "" : checked(row, field, text)
}

const checked = (row: Row, field: string, text: string): string | undefined => {
  if (simpleCode.test(text) && text.charCodeAt(0) !== 45) return text
  const code = Formula.restore(text)
  return isCode(code) ? code : row.fault({ _tag: "NotACode", value: text }, columnOf(row, field))
}

/** Codes separated by blanks, commas or `|`. */
export const codes = (row: Row, field: string): ReadonlyArray<string> => [
  ...new Set(
    value(row, field)
      .split(/[\s,|]+/)
      .filter((text) => text !== "")
      .map((text) => checked(row, field, text) ?? ""),
  ),
]

/** A general account: digits, as text. */
export const account = (row: Row, field: string): string | undefined => {
  const text = value(row, field)
  if (text === "") return row.fault({ _tag: "EmptyCell" }, columnOf(row, field))
  return isAccount(text) ? text : row.fault({ _tag: "AccountNotDigits", value: text }, columnOf(row, field))
}

/** Whether a text is an account. */
export const isAccount = (text: string): boolean => /^\d{2,10}$/.test(text)

/** Free text as written, `undefined` when blank. */
export const text = (row: Row, field: string): string | undefined => {
  const cell = raw(row, field)
  if (cell === "" || cell.trim() === "") return undefined
  if (simpleText.test(cell)) return cell
  const text = Formula.restore(cell)
  return allowedText.test(text)
    ? text
    : row.fault({ _tag: "TextNotAllowed", length: text.length }, columnOf(row, field))
}

const simpleText = /^[A-Za-z0-9][ -~\u00a1-\u02af]{0,999}$/
const allowedText = /^(?:[^\p{Cc}\p{Cs}]|[\n\t]){1,4000}$/u

/** Uitgave or ontvangst. */
export const direction = (row: Row, field: string): BudgetLine.Direction | undefined => {
  const hasColumn = row.header.fields.has(field)
  const text = hasColumn ? value(row, field) : (value(row, "key").split("/").at(-1)?.trim() ?? "")
  const found = directions.get(text) ?? directions.get(text.toLowerCase())
  const column = columnOf(row, hasColumn ? field : "key")
  if (found !== undefined) return found
  return row.fault(text === "" ? { _tag: "EmptyCell" } : { _tag: "UnknownDirection", value: text }, column)
}

const directions: ReadonlyMap<string, BudgetLine.Direction> = new Map([
  ["U", "U"],
  ["O", "O"],
  ["u", "U"],
  ["o", "O"],
  ["uitgave", "U"],
  ["uitgaven", "U"],
  ["ontvangst", "O"],
  ["ontvangsten", "O"],
])

/** One of a list of words; blank is a fault unless the list has it. */
export const word = <A>(row: Row, field: string, words: ReadonlyMap<string, A>): A | undefined => {
  const text = value(row, field)
  const found = words.get(text.toLowerCase())
  if (found !== undefined) return found
  const known = [...words.keys()].filter((name) => name !== "")
  const facts: Facts = text === "" ? { _tag: "EmptyCell" } : { _tag: "UnknownWord", value: text, known }
  return row.fault(facts, columnOf(row, field))
}

/** A fiscal year. */
export const year = (row: Row, field: string): number | undefined => {
  const text = value(row, field)
  if (text === "") return row.fault({ _tag: "EmptyCell" }, columnOf(row, field))
  return /^(?:19|20|21)\d\d$/.test(text)
    ? Number(text)
    : row.fault({ _tag: "NotAYear", value: text }, columnOf(row, field))
}

/** A day, `2026-06-30` or `30/06/2026`, always day before month; answered as the first. */
export const day = (row: Row, field: string): string | undefined => {
  const text = value(row, field)
  if (text === "") return row.fault({ _tag: "EmptyCell" }, columnOf(row, field))
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [year = "", month = "", date = ""] = iso?.slice(1) ?? local?.slice(1).reverse() ?? []
  const found = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  const time = new Date(`${found}T00:00:00Z`)
  const isReal =
    /^(?:19|20|21)/.test(year) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(found)
  return isReal ? found : row.fault({ _tag: "NotADay", value: text }, columnOf(row, field))
}

/** A percentage, as canonical text. */
export const percent = (row: Row, field: string): string | undefined => {
  const text = value(row, field)
  if (text === "") return row.fault({ _tag: "EmptyCell" }, columnOf(row, field))
  return Numbers.percent(text) ?? row.fault({ _tag: "NotAPercentage", value: text }, columnOf(row, field))
}

/** The figure in a cell; `undefined` when it is blank or a fault was told. */
const figureAt = (row: Row, index: number, year: number): Figure.Figure | undefined => {
  const cell = row.cells[index] ?? ""
  if (cell === "") return undefined
  const micros = row.round === undefined ? Figure.quick(cell, row.numbers) : Number.NaN
  if (!Number.isNaN(micros) && row.nothing.size === 0) return Figure.ofMicros(year, micros)
  const amount = amountAt(row, index)
  return amount === undefined ? undefined : Figure.of(year, amount)
}

const amountAt = (row: Row, index: number): Money.Money | undefined => {
  const cell = (row.cells[index] ?? "").trim()
  if (row.nothing.has(cell)) return undefined
  const read = Numbers.read(cell, row.numbers)
  if (read === undefined) return undefined
  const column = row.header.cells[index]?.trim() ?? ""
  if (!Numbers.isDigits(read)) return row.fault(read, column)
  const exact = Numbers.exactly(read)
  const rounded = row.round === undefined ? exact : Numbers.rounded(read, row.round)
  if (rounded === undefined) return row.fault({ _tag: "AmountTooLarge", value: cell }, column)
  if (typeof rounded === "number")
    return row.fault({ _tag: "AmountTooFine", value: cell, decimals: rounded }, column)
  if (rounded !== exact) row.rounded()
  return rounded
}

/** The amount of a field that must be there, in a year. */
export const figure = (row: Row, field: string, year: number): Figure.Figure | undefined => {
  const index = row.header.fields.get(field) ?? -1
  const isBlank = Numbers.read(row.cells[index]?.trim() ?? "", row.numbers) === undefined
  return isBlank ? row.fault({ _tag: "EmptyCell" }, columnOf(row, field)) : figureAt(row, index, year)
}

/** Amounts per year, in the order of years; years that are blank are left out. */
export const figures = (row: Row): ReadonlyArray<Figure.Figure> => {
  const out: Array<Figure.Figure> = []
  if (row.header.years.length === 0) {
    const at = year(row, "year")
    const one = figureAt(row, row.header.fields.get("amount") ?? -1, at ?? 0)
    if (at !== undefined && one !== undefined) out.push(one)
    return out
  }
  for (const { year, index } of row.header.years) {
    const one = figureAt(row, index, year)
    if (one !== undefined) out.push(one)
  }
  return out
}
