/** Rules and declarations that every version of the decisions refused to record: each is found, with its field and its facts. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { fees, goods, rule } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

describe("audit: a rule", () => {
  const overhead = (
    ...exceptions: NonNullable<BudgetEvent.Of<"OverheadReallocated">["rule"]["exceptions"]>
  ) => ({ _tag: "OverheadReallocated", rule: { ...rule, exceptions }, charges: [] }) as const
  const reference = "Decreet"
  const weighted = (
    weights: ReadonlyArray<readonly [member: string, weight: string]>,
    contribution = "werking",
  ): Event => ({
    _tag: "ContributionsApportioned",
    contribution,
    line: fees,
    key: {
      name: "Sleutel",
      by: "shares",
      weights: weights.map(([member, weight]) => ({ member, weight })),
    },
    years: [],
  })
  const passed = (line: BudgetEvent.Of<"PassedThrough">["line"]): Event => ({
    _tag: "PassedThrough",
    line,
    shares: [{ partner: "P", percent: "100" }],
    years: [],
  })
  const { action: _, ...ofNobody } = goods
  const repaid = (amount: string): Event => ({
    _tag: "RepaymentStated",
    year: 2026,
    rule: { _tag: "StatedAmount", amount },
    due: amount,
    amount,
  })
  const atRate = (percent: string): BudgetEvent.Of<"RepaymentStated"> => ({
    _tag: "RepaymentStated",
    year: 2026,
    rule: { _tag: "DebtRate", percent },
    base: "100.00",
    due: percent === "5" ? "5.00" : "0.00",
    amount: percent === "5" ? "5.00" : "0.00",
  })

  test.each<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]>([
    [
      "of overhead with a limit of every kind",
      [
        overhead(
          { _tag: "LegalMaximum", action: "A1", percent: "10", reference },
          { _tag: "HigherShare", action: "A2", amounts: { 2026: "5.00" }, reference },
        ),
      ],
      [],
    ],
    ["of overhead at real cost", [overhead({ _tag: "RealCost", action: "A1", amounts: {}, reference })], []],
    [
      "of overhead without a limit",
      [
        overhead(
          { _tag: "LegalMaximum", action: "A1", reference },
          { _tag: "HigherShare", action: "A2", reference },
        ),
      ],
      [
        ["event.rule.exceptions", { _tag: "ExceptionWithoutLimit", action: "A1" }],
        ["event.rule.exceptions", { _tag: "ExceptionWithoutLimit", action: "A2" }],
      ],
    ],
    ["that passes on payments of an action", [passed(goods)], []],
    ["that passes on receipts", [passed(fees)], [["event.line", { _tag: "NoPaymentLine", action: "A1" }]]],
    [
      "that passes on payments of no action",
      [passed(ofNobody)],
      [["event.line", { _tag: "NoPaymentLine", action: "" }]],
    ],
    [
      "of a contribution",
      [
        weighted([
          ["M1", "1"],
          ["M2", "0"],
        ]),
      ],
      [],
    ],
    [
      "of a contribution with a negative weight",
      [
        weighted([
          ["M1", "-1"],
          ["M2", "2"],
        ]),
      ],
      [["event.key", { _tag: "NegativeWeight", member: "M1", weight: "-1" }]],
    ],
    [
      "of a contribution with a member twice",
      [
        weighted([
          ["M1", "1"],
          ["M2", "1"],
          ["M1", "2"],
        ]),
      ],
      [["event.key", { _tag: "MemberTwice", member: "M1" }]],
    ],
    [
      "of a contribution without weights",
      [
        weighted([
          ["M1", "0"],
          ["M2", "0.00"],
        ]),
      ],
      [["event.key", { _tag: "KeySumsToZero", key: "Sleutel" }]],
    ],
    [
      "of a second contribution of one line",
      [weighted([["M1", "1"]]), weighted([["M2", "1"]], "andere")],
      [["event.key", { _tag: "LineApportioned", line: "A1 · 0900 · 7450000 · O", contribution: "werking" }]],
    ],
    ["of repayments", [repaid("0.01")], []],
    [
      "of repayments of nothing",
      [repaid("0.00")],
      [["event.rule", { _tag: "RepaymentNotPositive", year: 2026, stated: "0.00" }]],
    ],
    [
      "of repayments below zero",
      [repaid("-5.00")],
      [["event.rule", { _tag: "RepaymentNotPositive", year: 2026, stated: "-5.00" }]],
    ],
    ["of repayments at a rate", [atRate("5")], []],
    [
      "of repayments at no rate",
      [atRate("0")],
      [["event.rule", { _tag: "RepaymentNotPositive", year: 2026, stated: "0" }]],
    ],
    [
      "of other repayments of one year",
      [repaid("5.00"), { ...atRate("5"), amount: "0.00" }],
      [["event.rule", { _tag: "RepaymentTwice", year: 2026 }]],
    ],
    ["of repayments that are stated again", [atRate("5"), { ...atRate("5"), amount: "0.00" }], []],
  ])("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})

const adjusted = { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes: [] } as const

describe("audit: a declaration or an adjustment", () => {
  const indicators = [{ code: "I1", name: "Klaar", goal: "A1", kind: "deed", total: "last" }] as const
  const targets = [{ indicator: "I1", year: 2026, aim: "atLeast", value: "5" }] as const
  const notADeed = { _tag: "NotADeed", indicator: "I1", value: "5" } as const
  const texts = (until: string) => [{ goal: "A1", term: { from: 2027, until } }]
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    [
      "of nothing",
      { _tag: "StructureDeclared", declarations: {} },
      [["event.declarations", { _tag: "NothingDeclared" }]],
    ],
    [
      "of empty lists",
      { _tag: "StructureDeclared", declarations: { goals: [], members: [] } },
      [["event.declarations", { _tag: "NothingDeclared" }]],
    ],
    ["of one list", { _tag: "StructureDeclared", declarations: { goals: [], indicators } }, []],
    ["without a change", adjusted, [["event.changes", { _tag: "NothingChanges" }]]],
    ["of a structure only", { ...adjusted, structure: { indicators } }, []],
    ["of a change only", { ...adjusted, changes: [{ line: goods, amounts: { 2026: "1.00" } }] }, []],
    [
      "of a deed that is done five times",
      { _tag: "StructureDeclared", declarations: { indicators, targets } },
      [["event.declarations", notADeed]],
    ],
    [
      "with a deed that is done five times",
      { ...adjusted, structure: { indicators, targets } },
      [["event.structure", notADeed]],
    ],
    [
      "of a measurement that is no deed",
      {
        _tag: "StructureDeclared",
        declarations: { indicators, measurements: [{ indicator: "I1", on: "2026-06-30", value: "5" }] },
      },
      [["event.declarations", notADeed]],
    ],
    [
      "of a term that ends before it begins",
      { _tag: "StructureDeclared", declarations: { goalTexts: texts("2026-12-31") } },
      [["event.declarations", { _tag: "TermEndsBefore", goal: "A1", from: 2027, until: "2026-12-31" }]],
    ],
    ["of a term", { _tag: "StructureDeclared", declarations: { goalTexts: texts("2027-12-31") } }, []],
  ])("%s", (_, event, expected) => {
    expect(found(event)).toEqual(expected)
  })

  test("gives no indicator another meaning than all decisions did", () => {
    const declarations = {
      indicators: [
        { code: "I1", name: "Aandeel", goal: "A1", kind: "percent", total: "sum" },
        { code: "I2", name: "Aantal", goal: "A1", kind: "count", total: "sum" },
        { code: "I3", name: "In woorden", goal: "A1", kind: "text", total: "last" },
      ],
      targets: [
        { indicator: "I2", year: 2026, aim: "atLeast", by: "2030-01-01" },
        { indicator: "I2", year: 2027, aim: "atMost", value: "1", margin: "5" },
        { indicator: "I3", year: 2026, aim: "follow" },
        { indicator: "I3", year: 2027, aim: "atLeast", text: "Beter" },
      ],
      measurements: [{ indicator: "I2", on: "2026-06-30" }],
    } as const
    const at = (reason: Found[1]): Found => ["event.declarations", reason]
    expect(found({ _tag: "StructureDeclared", declarations })).toEqual([
      at({ _tag: "NotCounted", indicator: "I1", kind: "percent" }),
      at({ _tag: "TargetDayOutside", indicator: "I2", day: "2030-01-01", from: 2026, until: 2028 }),
      at({ _tag: "TargetWithoutValue", indicator: "I2", aim: "atLeast" }),
      at({ _tag: "MarginWithoutAbout", indicator: "I2", aim: "atMost" }),
      at({ _tag: "WordsMissing", indicator: "I3" }),
      at({ _tag: "IndicatorInWords", indicator: "I3" }),
      at({ _tag: "MeasurementWithoutValue", indicator: "I2" }),
    ])
  })
})
