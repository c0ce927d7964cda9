/** Rules of a plan that would post something now, and contributions on another action than the overhead action. */
import type { BudgetEvent } from "@grootboek/core"
import { PlanRemarks } from "@grootboek/core/ledger"
import { describe, expect, test } from "vitest"
import { ledgerOf } from "../Forged.ts"
import { fees, goods, grant, payment, rule } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Line = BudgetEvent.Of<"EstimatePosted">["line"]

const estimate = (line: Line, amount: string): Event => ({
  _tag: "EstimatePosted",
  line,
  amounts: { "2026": amount },
})
const passed = (line: Line, ...[first, second]: readonly [string, string]): Event => ({
  _tag: "PassedThrough",
  line,
  shares: [
    { partner: "P1", percent: "60" },
    { partner: "P2", percent: "40" },
  ],
  years: [
    {
      year: 2026,
      received: "0",
      amount: "0",
      parts: [
        { partner: "P1", amount: first, order: 0 },
        { partner: "P2", amount: second, order: 0 },
      ],
    },
  ],
})
const apportioned = (contribution: string, line: Line, half: string): Event => ({
  _tag: "ContributionsApportioned",
  contribution,
  line,
  key: { name: "Gelijk", by: "equal", weights: ["M1", "M2"].map((member) => ({ member, weight: "1" })) },
  years: [
    {
      year: 2026,
      whole: "0",
      parts: ["M1", "M2"].map((member) => ({ member, due: half, amount: half, order: 0 })),
    },
  ],
})
const debt: Event = { _tag: "DebtOpened", account: "1730000", kind: "bonds", year: 2026, amount: "100.00" }
const repaid: Event = {
  _tag: "RepaymentStated",
  year: 2026,
  rule: { _tag: "DebtRate", percent: "8" },
  base: "100.00",
  due: "8.00",
  amount: "8.00",
}
const overhead: Event = {
  _tag: "OverheadReallocated",
  rule: { ...rule, chargeAccount: "6140000", creditAccount: "7450000" },
  charges: [],
}
const reversed = (entry: number): Event => ({
  _tag: "Reversed",
  entry,
  reason: { class: "correction" },
  turned: [],
})

const named = (code: "RuleBehind" | "RuleLeftOver") => (position: number, kind: string, subject: string) => ({
  position,
  code,
  facts: { _tag: code, rule: kind, subject },
})
const [behind, leftOver] = [named("RuleBehind"), named("RuleLeftOver")]
const elsewhere = (position: number, contribution: string, action: string) => ({
  position,
  code: "ContributionElsewhere",
  facts: { _tag: "ContributionElsewhere", contribution, action, target: "A9" },
})

const ofA2 = [estimate(grant, "100.00"), estimate(payment, "100.00"), passed(payment, "60.00", "40.00")]
const ofA1 = [estimate(fees, "10.00"), estimate(goods, "10.00"), passed(goods, "6.00", "4.00")]
const own: Line = { ...fees, action: "A9" }
const { action: _, ...bare } = fees

/** Events after the opening, the first of which is entry 4, and all remarks about them. */
const table: ReadonlyArray<
  readonly [name: string, events: ReadonlyArray<Event>, remarks: ReadonlyArray<object>]
> = [
  ["rules that are up to date", [...ofA2, ...ofA1], []],
  [
    "a pass-through after more was received and paid",
    [...ofA2, ...ofA1, estimate(grant, "5.00"), estimate(payment, "5.00")],
    [behind(6, "passThrough", "A2")],
  ],
  [
    "a pass-through that was applied twice",
    [...ofA2, passed(payment, "1.00", "-1.00"), estimate(grant, "5.00"), estimate(payment, "5.00")],
    [behind(7, "passThrough", "A2")],
  ],
  [
    "a pass-through after more was received than paid",
    [...ofA2, ...ofA1, estimate(grant, "5.00")],
    [behind(6, "passThrough", "A2")],
  ],
  [
    "two pass-throughs after more was paid than received",
    [...ofA2, ...ofA1, estimate(payment, "5.00"), estimate(goods, "5.00")],
    [behind(6, "passThrough", "A2"), behind(9, "passThrough", "A1")],
  ],
  [
    "a contribution and a repayment after their bases changed",
    [estimate(fees, "100.00"), debt, repaid, apportioned("C1", fees, "50.00"), debt, estimate(fees, "1.00")],
    [behind(6, "repayment", "2026"), behind(7, "contribution", "C1")],
  ],
  [
    "a repayment after its base changed, and a contribution that was switched off by its first entry",
    [
      estimate(fees, "100.00"),
      apportioned("C1", fees, "50.00"),
      apportioned("C1", fees, "0.00"),
      debt,
      repaid,
      reversed(5),
      debt,
    ],
    [leftOver(6, "contribution", "C1"), behind(8, "repayment", "2026")],
  ],
  [
    "contributions on another action than the overhead action",
    [
      overhead,
      apportioned("C1", fees, "0.00"),
      apportioned("C2", grant, "0.00"),
      apportioned("C3", own, "0.00"),
    ],
    [elsewhere(5, "C1", "A1"), elsewhere(6, "C2", "A2")],
  ],
  [
    "a contribution that was applied twice, and one without an action",
    [
      apportioned("C1", fees, "0.00"),
      apportioned("C2", bare, "0.00"),
      apportioned("C1", fees, "0.00"),
      overhead,
    ],
    [elsewhere(5, "C2", ""), elsewhere(6, "C1", "A1")],
  ],
  ["a contribution without an overhead rule", [apportioned("C1", fees, "0.00")], []],
  [
    "a contribution after the overhead rule was reversed",
    [overhead, apportioned("C1", fees, "0.00"), reversed(4)],
    [],
  ],
]

describe("PlanRemarks.of", () => {
  test.each(table)("rules: %s", (_, events, remarks) => {
    expect(PlanRemarks.of(ledgerOf(...events))).toEqual(remarks)
  })

  test("rules: those that were applied after a position", () => {
    const stale = ledgerOf(...ofA2, ...ofA1, estimate(payment, "5.00"), estimate(goods, "5.00"))
    const others = ledgerOf(overhead, apportioned("C1", fees, "0.00"), apportioned("C2", grant, "0.00"))
    const left = (ledger: typeof stale, ...positions: ReadonlyArray<number>) =>
      positions.map((after) => PlanRemarks.of(ledger, after).map(({ position }) => position))
    expect(left(stale, 5, 6, 8, 9)).toEqual([[6, 9], [9], [9], []])
    expect(left(others, 4, 5, 6)).toEqual([[5, 6], [6], []])
  })
})
