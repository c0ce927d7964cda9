/**
 * Total rows of a file: a word such as `Totaal`, amounts, and no codes. They are not imported; their sums are compared with
 * those of the rows above.
 */
import { Money } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Numbers from "../cell/Numbers.ts"
import * as Header from "../header/Header.ts"
import type { FileNumbers } from "../text/Dialect.ts"
import type { ControlTotal } from "./ControlTotals.ts"

/** A total row: its words, its direction if it names one, and its amounts by column. */
export interface PrintedTotal {
  readonly label: string
  readonly direction: "O" | "U" | undefined
  /** Whether its words name the sum of all rows, and not of a part. */
  readonly isGrand: boolean
  readonly amounts: ReadonlyArray<PrintedAmount>
}

interface PrintedAmount {
  readonly year: number | undefined
  readonly amount: Money.Money
  /** Negative when the amounts are in thousands. */
  readonly decimals: number
  /** How it adds directions, when its column says so: debit and credit. */
  readonly way?: Way
}

/** The result of a comparison. `year` is that of the first amount that differs. */
export type TotalComparison =
  | { readonly _tag: "Equal" | "NotCompared" }
  | { readonly _tag: "Rounded" | "Differs"; readonly printed: string; readonly computed: string }

const words =
  /^(?:(?:algemeen|algemene|sub|deel|tussen|eind|rij|grand|sous)?[\s-]*(?:totaal|totalen|total|totals|totaux)|som|somme|sum|saldo)(?![\p{L}\p{N}])/iu
const grand = /^(?:algemeen\s+totaal|eindtotaal|totaal|totalen|grand\s+total|total|totaux)(.*)$/iu
const directions: ReadonlyArray<readonly ["O" | "U", RegExp]> = [
  ["U", /(?:^|[\s:(])u\)?$|uitgave|kosten|(?<!be)lasten|dépenses|expenditure/iu],
  ["O", /(?:^|[\s:(])o\)?$|ontvangst|opbrengst|baten|recettes|receipts/iu],
]

/** Returns the total row that cells are, `undefined` when they are not one. */
export const of = (
  cells: ReadonlyArray<string>,
  header: Header.Header,
  numbers: FileNumbers,
): PrintedTotal | undefined => {
  const isAmount = amountColumnsOf(header)
  if (isAmount.size === 0 || !beginsWithTotal(cells, header)) return undefined
  const isRead = new Set(header.fields.values())
  // Beside the amounts there may be totals of columns that nothing reads, such as the accounts of an earlier year.
  const isApart = (text: string, index: number): boolean =>
    isAmount.has(index) ||
    (!isRead.has(index) && typeof Numbers.parse(text.replace(/\s*%$/, ""), numbers) === "string")
  const texts = cells.map((cell) => cell.trim()).filter((text, index) => text !== "" && !isApart(text, index))
  // A column for the direction may come before the words.
  const [label = ""] = texts.filter((text) => words.test(text))
  const others = texts.filter((text) => text !== label)
  if (!others.every((text) => directionOf(text) !== undefined)) return undefined
  const labels = [label, ...others]
  const rest = grand.exec(label)?.[1]?.replace(/[\s:()€]|EUR|\d{4}/giu, "")
  const direction = labels.map(directionOf).find((found) => found !== undefined)
  return {
    label,
    direction,
    isGrand: rest === "" || (rest !== undefined && directionOf(rest) !== undefined),
    amounts: printedAmounts(cells, header, numbers),
  }
}

// Computed once for all rows under a header.
const columnsOf = new WeakMap<Header.Header, ReadonlySet<number>>()

const amountColumnsOf = (header: Header.Header): ReadonlySet<number> => {
  const columns = columnsOf.get(header) ?? new Set(Header.amountColumns(header))
  columnsOf.set(header, columns)
  return columns
}

/** Returns whether the first text of a row, amounts and direction apart, begins with a word for a total. */
const beginsWithTotal = (cells: ReadonlyArray<string>, header: Header.Header): boolean => {
  const isAmount = amountColumnsOf(header)
  const direction = header.fields.get("direction")
  for (let at = 0; at < cells.length; at++) {
    const text = at === direction || isAmount.has(at) ? "" : (cells[at] as string).trim()
    if (text !== "") return words.test(text)
  }
  return false
}

