/**
 * What one leaf row moves: every row that counts it in the end, how often, and how many years later.
 *
 * The same formulas as a statement, read upwards. One new amount then touches only the cells that it changes.
 */
import type { Layout } from "./Layout.ts"
import type { Table } from "./Sums.ts"

/** The rows that each leaf moves: `starts[leaf]` up to `starts[leaf + 1]` in the other columns. */
export interface Influence {
  readonly starts: Uint32Array
  readonly rows: Uint32Array
  /** Years between the amount and the cell that it moves. */
  readonly lags: Uint32Array
  readonly factors: Int32Array
  /** The largest factor, without sign. */
  readonly heaviest: number
}

const known = new WeakMap<Layout, Map<number, Influence>>()

/** What the leaves of a layout move within a span of so many years. */
export const of = (layout: Layout, years: number): Influence => {
  const byYears = known.get(layout) ?? new Map<number, Influence>()
  known.set(layout, byYears)
  const found = byYears.get(years) ?? compile(layout, years)
  byYears.set(years, found)
  return found
}

/** A row that adds another: with what sign, and whether that of the year before. */
interface Use {
  readonly row: number
  readonly sign: number
  readonly lag: 0 | 1
}

/** Adds an amount to a place in a table, so many times over. */
export const add = (table: Table, target: number, amount: bigint, factor: number): void => {
  // Each factor its own store, for an amount that is chosen first is made an object; and nearly every one is 1 or -1.
  if (factor === 1) table[target] = (table[target] as bigint) + amount
  else if (factor === -1) table[target] = (table[target] as bigint) - amount
  else table[target] = (table[target] as bigint) + amount * BigInt(factor)
}

const compile = (layout: Layout, years: number): Influence => {
  const uses: ReadonlyArray<Array<Use>> = layout.rows.map(() => [])
  for (const row of layout.rows) {
    for (const term of row.terms) uses[term.row]?.push({ row: row.index, sign: term.sign, lag: 0 })
    if (row.previousYear !== undefined) uses[row.previousYear]?.push({ row: row.index, sign: 1, lag: 1 })
  }
  const turn = new Uint32Array(layout.rows.length)
  layout.order.forEach((row, index) => {
    turn[row] = index
  })
  const starts = [0]
  const rows: Array<number> = []
  const lags: Array<number> = []
  const factors: Array<number> = []
  for (const { index, count } of layout.rows) {
    if (count !== undefined) {
      for (const [lag, moved] of climb(index, uses, turn, years).entries()) {
        for (const [row, factor] of moved) {
          rows.push(row)
          lags.push(lag)
          factors.push(factor)
        }
      }
    }
    starts.push(rows.length)
  }
  return {
    starts: Uint32Array.from(starts),
    rows: Uint32Array.from(rows),
    lags: Uint32Array.from(lags),
    factors: Int32Array.from(factors),
    heaviest: factors.reduce((most, factor) => Math.max(most, Math.abs(factor)), 0),
  }
}

/** By lag: the rows that a leaf moves, and its factor in each. A row is gone on from once all that reaches it is known. */
const climb = (
  leaf: number,
  uses: ReadonlyArray<ReadonlyArray<Use>>,
  turn: Uint32Array,
  years: number,
): ReadonlyArray<ReadonlyMap<number, number>> => {
  const moved: Array<Map<number, number>> = [new Map([[leaf, 1]])]
  for (let lag = 0; lag < moved.length; lag++) {
    const here = moved[lag] as Map<number, number>
    const waiting = new Set(here.keys())
    while (waiting.size > 0) {
      const next = [...waiting].reduce((a, b) => ((turn[a] as number) <= (turn[b] as number) ? a : b))
      waiting.delete(next)
      const factor = here.get(next) as number
      for (const use of uses[next] ?? []) {
        if (lag + use.lag >= years) continue
        const there = moved[lag + use.lag] ?? new Map<number, number>()
        moved[lag + use.lag] = there
        there.set(use.row, (there.get(use.row) ?? 0) + factor * use.sign)
        if (use.lag === 0) waiting.add(use.row)
      }
    }
  }
  return moved.map((here) => new Map([...here].filter(([, factor]) => factor !== 0)))
}
