/** Generator of steps: picks and amounts that become decisions on a given ledger. */
import { type BudgetEvent, Money, type Plan } from "@grootboek/core"
import * as fc from "fast-check"
import { everyday, percent } from "./Amounts.ts"
import { type LinePick, pick } from "./Lines.ts"

/** Amounts for the first year of the plan, the second, and so on. */
export type PerYear = ReadonlyArray<Money.Money>

/** Returns amounts by year. Amounts for years after the plan are left out. */
export const amountsOf = ({ years }: Plan.Plan, perYear: PerYear): BudgetEvent.Amounts =>
  Object.fromEntries(
    perYear
      .map((amount, at): [string, string] => [String(years.first + at), Money.format(amount)])
      .filter(([year]) => Number(year) <= years.last),
  )

export interface ChangeStep {
  readonly line: LinePick
  readonly amounts: PerYear
  readonly reason: BudgetEvent.ReasonClass | undefined
}

/** The kinds of change that an adjustment makes to the structure. */
export type StructureChange = "none" | "action" | "name" | "parent" | "domain" | "account"

export type ScenarioStep =
  | { readonly step: "estimate"; readonly line: LinePick; readonly amounts: PerYear }
  | { readonly step: "staff"; readonly line: LinePick; readonly amounts: PerYear }
  | {
      readonly step: "overhead"
      readonly percent: string
      readonly target: number
      readonly item: number
      readonly account: number
    }
  | { readonly step: "passOn"; readonly weights: ReadonlyArray<number>; readonly amounts: PerYear }
  | { readonly step: "pay"; readonly amounts: PerYear }
  | { readonly step: "result"; readonly year: number; readonly parts: ReadonlyArray<Money.Money> }
  | { readonly step: "earmark"; readonly amounts: PerYear }
  | { readonly step: "debt"; readonly kind: number; readonly year: number; readonly amount: Money.Money }
  | {
      readonly step: "adjust"
      readonly changes: ReadonlyArray<ChangeStep>
      readonly neutral: BudgetEvent.Neutrality | undefined
      readonly structure: StructureChange
      readonly which: number
      readonly creditYears: number
    }
  | {
      readonly step: "transfer" | "carryOver" | "actual"
      readonly line: LinePick
      readonly other: number
      readonly year: number
      readonly amount: Money.Money
    }
  | { readonly step: "close"; readonly year: number }
  | { readonly step: "reverse"; readonly which: number }

const perYear: fc.Arbitrary<PerYear> = fc.array(everyday, { minLength: 1, maxLength: 6 })
const year = fc.nat(5)

const change: fc.Arbitrary<ChangeStep> = fc.record({
  line: pick,
  amounts: perYear,
  reason: fc.constantFrom(undefined, "subsidy", "index", "timing", "transfer", "result", "correction"),
})

const moved = (step: "transfer" | "carryOver" | "actual"): fc.Arbitrary<ScenarioStep> =>
  fc.record({ step: fc.constant(step), line: pick, other: fc.nat(9), year, amount: everyday })

/** Generates adjustments of the plan. */
export const adjust: fc.Arbitrary<Extract<ScenarioStep, { readonly step: "adjust" }>> = fc.record({
  step: fc.constant("adjust"),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  neutral: fc.constantFrom<BudgetEvent.Neutrality | undefined>(
    undefined,
    undefined,
    "year",
    "action",
    "section",
  ),
  structure: fc.constantFrom<StructureChange>(
    "none",
    "none",
    "action",
    "name",
    "parent",
    "domain",
    "account",
  ),
  which: fc.nat(20),
  creditYears: fc.nat(2),
})

/** Generates steps. Ordinary steps come first and most often, so that samples shrink to them. */
export const step: fc.Arbitrary<ScenarioStep> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ step: fc.constant("estimate"), line: pick, amounts: perYear }) },
  { weight: 4, arbitrary: fc.record({ step: fc.constant("staff"), line: pick, amounts: perYear }) },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant("overhead"),
      percent,
      target: fc.nat(20),
      item: fc.nat(9),
      account: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant("passOn"),
      weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 }),
      amounts: perYear,
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant("pay"), amounts: perYear }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant("result"),
      year: fc.constantFrom(0, 0, 0, 1),
      parts: fc.array(everyday, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant("earmark"), amounts: perYear }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant("debt"),
      kind: fc.nat(3),
      year: fc.constantFrom(0, 0, 0, 2),
      amount: everyday,
    }),
  },
  {
    weight: 5,
    arbitrary: adjust,
  },
  { weight: 2, arbitrary: moved("transfer") },
  { weight: 2, arbitrary: moved("actual") },
  { weight: 1, arbitrary: moved("carryOver") },
  { weight: 1, arbitrary: fc.record({ step: fc.constant("close"), year }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant("reverse"), which: fc.nat(40) }) },
)
