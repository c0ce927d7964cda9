/**
 * Stopping an action (stopzetting, einddatum van een project): its estimates of the years after its last day are taken
 * back, and later estimates and bookings on it are refused.
 *
 * Amounts of rules (overhead, pass-through, contributions) are not taken back here: the rules are applied again.
 */

import type { Amounts, Of, Reason } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import { type BudgetLine, lineOf } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"
import { checkAction, checkYear, type Decision, unless, withPlan } from "./Decision.ts"
import { lineKey, type Plan } from "./Plan.ts"

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
): Of<"ActionStopped">["taken"] => {
  const lines = new Map<string, BudgetLine>()
  for (const { place } of Balances.list(balances)) {
    const line = place.phase === "estimate" && place.action === action ? lineOf(place) : undefined
    if (line !== undefined) lines.set(lineKey(line), line)
  }
  return [...lines.values()].flatMap((line) => {
    const amounts: Record<string, Amounts[string]> = {}
    for (const year of years) {
      const own = Money.subtract(Balances.ofLine(balances, "estimate", line, year), posted(plan, line, year))
      if (!Money.isZero(own)) amounts[String(year)] = Money.format(Money.negate(own))
    }
    return Object.keys(amounts).length === 0 ? [] : [{ line, amounts }]
  })
}

/** Returns the amount that the overhead rule posted on a line. */
const posted = (plan: Plan, line: BudgetLine, year: Year): Money.Money =>
  Money.sum(
    [...plan.charged.values()]
      .filter((charged) => charged.year === year && line.sector === undefined && line.envelope === undefined)
      .filter(({ rule, action, policyItem }) =>
        line.direction === "U"
          ? action === line.action && policyItem === line.policyItem && rule.chargeAccount === line.account
          : rule.target === line.action &&
            rule.creditPolicyItem === line.policyItem &&
            rule.creditAccount === line.account,
      )
      .map(({ amount }) => amount),
  )
