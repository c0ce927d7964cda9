/**
 * The accounts of a closed year (jaarrekening, rekeningresultaat): their difference from the plan, and the processing of
 * their result in the next year.
 *
 * ```ts
 * Money.format(Accounts.beyond(plan, balances, 2026).operating) // => "-180.00"
 * const early = Accounts.processResult({ account: "093", closed: 2026 })(state)
 * Result.isFailure(early) && early.failure.map(({ _tag }) => _tag) // => ["YearNotClosed"]
 * ```
 */

import { accountsPart, resultParts } from "../event/Posting.ts"
import * as Balances from "../fold/Balances.ts"
import * as Dimension from "../form/Dimension.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Section } from "../value/Section.ts"
import type { Year } from "../value/Year.ts"
import { checkResult, checkYear, type Decision, unless, withPlan } from "./Decision.ts"
import type { Plan } from "./Plan.ts"

/** Returns the result of the accounts of a year less that of its plan, per section. */
export const beyond = (
  plan: Plan,
  balances: Balances.Balances,
  year: Year,
): Readonly<Record<Exclude<Section, "result">, Money.Money>> => {
  const sums = { operating: 0n, investment: 0n, financing: 0n }
  for (const { place, year: other, amount } of Balances.list(balances)) {
    const dimensions = other === year && hasResult(place) ? Dimension.of(plan.structure, place) : undefined
    if (dimensions === undefined || Dimension.isUnplaced(dimensions) || dimensions.section === "result")
      continue
    const sign = (place.direction === "O" ? 1n : -1n) * (place.phase === "actual" ? 1n : -1n)
    sums[dimensions.section] += sign * amount
  }
  return {
    operating: Money.ofMicros(sums.operating),
    investment: Money.ofMicros(sums.investment),
    financing: Money.ofMicros(sums.financing),
  }
}

const hasResult = ({ phase }: Place): boolean => phase === "estimate" || phase === "actual"

/**
 * Processes the result of a closed year into the next (verwerking van het rekeningresultaat, M2 VI B), so that the result
 * carried into that year equals the accounts. Posts the amount due less the amount processed before.
 */
export const processResult = (facts: { readonly account: string; readonly closed: Year }): Decision =>
  withPlan((plan, { balances }) => {
    const { account, closed } = facts
    const year = closed + 1
    const refusals: ReadonlyArray<Refusal> = [
      ...(plan.closed.has(closed) ? [] : [{ _tag: "YearNotClosed", year: closed } as const]),
      ...checkResult(plan, { phase: "estimate", direction: "O", account }),
      ...checkYear(plan, year),
    ]
    return unless(refusals, () => {
      const now = balances()
      const due = beyond(plan, now, closed)
      const change = (section: keyof typeof due) => {
        const part = `${resultParts[section]}${accountsPart}`
        const processed = Balances.at(now, { phase: "estimate", direction: "O", account, part }, year)
        return Money.subtract(due[section], processed)
      }
      const moved = (["operating", "investment", "financing"] as const)
        .map((section) => [section, change(section)] as const)
        .filter(([, amount]) => !Money.isZero(amount))
        .map(([section, amount]) => [section, Money.format(amount)] as const)
      return moved.length === 0
        ? []
        : [
            {
              _tag: "ResultCarriedForward",
              account,
              year,
              unprocessed: Object.fromEntries(moved),
              accountsOf: closed,
            },
          ]
    })
  })