const printedAmounts = (
  cells: ReadonlyArray<string>,
  header: Header.Header,
  numbers: FileNumbers,
): ReadonlyArray<PrintedAmount> => {
  const { unit = 1 } = header.mapping
  const at = (column: number): ReadonlyArray<PrintedAmount> =>
    printed(cells[column] ?? "", { year: yearOf(header, column), numbers, unit })
  const sides = [header.fields.get("debit"), header.fields.get("credit")]
  const single = Header.amountColumns(header)
    .filter((column) => !sides.includes(column))
    .flatMap(at)
  const [debit, credit] = sides.map((column) => (column === undefined ? undefined : at(column)[0]))
  if (debit !== undefined && credit !== undefined) {
    const decimals = Math.max(debit.decimals, credit.decimals)
    const amount = Money.ofMicros(debit.amount - credit.amount)
    return [...single, { ...debit, amount, decimals, way: balance }]
  }
  // Beside a column of directions, a side also has the corrections of the other direction.
  const side = header.fields.has("direction") ? undefined : (debit ?? credit)
  return side === undefined ? single : [...single, { ...side, way: side === debit ? expenditure : receipts }]
}

const directionOf = (text: string): "O" | "U" | undefined =>
  directions.find(([, pattern]) => pattern.test(text))?.[0]

const yearOf = ({ years }: Header.Header, column: number): number | undefined =>
  years.find(({ index }) => index === column)?.year

const printed = (cell: string, { year, numbers, unit }: AmountColumn): ReadonlyArray<PrintedAmount> => {
  const decimal = Numbers.parse(cell.trim(), numbers)
  if (typeof decimal !== "string") return []
  const amount = Money.parse(Numbers.inUnits(decimal, unit))
  const decimals = Numbers.decimalsOf(decimal) - Math.round(Math.log10(unit))
  return Result.isFailure(amount) ? [] : [{ year, amount: amount.success, decimals: Math.min(6, decimals) }]
}

interface AmountColumn {
  readonly year: number | undefined
  readonly numbers: FileNumbers
  readonly unit: NonNullable<Header.Header["mapping"]["unit"]>
}

/** The sums of the rows of a scope, how many they are, and the decimals that amounts were rounded to. */
export interface TotalScope {
  readonly totals: ReadonlyArray<ControlTotal>
  readonly rows: number
  readonly round: number | undefined
}

/** Compares a total row with the sums that it may print: of all rows, or of those since the total row before it. */
export const compare = (total: PrintedTotal, scopes: ReadonlyArray<TotalScope>): TotalComparison => {
  if (total.amounts.length === 0 || scopes.every(({ totals }) => totals.length === 0))
    return { _tag: "NotCompared" }
  const results = scopes.flatMap((scope) => waysOf(total).map((way) => differenceOf(total, scope, way)))
  const best = (tag: TotalComparison["_tag"]): TotalComparison | undefined =>
    results.find((result) => result._tag === tag)
  return best("Equal") ?? best("Rounded") ?? results[0] ?? { _tag: "NotCompared" }
}

/** The sign with which a total counts each direction: both as they are, one less the other, or one of them only. */
type Way = Readonly<Record<ControlTotal["direction"], 1 | 0 | -1>>

const balance: Way = { O: -1, U: 1, debt: 0 }
const expenditure: Way = { O: 0, U: 1, debt: 0 }
const receipts: Way = { O: 1, U: 0, debt: 0 }

const waysOf = ({ direction }: PrintedTotal): ReadonlyArray<Way> => {
  const plus: Way = { O: 1, U: 1, debt: 1 }
  const own: ReadonlyArray<Way> = [receipts, expenditure, { O: 0, U: -1, debt: 0 }]
  if (direction !== undefined) return own.filter((way) => way[direction] !== 0)
  return [plus, { O: 1, U: -1, debt: 1 }, { O: -1, U: 1, debt: -1 }]
}

const differenceOf = (
  { amounts }: PrintedTotal,
  { totals, rows, round = 6 }: TotalScope,
  rowWay: Way,
): TotalComparison => {
  let rounded: TotalComparison | undefined
  for (const { year, amount, decimals, way = rowWay } of amounts) {
    const computed = totals
      .filter((total) => year === undefined || total.year === year)
      .reduce((sum, total) => sum + BigInt(way[total.direction]) * total.amount, 0n)
    const difference = absolute(amount - computed)
    if (difference === 0n) continue
    const step = 10n ** BigInt(6 - Math.min(decimals, round))
    const texts = { printed: Money.format(amount), computed: Money.format(Money.ofMicros(computed)) }
    // Each row, and the total itself, may be printed with fewer decimals than it has.
    const isFiner = round < 6 || computed % step !== 0n
    const isRounded = isFiner && 2n * difference <= step * BigInt(rows + 1)
    if (!isRounded) return { _tag: "Differs", ...texts }
    rounded ??= { _tag: "Rounded", ...texts }
  }
  return rounded ?? { _tag: "Equal" }
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)
