/**
 * The overhead rule (overheadverdeling): a share of the staff cost of every action, charged where that cost
 * stands and credited to the overhead action.
 *
 * Where the rule of a subsidiser forbids that share, an exception sets a legal maximum or the real cost, and names the
 * rule. It posts what is due less what it posted before, so that applying it again after an adjustment brings the plan
 * up to date, and applying it twice changes nothing.
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent, OverheadCharge, OverheadException, OverheadRule } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import * as Allocation from "../value/Allocation.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"
import { checkAction, checkLine, type Decision, unless, withPlan } from "./Decision.ts"
import { chargeKey, type Plan } from "./Plan.ts"

/** Applies a rule: posts what is due under it, and takes back what an earlier rule posted elsewhere. */
export const reallocate = (rule: OverheadRule): Decision =>
  withPlan((plan, { balances }) => unless(check(plan, rule), () => events(plan, balances(), rule)))

/** Applies the plan's own rule with other exceptions: those that are given replace those of before. */
export const except = (exceptions: ReadonlyArray<OverheadException>): Decision =>
  withPlan((plan, state) =>
    plan.overhead === undefined
      ? Result.fail([{ _tag: "NoOverheadRule" }])
      : reallocate({ ...plan.overhead, exceptions })(state),
  )

/** The events that bring the plan's own overhead rule up to date; none if it has no rule or nothing changed. */
export const follow = (plan: Plan, balances: Balances.Balances): ReadonlyArray<BudgetEvent> =>
  plan.overhead === undefined ? [] : events(plan, balances, plan.overhead)

/** One base of the rule: the staff cost of an action in a policy item and year. */
interface Base {
  readonly action: string
  readonly policyItem: string
  readonly year: Year
  readonly cost: Money.Money
}

const events = (plan: Plan, balances: Balances.Balances, rule: OverheadRule): ReadonlyArray<BudgetEvent> => {
  const due = new Map(
    bases(balances, rule).map((base) => [chargeKey(rule, base.action, base.policyItem, base.year), base]),
  )
  const dues = exceptional(rule, due)
  const charges: Array<OverheadCharge> = []
  for (const [key, { action, policyItem, year, cost }] of due) {
    charges.push(
      charge(
        { action, policyItem, year },
        cost,
        dues.get(key) ?? { due: Rate.of(rule.percent, cost) },
        plan.charged.get(key)?.amount ?? Money.zero,
      ),
    )
  }
  const elsewhere = new Map<
    string,
    { readonly rule: OverheadRule; readonly charges: Array<OverheadCharge> }
  >()
  for (const [key, posted] of plan.charged) {
    if (due.has(key)) continue
    const back = charge(posted, Money.zero, { due: Money.zero }, posted.amount)
    if (samePlaces(posted.rule, rule)) charges.push(back)
    else {
      const id = chargeKey(posted.rule, "", "", 0)
      const group = elsewhere.get(id) ?? { rule: { ...posted.rule, percent: "0" }, charges: [] }
      group.charges.push(back)
      elsewhere.set(id, group)
    }
  }
  const moving = (list: ReadonlyArray<OverheadCharge>) =>
    list.filter(({ amount, year }) => amount !== "0.00" && !plan.closed.has(year))
  const taken = [...elsewhere.values()].map((group) => ({ ...group, charges: moving(group.charges) }))
  const given = moving(charges)
  const stated =
    plan.overhead !== undefined && Canonical.stringify(plan.overhead) === Canonical.stringify(rule)
  return [
    ...taken
      .filter((group) => group.charges.length > 0)
      .map((group) => ({ _tag: "OverheadReallocated", ...group }) as const),
    ...(stated && given.length === 0 ? [] : [{ _tag: "OverheadReallocated", rule, charges: given } as const]),
  ]
}

/** What is due on one base; under an exception also what the share alone would be, and the rule that sets it otherwise. */
interface Due {
  readonly due: Money.Money
  readonly standard?: Money.Money
  readonly reference?: string
}

/**
 * What is due where an action is an exception. An amount a year is one for the whole action: it is split over its
 * policy items by what the share would charge there.
 */
