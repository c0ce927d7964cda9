/** The last entry that changed each row of a form. */
import { type FormId, Incidence, Ledger, LinearForm, type Year } from "@grootboek/core"

/** The moment, and the years whose amounts count; all years of the plan when they are left out. */
export interface BlameOptions {
  readonly position: number
  readonly years?: Year.Years | undefined
}

/** Returns, by row index of the layout, the position of the last entry behind any amount of the row; 0 if there is none. */
export const rows = (
  ledger: Ledger.Ledger,
  form: FormId,
  { position, years }: BlameOptions,
): ReadonlyArray<number> => {
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined) return []
  const { columns } = ledger
  const { first, last } = plan.years
  const linear = LinearForm.of(Ledger.layout(ledger, form, plan), last - first + 1)
  const { places } = Incidence.of(linear, columns)
  const counted = years ?? plan.years
  const latestOf = (leaf: number): number => {
    let latest = 0
    for (const place of places.get(leaf) ?? []) {
      for (let year = counted.first; year <= counted.last; year++) {
        const slot = columns.cellOfPlace(place, year)
        if (slot === undefined) continue
        for (const posting of columns.chain(slot, 0, position)) {
          // The postings that a filter leaves out have an amount of zero.
          if (columns.amountOf(posting) === 0n) continue
          latest = Math.max(latest, columns.posting(posting).entry)
          break
        }
      }
    }
    return latest
  }
  const { layout, down } = linear
  const byLeaf = layout.rows.map(({ index, count }) => (count === undefined ? 0 : latestOf(index)))
  return layout.rows.map(({ index }) =>
    down.rows
      .subarray(down.starts[index], down.starts[index + 1])
      .reduce((latest, leaf) => Math.max(latest, byLeaf[leaf] ?? 0), 0),
  )
}
