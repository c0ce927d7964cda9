/** Estimates below zero, and the order of remarks. */
import { type BudgetEvent, Ledger } from "@grootboek/core"
import { PlanRemarks } from "@grootboek/core/ledger"
import { describe, expect, test } from "vitest"
import { ledgerOf } from "../Forged.ts"
import { booked, estimate, type RemarkRow } from "../RemarkRow.ts"
import { fees, goods, grant, payment, van } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Line = BudgetEvent.Of<"EstimatePosted">["line"]
const split = (amounts: readonly [string, string]): Event => ({
  _tag: "ContributionsApportioned",
  contribution: "C1",
  line: goods,
  key: { name: "Gelijk", by: "equal", weights: ["M1", "M2"].map((member) => ({ member, weight: "1" })) },
  years: [
    {
      year: 2026,
      whole: "0.00",
      parts: amounts.map((amount, at) => ({ member: `M${at + 1}`, due: amount, amount, order: 0 })),
    },
  ],
})
const passing = (line: Line): Event => ({
  _tag: "PassedThrough",
  line,
  shares: [{ partner: "P1", percent: "100" }],
  years: [],
})

const place = "A1 · 0900 · 6140000 · U"
const below = (position: number, before: string, now: string, year = 2026) => ({
  position,
  code: "EstimateBelowZero",
  facts: { _tag: "EstimateBelowZero", place, year, before, now },
})

// The parts are not those of the estimate that changed after them.
const behind = {
  position: 5,
  code: "RuleBehind",
  facts: { _tag: "RuleBehind", rule: "contribution", subject: "C1" },
}

/** Two estimates that fall below zero at entry 5, and fall further at entry 6. */
const falling = [estimate(goods, "5.00"), estimate(goods, "-7.00"), estimate(goods, "-1.00")]

/** Events after the opening, the first of which is entry 4, and the remarks about those after a position. */
const estimates: ReadonlyArray<RemarkRow> = [
  ["an estimate of zero", [estimate(goods, "5.00"), estimate(goods, "-5.00")], []],
  ["an estimate that fell below zero", falling.slice(0, 2), [below(5, "5.00", "-2.00")]],
  ["an estimate that fell further", falling, [below(6, "-2.00", "-3.00")]],
  ["an estimate that fell after a position", falling, [below(6, "5.00", "-3.00")], 4],
  ["an estimate that fell further after a position", falling, [below(6, "-2.00", "-3.00")], 5],
  ["an estimate that did not change after a position", falling, [], 6],
  [
    "an estimate that is as it was at a position",
    [...falling, estimate(goods, "1.00"), estimate(goods, "-1.00")],
    [],
    6,
  ],
  [
    "an estimate that fell in one entry twice",
    [
      {
        _tag: "PlanAdjusted",
        plan: "2026/1",
        creditYears: [],
        changes: ["-1.00", "-2.00"].map((amount) => ({ line: goods, amounts: { "2026": amount } })),
      },
    ],
    [below(4, "0.00", "-3.00")],
  ],
  [
    "years of one line",
    [estimate(goods, "-1.00", 2027), estimate(goods, "5.00"), estimate(goods, "-2.00", 2028)],
    [below(4, "0.00", "-1.00", 2027), below(6, "0.00", "-2.00", 2028)],
  ],
  [
    "parts of a line that sum to zero",
    [estimate(goods, "100.00"), split(["50.00", "50.00"]), estimate(goods, "-100.00")],
    [behind],
  ],
  [
    "parts of a line that sum to less than zero",
    [estimate(goods, "100.00"), split(["50.00", "50.00"]), estimate(goods, "-150.00")],
    [behind, below(6, "100.00", "-50.00")],
  ],
  [
    "a line below zero that is split",
    [estimate(goods, "-50.00"), split(["-25.00", "-25.00"])],
    [below(5, "-50.00", "-50.00")],
  ],
  [
    "a line below zero that is split after a position",
    [estimate(goods, "-50.00"), split(["-25.00", "-25.00"])],
    [],
    4,
  ],
  [
    "bookings and results below zero",
    [
      booked(goods, "-5.00"),
      { _tag: "ResultCarriedForward", account: "0930000", year: 2026, adopted: "-5.00" },
    ],
    [],
  ],
]

const subsidised = (action: "A1" | "A2"): Event => ({
  _tag: "StructureDeclared",
  declarations: {
    goals: [{ code: action, level: "action", name: action, priority: true, financing: "subsidies" }],
  },
})

describe("PlanRemarks.of", () => {
  test.each(estimates.map(([name, events, remarks, after = 0]) => [name, events, remarks, after] as const))(
    "%s",
    (_, events, remarks, after) => {
      expect(PlanRemarks.of(ledgerOf(...events), after)).toEqual(remarks)
    },
  )

  test("receipts before the plan have no source", () => {
    const ledger = Ledger.empty()
    Ledger.append(ledger, { event: estimate(fees, "1.00"), time: "2026-01-01T00:00:00.000Z" })
    expect(PlanRemarks.of(ledger)).toEqual([])
  })

  test("remarks of every kind are in the order of the journal", () => {
    const ledger = ledgerOf(
      subsidised("A1"),
      estimate({ ...van, envelope: "E8" }, "1.00"),
      estimate(fees, "1.00"),
      { _tag: "StructureDeclared", declarations: { envelopes: [{ code: "E1", name: "Wonen" }] } },
      passing(payment),
      booked(grant, "1.00"),
      estimate(goods, "-1.00"),
      { _tag: "PlanAdjusted", plan: "2026/2", creditYears: [], changes: [] },
    )
    expect(PlanRemarks.of(ledger).map(({ position, code }) => `${position} ${code}`)).toEqual([
      "5 EnvelopeUndeclared",
      "6 SourceDisagrees",
      "9 PassThroughOwed",
      "10 EstimateBelowZero",
      "11 LabelGap",
    ])
  })
})
