/** An entry in a line of the journal: its actions, its amounts, and its reasons. */
import type { BudgetEvent, Ledger } from "@grootboek/core"
import { Money } from "@grootboek/core"

/** What a line of the journal shows of an entry. */
export interface EntrySummary {
  readonly actions: ReadonlyArray<string>
  /** The sums of all years, estimates and realisations alike; undefined without a posting. */
  readonly receipts: Money.Money | undefined
  readonly expenditure: Money.Money | undefined
  /** The reasons of a change, the first ones first. */
  readonly reasons: ReadonlyArray<BudgetEvent.Reason>
}

/** Returns the summary of an entry. */
export const of = ({ columns, traces }: Ledger.Ledger, position: number): EntrySummary => {
  const actions = new Set<string>()
  const sums = new Map<"O" | "U", Money.Money>()
  for (let index = columns.endOf(position - 1); index < columns.endOf(position); index++) {
    const amount = Money.ofMicros(columns.amountOf(index))
    const place = columns.places[columns.cells[columns.cellOfPosting(index)]?.place ?? 0]
    if (place === undefined) continue
    if (place.action !== undefined) actions.add(place.action)
    sums.set(place.direction, Money.add(sums.get(place.direction) ?? Money.zero, amount))
  }
  return {
    actions: [...actions],
    receipts: sums.get("O"),
    expenditure: sums.get("U"),
    reasons: reasonsOf(traces.events.get(position)),
  }
}

const reasonsOf = (event: BudgetEvent.BudgetEvent | undefined): ReadonlyArray<BudgetEvent.Reason> => {
  if (event === undefined) return []
  if ("reason" in event && event.reason !== undefined) return [event.reason]
  if (event._tag !== "PlanAdjusted") return []
  const found = new Map<string, BudgetEvent.Reason>()
  for (const { reason } of event.changes)
    if (reason !== undefined) found.set(`${reason.class}\u001f${reason.text ?? ""}`, reason)
  return [...found.values()]
}
