/** The changes of a decision, grouped by reason, rule or earlier entry. */
import type { Kind, Reason } from "../event/BudgetEvent.ts"
import * as Dimension from "../form/Dimension.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import type { Plan } from "../rule/Plan.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Year from "../value/Year.ts"
import * as EntryPostings from "./EntryPostings.ts"

/** Changes of one origin: a reason of the adjustment, a rule that followed, or an entry since the decision before. */
export interface ChangeGroup {
  readonly origin: "reason" | "rule" | "earlier"
  readonly entry: number
  readonly event: Kind | ""
  /** The stated reason; undefined for an unexplained change, a rule, and an earlier entry. */
  readonly reason: Reason | undefined
  /** The codes of the actions that changed, in the order of their first change. */
  readonly actions: ReadonlyArray<string>
  readonly receipts: Money.Money
  readonly expenditure: Money.Money
  /** Receipts less expenditure per year of the plan. */
  readonly effects: ReadonlyArray<Money.Money>
}

/** Returns whether an adjustment states no reason for the changes of a group. */
export const isUnexplained = ({ origin, reason }: ChangeGroup): boolean =>
  origin === "reason" && reason === undefined

interface Growing extends ChangeGroup {
  readonly actions: Array<string>
  receipts: Money.Money
  expenditure: Money.Money
  readonly effects: Array<Money.Money>
}

/** Returns the changes after a position up to another, by group, in the order of the journal. `adjusted` is the adjustment. */
export const of = (
  ledger: Ledger.Ledger,
  plan: Plan,
  { adjusted, after, until }: { readonly adjusted: number; readonly after: number; readonly until: number },
): ReadonlyArray<ChangeGroup> => {
  const { columns, traces } = ledger
  const out = new Map<string, Growing>()
  const span = Year.list(plan.years)
  const budgeted = budget(plan)
  for (let entry = after + 1; entry <= until; entry++) {
    const origin = entry === adjusted ? "reason" : entry > adjusted ? "rule" : "earlier"
    const postings = EntryPostings.of(ledger, entry)
    const start = columns.endOf(entry - 1)
    for (let index = start; index < columns.endOf(entry); index++) {
      const slot = columns.cells[columns.cellOfPosting(index)]
      const place = columns.places[slot?.place ?? 0]
      if (slot === undefined || place === undefined || !budgeted(place)) continue
      const reason = origin === "reason" ? postings[index - start]?.reason : undefined
      const key = `${entry}\u001f${reason?.class ?? ""}\u001f${reason?.text ?? ""}`
      const group = out.get(key) ?? {
        origin,
        entry,
        event: traces.kindAt(entry) ?? "",
        reason,
        actions: [],
        receipts: Money.zero,
        expenditure: Money.zero,
        effects: span.map(() => Money.zero),
      }
      out.set(key, group)
      add(group, place, { at: slot.year - plan.years.first, amount: Money.ofMicros(columns.amountOf(index)) })
    }
  }
  return [...out.values()]
}

/** Returns whether a place counts in the budgetary result of the year. */
const budget = ({ structure }: Plan): ((place: Place) => boolean) => {
  const known = new Map<Place, boolean>()
  return (place) => {
    const found = known.get(place)
    if (found !== undefined) return found
    const dimensions = Dimension.of(structure, place)
    const counts =
      place.phase === "estimate" && !Dimension.isUnplaced(dimensions) && dimensions.section !== "result"
    known.set(place, counts)
    return counts
  }
}

const add = (
  group: Growing,
  { direction, action }: Place,
  { at, amount }: { readonly at: number; readonly amount: Money.Money },
): void => {
  if (action !== undefined && !group.actions.includes(action)) group.actions.push(action)
  if (direction === "O") group.receipts = Money.add(group.receipts, amount)
  else group.expenditure = Money.add(group.expenditure, amount)
  const effect = group.effects[at]
  if (effect === undefined) return
  group.effects[at] = direction === "O" ? Money.add(effect, amount) : Money.subtract(effect, amount)
}
