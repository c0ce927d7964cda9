/** The amounts that overhead and pass-through rules posted so far: a rule posts the amount due less these. */
import type { Of, OverheadRule, PartnerShare } from "../event/BudgetEvent.ts"
import type { BudgetLine } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/** The amount that an overhead rule posted on one action, policy item and year, over all its applications. */
export interface Charged {
  readonly rule: OverheadRule
  readonly action: string
  readonly policyItem: string
  readonly year: Year
  readonly amount: Money.Money
}

/** A pass-through of the plan, with the amounts passed on so far per year and partner. */
export interface Passed {
  readonly line: BudgetLine
  readonly shares: ReadonlyArray<PartnerShare>
  readonly passed: ReadonlyMap<string, Money.Money>
}

/** Returns the two lines that a charge is posted on: the expenditure of its action, and the receipt of the target. */
export const linesOf = ({
  rule,
  action,
  policyItem,
}: Pick<Charged, "rule" | "action" | "policyItem">): readonly [BudgetLine, BudgetLine] => [
  { direction: "U", account: rule.chargeAccount, policyItem, action },
  { direction: "O", account: rule.creditAccount, policyItem: rule.creditPolicyItem, action: rule.target },
]

/** Returns the key of a charge: its base, and the accounts that are charged and credited. */
export const chargeKey = (rule: OverheadRule, action: string, policyItem: string, year: Year): string =>
  [action, policyItem, year, rule.target, rule.chargeAccount, rule.creditAccount, rule.creditPolicyItem].join(
    "\u001f",
  )

/** Returns the key of the amount passed on to a partner in a year. */
export const passKey = (year: Year, partner: string): string => `${year}\u001f${partner}`

/** Adds the charges of an application to those posted before, or subtracts them. */
export const charge = (
  charged: ReadonlyMap<string, Charged>,
  { rule, charges }: Of<"OverheadReallocated">,
  sign: 1n | -1n,
): ReadonlyMap<string, Charged> => {
  const out = new Map(charged)
  for (const { action, policyItem, year, amount } of charges) {
    const key = chargeKey(rule, action, policyItem, year)
    const sum = Money.ofMicros((out.get(key)?.amount ?? 0n) + sign * Money.from(amount))
    out.set(key, { rule, action, policyItem, year, amount: sum })
  }
  return out
}

/** Adds the parts of an application to those passed on before, or subtracts them. */
export const pass = (
  passThroughs: ReadonlyMap<string, Passed>,
  event: Of<"PassedThrough">,
  sign: 1n | -1n,
): ReadonlyMap<string, Passed> => {
  const action = event.line.action ?? ""
  const passed = new Map(passThroughs.get(action)?.passed)
  for (const { year, parts } of event.years) {
    for (const { partner, amount } of parts) {
      const key = passKey(year, partner)
      passed.set(key, Money.ofMicros((passed.get(key) ?? 0n) + sign * Money.from(amount)))
    }
  }
  return new Map([...passThroughs, [action, { line: event.line, shares: event.shares, passed }]])
}
