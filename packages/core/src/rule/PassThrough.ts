/**
 * Pass-through (doorstorting): the receipts of an action are paid on to partners, to the last decimal.
 *
 * The payment line of the action is split into a posting per partner, so totals do not change. The rule posts the amount
 * due less the amount posted before.
 */

import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent, Of, PartnerShare } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import * as Allocation from "../value/Allocation.ts"
import { type BudgetLine, format as formatLine, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import { list as yearsOf } from "../value/Year.ts"
import { checkAction, type Decided, type Decision, withPlan } from "./Decision.ts"
import type { Plan } from "./Plan.ts"
import { type Passed, passKey } from "./Posted.ts"

/** Sets the partners of an action with their shares and passes on its receipts. */
export const passOn = (action: string, shares: ReadonlyArray<PartnerShare>): Decision =>
  withPlan((plan, { balances }) => {
    const partners = shares.map((share) => share.partner)
    const sum = Rate.total(shares.map((share) => share.percent))
    const refusals: ReadonlyArray<Refusal> = [
      ...checkAction(plan, action),
      ...partners
        .filter((partner, at) => partners.indexOf(partner) !== at)
        .map((partner) => ({ _tag: "PartnerTwice", partner }) as const),
      ...(sum === "100" ? [] : [{ _tag: "SharesDoNotSum", sum } as const]),
    ]
    return refusals.length > 0 ? Result.fail(refusals) : event(plan, balances(), action, shares)
  })

/** Returns the events that update all pass-throughs of the plan; refused where receipts and payments differ. */
export const follow = (plan: Plan, balances: Balances.Balances): Decided => {
  const events: Array<BudgetEvent> = []
  for (const [action, { shares }] of plan.passThroughs) {
    if (shares.length === 0) continue
    const decided = event(plan, balances, action, shares)
    if (Result.isFailure(decided)) return decided
    events.push(...decided.success)
  }
  return Result.succeed(events)
}

const event = (
  plan: Plan,
  balances: Balances.Balances,
  action: string,
  shares: ReadonlyArray<PartnerShare>,
): Decided => {
  const flows = Balances.list(balances).filter(
    ({ place }) => place.phase === "estimate" && place.action === action,
  )
  const known = plan.passThroughs.get(action)
  const lines = new Map<string, BudgetLine>()
  for (const { place } of flows) {
    const { phase: _, part: __, policyItem = "", ...codes } = place
    if (place.direction === "U")
      lines.set(key({ phase: "estimate", policyItem, ...codes }), { policyItem, ...codes })
  }
  const [line, ...others] = lines.values()
  if (line === undefined)
    return known === undefined ? Result.fail([{ _tag: "NoPaymentLine", action }]) : Result.succeed([])
  if (others.length > 0)
    return Result.fail([{ _tag: "ManyPaymentLines", action, lines: [line, ...others].map(formatLine) }])

  const sum = (direction: "O" | "U", year: number) =>
    Money.sum(
      flows
        .filter((flow) => flow.year === year && flow.place.direction === direction)
        .map((flow) => flow.amount),
    )
  const years = yearsOf(plan.years).map((year) => ({ year, received: sum("O", year), paid: sum("U", year) }))
  const unequal = years.filter(({ received, paid }) => received !== paid)
  if (unequal.length > 0) {
    return Result.fail(
      unequal.map(({ year, received, paid }) => ({
        _tag: "NotPassedOn",
        action,
        year,
        received: Money.format(received),
        paid: Money.format(paid),
      })),
    )
  }
  const passed = years
    .filter(({ year }) => !plan.closed.has(year))
    .flatMap(({ year, received }) => passedYear(known, year, received, shares))
  const stated = known !== undefined && Canonical.stringify(known.shares) === Canonical.stringify(shares)
  return Result.succeed(
    stated && passed.length === 0 ? [] : [{ _tag: "PassedThrough", line, shares, years: passed }],
  )
}

const passedYear = (
  known: Passed | undefined,
  year: number,
  received: Money.Money,
  shares: ReadonlyArray<PartnerShare>,
): Of<"PassedThrough">["years"] => {
  const due = Allocation.split(
    received,
    shares.map(({ partner, percent }) => ({ key: partner, weight: percent })),
    2,
  )
  const gone = [...(known?.passed ?? [])].filter(
    ([id]) =>
      id.startsWith(passKey(year, "")) && !shares.some(({ partner }) => id === passKey(year, partner)),
  )
  const parts = [
    ...due.map(({ key: partner, amount, order }) => ({
      partner,
      amount: Money.subtract(amount, known?.passed.get(passKey(year, partner)) ?? Money.zero),
      order,
    })),
    ...gone.map(([id, amount]) => ({
      partner: id.slice(passKey(year, "").length),
      amount: Money.negate(amount),
      order: 0,
    })),
  ]
  if (parts.every((part) => Money.isZero(part.amount))) return []
  return [
    {
      year,
      received: Money.format(received),
      amount: Money.format(Money.sum(parts.map((part) => part.amount))),
      parts: parts.map((part) => ({ ...part, amount: Money.format(part.amount) })),
    },
  ]
}
