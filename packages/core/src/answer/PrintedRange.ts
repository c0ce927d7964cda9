/**
 * The amounts that printed figures allow, if tables were printed in a known way: from exact amounts, or as sums of
 * printed rows.
 *
 * A figure that was rounded alone is within half a unit of its amount. A sum of printed rows is within half a unit for
 * each rounded figure that it adds. A cell that was not printed follows from the cells that it adds.
 *
 * ```ts
 * const range = PrintedRange.rounded(10_000_000n, 1_000_000n)
 * range.most - range.least // => 999999n
 * PrintedRange.meets(range, PrintedRange.rounded(12_000_000n, 1_000_000n)) // => false
 * PrintedRange.sum([{ range, sign: 1 }, { range, sign: -1 }])?.least === range.least - range.most // => true
 * const cells = [
 *   { section: "Budgettair resultaat", code: "VII", year: 2026, amount: Money.from("100.00"), line: 2, column: "2026" },
 * ]
 * const [table] = Result.getOrThrow(Published.lay([{ form: "M2", cells }]))
 * if (table === undefined) throw new Error("no table")
 * const reading = { table, policy: "form", isNothing: Published.holdsNothing(table), zeros: "nothing" } as const
 * const row = table.layout.rows.find(({ code }) => code === "VII")
 * if (row === undefined) throw new Error("no row")
 * PrintedRange.isPrintedSum(row, "rows") // => true
 * PrintedRange.printed(reading, row.index, 0)?.least === PrintedRange.exact(reading, row.index, 0)?.least // => false
 * PrintedRange.isZero(reading, row.index, 0) // => false
 * const cell = { table: 0, row: row.index, year: 0 }
 * PrintedRange.allows([reading], { kind: "sum", cell, terms: [{ cell, sign: 1 }] }) // => true
 * ```
 */

import type * as Identity from "../form/Identity.ts"
import type { LayoutRow } from "../form/Layout.ts"
import type * as Statement from "../ledger/Statement.ts"
import { isPrintedSum } from "../ledger/StatementAmounts.ts"
import * as Money from "../value/Money.ts"
import type * as Published from "./Published.ts"

export { isPrintedSum } from "../ledger/StatementAmounts.ts"

/** The least and the largest amount in micro-euro, both included. */
export interface PrintedRange {
  readonly least: bigint
  readonly most: bigint
}

/** How one table is interpreted. */
export interface TableReading {
  readonly table: Published.LaidTable
  readonly policy: Statement.Policy
  /** Whether a cell that was not printed is known to be zero. */
  readonly isNothing: (row: number, year: number) => boolean
  /** Whether the amount behind a printed zero is exactly zero (`nothing`) or rounds to zero (`rounded`). */
  readonly zeros: "nothing" | "rounded"
}

/** Returns the amounts that round, half away from zero, to a figure. */
export const rounded = (figure: bigint, unit: bigint): PrintedRange => {
  const half = unit / 2n
  return {
    least: figure > 0n ? figure - half : figure - half + 1n,
    most: figure < 0n ? figure + half : figure + half - 1n,
  }
}

/** Tests whether two ranges have an amount in common. */
export const meets = (one: PrintedRange, other: PrintedRange): boolean =>
  one.least <= other.most && other.least <= one.most

/** Adds ranges with their signs; `undefined` when one of them is unknown. */
export const sum = (
  terms: ReadonlyArray<{ readonly range: PrintedRange | undefined; readonly sign: 1 | -1 }>,
): PrintedRange | undefined => {
  let [least, most] = [0n, 0n]
  for (const { range, sign } of terms) {
    if (range === undefined) return undefined
    least += sign === 1 ? range.least : -range.most
    most += sign === 1 ? range.most : -range.least
  }
  return { least, most }
}

