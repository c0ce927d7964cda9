/** The adjustment of a plan that a step describes. */
import type { BudgetEvent, Plan } from "@grootboek/core"
import * as Lines from "./Lines.ts"
import { amountsOf, type ScenarioStep } from "./Steps.ts"
import * as StructureChanges from "./StructureChanges.ts"

/** Returns the facts of the adjustment that a step describes. */
export const of = (
  plan: Plan.Plan,
  step: Extract<ScenarioStep, { readonly step: "adjust" }>,
): Omit<BudgetEvent.Of<"PlanAdjusted">, "_tag"> => {
  const { structure, years } = plan
  const declared = StructureChanges.of(structure, step.structure, step.which)
  const fresh = declared?.goals?.find((goal) => !structure.goals.has(goal.code))?.code
  const changes = step.changes.flatMap(
    ({ line, amounts: perYear, reason }, turn): ReadonlyArray<BudgetEvent.Change> => {
      const change = {
        amounts: amountsOf(plan, perYear),
        ...(reason === undefined ? {} : { reason: { class: reason, text: `reden ${turn + 1}` } }),
        row: turn + 2,
      }
      const action = turn === 0 ? fresh : undefined
      if (step.neutral === undefined) {
        const changed = Lines.of(structure, line, { action })
        return changed === undefined ? [] : [{ line: changed, ...change }]
      }
      // Equal receipts and expenditure on one action and section are neutral in every sense.
      const sides = (["O", "U"] as const).map((direction) =>
        Lines.of(structure, line, { section: "operating", direction, action }),
      )
      return sides.flatMap((side) => (side === undefined ? [] : [{ line: side, ...change }]))
    },
  )
  return {
    plan: `${years.first}/${plan.versions.length}`,
    resolution: { body: "raad van bestuur", date: `${years.first}-06-30` },
    creditYears: Array.from(
      { length: Math.min(step.creditYears, years.last - years.first + 1) },
      (_, at) => years.first + at,
    ),
    ...(step.neutral === undefined ? {} : { neutrality: step.neutral }),
    ...(declared === undefined ? {} : { structure: declared }),
    changes,
  }
}
