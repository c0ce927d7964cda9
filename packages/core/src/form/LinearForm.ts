/**
 * A layout compiled into sparse matrices: how often each leaf row counts in each row, and how many years later.
 *
 * Everything that follows formulas reads this: statements fill tables by `sums`, a difference moves cells by `up`, an
 * explanation finds leaf rows by `down`.
 *
 * ```ts
 * const linear = LinearForm.of(Ledger.layout(ledger, "M2", plan), 6)
 * linear.years // => 6
 * const table = [10n, 0n]
 * LinearForm.add(table, 1, 10n, -1)
 * table // => [10n, -10n]
 * const amounts = Statement.blank(linear, ledger.columns)
 * LinearForm.fill(amounts, linear.sums, 6)
 * amounts.length === linear.layout.rows.length * 6 // => true
 * ```
 */
import type { Layout, LayoutRow } from "./Layout.ts"
import { Entries, type SparseMatrix } from "./SparseMatrix.ts"

export type { SparseMatrix } from "./SparseMatrix.ts"

/** Rows that add rows, each after those it adds. Indexes are offsets in a table: row times number of years. */
export interface RowSums {
  readonly targets: Uint32Array
  /** The row that is carried forward from the year before, or -1. */
  readonly carried: Int32Array
  readonly starts: Uint32Array
  readonly terms: Uint32Array
  readonly signs: Int8Array
}

/** A compiled layout for a number of years. */
export interface LinearForm {
  readonly layout: Layout
  readonly years: number
  /** From a leaf row to the rows that count it, itself included. */
  readonly up: SparseMatrix
  /** From a row to the leaf rows that it counts: the same year first, then earlier years. */
  readonly down: SparseMatrix
  /** By leaf row: its largest factor in any cell, without sign. */
  readonly weights: ReadonlyArray<number>
  readonly sums: RowSums
  readonly printedSums: RowSums
}

/** Amounts by row and year, one row after another; bigints where a sum may not fit in 64 bits. */
export type AmountTable = BigInt64Array | Array<bigint>

const compiled = new WeakMap<Layout, Map<number, LinearForm>>()

/** The linear form of a layout, compiled once per number of years. */
export const of = (layout: Layout, years: number): LinearForm => {
  const byYears = compiled.get(layout) ?? new Map<number, LinearForm>()
  compiled.set(layout, byYears)
  const form = byYears.get(years) ?? compile(layout, years)
  byYears.set(years, form)
  return form
}

/** Fills the sums of a table, year by year, because a row may carry another forward from the year before. */
export const fill = (table: AmountTable, sums: RowSums, years: number): void => {
  const { targets, carried, starts, terms, signs } = sums
  for (let year = 0; year < years; year++) {
    for (let index = 0; index < targets.length; index++) {
      const target = (targets[index] as number) + year
      const before = carried[index] as number
      table[target] = before === none || year === 0 ? 0n : (table[before + year - 1] as bigint)
      const end = starts[index + 1] as number
      // Adds in place, with a branch per sign: a bigint in a variable would be allocated on the heap.
      for (let term = starts[index] as number; term < end; term++) {
        const source = (terms[term] as number) + year
        if (signs[term] === 1) table[target] = (table[target] as bigint) + (table[source] as bigint)
        else table[target] = (table[target] as bigint) - (table[source] as bigint)
      }
    }
  }
}

/** Adds an amount, times a factor, to a cell of a table. */
export const add = (table: AmountTable, target: number, amount: bigint, factor: number): void => {
  // A store per factor avoids a bigint on the heap; nearly every factor is 1 or -1.
  if (factor === 1) table[target] = (table[target] as bigint) + amount
  else if (factor === -1) table[target] = (table[target] as bigint) - amount
  else table[target] = (table[target] as bigint) + amount * BigInt(factor)
}

const none = -1

const compile = (layout: Layout, years: number): LinearForm => {
  const up = upwards(layout, years)
  return {
    layout,
    years,
    up,
    down: downwards(up, layout, years),
    weights: layout.rows.map(({ index }) =>
      Math.max(0, ...up.factors.subarray(up.starts[index], up.starts[index + 1]).map(Math.abs)),
    ),
    sums: rowSums(layout, years, () => true),
    printedSums: rowSums(layout, years, ({ printed }) => printed === "rows"),
  }
}

/** How often a row counts each leaf row, without those that it does not count. */
type Factors = ReadonlyMap<number, number>

const nothing: Factors = new Map()

const upwards = (layout: Layout, years: number): SparseMatrix => {
  const entries = new Entries()
  let before: ReadonlyArray<Factors> = []
  for (let lag = 0; lag < years && (lag === 0 || before.some(({ size }) => size > 0)); lag++) {
    before = factorsAt(layout, lag, before)
    before.forEach((factors, row) => {
      for (const [leaf, factor] of factors) entries.add(leaf, { row, lag, factor })
    })
  }
  return entries.matrix(layout.rows.length)
}

const downwards = (
  { starts, rows, lags, factors }: SparseMatrix,
  { order }: Layout,
  years: number,
): SparseMatrix => {
  const entries = new Entries()
  const leaves = order.toReversed()
  for (let lag = 0; lag < years; lag++)
    for (const leaf of leaves)
      for (let entry = starts[leaf] as number; entry < (starts[leaf + 1] as number); entry++)
        if (lags[entry] === lag)
          entries.add(rows[entry] as number, { row: leaf, lag, factor: factors[entry] as number })
  return entries.matrix(order.length)
}

/** The leaf rows that each row counts so many years later, from those that it counts a year earlier. */
const factorsAt = (
  { rows, order }: Layout,
  lag: number,
  before: ReadonlyArray<Factors>,
): ReadonlyArray<Factors> => {
  const out: Array<Factors> = rows.map(() => nothing)
  for (const index of order) {
    const { count, terms } = rows[index] as LayoutRow
    if (count !== undefined) {
      if (lag === 0) out[index] = new Map([[index, 1]])
      continue
    }
    const sum = new Map<number, number>()
    for (const term of terms)
      for (const [leaf, factor] of (term.lag === 0 ? out : before)[term.row] ?? nothing)
        sum.set(leaf, (sum.get(leaf) ?? 0) + term.sign * factor)
    for (const [leaf, factor] of sum) if (factor === 0) sum.delete(leaf)
    out[index] = sum
  }
  return out
}

const rowSums = (layout: Layout, years: number, isWanted: (row: LayoutRow) => boolean): RowSums => {
  const sums = layout.order
    .map((index) => layout.rows[index] as LayoutRow)
    .filter((row) => row.count === undefined && isWanted(row))
    .map(({ index, terms }) => ({
      index,
      terms: terms.filter(({ lag }) => lag === 0),
      carried: terms.find(({ lag }) => lag === 1),
    }))
  const terms = sums.flatMap((row) => row.terms)
  const starts = new Uint32Array(sums.length + 1)
  sums.forEach((row, index) => {
    starts[index + 1] = (starts[index] as number) + row.terms.length
  })
  return {
    targets: Uint32Array.from(sums, ({ index }) => index * years),
    carried: Int32Array.from(sums, ({ carried }) => (carried === undefined ? none : carried.row * years)),
    starts,
    terms: Uint32Array.from(terms, ({ row }) => row * years),
    signs: Int8Array.from(terms, ({ sign }) => sign),
  }
}
