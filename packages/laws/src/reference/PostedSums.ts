/** What people posted, by line and year: the estimates of events alone, without the postings of rules. */
import type { BudgetEvent, BudgetLine } from "@grootboek/core"
import type { Decimal } from "decimal.js"
import { Exact, moves, placeOf } from "./Moves.ts"

/** Exact sums by the text of a line and a year: see {@link idOf}. */
export type PostedSums = ReadonlyMap<string, Decimal>

/** Kinds of events whose amounts follow from a rule. */
export const ruleKinds: ReadonlySet<BudgetEvent.Kind> = new Set<BudgetEvent.Kind>([
  "OverheadReallocated",
  "PassedThrough",
  "ContributionsApportioned",
])

export const of = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): PostedSums => {
  const out = new Map<string, Decimal>()
  for (const event of events) {
    const origin = event._tag === "Reversed" ? events[event.entry - 1] : event
    if (origin === undefined || ruleKinds.has(origin._tag)) continue
    for (const { place, year, amount } of moves(event)) {
      if (place.phase !== "estimate" || place.policyItem === undefined) continue
      const id = `${place.where} in ${year}`
      out.set(id, amount.add(out.get(id) ?? 0))
    }
  }
  return out
}

export const idOf = (line: BudgetLine.BudgetLine, year: number): string => `${placeOf(line).where} in ${year}`

/** Returns the sum under a key, zero when nothing was posted. */
export const at = (sums: PostedSums, id: string): Decimal => sums.get(id) ?? new Exact(0)

/** Returns the sum under a key as text, with six decimals. */
export const textAt = (sums: PostedSums, id: string): string => at(sums, id).toFixed(6)