const exceptional = (rule: OverheadRule, bases: ReadonlyMap<string, Base>): ReadonlyMap<string, Due> => {
  const out = new Map<string, Due>()
  for (const exception of rule.exceptions ?? []) {
    const own = [...bases].filter(([, base]) => base.action === exception.action)
    for (const year of new Set(own.map(([, base]) => base.year))) {
      const shares = own
        .filter(([, base]) => base.year === year)
        .map(([key, { cost }]) => ({ key, cost, standard: Rate.of(rule.percent, cost) }))
      const whole = ceiling(exception, shares, year)
      if (whole === Money.sum(shares.map(({ standard }) => standard))) continue
      const parts = Allocation.split(
        whole,
        shares.map(({ key, standard }) => ({ key, weight: weightOf(standard) })),
        6,
      )
      for (const { key, standard } of shares) {
        const due = parts.find((part) => part.key === key)?.amount ?? Money.zero
        out.set(key, { due, standard, reference: exception.reference })
      }
    }
  }
  return out
}

/** What an action may be charged in a year: the real cost, or the share as far as the legal maximum lets it. */
const ceiling = (
  exception: OverheadException,
  shares: ReadonlyArray<{ readonly cost: Money.Money; readonly standard: Money.Money }>,
  year: Year,
): Money.Money => {
  const real = exception.amounts?.[String(year)]
  const standard = Money.sum(shares.map((share) => share.standard))
  if (exception._tag === "RealCost") return real === undefined ? Money.zero : Money.from(real)
  const limits = [
    standard,
    ...(real === undefined ? [] : [Money.from(real)]),
    ...(exception.percent === undefined
      ? []
      : [Rate.of(exception.percent, Money.sum(shares.map((share) => share.cost)))]),
  ]
  let least = standard
  for (const limit of limits) if (limit < least) least = limit
  return least
}

// Weights must not sum to zero; an action whose staff cost is zero in every item is shared equally.
const weightOf = (standard: Money.Money): string => (standard > 0n ? Money.format(standard) : "0.000001")

const bases = (balances: Balances.Balances, rule: OverheadRule): ReadonlyArray<Base> => {
  const out = new Map<string, Base>()
  for (const { place, year, amount } of Balances.list(balances)) {
    const { action, policyItem } = place
    if (
      place.phase !== "estimate" ||
      place.direction !== "U" ||
      action === undefined ||
      policyItem === undefined
    )
      continue
    if (action === rule.target || rule.excluded.includes(action)) continue
    if (!rule.baseAccounts.some((prefix) => place.account.startsWith(prefix))) continue
    const key = chargeKey(rule, action, policyItem, year)
    out.set(key, { action, policyItem, year, cost: Money.add(out.get(key)?.cost ?? Money.zero, amount) })
  }
  return [...out.values()]
}

const charge = (
  { action, policyItem, year }: Pick<OverheadCharge, "action" | "policyItem" | "year">,
  base: Money.Money,
  { due, standard, reference }: Due,
  posted: Money.Money,
): OverheadCharge => ({
  action,
  policyItem,
  year,
  base: Money.format(base),
  due: Money.format(due),
  amount: Money.format(Money.subtract(due, posted)),
  ...(standard === undefined ? {} : { standard: Money.format(standard) }),
  ...(reference === undefined ? {} : { reference }),
})

const twice = (codes: ReadonlyArray<string>): ReadonlyArray<string> =>
  codes.filter((code, index) => codes.indexOf(code) !== index)

const samePlaces = (a: OverheadRule, b: OverheadRule): boolean =>
  chargeKey(a, "", "", 0) === chargeKey(b, "", "", 0)

const check = (plan: Plan, rule: OverheadRule): ReadonlyArray<Refusal> => [
  ...(rule.exceptions ?? []).flatMap(({ action }) => checkAction(plan, action)),
  ...twice((rule.exceptions ?? []).map(({ action }) => action)).map(
    (action) => ({ _tag: "ExceptionTwice", action }) as const,
  ),
  ...(rule.exceptions ?? [])
    .filter((one) => one._tag === "LegalMaximum" && one.percent === undefined && one.amounts === undefined)
    .map(({ action }) => ({ _tag: "ExceptionWithoutLimit", action }) as const),
  ...checkAction(plan, rule.target),
  ...rule.excluded.filter((action) => action !== rule.target).flatMap((action) => checkAction(plan, action)),
  ...checkLine(plan, { direction: "O", account: rule.creditAccount, policyItem: rule.creditPolicyItem }),
  ...checkLine(plan, {
    direction: "U",
    account: rule.chargeAccount,
    policyItem: rule.creditPolicyItem,
  }).filter((refusal) => refusal._tag !== "UnknownPolicyItem"),
]
