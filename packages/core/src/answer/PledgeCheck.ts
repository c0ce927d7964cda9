/** The checks of the pledges that a local authority declared. */
import { factKey, type Pledge } from "../event/Register.ts"
import * as NeutralGoals from "../rule/NeutralGoals.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"
import { atLeast, type NormCheck } from "./NormCheck.ts"
import type { NormReadings } from "./NormReadings.ts"

/** Returns the checks of a pledge: one for each year that it concerns. */
export const of = (readings: NormReadings, pledge: Pledge): ReadonlyArray<NormCheck> => {
  const { plan, reserve, margin, estimates } = readings
  const level = "commitment"
  const { reference } = pledge
  const years = yearsOf(plan.years)
  const spent = (year: Year, accounts: ReadonlyArray<string>): Money.Money =>
    Money.sum(
      estimates
        .filter((one) => one.year === year && one.place.direction === "U")
        .filter(({ place }) => accounts.some((prefix) => place.account.startsWith(prefix)))
        .map(({ amount }) => amount),
    )
  switch (pledge._tag) {
    case "PositiveMargin": {
      // The equilibrium already includes that of the last year.
      const amount = margin.get(pledge.year)
      return amount === undefined || (pledge.year === plan.years.last && pledge.without === undefined)
        ? []
        : [atLeast({ norm: "selfFinancingMargin", level, year: pledge.year, amount, reference })]
    }
    case "SocialLiability":
      return years.map((year) => {
        const base = spent(year, pledge.accounts)
        const bound = Rate.of(pledge.percent, base)
        const amount = reserve.get(year) ?? Money.zero
        return atLeast({ norm: "socialLiability", level, year, amount, bound, base, reference })
      })
    case "MinimumReserve":
      return years.map((year) => {
        const amount = reserve.get(year) ?? Money.zero
        return atLeast({
          norm: "minimumReserve",
          level,
          year,
          amount,
          bound: Money.from(pledge.floor),
          reference,
        })
      })
    case "SecondPillar":
      // A year without declared wages cannot be checked.
      return years.flatMap((year) => {
        const wages = plan.structure.register.facts.get(factKey({ ...pledge.wages, year }))?.value
        if (wages === undefined) return []
        const base = Rate.amount(wages)
        const bound = Money.add(Rate.of(pledge.percent, base), Money.from(pledge.fixed))
        return [
          atLeast({
            norm: "secondPillar",
            level,
            year,
            amount: spent(year, pledge.accounts),
            bound,
            base,
            reference,
          }),
        ]
      })
    case "BudgetNeutrality":
      return neutrality(readings, pledge)
  }
}

const neutrality = (
  { plan, estimates }: NormReadings,
  pledge: NeutralGoals.NeutralityPledge,
): ReadonlyArray<NormCheck> =>
  NeutralGoals.of(plan, estimates, pledge).map(({ action, goals, year, since, amount, holds }) => ({
    norm: "budgetNeutrality",
    level: "commitment",
    year,
    amount,
    holds,
    short: holds ? Money.zero : Money.abs(amount),
    bound: Money.from(pledge.tolerance),
    action,
    base: undefined,
    reference: pledge.reference,
    ...(goals === undefined ? {} : { goals }),
    ...(since === undefined ? {} : { since }),
  }))
