/** The events that a forger writes. */
import type { BudgetEvent } from "@grootboek/core"

/** What a forger knows: the entries, a line with an estimate, its position, and a year of the plan. */
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
  { line: { action = "", policyItem }, year }: ForgeryTarget,
  charge: { readonly base: string; readonly due: string; readonly amount: string },
): BudgetEvent.BudgetEvent => ({
  _tag: "OverheadReallocated",
  rule: {
    target: action,
    percent: "15",
    baseAccounts: ["62"],
    chargeAccount: "6170000",
    creditAccount: "7470000",
    creditPolicyItem: policyItem,
    excluded: [],
  },
  charges: [{ action, policyItem, year, ...charge }],
})

export const passed = (
  { line, year }: ForgeryTarget,
  facts: {
    readonly percents: readonly [string, string]
    readonly amounts: readonly [string, string]
    readonly whole: string
    readonly order?: number
  },
): BudgetEvent.BudgetEvent => ({
  _tag: "PassedThrough",
  line: { ...line, action: "A9" },
  shares: ["Een", "Twee"].map((partner, at) => ({ partner, percent: facts.percents[at] ?? "0" })),
  years: [
    {
      year,
      received: "1000000.00",
      amount: facts.whole,
      parts: ["Een", "Twee"].map((partner, at) => ({
        partner,
        amount: facts.amounts[at] ?? "0.00",
        order: at === 0 ? (facts.order ?? 0) : 0,
      })),
    },
  ],
})

export const contribution = (
  { line, year }: ForgeryTarget,
  due: readonly [string, string],
): BudgetEvent.BudgetEvent => ({
  _tag: "ContributionsApportioned",
  contribution: "Bijdrage",
  line,
  key: { name: "sleutel", by: "equal", weights: ["Een", "Twee"].map((member) => ({ member, weight: "1" })) },
  years: [
    {
      year,
      whole: "100.00",
      parts: ["Een", "Twee"].map((member, at) => {
        const amount = due[at] ?? "0.00"
        return { member, due: amount, amount, order: 0 }
      }),
    },
  ],
})
