/**
 * The rows of a layout that add other rows, in columns of plain numbers: what a table of leaf amounts is summed by.
 *
 * The same formulas as the layout has them; every reading goes through all of them, so they are compiled once.
 */
import type { Layout, LayoutRow } from "./Layout.ts"

/** Amounts of rows and years, one row after another. A table of whole words cannot hold a sum of more than 64 bits. */
export type Table = BigInt64Array | Array<bigint>

/** Rows that add others, each after those it adds: `starts[turn]` up to `starts[turn + 1]` are its terms. */
export interface Sums {
  readonly rows: Uint32Array
  /** The row of the year before that each takes up, or none. */
  readonly previous: Int32Array
  readonly starts: Uint32Array
  readonly terms: Uint32Array
  readonly signs: Int8Array
}

/** All sums of a layout, and those that are printed as the sum of printed rows. */
export interface Compiled {
  readonly all: Sums
  readonly printed: Sums
}

const none = -1
const known = new WeakMap<Layout, Compiled>()

/** The sums of a layout. */
export const of = (layout: Layout): Compiled => {
  const found = known.get(layout) ?? {
    all: compile(layout, () => true),
    printed: compile(layout, ({ printed }) => printed === "rows"),
  }
  known.set(layout, found)
  return found
}

const compile = ({ rows, order }: Layout, isWanted: (row: LayoutRow) => boolean): Sums => {
  const sums = order
    .map((index) => rows[index] as LayoutRow)
    .filter((row) => row.count === undefined && isWanted(row))
  const terms = sums.flatMap((row) => row.terms)
  const starts = [0]
  for (const row of sums) starts.push((starts.at(-1) ?? 0) + row.terms.length)
  return {
    rows: Uint32Array.from(sums, ({ index }) => index),
    previous: Int32Array.from(sums, ({ previousYear }) => previousYear ?? none),
    starts: Uint32Array.from(starts),
    terms: Uint32Array.from(terms, ({ row }) => row),
    signs: Int8Array.from(terms, ({ sign }) => sign),
  }
}

/** Fills in the sums of a table. Year by year, for a row may take up another of the year before. */
export const fill = (table: Table, { rows, previous, starts, terms, signs }: Sums, years: number): void => {
  for (let year = 0; year < years; year++) {
    for (let turn = 0; turn < rows.length; turn++) {
      const target = (rows[turn] as number) * years + year
      const before = previous[turn] as number
      table[target] = before === none || year === 0 ? 0n : (table[before * years + year - 1] as bigint)
      const end = starts[turn + 1] as number
      // Added within the table, sign by sign: an amount that is chosen or kept outside of it is made an object.
      for (let term = starts[turn] as number; term < end; term++) {
        const source = (terms[term] as number) * years + year
        if (signs[term] === 1) table[target] = (table[target] as bigint) + (table[source] as bigint)
        else table[target] = (table[target] as bigint) - (table[source] as bigint)
      }
    }
  }
}
