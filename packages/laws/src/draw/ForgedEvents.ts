/** Events that are not valid in a journal, or only under a condition: the content of forged entries. */
import { type BudgetEvent, Posting, type Structure } from "@grootboek/core"

/** The journal to forge an entry of: its events, a line with an estimate, its position, and a year of the plan. */
export interface ForgeryTarget {
  readonly events: ReadonlyArray<BudgetEvent.BudgetEvent>
  readonly line: BudgetEvent.Of<"EstimatePosted">["line"]
  readonly position: number
  readonly year: number
}

export const estimate = (
  { line, year }: ForgeryTarget,
  codes: Partial<BudgetEvent.Of<"EstimatePosted">["line"]> = {},
): BudgetEvent.BudgetEvent => ({
  _tag: "EstimatePosted",
  line: { ...line, ...codes },
  amounts: { [year]: "100.00" },
})

export const overhead = (
  target: ForgeryTarget,
  charge: { readonly base: string; readonly due: string; readonly amount: string },
): BudgetEvent.BudgetEvent => {
  const { line, year } = target
  const { action = "", policyItem } = line
  return { ...overheadRule(target, {}), charges: [{ action, policyItem, year, ...charge }] }
}

export const overheadRule = (
  { line: { action = "", policyItem } }: ForgeryTarget,
  more: Partial<BudgetEvent.Of<"OverheadReallocated">["rule"]>,
): BudgetEvent.Of<"OverheadReallocated"> => ({
  _tag: "OverheadReallocated",
  rule: {
    target: action,
    percent: "15",
    baseAccounts: ["62"],
    chargeAccount: "6170000",
    creditAccount: "7470000",
    creditPolicyItem: policyItem,
    excluded: [],
    ...more,
  },
  charges: [],
})

type Pair = readonly [string, string]

/** Passes on a million to two partners; right unless the facts say otherwise. */
export const passed = (
  { line, year }: ForgeryTarget,
  {
    partners = ["Een", "Twee"],
    percents = ["60", "40"],
    amounts = ["600000.00", "400000.00"],
    whole = "1000000.00",
    order = 0,
  }: {
    readonly partners?: Pair
    readonly percents?: Pair
    readonly amounts?: Pair
    readonly whole?: string
    readonly order?: number
  },
): BudgetEvent.BudgetEvent => ({
  _tag: "PassedThrough",
  line: { ...line, action: "A9" },
  shares: partners.map((partner, at) => ({ partner, percent: percents[at] ?? "0" })),
  years: [
    {
      year,
      received: "1000000.00",
      amount: whole,
      parts: partners.map((partner, at) => ({
        partner,
        amount: amounts[at] ?? "0.00",
        order: at === 0 ? order : 0,
      })),
    },
  ],
})

export const contribution = (
  { line, year }: ForgeryTarget,
  due: readonly [string, string],
  second = "Twee",
): BudgetEvent.BudgetEvent => ({
  _tag: "ContributionsApportioned",
  contribution: "Bijdrage",
  line,
  key: { name: "sleutel", by: "equal", weights: ["Een", second].map((member) => ({ member, weight: "1" })) },
  years: [
    {
      year,
      whole: "100.00",
      parts: ["Een", second].map((member, at) => {
        const amount = due[at] ?? "0.00"
        return { member, due: amount, amount, order: 0 }
      }),
    },
  ],
})

export const declaring = (declarations: Structure.Declarations): BudgetEvent.BudgetEvent => ({
  _tag: "StructureDeclared",
  declarations,
})

/** A goal that no scenario has. */
export const goal: Structure.Goal = {
  code: "forged",
  level: "actionPlan",
  name: "Plan",
  priority: false,
}

/** An adjustment that changes no amount. */
export const adjustment: BudgetEvent.Of<"PlanAdjusted"> = {
  _tag: "PlanAdjusted",
  plan: "forged",
  creditYears: [],
  structure: { goals: [goal] },
  changes: [],
}

export const reversal = (
  events: ReadonlyArray<BudgetEvent.BudgetEvent>,
  entry: number,
): BudgetEvent.BudgetEvent => ({
  _tag: "Reversed",
  entry,
  reason: { class: "correction" },
  turned: Posting.turn(events.slice(entry - 1, entry).flatMap(Posting.of)),
})
