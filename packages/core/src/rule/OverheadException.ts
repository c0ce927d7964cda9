/** Exceptions to the overhead rule (wettelijk maximum, werkelijke overheadkost, hoger aandeel): actions that are charged another amount. */
import type { OverheadException, OverheadRule } from "../event/BudgetEvent.ts"
import * as Allocation from "../value/Allocation.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Year } from "../value/Year.ts"

/** A base of the overhead rule: the staff cost of an action in a policy item and year. */
export interface Base {
  readonly action: string
  readonly policyItem: string
  readonly year: Year
  readonly cost: Money.Money
}

/** The amount due on a base; under an exception also the standard share and the reference of the exception. */
export interface Due {
  readonly due: Money.Money
  readonly standard?: Money.Money
  readonly reference?: string
}

/**
 * Returns the amounts due under exceptions, by the key of the base. A yearly amount is for the whole action: it is split
 * over its policy items by their standard share.
 */
export const dues = (rule: OverheadRule, bases: ReadonlyMap<string, Base>): ReadonlyMap<string, Due> => {
  const out = new Map<string, Due>()
  for (const exception of rule.exceptions ?? []) {
    const own = [...bases].filter(([, base]) => base.action === exception.action)
    for (const year of new Set(own.map(([, base]) => base.year))) {
      const shares = own
        .filter(([, base]) => base.year === year)
        .map(([key, { cost }]) => ({ key, cost, standard: Rate.of(rule.percent, cost) }))
      const whole = chargeOf(exception, shares, year)
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

/**
 * Returns the charge of an action in a year: the real cost, the standard share up to the legal maximum, or the chosen share from
 * the standard share on.
 */
const chargeOf = (
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
  // A legal maximum takes the least, a chosen share the most.
  const sign = exception._tag === "LegalMaximum" ? 1n : -1n
  let charge = standard
  for (const limit of limits) if (sign * limit < sign * charge) charge = limit
  return charge
}

// Weights must not sum to zero: without staff cost in any policy item, the parts are equal.
const weightOf = (standard: Money.Money): string => (standard > 0n ? Money.format(standard) : "0.000001")
