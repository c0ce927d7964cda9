/**
 * The same fold read as a list: which postings make up a cell, and how each of them counts in it.
 *
 * A cell reaches leaf rows, of its own year and, through rows that take up the year before, of earlier years.
 * The leaves reach places, and each place has its chain of postings. What this lists sums to the cell.
 */
import type { Columns } from "../fold/Columns.ts"
import type { Layout } from "../form/Layout.ts"
import * as Reach from "../form/Reach.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/** A leaf row that a cell counts, in a year, times a factor (usually 1 or −1). */
export interface Leaf {
  readonly row: number
  readonly year: Year
  readonly factor: bigint
}

/** A posting as it counts in a cell. */
export interface Step {
  /** The number of the posting in the columns. */
  readonly posting: number
  readonly entry: number
  /** Its turn among the postings of its entry, from 0. */
  readonly turn: number
  readonly amount: Money.Money
}

/** A stretch of the journal: the entries after one position, up to another. */
export interface Stretch {
  readonly after: number
  readonly until: number
}

/** The leaves that a cell reaches. Those that cancel out are left out. */
export const leaves = (layout: Layout, row: number, year: Year, firstYear: Year): ReadonlyArray<Leaf> => {
  const sums = new Map<string, Leaf>()
  // Per year, rows from the cell's own down; a row is gone through once per year, with all that reaches it.
  let reached = new Map<number, bigint>([[row, 1n]])
  for (let at = year; at >= firstYear && reached.size > 0; at--) {
    const earlier = new Map<number, bigint>()
    for (const index of [...layout.order].reverse()) {
      const factor = reached.get(index)
      const current = layout.rows[index]
      if (factor === undefined || factor === 0n || current === undefined) continue
      if (current.count !== undefined) sums.set(`${index}/${at}`, { row: index, year: at, factor })
      for (const term of current.terms) {
        reached.set(term.row, (reached.get(term.row) ?? 0n) + (term.sign === 1 ? factor : -factor))
      }
      if (current.previousYear !== undefined) {
        earlier.set(current.previousYear, (earlier.get(current.previousYear) ?? 0n) + factor)
      }
    }
    reached = earlier
  }
  return [...sums.values()]
}

/** The places that each leaf row counts. */
export const placesByLeaf = (layout: Layout, columns: Columns): ReadonlyMap<number, ReadonlyArray<number>> =>
  Reach.of(layout, columns).places

/** The postings behind leaves in a stretch of the journal, oldest first. */
export const steps = (
  columns: Columns,
  reached: ReadonlyArray<Leaf>,
  places: ReadonlyMap<number, ReadonlyArray<number>>,
  { after, until }: Stretch,
): ReadonlyArray<Step> => {
  const out: Array<Step> = []
  for (const { row, year, factor } of reached) {
    for (const place of places.get(row) ?? []) {
      const cell = columns.cellOfPlace(place, year)
      if (cell === undefined) continue
      for (const posting of columns.chain(cell, after, until)) {
        const { amount, entry, turn } = columns.posting(posting)
        out.push({ posting, entry, turn, amount: Money.ofMicros(amount * factor) })
      }
    }
  }
  return out.sort((a, b) => a.posting - b.posting)
}

/** A leaf row that counts a posting, and the year of the span in which it does, from 0. */
export type Counted = (leaf: number, at: number, posting: number) => void

/**
 * Visits every leaf that counts a posting of a stretch, oldest posting first. It costs as much as the stretch is long,
 * whatever lies before and behind it.
 */
export const counted = (
  columns: Columns,
  layout: Layout,
  span: ReadonlyArray<Year>,
  { after, until }: Stretch,
  visit: Counted,
): void => {
  const { starts, leaves } = Reach.of(layout, columns)
  const first = span[0] ?? 0
  const end = columns.endOf(until)
  for (let posting = columns.endOf(after); posting < end; posting++) {
    const cell = columns.cellOfPosting(posting)
    const at = (columns.cellYears[cell] as number) - first
    if (at < 0 || at >= span.length) continue
    const place = columns.cellPlaces[cell] as number
    for (let turn = starts[place] as number; turn < (starts[place + 1] as number); turn++)
      visit(leaves[turn] as number, at, posting)
  }
}
