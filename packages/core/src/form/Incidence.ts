/**
 * Which leaf rows of a form count each place of a ledger, and which places each leaf row counts.
 *
 * Compiled once per form and ledger; later places are added on the next use.
 *
 * ```ts
 * const linear = LinearForm.of(Ledger.layout(ledger, "M2", plan), 6)
 * Incidence.of(linear, ledger.columns).places.size > 0 // => true
 * ```
 */

import type { Columns } from "../fold/Columns.ts"
import type { Place } from "../value/BudgetLine.ts"
import type { LinearForm } from "./LinearForm.ts"

/** The incidence of places and leaf rows. */
export interface Incidence {
  /** `leaves[starts[place]]` up to `leaves[starts[place + 1]]` are the leaf rows that count a place. */
  readonly starts: ReadonlyArray<number>
  readonly leaves: ReadonlyArray<number>
  /** By leaf row: the places that it counts. */
  readonly places: ReadonlyMap<number, ReadonlyArray<number>>
  /** How often one amount can count in a cell at most: the bound for overflow checks. */
  readonly weight: number
}

interface Growing extends Incidence {
  readonly starts: Array<number>
  readonly leaves: Array<number>
  readonly places: Map<number, Array<number>>
  weight: number
}

const compiled = new WeakMap<LinearForm, WeakMap<Columns, Growing>>()

/** The incidence of a form with all places that a ledger has so far. */
export const of = (form: LinearForm, columns: Columns): Incidence => {
  const byColumns = compiled.get(form) ?? new WeakMap<Columns, Growing>()
  compiled.set(form, byColumns)
  const incidence: Growing = byColumns.get(columns) ?? {
    starts: [0],
    leaves: [],
    places: new Map(),
    weight: 0,
  }
  byColumns.set(columns, incidence)
  const { starts, leaves, places } = incidence
  for (let id = starts.length - 1; id < columns.places.length; id++) {
    let weight = 0
    for (const leaf of form.layout.leavesOf(columns.places[id] as Place)) {
      leaves.push(leaf)
      weight += form.weights[leaf] as number
      const counted = places.get(leaf)
      if (counted === undefined) places.set(leaf, [id])
      else counted.push(id)
    }
    starts.push(leaves.length)
    incidence.weight = Math.max(incidence.weight, weight)
  }
  return incidence
}
