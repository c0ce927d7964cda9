/** Codes and positions that an entry refers to and that nothing declared or recorded before it. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import * as References from "../../src/ledger/References.ts"
import { type Found, found, ledgerOf, opening } from "../Forged.ts"
import { fees, goods, payment, rule, van, wages } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const reason = { class: "correction" } as const
const adjusted = {
  _tag: "PlanAdjusted",
  plan: "2026/1",
  creditYears: [],
  changes: [{ line: goods, amounts: { 2026: "1.00" } }],
} as const
const first = opening.length + 1

describe("audit: a label", () => {
  test("of a version is used once", () => {
    const taken = (plan: string, position: number): Found => [
      "event.plan",
      { _tag: "PlanLabelTaken", plan, position },
    ]
    expect(found(adjusted, { ...adjusted, plan: "2026/2" })).toEqual([])
    expect(found(adjusted, adjusted)).toEqual([taken("2026/1", first)])
    expect(found({ ...adjusted, plan: "2026/0" })).toEqual([taken("2026/0", 1)])
  })

  test("is found with what its structure refers to", () => {
    const goals = [{ code: "A3", level: "action", parent: "AP7", name: "Nieuw", priority: false }] as const
    expect(found({ ...adjusted, plan: "2026/0", structure: { goals } })).toEqual([
      ["event.plan", { _tag: "PlanLabelTaken", plan: "2026/0", position: 1 }],
      ["event.structure.goals.parent", { _tag: "UnknownParent", code: "A3", parent: "AP7" }],
    ])
  })
})

describe("audit: an overhead rule", () => {
  const overhead = (more: Partial<BudgetEvent.Of<"OverheadReallocated">["rule"]>): Event => ({
    _tag: "OverheadReallocated",
    rule: { ...rule, ...more },
    charges: [],
  })
  const realCost = (action: string) =>
    ({ _tag: "RealCost", action, amounts: {}, reference: "Decreet" }) as const
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    ["of declared codes", overhead({ exceptions: [realCost("A1"), realCost("A2")] }), []],
    [
      "that excludes an undeclared action",
      overhead({ excluded: ["A9", "A7"] }),
      [["event.rule.excluded", { _tag: "UnknownAction", action: "A7" }]],
    ],
    [
      "that excludes an objective",
      overhead({ excluded: ["BD1"] }),
      [["event.rule.excluded", { _tag: "NotAnAction", action: "BD1", level: "policyObjective" }]],
    ],
    [
      "with an exception of an undeclared action",
      overhead({ exceptions: [realCost("A7")] }),
      [["event.rule.exceptions.action", { _tag: "UnknownAction", action: "A7" }]],
    ],
    [
      "with two exceptions of an action",
      overhead({ exceptions: [realCost("A1"), realCost("A2"), realCost("A1")] }),
      [["event.rule.exceptions.action", { _tag: "ExceptionTwice", action: "A1" }]],
    ],
    [
      "with an undeclared target",
      overhead({ target: "A7", excluded: [] }),
      [
        ["event.rule.target", { _tag: "UnknownAction", action: "A7" }],
        ["event.rule.action", { _tag: "UnknownAction", action: "A7" }],
      ],
    ],
    [
      "that charges an undeclared account",
      overhead({ chargeAccount: "9999999" }),
      [["event.rule.chargeAccount", { _tag: "UnknownAccount", account: "9999999", direction: "U" }]],
    ],
    [
      "that charges an account of receipts",
      overhead({ chargeAccount: "7470000" }),
      [["event.rule.chargeAccount", { _tag: "UnknownAccount", account: "7470000", direction: "U" }]],
    ],
    [
      "that credits an undeclared account",
      overhead({ creditAccount: "9999999" }),
      [["event.rule.account", { _tag: "UnknownAccount", account: "9999999", direction: "O" }]],
    ],
  ])("%s", (_, event, expected) => {
    expect(found(event)).toEqual(expected)
  })
})

describe("audit: shares, members and conditions", () => {
  const passed = (...shares: ReadonlyArray<readonly [partner: string, percent: string]>): Event => ({
    _tag: "PassedThrough",
    line: payment,
    shares: shares.map(([partner, percent]) => ({ partner, percent })),
    years: [],
  })
  const contribution = (weighted: string, part: string): Event => ({
    _tag: "ContributionsApportioned",
    contribution: "werking",
    line: fees,
    key: { name: "Sleutel", by: "equal", weights: [{ member: weighted, weight: "1" }] },
    years: [{ year: 2026, whole: "0.00", parts: [{ member: part, due: "0.00", amount: "0.00", order: 0 }] }],
  })
  const judged = (condition: string): Event => ({
    _tag: "ConditionJudged",
    condition,
    met: true,
    date: "2026-06-30",
  })
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    ["of two partners", passed(["P", "50"], ["Q", "50"]), []],
    [
      "of a partner twice",
      passed(["P", "50"], ["Q", "25"], ["P", "25"]),
      [["event.shares.partner", { _tag: "PartnerTwice", partner: "P" }]],
    ],
    ["of a declared member", contribution("M1", "M1"), []],
    [
      "of an undeclared member in the key",
      contribution("M7", "M7"),
      [
        ["event.key.weights.member", { _tag: "UnknownMember", member: "M7" }],
        ["event.years.parts.member", { _tag: "UnknownMember", member: "M7" }],
      ],
    ],
    [
      "of an undeclared member in a part",
      { ...contribution("M1", "M7") },
      [["event.years.parts.member", { _tag: "UnknownMember", member: "M7" }]],
    ],
    [
      "of a declared condition, and of none",
      { _tag: "FundingAssigned", lines: [{ line: goods, condition: "V1" }, { line: wages }] },
      [],
    ],
    [
      "of an undeclared condition of a line",
      { _tag: "FundingAssigned", lines: [{ line: goods, condition: "V7" }] },
      [["event.lines.condition", { _tag: "UnknownCondition", condition: "V7" }]],
    ],
    ["of a declared condition that is judged", judged("V1"), []],
    [
      "of an undeclared condition that is judged",
      judged("V7"),
      [["event.condition", { _tag: "UnknownCondition", condition: "V7" }]],
    ],
  ])("%s", (_, event, expected) => {
    expect(found(event)).toEqual(expected)
  })
})

describe("audit: a carry-over or a stop", () => {
  const carried = { _tag: "CarriedOver", line: van, from: 2026, to: 2027, amount: "0.00" } as const
  const stop: Event = { _tag: "ActionStopped", action: "A2", lastDay: "2026-12-31", reason, taken: [] }
  test.each<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]>([
    ["to the next year", [carried], []],
    [
      "to the same year",
      [{ ...carried, to: 2026 }],
      [["event.to", { _tag: "NextYearOnly", from: 2026, to: 2026 }]],
    ],
    [
      "to a later year",
      [{ ...carried, to: 2028 }],
      [["event.to", { _tag: "NextYearOnly", from: 2026, to: 2028 }]],
    ],
    ["of a running action", [stop], []],
    [
      "of an action that has stopped",
      [stop, { ...stop, lastDay: "2027-06-30" }],
      [["event.action", { _tag: "ActionHasStopped", action: "A2", lastDay: "2026-12-31", year: 2027 }]],
    ],
  ])("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})

test("find: refers to nothing before the plan", () => {
  expect(References.find({ ledger: ledgerOf(), plan: undefined, event: adjusted })).toEqual([])
})
