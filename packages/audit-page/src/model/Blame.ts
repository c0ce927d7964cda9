/** The last decision that set each row of a form: the newest entry behind any of its figures. */
import { type FormId, Ledger, Trail } from "@grootboek/core"

/** By row index of the layout: the position of the last entry that moved it, 0 if none did. */
export const rows = (ledger: Ledger.Ledger, form: FormId, position: number): ReadonlyArray<number> => {
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined) return []
  const layout = Ledger.layout(ledger, form, plan)
  const places = Trail.placesByLeaf(layout, ledger.columns)
  const { first, last } = plan.years
  const out = layout.rows.map(({ index, count }) => {
    let newest = 0
    if (count === undefined) return newest
    for (const place of places.get(index) ?? []) {
      for (let year = first; year <= last; year++) {
        const cell = ledger.columns.cellOfPlace(place, year)
        if (cell === undefined) continue
        const [posting] = ledger.columns.chain(cell, 0, position)
        if (posting !== undefined) newest = Math.max(newest, ledger.columns.posting(posting).entry)
      }
    }
    return newest
  })
  // Twice, for a row may take up one of the year before that stands below it.
  for (const index of [...layout.order, ...layout.order]) {
    const row = layout.rows[index]
    const above = [...(row?.terms ?? []).map((term) => term.row), ...list(row?.previousYear)]
    for (const other of above) out[index] = Math.max(out[index] ?? 0, out[other] ?? 0)
  }
  return out
}

const list = (row: number | undefined): ReadonlyArray<number> => (row === undefined ? [] : [row])
