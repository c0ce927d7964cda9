/** The law of the state of pass-throughs, compared with sums of the reference model. */
import { Balances, Ledger, Money } from "@grootboek/core"
import { PassThroughState } from "@grootboek/core/answer"
import type { Decimal } from "decimal.js"
import { type Breach, differs, firstOf } from "../kit/Law.ts"
import { Exact } from "../reference/Moves.ts"
import * as Sums from "../reference/Sums.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

/** The amount owed to a partner is its part of the receipts less the amount paid on. */
export const passThroughOwed = scenarioLaw(
  "pass-through: received less paid on is owed, per partner",
  "Estimates and realisations; the parts of the partners sum to the amounts of the action, within a cent of their share; fractions of a cent go to one of them. A closed year keeps the shares by which its estimates were posted.",
  ({ ledger, events }) => {
    const plan = Ledger.planAt(ledger)
    if (plan === undefined) return undefined
    const sums = [...Sums.of(events).values()]
    // In a closed year the estimates that were posted for each partner; later shares do not count for it.
    const postedIn = (action: string, year: number): Map<string, Decimal> =>
      new Map(
        sums.flatMap(({ place, year: at, amount }) =>
          place.phase === "estimate" &&
          place.action === action &&
          at === year &&
          place.part !== undefined &&
          !amount.isZero()
            ? [[place.part, amount] as const]
            : [],
        ),
      )
    return firstOf(PassThroughState.of(plan, Balances.of(ledger.columns)), (state): Breach | undefined => {
      const { action, year, phase, partners } = state
      const weights = plan.closed.has(year) ? postedIn(action, year) : new Map<string, Decimal>()
      if (weights.size === 0)
        for (const { partner, percent } of plan.passThroughs.get(action)?.shares ?? [])
          weights.set(partner, new Exact(percent))
      const whole = [...weights.values()].reduce((sum, one) => sum.add(one), new Exact(0))
      const sumOf = (direction: string) =>
        sums
          .filter((one) => one.year === year && one.place.phase === phase)
          .filter(({ place }) => place.action === action && place.direction === direction)
          .filter(({ place }) => phase === "actual" || direction === "O" || place.part !== undefined)
          .reduce((sum, { amount }) => sum.add(amount), new Exact(0))
      const total = (of: (one: (typeof partners)[number]) => Money.Money) =>
        partners.reduce((sum, one) => sum.add(Money.format(of(one))), new Exact(0))
      const [received, paid] = [sumOf("O"), sumOf("U")]
      const what = `${action} ${phase} ${year}`
      // The fraction below the cent goes to one part as a whole, so that the bound is two cents.
      const bound = received.mul(100).isInteger() ? "0.01" : "0.02"
      return (
        differs(`${what} received`, total((one) => one.received).toFixed(6), received.toFixed(6)) ??
        differs(`${what} paid on`, total((one) => one.paid).toFixed(6), paid.toFixed(6)) ??
        differs(`${what} owed`, total((one) => one.owed).toFixed(6), received.sub(paid).toFixed(6)) ??
        firstOf(partners, ({ partner, received: part }) => {
          const weight = weights.get(partner) ?? new Exact(0)
          const exact = received.mul(weight).div(whole)
          return exact.sub(Money.format(part)).abs().lt(bound)
            ? undefined
            : { what: `${what} ${partner}`, found: Money.format(part), expected: exact.toFixed(6) }
        })
      )
    })
  },
)
