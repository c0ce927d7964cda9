/** Lines whose codes are not declared, or whose account has no row. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { goods } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const estimate = (more: Partial<BudgetEvent.Of<"EstimatePosted">["line"]>): Event => ({
  _tag: "EstimatePosted",
  line: { ...goods, ...more },
  amounts: { 2026: "1.00" },
})
const grant = { direction: "O", account: "7405000" } as const

describe("audit: a line", () => {
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    ["that is declared", estimate({}), []],
    [
      "of an undeclared policy item",
      estimate({ policyItem: "8888" }),
      [["event.line.policyItem", { _tag: "UnknownPolicyItem", policyItem: "8888" }]],
    ],
    [
      "of an undeclared action",
      estimate({ action: "A7" }),
      [["event.line.action", { _tag: "UnknownAction", action: "A7" }]],
    ],
    [
      "of an action plan",
      estimate({ action: "AP1" }),
      [["event.line.action", { _tag: "NotAnAction", action: "AP1", level: "actionPlan" }]],
    ],
    [
      "of an undeclared sector, on an account that needs none",
      estimate({ sector: "ZZZ" }),
      [["event.line.sector", { _tag: "UnknownSector", sector: "ZZZ" }]],
    ],
    [
      "of an undeclared sector, on an account that needs one",
      estimate({ ...grant, sector: "ZZZ" }),
      [["event.line.sector", { _tag: "UnknownSector", sector: "ZZZ" }]],
    ],
    ["of a sector with a row", estimate({ ...grant, sector: "OCMW" }), []],
    [
      "without a sector, on an account that needs one",
      estimate(grant),
      [["event.line.account", { _tag: "SectorRequired", account: "7405000", row: "II.A.3.a" }]],
    ],
    [
      "of a sector without a row",
      estimate({ ...grant, sector: "FIN" }),
      [
        [
          "event.line.sector",
          { _tag: "SectorWithoutRow", sector: "FIN", purpose: "origin", row: "II.A.3.a" },
        ],
      ],
    ],
    [
      "of an undeclared account",
      estimate({ account: "9999999" }),
      [["event.line.account", { _tag: "UnknownAccount", account: "9999999", direction: "U" }]],
    ],
    [
      "of a result account",
      estimate({ account: "0900000" }),
      [["event.line.account", { _tag: "ResultAccount", account: "0900000" }]],
    ],
    [
      "with nothing declared",
      estimate({ account: "9999999", policyItem: "8888", action: "A7", sector: "ZZZ" }),
      [
        ["event.line.policyItem", { _tag: "UnknownPolicyItem", policyItem: "8888" }],
        ["event.line.action", { _tag: "UnknownAction", action: "A7" }],
        ["event.line.sector", { _tag: "UnknownSector", sector: "ZZZ" }],
        ["event.line.account", { _tag: "UnknownAccount", account: "9999999", direction: "U" }],
      ],
    ],
  ])("%s", (_, event, expected) => {
    expect(found(event)).toEqual(expected)
  })

  test("is checked again after a declaration", () => {
    const account = { section: "operating", direction: "U", row: "I.A.1", prefixes: ["60"] } as const
    const bought = estimate({ account: "6000000" })
    const declaring: Event = { _tag: "StructureDeclared", declarations: { accounts: [account] } }
    expect(found(bought)).toEqual([
      ["event.line.account", { _tag: "UnknownAccount", account: "6000000", direction: "U" }],
    ])
    expect(found(declaring, bought, bought)).toEqual([])
  })
})

test("audit: an adjustment may use the codes that it declares", () => {
  const line = { ...goods, action: "A3" }
  const goals = [{ code: "A3", level: "action", parent: "AP1", name: "Nieuw", priority: false }] as const
  const changes = [{ line, amounts: { 2026: "1.00" } }]
  const adjusted = { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes } as const
  expect(found({ ...adjusted, structure: { goals } })).toEqual([])
  expect(found(adjusted)).toEqual([["event.changes.line.action", { _tag: "UnknownAction", action: "A3" }]])
})
