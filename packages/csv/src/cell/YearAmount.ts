/**
 * Amounts of a row, each in its year.
 *
 * A large file has millions of amounts, nearly all plain and below a thousand million euro: `Money.parseMicros` parses
 * those without a `bigint`, `Numbers` parses the others.
 */
import { Money, Year } from "@grootboek/core"
import * as Result from "effect/Result"
import type { YearColumn } from "../header/Header.ts"
import * as Direction from "./Direction.ts"
import * as Numbers from "./Numbers.ts"
import * as Row from "./Row.ts"

/** An amount in a year: in euro as text, and in micro-euro as a number where a number is exact. */
export interface YearAmount {
  readonly year: number
  readonly text: string
  readonly micros: number | bigint
}

/** Returns the amount of a field, or of debit and credit. Reports a blank. */
export const of = (row: Row.DecodedRow, field: string, year: number): YearAmount | undefined => {
  const index = row.header.fields.get(field)
  if (index === undefined && isSided(row)) {
    const isBlank = ["debit", "credit"].every((side) => isNoAmount(row, row.header.fields.get(side) ?? -1))
    return isBlank ? Row.empty(row, "debit") : difference(row, year)
  }
  return index === undefined || isNoAmount(row, index) ? Row.empty(row, field) : at(row, index, year)
}

const isNoAmount = (row: Row.DecodedRow, index: number): boolean => {
  const cell = row.cells[index]?.trim() ?? ""
  return row.nothing.has(cell) || Numbers.parse(cell, row.numbers) === undefined
}

const isSided = ({ header }: Row.DecodedRow): boolean =>
  header.fields.has("debit") && header.fields.has("credit")

/** Amounts in micro-euro in rising years, without blank years. */
export interface PlainAmounts {
  readonly years: ReadonlyArray<number>
  readonly micros: ReadonlyArray<number>
}

/**
 * Returns the amounts of a row when each is plain, in a column of a year of the plan; `undefined` when one is not, for
 * {@link all} to read. Reports nothing.
 */
export const plain = (row: Row.DecodedRow): PlainAmounts | undefined => {
  const columns = row.header.years
  const { numbers } = row
  if (columns.length === 0 || !isPlain(row) || (numbers !== "be" && numbers !== "en")) return undefined
  const years: Array<number> = []
  const micros: Array<number> = []
  for (let at = 0; at < columns.length; at++) {
    const { year, index } = columns[at] as YearColumn
    const cell = row.cells[index] ?? ""
    if (cell === "") continue
    const amount = Money.parseMicros(cell, numbers)
    if (Number.isNaN(amount) || (row.years !== undefined && !Year.within(row.years, year))) return undefined
    years.push(year)
    micros.push(amount)
  }
  return { years, micros }
}

/** Returns whether amounts are what their cells state: in euro, not rounded, and with no word for a blank. */
const isPlain = ({ header, nothing, round }: Row.DecodedRow): boolean =>
  header.mapping.unit === undefined && round === undefined && nothing.size === 0

/** Returns the amounts of a row in the order of years, without blank years. */
export const all = (row: Row.DecodedRow): ReadonlyArray<YearAmount> => {
  const out: Array<YearAmount> = []
  if (row.header.years.length === 0) {
    const year = Row.year(row, "year")
    const amount = row.header.fields.get("amount")
    const one =
      amount === undefined && isSided(row) ? difference(row, year ?? 0) : at(row, amount ?? -1, year ?? 0)
    if (year !== undefined && one !== undefined) out.push(one)
    return out
  }
  const { years } = row
  for (const { year, index, header } of row.header.years) {
    const one = at(row, index, year)
    if (one === undefined) continue
    if (years === undefined || Year.within(years, year)) out.push(one)
    else row.report({ _tag: "YearOutsidePlan", header, year, years }, header)
  }
  return out
}

/** Returns debit minus credit for expenditure, credit minus debit for receipts; `undefined` when both are blank. */
const difference = (row: Row.DecodedRow, year: number): YearAmount | undefined => {
  const { fields } = row.header
  const [debit, credit] = [
    at(row, fields.get("debit") ?? -1, year),
    at(row, fields.get("credit") ?? -1, year),
  ]
  if (debit === undefined && credit === undefined) return undefined
  const [left, right] = [debit, credit].map((one) => (one === undefined ? Money.zero : Money.from(one.text)))
  const spent = Money.subtract(left ?? Money.zero, right ?? Money.zero)
  const direction = Direction.known(row, "direction")
  const micros = direction === "O" ? Money.negate(spent) : spent
  return { year, text: Money.format(micros), micros }
}

/** Returns the amounts as an event holds them. */
export const byYear = (amounts: ReadonlyArray<YearAmount>): Readonly<Record<string, string>> =>
  Object.fromEntries(amounts.map(({ year, text }) => [year, text]))

const at = (row: Row.DecodedRow, index: number, year: number): YearAmount | undefined => {
  const cell = row.cells[index] ?? ""
  if (cell === "") return undefined
  if (isPlain(row) && (row.numbers === "be" || row.numbers === "en")) {
    const micros = Money.parseMicros(cell, row.numbers)
    if (!Number.isNaN(micros)) return { year, text: Money.formatMicros(micros), micros }
  }
  const amount = parse(row, index, cell.trim())
  return amount === undefined ? undefined : { year, text: Money.format(amount), micros: amount }
}

const parse = (row: Row.DecodedRow, index: number, cell: string): Money.Money | undefined => {
  if (row.nothing.has(cell)) return undefined
  const written = Numbers.parse(cell, row.numbers)
  if (written === undefined) return undefined
  const column = row.header.cells[index]?.trim() ?? ""
  if (typeof written !== "string") return row.report(written, column)
  const decimal = Numbers.inUnits(written, row.header.mapping.unit ?? 1)
  const exact = Numbers.amount(decimal, cell)
  const amount = row.round === undefined ? exact : Numbers.rounded(decimal, row.round, cell)
  if (Result.isFailure(amount)) return row.report(amount.failure, column)
  if (Result.isFailure(exact) || amount.success !== exact.success) row.rounded()
  return amount.success
}
