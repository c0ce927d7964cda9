/**
 * What a layout reaches in the columns of one ledger: which leaf rows count each place, and which places each leaf counts.
 *
 * Compiled once per layout; places that come later are added when they are first asked for.
 */

import type { Columns } from "../fold/Columns.ts"
import type { Place } from "../value/BudgetLine.ts"
import type { Layout } from "./Layout.ts"

/** The incidence of leaf rows and places. */
export interface Reach {
  /** `leaves[starts[place]]` up to `leaves[starts[place + 1]]` are the leaf rows that count a place. */
  readonly starts: ReadonlyArray<number>
  readonly leaves: ReadonlyArray<number>
  /** By leaf row: the places that it counts. */
  readonly places: ReadonlyMap<number, ReadonlyArray<number>>
}

interface Growing extends Reach {
  readonly starts: Array<number>
  readonly leaves: Array<number>
  readonly places: Map<number, Array<number>>
}

const known = new WeakMap<Layout, WeakMap<Columns, Growing>>()

/** What a layout reaches in columns, as many places as they have by now. */
export const of = (layout: Layout, columns: Columns): Reach => {
  const byColumns = known.get(layout) ?? new WeakMap<Columns, Growing>()
  known.set(layout, byColumns)
  const reach: Growing = byColumns.get(columns) ?? { starts: [0], leaves: [], places: new Map() }
  byColumns.set(columns, reach)
  const { starts, leaves, places } = reach
  for (let id = starts.length - 1; id < columns.places.length; id++) {
    for (const leaf of layout.leavesOf(columns.places[id] as Place)) {
      leaves.push(leaf)
      const counted = places.get(leaf)
      if (counted === undefined) places.set(leaf, [id])
      else counted.push(id)
    }
    starts.push(leaves.length)
  }
  return reach
}
