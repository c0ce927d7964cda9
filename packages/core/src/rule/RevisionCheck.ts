/** The checks of the rows of a new list of lines. */
import { estimated, format, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within } from "../value/Year.ts"
import { checkLine } from "./Decision.ts"
import type { ListedLine, ListedRow } from "./ListedLine.ts"
import * as OwnAmounts from "./OwnAmounts.ts"
import type { Plan } from "./Plan.ts"
import { linesOf } from "./Posted.ts"

/** A refusal of a row, by its index; without a row for a line that is gone. */
export interface RowRefusal {
  readonly row: number | undefined
  readonly refusal: Refusal
}

/** Refuses rows with codes that are not declared, and amounts in years outside the plan. */
export const checkRows = (plan: Plan, rows: ReadonlyArray<ListedRow>): ReadonlyArray<RowRefusal> =>
  rows.flatMap(({ line, amounts }, row) =>
    [
      ...checkLine(plan, line),
      ...Object.entries(amounts)
        .filter(([year, text]) => !within(plan.years, Number(year)) && !Money.isZero(Money.from(text)))
        .map(([year]) => ({ _tag: "YearOutsidePlan", year: Number(year), years: plan.years }) as const),
    ].map((refusal) => ({ row, refusal })),
  )

/** Refuses rows on a line that only the overhead rule posts. */
export const checkRules = (
  plan: Plan,
  own: ReadonlyMap<string, OwnAmounts.OwnLine>,
  listed: ReadonlyMap<string, ListedLine>,
): ReadonlyArray<RowRefusal> => {
  const targets = new Map<string, string>()
  for (const charged of plan.charged.values())
    if (!Money.isZero(charged.amount))
      for (const line of linesOf(charged)) targets.set(key(estimated(line)), charged.rule.target)
  return [...targets].flatMap(([id, target]): ReadonlyArray<RowRefusal> => {
    const one = listed.get(id)
    if (one === undefined || !OwnAmounts.isEmpty(own.get(id))) return []
    if ([...one.years.values()].every(Money.isZero)) return []
    return one.rows.map((row) => ({
      row,
      refusal: { _tag: "PostedByRule", place: format(one.line), target },
    }))
  })
}
