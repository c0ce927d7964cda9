/**
 * Pass-through (doorstorting): the receipts of an action are paid on to partners, to the last decimal.
 *
 * The payment line of the action is split into a posting per partner, so totals do not change. The rule posts the amount
 * due less the amount posted before.
 *
 * ```ts
 * const passOn = PassThrough.passOn("A1", [{ partner: "M1", percent: "60" }])(state)
 * Result.isFailure(passOn) && passOn.failure.map(({ _tag }) => _tag) // => ["SharesDoNotSum"]
 * Result.getOrThrow(PassThrough.follow(plan, balances)) // => []
 * ```
 */

import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { Of, PartnerShare } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import * as Allocation from "../value/Allocation.ts"
import { type BudgetLine, format as formatLine, lineOf } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import { list as yearsOf } from "../value/Year.ts"
import { checkAction, type Decided, type Decision, unless, withPlan } from "./Decision.ts"
import { lineKey, type Plan } from "./Plan.ts"
import { type Passed, passKey } from "./Posted.ts"
import * as Repeated from "./Repeated.ts"

/** Sets the partners of an action with their shares and passes on its receipts. */
export const passOn = (action: string, shares: ReadonlyArray<PartnerShare>): Decision =>
  withPlan((plan, { balances }) => {
    const sum = Rate.total(shares.map((share) => share.percent))
    const refusals: ReadonlyArray<Refusal> = [
      ...checkAction(plan, action),
      ...Repeated.of(shares.map(({ partner }) => partner)).map(
        (partner) => ({ _tag: "PartnerTwice", partner }) as const,
      ),
      ...(sum === "100" ? [] : [{ _tag: "SharesDoNotSum", sum } as const]),
    ]
    return refusals.length > 0 ? Result.fail(refusals) : event(plan, balances(), action, shares)
  })

/** Returns the events that update all pass-throughs of the plan; refused for each whose receipts and payments differ. */
export const follow = (plan: Plan, balances: Balances.Balances): Decided => {
  const decided = [...plan.passThroughs]
    .filter(([, { shares }]) => shares.length > 0)
    .map(([action, { shares }]) => event(plan, balances, action, shares))
  return unless(
    decided.flatMap((one) => (Result.isFailure(one) ? one.failure : [])),
    () => decided.flatMap(Result.getOrThrow),
  )
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
  const [line, ...others] = paymentLines(plan, flows, known)
  if (line === undefined) return Result.fail([{ _tag: "NoPaymentLine", action }])
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
  const open = years.filter(({ year }) => !plan.closed.has(year))
  const old = known?.line ?? line
  const posted = known?.passed ?? new Map<string, Money.Money>()
  // Payments that moved to another line: the parts of the partners are taken back from the old one first.
  const back =
    lineKey(old) === lineKey(line)
      ? []
      : open.flatMap(({ year }) => passedYear(posted, year, Money.zero, shares))
  const since = back.length === 0 ? posted : new Map<string, Money.Money>()
  const passed = open.flatMap(({ year, received }) => passedYear(since, year, received, shares))
  const stated = known !== undefined && Canonical.stringify(known.shares) === Canonical.stringify(shares)
  return Result.succeed([
    ...(back.length === 0 ? [] : [{ _tag: "PassedThrough", line: old, shares, years: back } as const]),
    ...(stated && passed.length === 0
      ? []
      : [{ _tag: "PassedThrough", line, shares, years: passed } as const]),
  ])
}

/** Returns the lines that pay in an open year; without any, the line that paid before. */
const paymentLines = (
  { closed }: Plan,
  flows: ReadonlyArray<Balances.Balance>,
  known: Passed | undefined,
): ReadonlyArray<BudgetLine> => {
  const lines = new Map<string, { readonly line: BudgetLine; readonly sums: Map<number, Money.Money> }>()
  for (const { place, year, amount } of flows) {
    const line = place.direction === "U" ? lineOf(place) : undefined
    if (line === undefined) continue
    const paid = lines.get(lineKey(line)) ?? { line, sums: new Map<number, Money.Money>() }
    lines.set(lineKey(line), paid)
    if (!closed.has(year)) paid.sums.set(year, Money.add(paid.sums.get(year) ?? Money.zero, amount))
  }
  const all = [...lines.values()]
  const paying = all.filter(({ sums }) => [...sums.values()].some((sum) => !Money.isZero(sum)))
  if (paying.length > 0) return paying.map(({ line }) => line)
  return known === undefined ? all.map(({ line }) => line) : [known.line]
}

const passedYear = (
  posted: Passed["passed"],
  year: number,
  received: Money.Money,
  shares: ReadonlyArray<PartnerShare>,
): Of<"PassedThrough">["years"] => {
  const due = Allocation.split(
    received,
    shares.map(({ partner, percent }) => ({ key: partner, weight: percent })),
    2,
  )
  const gone = [...posted].filter(
    ([id]) =>
      id.startsWith(passKey(year, "")) && !shares.some(({ partner }) => id === passKey(year, partner)),
  )
  const parts = [
    ...due.map(({ key: partner, amount, order }) => ({
      partner,
      amount: Money.subtract(amount, posted.get(passKey(year, partner)) ?? Money.zero),
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
