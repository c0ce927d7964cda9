/** The structure: the objectives tree, the account table and repeated declarations. */
import { Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, {
  ...declarations,
  goals: [{ code: "SD1", level: "strategicObjective", name: "Zorg", priority: false }, ...declarations.goals],
})
const codes = (goals: ReadonlyArray<Structure.Goal>) => goals.map(({ code }) => code)

describe("Structure: objectives tree", () => {
  test("ancestor: returns the nearest node of a level, the node itself included", () => {
    const at = (level: Structure.GoalLevel) => Structure.ancestor(structure, "A1", level)?.code
    expect((["action", "actionPlan", "policyObjective", "strategicObjective"] as const).map(at)).toEqual([
      "A1",
      "AP1",
      "BD1",
      undefined,
    ])
    expect(Structure.ancestor(structure, "BD1", "action")).toBeUndefined()
    expect(Structure.ancestor(structure, undefined, "action")).toBeUndefined()
    expect(Structure.ancestor(structure, "A7", "action")).toBeUndefined()
  })

  test("children: returns the roots, and children in order of declaration", () => {
    expect(codes(Structure.children(structure, undefined))).toEqual(["SD1", "BD1", "A9"])
    expect(codes(Structure.children(structure, "AP1"))).toEqual(["A1", "A2"])
    expect(codes(Structure.children(structure, "A1"))).toEqual([])
  })
})

describe("Structure: account table", () => {
  test("accountRule: returns the rule of the longest prefix, the whole account included", () => {
    const exact = Structure.declare(structure, {
      accounts: [
        { section: "operating", direction: "U", row: "I.A.3", prefixes: ["6140000"] },
        { section: "operating", direction: "U", row: "I.A.4", prefixes: ["6"] },
      ],
    })
    const row = (account: string) => Structure.accountRule(exact, "U", account)?.row
    expect(["6140000", "6140001", "61", "60", "6", "7"].map(row)).toEqual([
      "I.A.3",
      "I.A.1",
      "I.A.1",
      "I.A.4",
      "I.A.4",
      undefined,
    ])
    expect(Structure.accountRule(structure, "O", "6140000")).toBeUndefined()
  })
})

test("Structure.declare: keeps omitted items, and replaces the facts of repeated ones in their place", () => {
  const before = Structure.declare(Structure.empty, declarations)
  const after = Structure.declare(before, {
    goals: [{ code: "AP1", level: "actionPlan", parent: "BD1", name: "Huizen", priority: false }],
    policyItems: [{ code: "0900", name: "Welzijn", field: "0900", fieldName: "Bijstand", domain: "Zorg" }],
    sectors: [{ code: "OCMW", counterparty: "OCMW", origin: 6 }],
  })
  expect([...after.goals.keys()]).toEqual(["BD1", "AP1", "A1", "A2", "A9"])
  expect(after.goals.get("AP1")?.name).toBe("Huizen")
  expect([...after.policyItems.values()].map(({ name }) => name)).toEqual(["Welzijn", "Bestuur"])
  expect([...after.sectors.values()]).toEqual([
    { code: "OCMW", counterparty: "OCMW", origin: 6 },
    { code: "FIN", counterparty: "bank", interest: 1 },
  ])
  expect(after.accounts).toBe(before.accounts)
  expect([...before.accounts.keys()]).toEqual([
    "U61",
    "U62",
    "O740",
    "O745",
    "O747",
    "U6500",
    "U24",
    "U421",
    "O093",
    "U090",
  ])
  const { register: _, ...same } = Structure.declare(before, {})
  expect(
    Object.entries(same).every(([list, map]) =>
      Object.entries(before).some(([a, b]) => a === list && b === map),
    ),
  ).toBe(true)
})

test("Structure.isWithin: is true for a node and for what is below it", () => {
  const within = (code: string | undefined, ...nodes: ReadonlyArray<string>) =>
    Structure.isWithin(structure, code, nodes)
  expect([within("A1", "A1"), within("A1", "BD1"), within("A1", "A9", "AP1"), within("BD1", "BD1")]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([
    within("A9", "BD1"),
    within("BD1", "A1"),
    within("A1"),
    within(undefined, "A1"),
    within("A7", "A7"),
  ]).toEqual([false, false, false, false, false])
})

test("Structure.spelled: returns a code as it is declared", () => {
  const listed = Structure.declare(structure, { members: [{ code: "Lid-1", name: "Noord" }] })
  const spelled = (code: string) => Structure.spelled(listed, code)
  expect(["A1", "0900", "OCMW", "Lid-1"].map(spelled)).toEqual(["A1", "0900", "OCMW", "Lid-1"])
  const other = (code: string) => `${code.slice(0, -1)}\u200b${code.slice(-1)}`
  expect(["A1", "0900", "OCMW", "Lid-1"].map(other).map(spelled)).toEqual(["A1", "0900", "OCMW", "Lid-1"])
  expect([spelled("A7"), spelled("")]).toEqual([undefined, undefined])
  expect(spelled(other("A2"))).toBe("A2")
})

test("Structure.spelled: returns a declared code as it is, also when another is spelled alike", () => {
  const alike = Structure.declare(structure, { members: [{ code: "A\u200b1", name: "Noord" }] })
  expect(["A\u200b1", "A1", "A1\u200b"].map((code) => Structure.spelled(alike, code))).toEqual([
    "A\u200b1",
    "A1",
    "A1",
  ])
})
