/**
 * Reversing an entry (tegenboeking): a new event, with a reason, that negates its amounts.
 *
 * ```ts
 * const undo = Reversal.of(entry, { class: "correction", text: "Dubbel geboekt" })
 * Result.getOrThrow(undo(state)).map(({ _tag }) => _tag) // => ["Reversed"]
 * ```
 */
import type { BudgetEvent, Of, Reason } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as AppliedRule from "./AppliedRule.ts"
import { checkYear, type Decision, unless, withPlan } from "./Decision.ts"
import type { Plan } from "./Plan.ts"

interface ReversedEntry {
  readonly position: number
  readonly event: BudgetEvent
}

/**
 * Reverses the entry at a position. Refused when it has no amounts, was reversed before or has a closed year.
 *
 * The entry that states a rule is reversed together with the entries that follow from it, which switches the rule off. An entry
 * that follows from a rule is refused: the rule would post it again.
 */
export const of = (
  entry: ReversedEntry,
  reason: Reason,
  /** The positions of the entries that were recorded in its place. */
  replacedBy: ReadonlyArray<number> = [],
): Decision =>
  withPlan((plan) => {
    const { position } = entry
    const by = plan.reversed.get(position)
    const entries = by === undefined ? together(plan, entry) : [entry]
    const reversals = entries.map(
      (one): Of<"Reversed"> => ({
        _tag: "Reversed",
        entry: one.position,
        ...(replacedBy.length === 0 ? {} : { replacedBy }),
        reason,
        turned: Posting.turn(Posting.of(one.event)),
      }),
    )
    const years = new Set(reversals.flatMap(({ turned }) => turned.map(({ year }) => year)))
    const refusals: ReadonlyArray<Refusal> = [
      ...(isReversible(entry.event)
        ? []
        : [{ _tag: "NotReversible", position, kind: entry.event._tag } as const]),
      ...(by === undefined ? follows(plan, position) : [{ _tag: "AlreadyReversed", position, by } as const]),
      ...[...years].flatMap((year) => checkYear(plan, year)),
    ]
    return unless(refusals, () => reversals)
  })

const isReversible = (event: BudgetEvent): boolean => {
  if (event._tag === "Reversed" || event._tag === "PlanAdjusted" || event._tag === "YearClosed") return false
  // A rule or a stop may have posted nothing yet.
  return AppliedRule.isApplied(event) || Posting.of(event).length > 0
}

/** Returns the entry with the other applications of its rule, the latest first. */
const together = (plan: Plan, entry: ReversedEntry): ReadonlyArray<ReversedEntry> => {
  const event = plan.applied.get(entry.position)
  return event === undefined || event._tag === "ActionStopped"
    ? [entry]
    : AppliedRule.standing(plan, event).toReversed()
}

const follows = (plan: Plan, position: number): ReadonlyArray<Refusal> => {
  const event = plan.applied.get(position)
  if (event === undefined) return []
  const stated = AppliedRule.statementOf(plan, { position, event })
  return stated === undefined
    ? []
    : [{ _tag: "FollowsFromRule", position, stated, ...AppliedRule.nameOf(event) }]
}
