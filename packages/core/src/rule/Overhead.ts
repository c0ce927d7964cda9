/**
 * The overhead rule (overheadverdeling): a share of the staff cost of every action is charged to that action and credited
 * to the overhead action.
 *
 * The rule posts the amount due less the amount posted before. Applied after an adjustment it updates the plan; applied
 * twice it changes nothing.
 *
 * ```ts
 * if (plan.overhead === undefined) throw new Error("no rule")
 * const twenty = Overhead.reallocate({ ...plan.overhead, percent: "20" })
 * Result.getOrThrow(twenty(state)).map(({ _tag }) => _tag) // => ["OverheadReallocated"]
 * const exception = { _tag: "LegalMaximum", action: "A1", percent: "10", reference: "Decreet" } as const
 * Result.getOrThrow(Overhead.except([exception])(state)).length // => 1
 * Overhead.bases(balances, plan.overhead).map(({ action, year }) => [action, year]) // => [["A1", 2026], ["A1", 2027]]
 * // The rule is up to date: nothing is due.
 * Overhead.follow(plan, balances) // => []
 * ```
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent, OverheadCharge, OverheadException, OverheadRule } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import { checkAction, checkLine, type Decision, unless, withPlan } from "./Decision.ts"
import { type Base, type Due, dues } from "./OverheadException.ts"
import type { Plan } from "./Plan.ts"
import { chargeKey } from "./Posted.ts"
import * as Repeated from "./Repeated.ts"

/** Applies a rule, and takes back the amounts that an earlier rule posted on other accounts. */
export const reallocate = (rule: OverheadRule): Decision =>
  withPlan((plan, { balances }) => unless(check(plan, rule), () => events(plan, balances(), rule)))

/** Applies the rule of the plan with other exceptions, which replace the earlier ones. */
export const except = (exceptions: ReadonlyArray<OverheadException>): Decision =>
  withPlan((plan, state) =>
    plan.overhead === undefined
      ? Result.fail([{ _tag: "NoOverheadRule" }])
      : reallocate({ ...plan.overhead, exceptions })(state),
  )

/** Returns the events that update the overhead of the plan; none without a rule or when nothing changed. */
export const follow = (plan: Plan, balances: Balances.Balances): ReadonlyArray<BudgetEvent> =>
  plan.overhead === undefined ? [] : events(plan, balances, plan.overhead)

const events = (plan: Plan, balances: Balances.Balances, rule: OverheadRule): ReadonlyArray<BudgetEvent> => {
  const due = new Map(
    bases(balances, rule).map((base) => [chargeKey(rule, base.action, base.policyItem, base.year), base]),
  )
  const excepted = dues(rule, due)
  const charges: Array<OverheadCharge> = []
  for (const [key, { action, policyItem, year, cost }] of due) {
    charges.push(
      charge(
        { action, policyItem, year },
        cost,
        excepted.get(key) ?? { due: Rate.of(rule.percent, cost) },
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

/** Returns the bases of a rule: the staff cost of each action, by policy item and year. */
export const bases = (balances: Balances.Balances, rule: OverheadRule): ReadonlyArray<Base> => {
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

const samePlaces = (a: OverheadRule, b: OverheadRule): boolean =>
  chargeKey(a, "", "", 0) === chargeKey(b, "", "", 0)

const check = (plan: Plan, { exceptions = [], ...rule }: OverheadRule): ReadonlyArray<Refusal> => [
  ...exceptions.flatMap(({ action }) => checkAction(plan, action)),
  ...Repeated.of(exceptions.map(({ action }) => action)).map(
    (action) => ({ _tag: "ExceptionTwice", action }) as const,
  ),
  ...exceptions
    .filter((one) => one._tag !== "RealCost" && one.percent === undefined && one.amounts === undefined)
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
