/** Generator of local authorities with their years, objectives tree, policy items, sectors and account table. */
import type { BudgetEvent, Structure, Year } from "@grootboek/core"
import * as fc from "fast-check"
import { official, small } from "./AccountTable.ts"
import { years } from "./Amounts.ts"

/** A local authority (bestuur) and the declarations of its plan. */
export interface Authority {
  readonly name: string
  readonly type: BudgetEvent.EntityType
  readonly years: Year.Years
  readonly declarations: Required<
    Pick<Structure.Declarations, "goals" | "policyItems" | "sectors" | "accounts">
  >
}

/** Generates authorities of any size. Samples shrink to one year, one objective, one action, one item and the small account table. */
export const authority: fc.Arbitrary<Authority> = fc
  .record({
    type: fc.constantFrom<BudgetEvent.EntityType>("welzijnsvereniging", "gemeente", "ocmw", "agb", "andere"),
    years,
    strategic: fc.boolean(),
    /** Actions per plan, per objective. A plan with 0 actions is left out; its one action belongs to the objective directly. */
    objectives: fc.array(fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    items: fc.integer({ min: 1, max: 4 }),
    sectors: fc.integer({ min: 1, max: 11 }),
    accounts: fc.constantFrom(small, small, official),
  })
  .map(({ type, years, strategic, objectives, items, sectors, accounts }) => ({
    name: "Testbestuur",
    type,
    years,
    declarations: {
      goals: goals(strategic, objectives),
      policyItems: numbers(items).map((item) => ({
        code: `${item}00`,
        name: `Item ${item}`,
        field: `0${item}00`,
        fieldName: `Veld ${item}`,
        domain: `Domein ${Math.ceil(item / 2)}`,
      })),
      sectors: numbers(sectors).map(sector),
      accounts,
    },
  }))

export const format = ({
  type,
  years,
  declarations: { goals, policyItems, sectors, accounts },
}: Authority): string =>
  [
    `${type} ${years.first}-${years.last}`,
    `${goals.filter((goal) => goal.level === "action").length} actions`,
    `${policyItems.length} policy items`,
    `${sectors.length} sectors`,
    `${accounts.length} account rules`,
  ].join(", ")

const numbers = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, at) => at + 1)

const sector = (number: number): Structure.Sector => ({
  code: `${number}00`,
  counterparty: `Tegenpartij ${number}`,
  origin: ((number - 1) % 6) + 1,
  operatingGrant: ((number - 1) % 11) + 1,
  investmentGrant: (number % 11) + 1,
  loan: ((number - 1) % 10) + 1,
  interest: ((number - 1) % 2) + 1,
})

const goals = (
  strategic: boolean,
  objectives: ReadonlyArray<ReadonlyArray<number>>,
): ReadonlyArray<Structure.Goal> => {
  const out: Array<Structure.Goal> = []
  const add = (code: string, level: Structure.GoalLevel, parent: string | undefined) => {
    out.push({
      code,
      level,
      ...(parent === undefined ? {} : { parent }),
      name: `Doel ${code}`,
      priority: true,
    })
    return code
  }
  const top = strategic ? add("S1", "strategicObjective", undefined) : undefined
  objectives.forEach((plans, one) => {
    const objective = add(`D${one + 1}`, "policyObjective", top)
    plans.forEach((actions, two) => {
      const plan = actions === 0 ? objective : add(`P${one + 1}${two + 1}`, "actionPlan", objective)
      for (const three of numbers(Math.max(1, actions))) add(`A${one + 1}${two + 1}${three}`, "action", plan)
    })
  })
  // `A0` has no policy objective; `A9` is reserved for money that is passed on.
  add("A0", "action", top)
  add("A9", "action", undefined)
  return out
}
