/**
 * The postings behind a cell, and how each of them counts in it.
 *
 * A cell counts leaf rows of its own year and, through rows carried forward, of earlier years. The leaf rows count
 * places, and each place has a chain of postings. The steps of a trail sum to the cell.
 *
 * ```ts
 * const layout = Ledger.layout(ledger, "M2", plan)
 * const linear = LinearForm.of(layout, 6)
 * const { index } = Result.getOrThrow(Address.find(layout, "Budgettair resultaat/VII"))
 * const leaves = Trail.leaves(linear, index, { year: 2026, first: 2026 })
 * const steps = Trail.steps(linear, ledger.columns, { leaves, after: 0, until: 9 })
 * Money.format(Money.sum([...steps].map(({ amount }) => amount))) // => "100.00"
 * ```
 */
import type { Columns } from "../fold/Columns.ts"
import * as Incidence from "../form/Incidence.ts"
import type { LinearForm } from "../form/LinearForm.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/** A leaf row that a cell counts, in a year, times a factor (usually 1 or −1). */
export interface CountedLeaf {
  readonly row: number
  readonly year: Year
  readonly factor: bigint
}

/** A posting as it counts in a cell. */
export interface TrailStep {
  /** The index of the posting in the columns. */
  readonly posting: number
  readonly entry: number
  /** Its index among the postings of its entry. */
  readonly turn: number
  readonly amount: Money.Money
}

/** A range of the journal: the entries after one position, up to another. */
export interface Stretch {
  readonly after: number
  readonly until: number
}

/** The leaf rows that a cell counts, from `first`, the first year of the plan. */
export const leaves = (
  { down }: LinearForm,
  row: number,
  { year, first }: { readonly year: Year; readonly first: Year },
): ReadonlyArray<CountedLeaf> => {
  const out: Array<CountedLeaf> = []
  for (let entry = down.starts[row] as number; entry < (down.starts[row + 1] as number); entry++) {
    const lag = down.lags[entry] as number
    if (year - lag < first) continue
    out.push({
      row: down.rows[entry] as number,
      year: year - lag,
      factor: BigInt(down.factors[entry] as number),
    })
  }
  return out
}

/** The postings behind leaf rows in a range of the journal, oldest first. */
export const steps = (
  form: LinearForm,
  columns: Columns,
  {
    leaves,
    after,
    until,
  }: Stretch & {
    readonly leaves: ReadonlyArray<CountedLeaf>
  },
): ReadonlyArray<TrailStep> => {
  const { places } = Incidence.of(form, columns)
  const out: Array<TrailStep> = []
  for (const { row, year, factor } of leaves) {
    for (const place of places.get(row) ?? []) {
      const slot = columns.cellOfPlace(place, year)
      if (slot === undefined) continue
      for (const posting of columns.chain(slot, after, until)) {
        const { amount, entry, turn } = columns.posting(posting)
        out.push({ posting, entry, turn, amount: Money.ofMicros(amount * factor) })
      }
    }
  }
  return out.sort((a, b) => a.posting - b.posting)
}
