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
