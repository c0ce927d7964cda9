/** Declarations that refer to what is not declared, or declare a code twice. */
import type { Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { goods } from "../SmallPlan.ts"

type Declarations = Structure.Declarations

const declared = (declarations: Declarations) => found({ _tag: "StructureDeclared", declarations })

const goal = { code: "X1", level: "action", name: "Nieuw", priority: false } as const
const twice = (what: "goal" | "account", code: string): Found => [
  "event.declarations",
  { _tag: "DuplicateCode", what, code },
]

test("audit: a code is declared once in each list", () => {
  const policyItem = { code: "B1", name: "Zorg", field: "0900", fieldName: "Bijstand", domain: "Zorg" }
  const sector = { code: "S1", counterparty: "gemeente" }
  const account = { section: "operating", direction: "U", row: "I.A.1", prefixes: ["601"] } as const
  const member = { code: "M7", name: "Lid" }
  expect(
    declared({
      goals: [goal, goal],
      policyItems: [policyItem, policyItem],
      sectors: [sector, sector],
      accounts: [account, { ...account, prefixes: ["602", "601"] }],
      members: [member, { ...member, name: "Anders" }],
    }),
  ).toEqual([
    twice("goal", "X1"),
    ["event.declarations", { _tag: "DuplicateCode", what: "policyItem", code: "B1" }],
    ["event.declarations", { _tag: "DuplicateCode", what: "sector", code: "S1" }],
    twice("account", "U 601"),
    ["event.declarations", { _tag: "DuplicateCode", what: "member", code: "M7" }],
  ])
  const other = { ...account, direction: "O", row: "II.A.5" } as const
  expect(declared({ goals: [goal], accounts: [account, other], members: [member] })).toEqual([])
})

describe("audit: a goal", () => {
  const unknown = (parent: string): Found => [
    "event.declarations.goals.parent",
    { _tag: "UnknownParent", code: "X1", parent },
  ]
  const notAbove = (code: string, parent: string): Found => [
    "event.declarations.goals.parent",
    { _tag: "ParentNotAbove", code, parent },
  ]
  test.each<readonly [string, NonNullable<Declarations["goals"]>, ReadonlyArray<Found>]>([
    ["without a parent", [goal], []],
    ["below an action plan", [{ ...goal, parent: "AP1" }], []],
    ["below an objective", [{ ...goal, parent: "BD1" }], []],
    [
      "below a plan that is declared with it",
      [
        { ...goal, parent: "X2" },
        { ...goal, code: "X2", level: "actionPlan" },
      ],
      [],
    ],
    ["below an undeclared goal", [{ ...goal, parent: "X7" }], [unknown("X7")]],
    ["below an action", [{ ...goal, parent: "A1" }], [notAbove("X1", "A1")]],
    ["below itself", [{ ...goal, parent: "X1" }], [notAbove("X1", "X1")]],
    [
      "that is an objective below a plan",
      [{ ...goal, level: "strategicObjective", parent: "AP1" }],
      [notAbove("X1", "AP1")],
    ],
  ])("%s", (_, goals, expected) => {
    expect(declared({ goals })).toEqual(expected)
  })
})

describe("audit: the goal of a list", () => {
  const lists = (goal: string, other: string): Declarations => ({
    budgetHolders: [{ code: "H1", name: "Dienst", goals: [other, goal] }],
    conditions: [
      { code: "V2", name: "Subsidie", goals: [goal] },
      { code: "V3", name: "Zonder doelen" },
    ],
    progress: [{ goal, on: "2026-06-30", state: "done" }],
    pledges: [
      { _tag: "MinimumReserve", code: "P1", floor: "1.00", reference: "Raad", without: [goal] },
      { _tag: "BudgetNeutrality", code: "P2", tolerance: "1.00", reference: "Raad", goals: [goal] },
      { _tag: "BudgetNeutrality", code: "P3", tolerance: "1.00", reference: "Raad" },
    ],
    indicators: [{ code: "I1", goal, name: "Aantal", kind: "count", total: "sum" }],
    goalTexts: [{ goal, commentary: "Tekst" }],
  })

  test("is declared", () => {
    expect(declared(lists("A1", "BD1"))).toEqual([])
  })

  test("is found in each list when it is not", () => {
    const paths = [
      "budgetHolders.goals",
      "conditions.goals",
      "progress.goal",
      "pledges.without",
      "pledges.goals",
      "indicators.goal",
      "goalTexts.goal",
    ]
    expect(declared(lists("X7", "A1"))).toEqual(
      paths.map((path) => [`event.declarations.${path}`, { _tag: "UnknownGoal", goal: "X7" }]),
    )
  })

  test("may be declared with it", () => {
    expect(declared({ goals: [goal], ...lists("X1", "A1") })).toEqual([])
  })
})

describe("audit: an account table", () => {
  const rowOf = (section: "operating" | "investment", row: string) =>
    declared({ accounts: [{ section, direction: "U", row, prefixes: ["699"] }] })

  test("names rows of its section", () => {
    expect(rowOf("operating", "I.A.1")).toEqual([])
    expect(rowOf("operating", "IX.Z")).toEqual([
      ["event.declarations.accounts.row", { _tag: "UnknownFormRow", section: "operating", row: "IX.Z" }],
    ])
    expect(rowOf("investment", "I.A.2.c")).toEqual([
      ["event.declarations.accounts.row", { _tag: "UnknownFormRow", section: "investment", row: "I.A.2.c" }],
    ])
    expect(declared({ accounts: [{ section: "result", direction: "U", prefixes: ["091"] }] })).toEqual([])
  })

  const estimate = { _tag: "EstimatePosted", line: goods, amounts: { 2026: "1.00" } } as const
  const grants = { section: "operating", direction: "U", row: "I.A.4", prefixes: ["614"] } as const

  test("keeps the rows of recorded amounts", () => {
    expect(declared({ accounts: [grants] })).toEqual([])
    expect(found(estimate, { _tag: "StructureDeclared", declarations: { accounts: [grants] } })).toEqual([
      ["event.declarations", { _tag: "SectorRequired", account: "6140000", row: "I.A.4" }],
    ])
    const sectors = [{ code: "S1", counterparty: "gemeente" }]
    expect(
      found(estimate, { _tag: "StructureDeclared", declarations: { accounts: [grants], sectors } }),
    ).toEqual([["event.declarations", { _tag: "SectorRequired", account: "6140000", row: "I.A.4" }]])
    const other = { ...grants, row: "I.A.1" }
    expect(found(estimate, { _tag: "StructureDeclared", declarations: { accounts: [other] } })).toEqual([])
  })

  test("keeps the sectors of recorded amounts", () => {
    const granted = { ...goods, account: "7405000", direction: "O", sector: "OCMW" } as const
    const sectors = [{ code: "OCMW", counterparty: "OCMW", operatingGrant: 11 }]
    expect(
      found({ ...estimate, line: granted }, { _tag: "StructureDeclared", declarations: { sectors } }),
    ).toEqual([
      [
        "event.declarations",
        { _tag: "SectorWithoutRow", sector: "OCMW", purpose: "origin", row: "II.A.3.a" },
      ],
    ])
  })
})
