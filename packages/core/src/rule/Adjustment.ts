/**
 * Adjusting the plan (aanpassing van het meerjarenplan): one decision, recorded whole, with a reason for each change.
 *
 * ```ts
 * const changes = [{ line: rent, amounts: { 2026: "-10.00" } }]
 * const adjust = Adjustment.adopt({ plan: "2026/2", creditYears: [2026], changes })
 * Result.getOrThrow(adjust(state)).map(({ _tag }) => _tag) // => ["PlanAdjusted"]
 * Adjustment.unbalanced(plan, "year", changes).map(({ _tag }) => _tag) // => ["NotNeutral"]
 * ```
 */

import type { Change, Neutrality, Of } from "../event/BudgetEvent.ts"
import * as Structure from "../event/Structure.ts"
import * as Dimension from "../form/Dimension.ts"
import { estimated } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within } from "../value/Year.ts"
import { check as checkDeclarations } from "./Adoption.ts"
import { checkLine, checkRunning, checkYears, type Decision, onLine, unless, withPlan } from "./Decision.ts"
import type { Plan } from "./Plan.ts"

/**
 * Adopts an adjustment. Refused when its label is taken, a year is closed, a line is unknown, or it is not neutral as
 * declared. Its lines may use codes that it declares.
 */
export const adopt = (facts: Omit<Of<"PlanAdjusted">, "_tag">): Decision =>
  withPlan((plan, { balances }) => {
    const after =
      facts.structure === undefined
        ? plan
        : { ...plan, structure: Structure.declare(plan.structure, facts.structure) }
    const taken = plan.versions.find((version) => version.label === facts.plan)
    const refusals: ReadonlyArray<Refusal> = [
      ...(taken === undefined
        ? []
        : [{ _tag: "PlanLabelTaken", plan: facts.plan, position: taken.position } as const]),
      ...(facts.structure === undefined ? [] : checkDeclarations(plan, facts.structure, balances())),
      ...(facts.changes.length === 0 && facts.structure === undefined
        ? [{ _tag: "NothingChanges" } as const]
        : []),
      ...facts.creditYears
        .filter((year) => !within(plan.years, year))
        .map((year) => ({ _tag: "YearOutsidePlan", year, years: plan.years }) as const),
      ...facts.changes.flatMap(({ line, amounts, row }) =>
        onLine(row, [
          ...checkLine(after, line),
          ...checkYears(after, amounts),
          ...checkRunning(after, line, Object.keys(amounts).map(Number)),
        ]),
      ),
    ]
    const broken =
      refusals.length > 0 || facts.neutrality === undefined
        ? []
        : unbalanced(after, facts.neutrality, facts.changes)
    return unless([...refusals, ...broken], () => [{ _tag: "PlanAdjusted", ...facts }])
  })

/** Returns the groups of changes in which receipts less expenditure change, to the last decimal. */
export const unbalanced = (
  plan: Plan,
  neutrality: Neutrality,
  changes: ReadonlyArray<Change>,
): ReadonlyArray<Extract<Refusal, { readonly _tag: "NotNeutral" }>> => {
  const sums = new Map<
    string,
    { readonly what: string; readonly year: number; readonly difference: Money.Money }
  >()
  for (const { line, amounts } of changes) {
    const what = groupOf(plan, neutrality, line)
    for (const [year, text] of Object.entries(amounts)) {
      const amount = Money.from(text)
      const id = `${what}\u001f${year}`
      const difference = Money.add(
        sums.get(id)?.difference ?? Money.zero,
        line.direction === "O" ? amount : Money.negate(amount),
      )
      sums.set(id, { what, year: Number(year), difference })
    }
  }
  return [...sums.values()]
    .filter(({ difference }) => !Money.isZero(difference))
    .map(({ what, year, difference }) => ({
      _tag: "NotNeutral",
      what,
      year,
      difference: Money.format(difference),
    }))
}

const groupOf = (plan: Plan, neutrality: Neutrality, line: Change["line"]): string => {
  switch (neutrality) {
    case "year":
      return "year"
    case "action":
      return line.action ?? "(no action)"
    case "section": {
      const reading = Dimension.of(plan.structure, estimated(line))
      return Dimension.isUnplaced(reading) ? "(no section)" : reading.section
    }
  }
}