/** Returns the exact amounts that a cell can have; `undefined` when nothing limits it. */
export const exact = (reading: TableReading, row: number, year: number): PrintedRange | undefined => {
  const { table, policy } = reading
  const found = table.layout.rows[row]
  const figure = table.figures[row]?.[year]
  if (found === undefined) return undefined
  if (figure === undefined)
    return reading.isNothing(row, year) ? nothing : sum(termsOf(reading, found, year, exact) ?? [unknown])
  const unit = Money.unit(table.layout.form.decimals)
  if (isPrintedSum(found, policy)) {
    const spread = (unit / 2n) * BigInt(roundings(reading, found, year))
    return { least: figure.amount - spread, most: figure.amount + spread }
  }
  return reading.zeros === "nothing" && isZero(reading, row, year) ? nothing : rounded(figure.amount, unit)
}

/** Returns the figures that a cell can print; `undefined` when nothing limits them. */
export const printed = (reading: TableReading, row: number, year: number): PrintedRange | undefined => {
  const { table, policy } = reading
  const found = table.layout.rows[row]
  const figure = table.figures[row]?.[year]
  if (figure !== undefined) return { least: figure.amount, most: figure.amount }
  if (found === undefined) return undefined
  if (reading.isNothing(row, year)) return nothing
  if (isPrintedSum(found, policy)) return sum(termsOf(reading, found, year, printed) ?? [unknown])
  const amounts = exact(reading, row, year)
  if (amounts === undefined) return undefined
  const { decimals } = table.layout.form
  return {
    least: Money.round(Money.ofMicros(amounts.least), decimals),
    most: Money.round(Money.ofMicros(amounts.most), decimals),
  }
}

/** Tests whether the way of printing allows an identity between the figures; `undefined` when a cell is unknown. */
export const allows = (
  readings: ReadonlyArray<TableReading>,
  { kind, cell, terms }: Identity.Identity,
): boolean | undefined => {
  const own = readings[cell.table]
  const row = own?.table.layout.rows[cell.row]
  if (own === undefined || row === undefined) return undefined
  const isStated = kind === "sum" || kind === "carried"
  const rangeOf = isStated && isPrintedSum(row, own.policy) ? printed : exact
  const added = sum(
    terms.map(({ cell: term, sign }) => {
      const reading = readings[term.table]
      return { range: reading && rangeOf(reading, term.row, term.year), sign }
    }),
  )
  const target = rangeOf(own, cell.row, cell.year)
  return added === undefined || target === undefined ? undefined : meets(target, added)
}

/** Tests whether a printed zero has only zeros below it, so that nothing was rounded. */
export const isZero = (reading: TableReading, row: number, year: number): boolean => {
  const figure = reading.table.figures[row]?.[year]
  if (figure === undefined) return reading.isNothing(row, year)
  if (figure.amount !== 0n) return false
  return (reading.table.layout.rows[row]?.terms ?? [])
    .filter(({ lag }) => lag <= year)
    .every((term) => isZero(reading, term.row, year - term.lag))
}

const nothing: PrintedRange = { least: 0n, most: 0n }
const unknown = { range: undefined, sign: 1 } as const

/** Returns the ranges of the cells that a row adds; `undefined` for a row that counts. */
const termsOf = (reading: TableReading, row: LayoutRow, year: number, rangeOf: typeof exact) =>
  row.count !== undefined || row.terms.length === 0
    ? undefined
    : row.terms
        .filter(({ lag }) => lag <= year)
        .map((term) => ({ range: rangeOf(reading, term.row, year - term.lag), sign: term.sign }))

/** Returns how many rounded figures a sum of printed rows adds, without those that are exactly zero. */
const roundings = (reading: TableReading, row: LayoutRow, year: number): number => {
  const { table, policy, zeros } = reading
  let count = 0
  for (const { row: index, lag } of row.terms) {
    const at = year - lag
    const term = table.layout.rows[index]
    if (at < 0 || term === undefined) continue
    if (table.figures[index]?.[at] === undefined && reading.isNothing(index, at)) continue
    if (isPrintedSum(term, policy)) count += roundings(reading, term, at)
    else if (zeros === "rounded" || !isZero(reading, index, at)) count += 1
  }
  return count
}
