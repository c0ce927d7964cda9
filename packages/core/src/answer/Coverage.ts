/**
 * The law of coverage: every balance has dimensions, and counts once in every form that claims to be complete.
 */
import * as Balances from "../fold/Balances.ts"
import { formIds } from "../form/bbc3/index.ts"
import * as Dimension from "../form/Dimension.ts"
import type { Layout } from "../form/Layout.ts"
import * as Ledger from "../ledger/Ledger.ts"
import type { Phase, Place } from "../value/BudgetLine.ts"
import { type CheckLaw, nameOfSlot } from "./Comparisons.ts"

/** Every balance has dimensions, and counts once in every form that claims to be complete. */
export const check: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const complete = formIds.map((id) => completeForm(Ledger.layout(ledger, id, plan)))
  const byPlace = columns.places.map((place) => {
    const dimensions = Dimension.of(plan.structure, place)
    if (Dimension.isUnplaced(dimensions)) return undefined
    if (dimensions.section === "result") return []
    return complete
      .filter(({ phases }) => phases.has(place.phase))
      .map(({ id, countOf }) => ({ id, times: BigInt(countOf(place)) }))
  })
  Balances.of(columns, at).amounts.forEach((amount, slot) => {
    if (amount === 0n) return
    const counts = byPlace[columns.cellPlaces[slot] as number]
    const what = () => nameOfSlot(columns, slot)
    comparisons.equal(counts === undefined ? amount : 0n, 0n, { position: at, what })
    for (const { id, times } of counts ?? [])
      comparisons.equal(times * amount, amount, { position: at, what: () => `${id}: ${what()}` })
  })
}

/** A form, or one section of it, in which every place of some phases counts once. */
interface CompleteForm {
  readonly id: string
  readonly phases: ReadonlySet<Phase>
  /** How many leaf rows count a place. */
  readonly countOf: (place: Place) => number
}

/** Returns a form that claims to be complete; one that claims nothing counts no phase. */
const completeForm = (layout: Layout): CompleteForm => {
  const { id, complete } = layout.form
  const leaves = new Map(
    layout.rows.flatMap(({ index, section, count }) =>
      count !== undefined && (complete === true || section === complete) ? [[index, count]] : [],
    ),
  )
  return {
    id,
    phases: new Set(
      [...leaves.values()]
        .filter(({ section }) => section !== "result")
        .map(({ phase = "estimate" }) => phase),
    ),
    countOf: (place) => layout.leavesOf(place).filter((leaf) => leaves.has(leaf)).length,
  }
}
