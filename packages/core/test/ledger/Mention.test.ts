/** The lines, accounts, actions and years that each kind of event mentions, in the order of its fields. */
import type { BudgetEvent } from "@grootboek/core"
import { expect, test } from "vitest"
import * as Mention from "../../src/ledger/Mention.ts"
import { declarations, fees, goods, payment, plan, rule, wages } from "../SmallPlan.ts"

const shown = (mention: Mention.Mention): string => {
  switch (mention._tag) {
    case "Line":
      return `${mention.field}: ${mention.line.direction} ${mention.line.account} ${mention.line.policyItem} ${mention.line.action}`
    case "Result":
      return `${mention.field}: ${mention.direction} ${mention.account}`
    case "Action":
      return `${mention.field}: ${mention.action}`
    case "Year":
      return `${mention.field}: ${mention.year}${mention.isOpen ? " open" : ""}`
  }
}

const reason = { class: "correction" } as const
const targets = [
  { indicator: "I1", year: 2026, aim: "follow" },
  { indicator: "I1", year: 2028, aim: "follow" },
] as const
const [ofGoods, ofWages] = ["U 6140000 0900 A1", "U 6203000 0900 A1"]
const rest = { date: "2026-06-30", amount: "1.00" }
const charge = { policyItem: "0900", base: "1.00", due: "0.15", amount: "0.15" }

const cases: ReadonlyArray<readonly [BudgetEvent.BudgetEvent, ReadonlyArray<string>]> = [
  [
    { _tag: "PlanAdopted", ...plan, creditYears: [2026, 2027] },
    ["event.creditYears: 2026", "event.creditYears: 2027"],
  ],
  [{ _tag: "StructureDeclared", declarations }, []],
  [
    { _tag: "StructureDeclared", declarations: { targets } },
    ["event.declarations.targets.year: 2026", "event.declarations.targets.year: 2028"],
  ],
  [
    { _tag: "EstimatePosted", line: goods, amounts: { 2026: "1.00", 2028: "2.00" } },
    [`event.line: ${ofGoods}`, "event.amounts.2026: 2026 open", "event.amounts.2028: 2028 open"],
  ],
  [
    {
      _tag: "OverheadReallocated",
      rule,
      charges: [
        { action: "A1", year: 2026, ...charge },
        { action: "A2", year: 2027, ...charge },
      ],
    },
    [
      "event.rule.target: A9",
      "event.rule: O 7470000 0110 A9",
      "event.charges: U 6170000 0900 A1",
      "event.charges.year: 2026 open",
      "event.charges: U 6170000 0900 A2",
      "event.charges.year: 2027 open",
    ],
  ],
  [
    {
      _tag: "PassedThrough",
      line: payment,
      shares: [],
      years: [{ year: 2026, received: "1.00", amount: "1.00", parts: [] }],
    },
    ["event.line: U 6140000 0900 A2", "event.years: 2026 open"],
  ],
  [
    {
      _tag: "PlanAdjusted",
      plan: "2026/1",
      creditYears: [2027],
      structure: { targets },
      changes: [
        { line: goods, amounts: { 2026: "1.00" } },
        { line: wages, amounts: { 2027: "1.00" } },
      ],
    },
    [
      "event.structure.targets.year: 2026",
      "event.structure.targets.year: 2028",
      "event.creditYears: 2027",
      `event.changes.line: ${ofGoods}`,
      "event.changes.amounts.2026: 2026 open",
      `event.changes.line: ${ofWages}`,
      "event.changes.amounts.2027: 2027 open",
    ],
  ],
  [{ _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes: [] }, []],
  [
    { _tag: "ResultCarriedForward", account: "0930000", year: 2026, adopted: "1.00" },
    ["event.account: O 0930000", "event.year: 2026 open"],
  ],
  [
    { _tag: "FundsEarmarked", account: "0900000", amounts: { 2027: "1.00" } },
    ["event.account: U 0900000", "event.amounts.2027: 2027 open"],
  ],
  [
    { _tag: "DebtOpened", account: "1700000", kind: "bonds", year: 2026, amount: "1.00" },
    ["event.year: 2026 open"],
  ],
  [
    {
      _tag: "RepaymentStated",
      year: 2027,
      rule: { _tag: "StatedAmount", amount: "1.00" },
      due: "1.00",
      amount: "1.00",
    },
    ["event.year: 2027 open"],
  ],
  [
    { _tag: "CreditTransferred", from: goods, to: wages, year: 2026, amount: "1.00", reason },
    [`event.from: ${ofGoods}`, `event.to: ${ofWages}`, "event.year: 2026 open"],
  ],
  [
    {
      _tag: "EstimatesIndexed",
      rule: { _tag: "FixedRate", percent: "2", baseYear: 2026 },
      lines: [
        { line: goods, base: "1.00", years: [{ year: 2027, times: 1, due: "1.02", amount: "1.02" }] },
        { line: wages, base: "1.00", years: [] },
      ],
    },
    [`event.lines.line: ${ofGoods}`, "event.lines.years: 2027 open", `event.lines.line: ${ofWages}`],
  ],
  [
    {
      _tag: "ContributionsApportioned",
      contribution: "Bijdrage",
      line: fees,
      key: { name: "Gelijk", by: "equal", weights: [] },
      years: [{ year: 2028, whole: "0.00", parts: [] }],
    },
    ["event.line: O 7450000 0900 A1", "event.years: 2028 open"],
  ],
  [
    { _tag: "FundingAssigned", lines: [{ line: goods }, { line: wages }] },
    [`event.lines.line: ${ofGoods}`, `event.lines.line: ${ofWages}`],
  ],
  [{ _tag: "ConditionJudged", condition: "V1", met: true, date: "2026-06-30" }, []],
  [
    {
      _tag: "ActionStopped",
      action: "A1",
      lastDay: "2026-06-30",
      reason,
      taken: [{ line: goods, amounts: { 2027: "-1.00" } }],
    },
    ["event.action: A1", `event.taken.line: ${ofGoods}`, "event.taken.amounts.2027: 2027 open"],
  ],
  [
    { _tag: "CommitmentRecorded", line: goods, year: 2026, reference: "B-1", ...rest },
    [`event.line: ${ofGoods}`, "event.year: 2026 open"],
  ],
  [
    { _tag: "ActualRecorded", line: wages, year: 2027, voucher: "F-1", ...rest },
    [`event.line: ${ofWages}`, "event.year: 2027 open"],
  ],
  [
    { _tag: "CarriedOver", line: goods, from: 2026, to: 2027, amount: "1.00" },
    [`event.line: ${ofGoods}`, "event.from: 2026", "event.to: 2027 open"],
  ],
  [{ _tag: "YearClosed", year: 2026 }, ["event.year: 2026 open"]],
  [
    { _tag: "YearClosed", year: 2026, released: [{ line: goods, reference: "B-1", amount: "-1.00" }] },
    ["event.year: 2026 open", `event.released.line: ${ofGoods}`],
  ],
  [
    {
      _tag: "Reversed",
      entry: 4,
      reason,
      turned: [
        { place: { phase: "estimate", ...goods }, year: 2026, amount: "-1.00" },
        { place: { phase: "estimate", ...goods }, year: 2027, amount: "-1.00" },
      ],
    },
    ["event.turned.year: 2026 open", "event.turned.year: 2027 open"],
  ],
]

test.each(cases.map(([event, mentions]) => [event._tag, event, mentions] as const))(
  "of: lists what %s mentions",
  (_, event, mentions) => {
    expect(Mention.of(event).map(shown)).toEqual(mentions)
  },
)
