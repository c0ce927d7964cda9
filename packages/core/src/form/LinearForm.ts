/**
 * A layout compiled into sparse matrices: how often each leaf row counts in each row, and how many years later.
 *
 * Everything that follows formulas reads this: statements fill tables by `sums`, a difference moves cells by `up`, an
 * explanation finds leaf rows by `down`.
 */
import type { Layout, LayoutRow } from "./Layout.ts"

/** The entries of index `i` are those from `starts[i]` up to `starts[i + 1]` of the other arrays. */
export interface SparseMatrix {
  readonly starts: Uint32Array
  readonly rows: Uint32Array
  /** Years between the amount of the leaf row and the cell that counts it. */
  readonly lags: Uint32Array
  readonly factors: Int32Array
}

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
  /** All rows that add rows. */
  readonly sums: RowSums
  /** The rows that are printed as the sum of printed rows. */
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

/** Fills the sums of a table. Goes year by year, because a row may carry another forward from the year before. */
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
  const down = downwards(layout, years)
  const weights = layout.rows.map(() => 0)
  for (let entry = 0; entry < down.rows.length; entry++) {
    const leaf = down.rows[entry] as number
    weights[leaf] = Math.max(weights[leaf] as number, Math.abs(down.factors[entry] as number))
  }
  return {
    layout,
    years,
    up: transposed(down, layout.rows.length),
    down,
    weights,
    sums: rowSums(layout, years, () => true),
    printedSums: rowSums(layout, years, ({ printed }) => printed === "rows"),
  }
}

/** How often a row counts each leaf row. */
type Factors = ReadonlyMap<number, number>

const nothing: Factors = new Map()

const downwards = (layout: Layout, years: number): SparseMatrix => {
  const rank = new Uint32Array(layout.rows.length)
  layout.order.forEach((row, index) => {
    rank[row] = index
  })
  const entries: ReadonlyArray<Array<readonly [row: number, lag: number, factor: number]>> = layout.rows.map(
    () => [],
  )
  let before: ReadonlyArray<Factors> = []
  for (let lag = 0; lag < years && (lag === 0 || before.some(({ size }) => size > 0)); lag++) {
    before = factorsAt(layout, lag, before)
    before.forEach((factors, row) => {
      for (const [leaf, factor] of [...factors].sort(([a], [b]) => (rank[b] as number) - (rank[a] as number)))
        entries[row]?.push([leaf, lag, factor])
    })
  }
  return matrix(entries)
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

const matrix = (
  entries: ReadonlyArray<ReadonlyArray<readonly [row: number, lag: number, factor: number]>>,
): SparseMatrix => {
  const all = entries.flat()
  const starts = new Uint32Array(entries.length + 1)
  entries.forEach((own, index) => {
    starts[index + 1] = (starts[index] as number) + own.length
  })
  return {
    starts,
    rows: Uint32Array.from(all, ([row]) => row),
    lags: Uint32Array.from(all, ([, lag]) => lag),
    factors: Int32Array.from(all, ([, , factor]) => factor),
  }
}

const transposed = ({ starts, rows, lags, factors }: SparseMatrix, length: number): SparseMatrix => {
  const entries: ReadonlyArray<Array<readonly [row: number, lag: number, factor: number]>> = Array.from(
    { length },
    () => [],
  )
  for (let row = 0; row < length; row++)
    for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry++)
      entries[rows[entry] as number]?.push([row, lags[entry] as number, factors[entry] as number])
  return matrix(entries)
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
