/**
 * The amounts that people posted on each line: estimates, adjustments, transfers, carry-overs and indexations. The amounts
 * of the overhead rule are left out; pass-through and contributions divide a line and do not change its sum.
 *
 * ```ts
 * const own = OwnAmounts.of(plan, balances)
 * Money.format(OwnAmounts.at(own.get(Plan.lineKey(rent)), 2026)) // => "200.00"
 * OwnAmounts.isEmpty(own.get("elsewhere")) // => true
 * ```
 */
import * as Balances from "../fold/Balances.ts"
import { type BudgetLine, estimated, key, lineOf } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import type { Plan } from "./Plan.ts"
import { linesOf } from "./Posted.ts"

/** The amounts of one line per year. A year without an amount is zero. */
export interface OwnLine {
  readonly line: BudgetLine
  readonly years: ReadonlyMap<Year, Money.Money>
}

/** Returns the amounts of every line with postings, by the key of the line, in the order of the first posting. */
export const of = (plan: Plan, balances: Balances.Balances): ReadonlyMap<string, OwnLine> => {
  const out = new Map<string, { readonly line: BudgetLine; readonly years: Map<Year, Money.Money> }>()
  const add = (line: BudgetLine, year: Year, amount: Money.Money): void => {
    const id = key(estimated(line))
    const own = out.get(id) ?? { line, years: new Map<Year, Money.Money>() }
    own.years.set(year, Money.add(own.years.get(year) ?? Money.zero, amount))
    out.set(id, own)
  }
  for (const { place, year, amount } of Balances.list(balances)) {
    const line = place.phase === "estimate" ? lineOf(place) : undefined
    if (line !== undefined) add(line, year, amount)
  }
  for (const charged of plan.charged.values())
    for (const line of linesOf(charged)) add(line, charged.year, Money.negate(charged.amount))
  return out
}

/** Returns the amount of a line in a year. */
export const at = (own: OwnLine | undefined, year: Year): Money.Money => own?.years.get(year) ?? Money.zero

/** Returns whether people have no amount on a line in any year. */
export const isEmpty = (own: OwnLine | undefined): boolean =>
  own === undefined || [...own.years.values()].every(Money.isZero)
