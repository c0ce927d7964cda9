/** Receipts that were not passed on, and receipts that disagree with the source of their action. */
import type { BudgetEvent } from "@grootboek/core"
import { PlanRemarks } from "@grootboek/core/ledger"
import { describe, expect, test } from "vitest"
import { ledgerOf } from "../Forged.ts"
import { booked, estimate, type RemarkRow } from "../RemarkRow.ts"
import { fees, goods, grant, payment } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Line = BudgetEvent.Of<"EstimatePosted">["line"]
const passing = (line: Line): Event => ({
  _tag: "PassedThrough",
  line,
  shares: [{ partner: "P1", percent: "100" }],
  years: [],
})
const reversed = (entry: number): Event => ({
  _tag: "Reversed",
  entry,
  reason: { class: "correction" },
  turned: [],
})

const owed = (
  position: number,
  action: string,
  [received, paid]: readonly [string, string],
  year = 2026,
) => ({
  position,
  code: "PassThroughOwed",
  facts: { _tag: "PassThroughOwed", action, year, received, paid },
})
const disagrees = (position: number, action: string, account: string) => ({
  position,
  code: "SourceDisagrees",
  facts: { _tag: "SourceDisagrees", action, source: "subsidies", account, row: "II.A.5" },
})

/** Events after the opening, the first of which is entry 4, and the remarks about those after a position. */
const passThroughs: ReadonlyArray<RemarkRow> = [
  ["receipts that were passed on", [passing(payment), booked(grant, "9.00"), booked(payment, "9.00")], []],
  [
    "receipts that were passed on in part",
    [
      passing(payment),
      booked(grant, "9.00"),
      booked(payment, "5.00"),
      booked(payment, "3.00"),
      booked(grant, "0.50"),
    ],
    [owed(8, "A2", ["9.50", "8.00"])],
  ],
  [
    "receipts of two years and of two actions",
    [
      passing(payment),
      passing(goods),
      booked(payment, "1.00"),
      booked(fees, "2.00", 2027),
      booked(payment, "3.00", 2028),
    ],
    [
      owed(6, "A2", ["0.00", "1.00"]),
      owed(7, "A1", ["2.00", "0.00"], 2027),
      owed(8, "A2", ["0.00", "3.00"], 2028),
    ],
  ],
  [
    "receipts of other actions, and estimates",
    [
      passing(payment),
      booked(fees, "9.00"),
      booked({ direction: "U", account: "6140000", policyItem: "0900" }, "1.00"),
    ],
    [],
  ],
  [
    "receipts after the pass-through was reversed",
    [passing(payment), booked(grant, "9.00"), reversed(4)],
    [],
  ],
  ["receipts before a position", [passing(payment), booked(grant, "9.00")], [], 5],
  [
    "receipts after a position",
    [passing(payment), booked(grant, "9.00")],
    [owed(5, "A2", ["9.00", "0.00"])],
    4,
  ],
]

const subsidised = (action: "A1" | "A2"): Event => ({
  _tag: "StructureDeclared",
  declarations: {
    goals: [{ code: action, level: "action", name: action, priority: true, financing: "subsidies" }],
  },
})
const sources: ReadonlyArray<RemarkRow> = [
  [
    "receipts of two accounts and of two actions",
    [
      estimate(grant, "1.00"),
      estimate(fees, "1.00"),
      estimate({ ...fees, account: "7470000" }, "1.00"),
      estimate(fees, "1.00", 2027),
      subsidised("A1"),
      subsidised("A2"),
      estimate(fees, "1.00"),
    ],
    [disagrees(4, "A2", "7450000"), disagrees(6, "A1", "7470000"), disagrees(10, "A1", "7450000")],
  ],
  ["receipts that were taken back", [subsidised("A1"), estimate(fees, "1.00"), estimate(fees, "-1.00")], []],
  ["receipts before a position", [subsidised("A1"), estimate(fees, "1.00")], [], 5],
  [
    "receipts after a position",
    [subsidised("A1"), estimate(fees, "1.00")],
    [disagrees(5, "A1", "7450000")],
    4,
  ],
]

describe("PlanRemarks.of", () => {
  test.each(
    [...passThroughs, ...sources].map(
      ([name, events, remarks, after = 0]) => [name, events, remarks, after] as const,
    ),
  )("%s", (_, events, remarks, after) => {
    expect(PlanRemarks.of(ledgerOf(...events), after)).toEqual(remarks)
  })
})
