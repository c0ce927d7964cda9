/** Budget neutrality (budgetneutraliteit): of each subsidised action, or of nodes together, per year or over the plan. */
import type { Pledge } from "../event/Register.ts"
import { isWithin } from "../event/Structure.ts"
import type { Balance } from "../fold/Balances.ts"
import * as Money from "../value/Money.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"
import * as Funding from "./Funding.ts"
import type { Plan } from "./Plan.ts"

export type NeutralityPledge = Extract<Pledge, { readonly _tag: "BudgetNeutrality" }>

/** Receipts less expenditure of an action or of nodes together, in a year or over the plan. */
export interface NeutralAmount {
  /** The action; undefined for nodes together. */
  readonly action: string | undefined
  readonly goals: ReadonlyArray<string> | undefined
  /** The year, or the last year of the plan. */
  readonly year: Year
  /** The first year, when the years of the plan count together. */
  readonly since: Year | undefined
  readonly amount: Money.Money
  readonly holds: boolean
}

/** Returns the amounts that a pledge is about, in the years with estimates. */
export const of = (
  plan: Plan,
  estimates: ReadonlyArray<Balance>,
  pledge: NeutralityPledge,
): ReadonlyArray<NeutralAmount> => {
  const { goals, over = "year" } = pledge
  const groups =
    goals === undefined
      ? actions(plan).map((action) => ({ action, goals: undefined, nodes: [action] }))
      : [{ action: undefined, goals, nodes: goals }]
  return groups.flatMap(({ action, goals: named, nodes }) => {
    const own = estimates.filter(({ place }) => isWithin(plan.structure, place.action, nodes))
    const years = yearsOf(plan.years).filter((year) => own.some((one) => one.year === year))
    if (years.length === 0) return []
    const spans = over === "plan" ? [years] : years.map((year) => [year])
    return spans.map((span): NeutralAmount => {
      const amount = net(own.filter(({ year }) => span.includes(year)))
      const isPlan = over === "plan"
      return {
        action,
        goals: named,
        year: isPlan ? plan.years.last : (span[0] ?? plan.years.last),
        since: isPlan ? plan.years.first : undefined,
        amount,
        holds: meets(pledge, amount),
      }
    })
  })
}

const meets = ({ bound = "exact", tolerance }: NeutralityPledge, amount: Money.Money): boolean => {
  const limit = Money.from(tolerance)
  return amount >= -limit && (bound === "atLeast" || amount <= limit)
}

/** Returns the actions that subsidies finance and that no pledge names together with others. */
const actions = ({ structure }: Plan): ReadonlyArray<string> => {
  const named = [...structure.register.pledges.values()].flatMap((pledge) =>
    pledge._tag === "BudgetNeutrality" ? (pledge.goals ?? []) : [],
  )
  return [...structure.goals.values()]
    .filter(
      ({ code, level, financing }) =>
        level === "action" &&
        Funding.sourcesOf(financing ?? "").sources.includes("subsidies") &&
        !isWithin(structure, code, named),
    )
    .map(({ code }) => code)
}

const net = (list: ReadonlyArray<Balance>): Money.Money =>
  Money.sum(list.map(({ place, amount }) => (place.direction === "O" ? amount : Money.negate(amount))))
