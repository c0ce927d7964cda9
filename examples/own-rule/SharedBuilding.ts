/**
 * A rule outside Grootboek: the cost of a shared building is spread over the actions that use it, by floor space.
 *
 * It is a decision like those of core, made of core's public parts.
 */
import { Allocation, Balances, type BudgetLine, type Decision, Estimate, Money, Year } from "@grootboek/core"
import * as Result from "effect/Result"

/** An action that uses the building, and its square metres. */
export interface User {
  readonly action: string
  readonly squareMetres: string
}

/** Moves the cost of the building from its line to the same line of every user, to the cent. */
export const spread =
  (building: BudgetLine.BudgetLine, users: ReadonlyArray<User>): Decision.Decision =>
  (state) => {
    const { plan } = state
    if (plan === undefined) return Result.fail([{ _tag: "PlanNotAdopted" }])
    const balances = state.balances()
    const costs = Year.list(plan.years)
      .map((year) => ({ year, cost: Balances.at(balances, { phase: "estimate", ...building }, year) }))
      .filter(({ cost }) => !Money.isZero(cost))
    const shares = users.map(({ action, squareMetres }) => ({ key: action, weight: squareMetres }))
    const parts = costs.map(({ year, cost }) => ({ year, parts: Allocation.split(cost, shares, 2) }))
    const changes = [
      {
        line: building,
        amounts: Object.fromEntries(costs.map(({ year, cost }) => [year, Money.format(Money.negate(cost))])),
      },
      ...users.map(({ action }) => ({
        line: { ...building, action },
        amounts: Object.fromEntries(
          parts.map(({ year, parts: ofYear }) => [
            year,
            Money.format(ofYear.find(({ key }) => key === action)?.amount ?? Money.zero),
          ]),
        ),
      })),
    ]
    const decided = changes.map((change) => Estimate.post(change)(state))
    const refusals = decided.flatMap((one) => (Result.isFailure(one) ? one.failure : []))
    return refusals.length > 0
      ? Result.fail(refusals)
      : Result.succeed(decided.flatMap((one) => (Result.isSuccess(one) ? one.success : [])))
  }
