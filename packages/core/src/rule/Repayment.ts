/**
 * Notional repayments (aangewezen aflossingen op basis van de financiële schulden; M2, corrected self-financing margin II.b).
 *
 * A local authority states a positive amount for a year, or declares a rate on the debts of 1 January (T3 A). At a rate, the rule
 * posts the amount due less the amount posted before whenever the debts change. No official text with a rate was found, so none
 * is assumed.
 *
 * ```ts
 * const state80 = Repayment.state({ year: 2026, rule: { _tag: "StatedAmount", amount: "80.00" } })
 * Result.getOrThrow(state80(state)).map(({ _tag }) => _tag) // => ["RepaymentStated"]
 * Repayment.follow(plan, balances) // => []
 * Money.format(Repayment.debt(plan, balances, 2026)) // => "0.00"
 * ```
 */
import type { BudgetEvent, Of, RepaymentRule } from "../event/BudgetEvent.ts"
import { notional } from "../event/RulePosting.ts"
import * as Balances from "../fold/Balances.ts"
import { T3 } from "../form/bbc3/T3.ts"
import * as Dimension from "../form/Dimension.ts"
import { matches } from "../form/Selector.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"
import { checkYear, type Decision, unless, withPlan } from "./Decision.ts"
import type { Plan } from "./Plan.ts"

/** What an authority states about a year: an amount or a rate, not both. */
export interface StatedRepayment {
  readonly year: Year
  readonly rule: RepaymentRule
  readonly description?: string
}

/** States the notional repayments of a year. Refused when not positive, or when the year has the other kind of statement. */
export const state = ({ year, rule, description }: StatedRepayment): Decision =>
  withPlan((plan, { balances }) => {
    const before = plan.repayments.get(year)
    const stated = rule._tag === "StatedAmount" ? rule.amount : rule.percent
    const refusals: ReadonlyArray<Refusal> = [
      ...checkYear(plan, year),
      ...(isPositive(stated) ? [] : [{ _tag: "RepaymentNotPositive", year, stated } as const]),
      ...(before === undefined || before._tag === rule._tag
        ? []
        : [{ _tag: "RepaymentTwice", year } as const]),
    ]
    return unless(refusals, () => {
      const events = event(plan, balances(), year, rule)
      return events.map((one) => (description === undefined ? one : { ...one, description }))
    })
  })

/** Returns the events that update the repayments at a rate; none when the debts did not change. */
export const follow = (plan: Plan, balances: Balances.Balances): ReadonlyArray<BudgetEvent> =>
  [...plan.repayments].flatMap(([year, rule]) =>
    rule._tag === "DebtRate" && !plan.closed.has(year) ? event(plan, balances, year, rule) : [],
  )

/** Returns the financial debts on 1 January of a year (T3 A): the opening, the loans and the repayments before it. */
export const debt = ({ structure }: Plan, balances: Balances.Balances, year: Year): Money.Money => {
  let sum = Money.zero
  for (const { place, year: posted, amount } of Balances.list(balances)) {
    if (posted > year || (place.phase === "estimate" && posted === year)) continue
    const dimensions = Dimension.of(structure, place)
    if (Dimension.isUnplaced(dimensions)) continue
    const isCounted = (selector: (typeof openings)[number]): boolean => matches(selector, place, dimensions)
    if (openings.some(isCounted) || loans.some(isCounted)) sum = Money.add(sum, amount)
    else if (repaid.some(isCounted)) sum = Money.subtract(sum, amount)
  }
  return sum
}

const selectors = (row: RegExp) =>
  Object.entries(T3.rows).flatMap(([code, one]) => (row.test(code) && "count" in one ? [one.count] : []))

const [openings, loans, repaid] = [selectors(/^A\.\d\.opening$/), selectors(/^B\.\d$/), selectors(/^C\.\d$/)]

const event = (
  plan: Plan,
  balances: Balances.Balances,
  year: Year,
  rule: RepaymentRule,
): ReadonlyArray<Of<"RepaymentStated">> => {
  const base = rule._tag === "DebtRate" ? debt(plan, balances, year) : undefined
  const due = rule._tag === "DebtRate" ? Rate.of(rule.percent, base ?? Money.zero) : Money.from(rule.amount)
  const amount = Money.subtract(due, Balances.at(balances, notional, year))
  const known = plan.repayments.get(year)
  const isSame =
    known?._tag === rule._tag &&
    (known._tag !== "DebtRate" || known.percent === (rule as typeof known).percent)
  return isSame && Money.isZero(amount)
    ? []
    : [
        {
          _tag: "RepaymentStated",
          year,
          rule,
          ...(base === undefined ? {} : { base: Money.format(base) }),
          due: Money.format(due),
          amount: Money.format(amount),
        },
      ]
}

const isPositive = (decimal: string): boolean => !decimal.startsWith("-") && /[1-9]/.test(decimal)
