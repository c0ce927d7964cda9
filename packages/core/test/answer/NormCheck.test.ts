/** One check of a norm: its key, what it knows of its nodes and years, and the authorities without a norm. */
import { Adoption, Ledger, Money, type Register } from "@grootboek/core"
import { Norm } from "@grootboek/core/answer"
import { ledger, record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association } from "../Association.ts"
import { plan } from "../SmallPlan.ts"

const check: Norm.NormCheck = {
  norm: "secondPillar",
  level: "commitment",
  year: 2026,
  amount: Money.from("400.00"),
  holds: false,
  short: Money.from("5.00"),
  bound: Money.from("405.00"),
  action: undefined,
  base: undefined,
  reference: undefined,
}

test("key: has the norm, the first year, the action, the nodes, and the nodes left out", () => {
  const key = (more: Partial<Norm.NormCheck>) => Norm.key({ ...check, ...more }).split("\u001f")
  expect(key({})).toEqual(["secondPillar", "", "", "without"])
  expect(key({ year: 2027, amount: Money.zero })).toEqual(key({}))
  expect(key({ since: 2026, action: "A1" })).toEqual(["secondPillar", "2026", "A1", "without"])
  expect(key({ goals: ["A1", "A2"], without: ["A9"] })).toEqual([
    ...["secondPillar", "", "", "A1", "A2", "without", "A9"],
  ])
})

test.each([
  ["budgetNeutrality", false, "5.00", true],
  ["budgetNeutrality", false, "0.00", false],
  ["budgetNeutrality", false, "-5.00", false],
  ["budgetNeutrality", true, "5.00", false],
  ["secondPillar", false, "400.00", false],
] as const)("isSurplus: of %s that is met (%s) with %s is %s", (norm, holds, amount, isSurplus) => {
  expect(Norm.isSurplus({ ...check, norm, holds, amount: Money.from(amount) })).toBe(isSurplus)
})

describe("checks of neutrality", () => {
  const neutral = (more: Partial<Extract<Register.Pledge, { readonly _tag: "BudgetNeutrality" }>>) => {
    const made = association()
    const pledge = {
      _tag: "BudgetNeutrality",
      code: "N",
      tolerance: "0.50",
      reference: "3.7",
      ...more,
    } as const
    record(made, Adoption.declare({ pledges: [pledge] }))
    return Result.getOrThrow(Norm.checks(made)).slice(4)
  }
  const one = {
    norm: "budgetNeutrality",
    level: "commitment",
    amount: Money.zero,
    holds: true,
    short: Money.zero,
    bound: Money.from("0.50"),
    base: undefined,
    reference: "3.7",
  }

  test("name the action in each year", () => {
    expect(neutral({})).toStrictEqual([2026, 2027, 2028].map((year) => ({ ...one, year, action: "A1" })))
  })

  test("name the nodes together, and the years together", () => {
    const goals = ["A1"]
    expect(neutral({ goals })).toStrictEqual(
      [2026, 2027, 2028].map((year) => ({ ...one, year, action: undefined, goals })),
    )
    expect(neutral({ goals, over: "plan" })).toStrictEqual([
      { ...one, year: 2028, action: undefined, goals, since: 2026 },
    ])
  })
})

describe("checks of equilibrium", () => {
  test.each([
    ["gemeente", [undefined, undefined]],
    ["agb", [undefined, undefined]],
    ["welzijnsvereniging", [undefined, undefined]],
    ["igs", ["igs", "igs"]],
    ["provincie", ["provincie", "provincie"]],
  ] as const)("of a %s: say where no text on the norm was found", (type, unknown) => {
    const made = ledger(
      Adoption.adopt({ ...plan, entity: { name: "Bestuur", type }, years: { first: 2026, last: 2026 } }),
    )
    const kinds = () => Result.getOrThrow(Norm.checks(made)).map(({ unknownFor }) => unknownFor)
    expect(kinds()).toEqual(unknown)
    const pledge = { _tag: "PositiveMargin", code: "M", year: 2026, reference: "3.3" } as const
    record(made, Adoption.declare({ pledges: [pledge] }))
    expect(kinds()).toEqual([unknown[0], undefined])
  })

  test("are taken from the pledge of the last year only, and from none that leaves nodes out", () => {
    const made = association()
    const pledge = { _tag: "PositiveMargin", reference: "3.3" } as const
    record(
      made,
      Adoption.declare({
        pledges: [
          { ...pledge, code: "M", year: 2027 },
          { ...pledge, code: "W", year: 2028, without: ["A1"] },
          { _tag: "MinimumReserve", code: "R", floor: "0.00", reference: "3.1" },
        ],
      }),
    )
    const [, , , margin] = Result.getOrThrow(Norm.checks(made))
    expect(margin).toMatchObject({ norm: "selfFinancingMargin", level: "indicator", reference: undefined })
  })

  test("fail when a pledge leaves out a node that the plan does not have, which only an edited journal has", () => {
    const made = association()
    const pledge = { _tag: "MinimumReserve", code: "R", floor: "0.00", reference: "3.1" } as const
    const pledges = [{ ...pledge, without: ["A404"] }]
    Ledger.append(made, { event: { _tag: "StructureDeclared", declarations: { pledges } }, time: "" })
    expect(Norm.checks(made)).toEqual(Result.fail({ _tag: "UnknownGoal", goal: "A404" }))
  })
})
