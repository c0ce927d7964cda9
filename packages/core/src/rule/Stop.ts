/**
 * Stopping an action (stopzetting, einddatum van een project): its estimates of the years after its last day are taken
 * back, and later estimates and bookings on it are refused.
 *
 * Amounts of rules (overhead, pass-through, contributions) are not taken back here: the rules are applied again.
 *
 * ```ts
 * const stop = Stop.after("A1", "2026-12-31", { class: "timing" })
 * Result.getOrThrow(stop(state)).map(({ _tag }) => _tag) // => ["ActionStopped"]
 * ```
 */

import type { Amounts, Of, Reason } from "../event/BudgetEvent.ts"
import type * as Balances from "../fold/Balances.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"
import { checkAction, checkYear, type Decision, unless, withPlan } from "./Decision.ts"
import * as OwnAmounts from "./OwnAmounts.ts"
import type { Plan } from "./Plan.ts"

/** Stops an action on its last day. Refused when it has stopped already or a later year is closed. */
export const after = (action: string, lastDay: string, reason: Reason): Decision =>
  withPlan((plan, { balances }) => {
    const last = Number(lastDay.slice(0, 4))
    const years = yearsOf(plan.years).filter((year) => year > last)
    const stopped = plan.stopped.get(action)
    const refusals: ReadonlyArray<Refusal> = [
      ...checkAction(plan, action),
      ...(stopped === undefined
        ? []
        : [{ _tag: "ActionHasStopped", action, lastDay: stopped, year: last } as const]),
      ...years.flatMap((year) => checkYear(plan, year)),
    ]
    return unless(refusals, () => [
      { _tag: "ActionStopped", action, lastDay, reason, taken: taken(plan, balances(), action, years) },
    ])
  })

const taken = (
  plan: Plan,
  balances: Balances.Balances,
  action: string,
  years: ReadonlyArray<Year>,
): Of<"ActionStopped">["taken"] =>
  [...OwnAmounts.of(plan, balances).values()]
    .filter(({ line }) => line.action === action)
    .flatMap((own) => {
      const amounts: Record<string, Amounts[string]> = {}
      for (const year of years) {
        const amount = OwnAmounts.at(own, year)
        if (!Money.isZero(amount)) amounts[String(year)] = Money.format(Money.negate(amount))
      }
      return Object.keys(amounts).length === 0 ? [] : [{ line: own.line, amounts }]
    })
