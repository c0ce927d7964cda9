/** Reversing an entry (tegenboeking): a new event, with a reason, that negates its amounts. */
import type { BudgetEvent, Reason } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import type { Refusal } from "../value/Refusal.ts"
import { checkYear, type Decision, unless, withPlan } from "./Decision.ts"

/** Reverses the entry at a position. Refused when it has no amounts, was reversed before or has a closed year. */
export const of = (
  entry: { readonly position: number; readonly event: BudgetEvent },
  reason: Reason,
  /** The positions of the entries that were recorded in its place. */
  replacedBy: ReadonlyArray<number> = [],
): Decision =>
  withPlan((plan) => {
    const { position, event } = entry
    const by = plan.reversed.get(position)
    const turned = Posting.turn(Posting.of(event))
    const refusals: ReadonlyArray<Refusal> = [
      ...(turned.length === 0 || event._tag === "Reversed" || event._tag === "PlanAdjusted"
        ? [{ _tag: "NotReversible", position, kind: event._tag } as const]
        : []),
      ...(by === undefined ? [] : [{ _tag: "AlreadyReversed", position, by } as const]),
      ...[...new Set(turned.map((one) => one.year))].flatMap((year) => checkYear(plan, year)),
    ]
    return unless(refusals, () => [
      {
        _tag: "Reversed",
        entry: position,
        ...(replacedBy.length === 0 ? {} : { replacedBy }),
        reason,
        turned,
      },
    ])
  })
