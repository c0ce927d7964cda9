/** Adopting a plan and declaring its structure. */
import { Adoption, Estimate, type Structure } from "@grootboek/core"
import { given } from "@grootboek/testing/Given"
import { describe, test } from "vitest"
import { adopted, declarations, declared, goods } from "../SmallPlan.ts"

const years = { first: 2026, last: 2028 }
const facts = {
  entity: { name: "Vereniging", type: "welzijnsvereniging" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years,
  creditYears: [2026],
} as const

describe("Adoption.adopt", () => {
  test("records the plan when the ledger is empty", () => {
    given()
      .when(Adoption.adopt(facts))
      .records({ _tag: "PlanAdopted", ...facts })
  })

  test("refuses when the ledger has a plan", () => {
    given(adopted)
      .when(Adoption.adopt({ ...facts, plan: "2027/0" }))
      .refuses({ _tag: "PlanAlreadyAdopted", entity: "Vereniging", plan: "2026/0" })
  })

  test("refuses when a credit year is outside the plan", () => {
    given()
      .when(Adoption.adopt({ ...facts, creditYears: [2025, 2026, 2029] }))
      .refuses({ _tag: "YearOutsidePlan", year: 2025, years }, { _tag: "YearOutsidePlan", year: 2029, years })
  })
})

describe("Adoption.declare", () => {
  test("refuses when no plan is adopted", () => {
    given().when(declared).refuses({ _tag: "PlanNotAdopted" })
  })

  test("records the declarations", () => {
    given(adopted).when(declared).records({ _tag: "StructureDeclared", declarations })
  })

  test("replaces the facts of a code when it is declared again", () => {
    const goals = [{ ...declarations.goals[2], name: "Woonwinkel" }]
    given(adopted, declared)
      .when(Adoption.declare({ goals }))
      .records({ _tag: "StructureDeclared", declarations: { goals } })
  })

  test("refuses when nothing is declared", () => {
    given(adopted)
      .when(Adoption.declare({ goals: [] }))
      .refuses({ _tag: "NothingDeclared" })
  })

  test("refuses when a code is declared twice", () => {
    const [goal, item, sector, rule] = [
      declarations.goals[0],
      declarations.policyItems[0],
      declarations.sectors[0],
      declarations.accounts[0],
    ]
    given(adopted)
      .when(
        Adoption.declare({
          goals: [goal, goal],
          policyItems: [item, item],
          sectors: [sector, sector],
          accounts: [rule, rule],
        }),
      )
      .refuses(
        { _tag: "DuplicateCode", what: "goal", code: "BD1" },
        { _tag: "DuplicateCode", what: "policyItem", code: "0900" },
        { _tag: "DuplicateCode", what: "sector", code: "OCMW" },
        { _tag: "DuplicateCode", what: "account", code: "U 61" },
      )
  })

  test("distinguishes the accounts of the two directions", () => {
    const accounts = [
      { section: "investment", direction: "U", row: "I.B.1.c", prefixes: ["24"] },
      { section: "investment", direction: "O", row: "II.B.1.c", prefixes: ["24"] },
    ] as const
    given(adopted)
      .when(Adoption.declare({ accounts }))
      .records({ _tag: "StructureDeclared", declarations: { accounts } })
  })

  test("refuses when the parent of a goal is unknown or not of a higher level", () => {
    const goal = { code: "X", name: "X", priority: false } as const
    given(adopted, declared)
      .when(
        Adoption.declare({
          goals: [
            { ...goal, level: "action", parent: "BD9" },
            { ...goal, code: "Y", level: "actionPlan", parent: "AP1" },
            { ...goal, code: "Z", level: "policyObjective", parent: "A1" },
          ],
        }),
      )
      .refuses(
        { _tag: "UnknownParent", code: "X", parent: "BD9" },
        { _tag: "ParentNotAbove", code: "Y", parent: "AP1" },
        { _tag: "ParentNotAbove", code: "Z", parent: "A1" },
      )
  })

  test("refuses when T2 has no such row in that section", () => {
    given(adopted)
      .when(
        Adoption.declare({
          accounts: [
            { section: "operating", direction: "U", row: "I.Z", prefixes: ["61"] },
            { section: "investment", direction: "U", row: "I.A.2.c", prefixes: ["62"] },
            { section: "operating", direction: "U", row: "I.A.4", prefixes: ["649"] },
          ],
        }),
      )
      .refuses(
        { _tag: "UnknownFormRow", section: "operating", row: "I.Z" },
        { _tag: "UnknownFormRow", section: "investment", row: "I.A.2.c" },
      )
  })

  test("refuses when recorded amounts would lose their row", () => {
    const accounts = [{ section: "operating", direction: "U", row: "I.A.4", prefixes: ["61"] }] as const
    given(adopted, declared, Estimate.post({ line: goods, amounts: { "2026": "100.00" } }))
      .when(Adoption.declare({ accounts }))
      .refuses({ _tag: "SectorRequired", account: "6140000", row: "I.A.4" })
  })
})

describe("Adoption.declare: lists", () => {
  const [goal] = declarations.goals
  const [item] = declarations.policyItems
  const [sector] = declarations.sectors

  test("records a declaration of one item of any kind", () => {
    for (const more of [
      { policyItems: [item] },
      { sectors: [sector] },
      { goals: [goal], policyItems: [item] },
      { policyItems: [item], sectors: [sector] },
      { members: [{ code: "M1", name: "Noord" }] },
      { goals: [goal], members: [{ code: "M1", name: "Noord" }] },
    ])
      given(adopted).when(Adoption.declare(more)).records({ _tag: "StructureDeclared", declarations: more })
  })

  test("refuses an empty declaration", () => {
    given(adopted).when(Adoption.declare({})).refuses({ _tag: "NothingDeclared" })
  })

  const neutrality = { _tag: "BudgetNeutrality", code: "N", tolerance: "0.00", reference: "3.9" } as const
  const reserve = { _tag: "MinimumReserve", code: "R", floor: "0.00", reference: "3.1" } as const

  test.each<[string, Structure.Declarations]>([
    ["a budget holder", { budgetHolders: [{ code: "H1", name: "Team wonen", goals: ["BD1", "BD9"] }] }],
    ["a condition", { conditions: [{ code: "C1", name: "Subsidie", goals: ["BD1", "BD9"] }] }],
    ["the progress", { progress: [{ goal: "BD9", on: "2026-03-01", state: "onTrack" }] }],
    ["a pledge without it", { pledges: [{ ...reserve, without: ["BD1", "BD9"] }] }],
    ["budget neutrality", { pledges: [{ ...neutrality, goals: ["BD1", "BD9"] }] }],
  ])("refuses when %s names an unknown goal", (_, declarations) => {
    given(adopted, declared)
      .when(Adoption.declare(declarations))
      .refuses({ _tag: "UnknownGoal", goal: "BD9" })
  })

  test("update: refuses a list from no file without the line of its row", () => {
    given(adopted, declared)
      .when(Adoption.update({ progress: [{ goal: "BD9", on: "2026-03-01", state: "onTrack" }] }))
      .refuses({ _tag: "UnknownGoal", goal: "BD9" })
  })

  test("records declarations that name no goal", () => {
    // Only budget neutrality names goals: a field of that name in another pledge is not read.
    const other = { ...reserve, goals: ["BD9"] }
    const more = { conditions: [{ code: "C1", name: "Subsidie" }], pledges: [other, neutrality] }
    given(adopted, declared)
      .when(Adoption.declare(more))
      .records({ _tag: "StructureDeclared", declarations: more })
  })
})
