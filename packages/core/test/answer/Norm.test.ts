/** Norms and pledges: whether they are met, and the shortage. */
import { Adoption, Credit, Estimate, Ledger, Money, type Register } from "@grootboek/core"
import { Norm } from "@grootboek/core/answer"
import { record, refusals } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, goods, subsidy } from "../Association.ts"

const checks = (ledger: Ledger.Ledger, norm: Norm.NormName): ReadonlyArray<string> =>
  Result.getOrThrow(Norm.checks(ledger))
    .filter((check) => check.norm === norm)
    .map(({ year, action, amount, bound, holds, short }) =>
      [
        ...(action === undefined ? [] : [action]),
        year,
        Money.format(amount),
        Money.format(bound),
        holds ? "holds" : `misses ${Money.format(short)}`,
      ].join(" "),
    )

describe("Norm.checks of pledges", () => {
  test("checks a reserve in every year", () => {
    const ledger = association()
    record(
      ledger,
      Adoption.declare({
        pledges: [
          { _tag: "SocialLiability", code: "S", percent: "10", accounts: ["62"], reference: "3.7" },
          { _tag: "MinimumReserve", code: "R", floor: "-199.90", reference: "3.1" },
        ],
      }),
    )
    expect(checks(ledger, "socialLiability")).toEqual([
      "2026 -199.90 100.00 misses 299.90",
      "2027 -199.90 102.00 misses 301.90",
      "2028 -199.90 104.04 misses 303.94",
    ])
    expect(checks(ledger, "minimumReserve").map((check) => check.split(" ").at(-1))).toEqual([
      "holds",
      "holds",
      "holds",
    ])
  })

  test("checks the budget neutrality of subsidised actions, to half a cent", () => {
    const ledger = association()
    record(
      ledger,
      Adoption.declare({
        pledges: [{ _tag: "BudgetNeutrality", code: "N", tolerance: "0.005", reference: "3.7" }],
      }),
    )
    expect(checks(ledger, "budgetNeutrality")).toEqual([
      "A1 2026 0.00 0.005 holds",
      "A1 2027 0.00 0.005 holds",
      "A1 2028 0.00 0.005 holds",
    ])
  })

  test("checks the second pension pillar in the years with declared wages", () => {
    const ledger = association()
    record(
      ledger,
      Adoption.declare({
        pledges: [
          {
            _tag: "SecondPillar",
            code: "P",
            percent: "3",
            fixed: "15.00",
            wages: { table: "brutoloon", row: "alle" },
            accounts: ["614"],
            reference: "3.7",
          },
        ],
        facts: [{ table: "brutoloon", row: "alle", year: 2026, value: "13000" }],
      }),
    )
    expect(checks(ledger, "secondPillar")).toEqual(["2026 400.00 405.00 misses 5.00"])
  })

  test("refuses a pledge that is declared twice at once", () => {
    const pledge = { _tag: "BudgetNeutrality", code: "N", tolerance: "0.005", reference: "3.7" } as const
    expect(refusals(association(), Adoption.declare({ pledges: [pledge, pledge] }))).toEqual([
      "DuplicateCode",
    ])
  })
})

describe("Norm.checks", () => {
  const money = (check: Norm.NormCheck) => ({
    ...check,
    amount: Money.format(check.amount),
    short: Money.format(check.short),
    bound: Money.format(check.bound),
    base: check.base === undefined ? undefined : Money.format(check.base),
  })
  const reported = (ledger: Ledger.Ledger, at?: number) =>
    Result.getOrThrow(Norm.checks(ledger, { at })).map(money)
  const declared = (ledger: Ledger.Ledger, ...pledges: ReadonlyArray<Register.Pledge>) => {
    record(ledger, Adoption.declare({ pledges }))
    return ledger
  }
  const free = { action: undefined, base: undefined, reference: undefined, bound: "0.00" } as const
  const misses = { ...free, amount: "-199.90", holds: false, short: "199.90" } as const
  const equilibrium = [
    { ...misses, norm: "availableBudgetaryResult", level: "commitment", year: 2026 },
    { ...misses, norm: "availableBudgetaryResult", level: "commitment", year: 2027 },
    { ...misses, norm: "availableBudgetaryResult", level: "commitment", year: 2028 },
  ]
  const margin = { ...free, norm: "selfFinancingMargin", holds: true, short: "0.00" } as const

  test("returns the equilibrium without pledges: the result of every year, the margin of the last", () => {
    expect(reported(association())).toEqual([
      ...equilibrium,
      { ...margin, level: "indicator", year: 2028, amount: "0.00" },
    ])
  })

  test("omits pledges that were declared after the position", () => {
    const ledger = declared(association(), {
      _tag: "MinimumReserve",
      code: "R",
      floor: "0.00",
      reference: "3.1",
    })
    expect(reported(ledger, Ledger.position(ledger) - 1)).toHaveLength(4)
    expect(reported(ledger)).toHaveLength(7)
  })

  test("checks the margin in its year; for the last year, the equilibrium has the reference of the pledge", () => {
    const ledger = declared(
      association(),
      { _tag: "PositiveMargin", code: "M", year: 2026, reference: "3.2" },
      { _tag: "PositiveMargin", code: "L", year: 2028, reference: "3.3" },
      { _tag: "PositiveMargin", code: "X", year: 2030, reference: "3.4" },
    )
    expect(reported(ledger)).toEqual([
      ...equilibrium,
      { ...margin, level: "commitment", year: 2028, amount: "0.00", reference: "3.3" },
      { ...margin, level: "commitment", year: 2026, amount: "100.10", reference: "3.2" },
    ])
  })

  test("checks the margin of the last year on the estimates of that year", () => {
    const ledger = association()
    record(ledger, Estimate.post({ line: subsidy, amounts: { "2028": "5.00" } }))
    expect(reported(ledger).at(-1)).toEqual({ ...margin, level: "indicator", year: 2028, amount: "5.00" })
  })

  test("checks a reserve against the wages of its year and against a floor, with the shortage", () => {
    const ledger = declared(
      association(),
      { _tag: "SocialLiability", code: "S", percent: "10", accounts: ["62", "745"], reference: "3.7" },
      { _tag: "MinimumReserve", code: "R", floor: "-199.91", reference: "3.1" },
    )
    const reserve = { norm: "socialLiability", level: "commitment", amount: "-199.90", action: undefined }
    const floor = { ...reserve, norm: "minimumReserve", bound: "-199.91", base: undefined, reference: "3.1" }
    expect(reported(ledger).slice(4)).toEqual([
      {
        ...reserve,
        year: 2026,
        bound: "100.00",
        base: "1000.00",
        holds: false,
        short: "299.90",
        reference: "3.7",
      },
      {
        ...reserve,
        year: 2027,
        bound: "102.00",
        base: "1020.00",
        holds: false,
        short: "301.90",
        reference: "3.7",
      },
      {
        ...reserve,
        year: 2028,
        bound: "104.04",
        base: "1040.40",
        holds: false,
        short: "303.94",
        reference: "3.7",
      },
      { ...floor, year: 2026, holds: true, short: "0.00" },
      { ...floor, year: 2027, holds: true, short: "0.00" },
      { ...floor, year: 2028, holds: true, short: "0.00" },
    ])
  })

  test("accepts a second pillar that is exactly covered, on estimates only", () => {
    const ledger = declared(association(), {
      _tag: "SecondPillar",
      code: "P",
      percent: "3",
      fixed: "10.00",
      wages: { table: "brutoloon", row: "alle" },
      accounts: ["614"],
      reference: "3.8",
    })
    record(
      ledger,
      Adoption.declare({ facts: [{ table: "brutoloon", row: "alle", year: 2027, value: "13000" }] }),
      Credit.record({ line: goods, year: 2027, date: "2027-02-01", amount: "5.00", voucher: "V1" }),
    )
    expect(reported(ledger).slice(4)).toEqual([
      {
        norm: "secondPillar",
        level: "commitment",
        year: 2027,
        amount: "400.00",
        bound: "400.00",
        base: "13000.00",
        holds: true,
        short: "0.00",
        action: undefined,
        reference: "3.8",
      },
    ])
  })

  test("reports neutrality missed in either direction by its full size, only for years with amounts", () => {
    const ledger = declared(association(), {
      _tag: "BudgetNeutrality",
      code: "N",
      tolerance: "0.50",
      reference: "3.7",
    })
    record(
      ledger,
      Adoption.declare({
        goals: [
          { code: "A3", level: "action", name: "Proef", priority: false, financing: "Subsidies" },
          { code: "D2", level: "policyObjective", name: "Los", priority: false, financing: "subsidies" },
        ],
      }),
      Estimate.post({ line: goods, amounts: { "2026": "-0.50", "2027": "0.51" } }),
      Estimate.post({ line: { ...subsidy, action: "A3" }, amounts: { "2028": "2.00" } }),
    )
    const neutral = {
      norm: "budgetNeutrality",
      level: "commitment",
      bound: "0.50",
      base: undefined,
      reference: "3.7",
    }
    expect(reported(ledger).slice(4)).toEqual([
      { ...neutral, action: "A1", year: 2026, amount: "0.50", holds: true, short: "0.00" },
      { ...neutral, action: "A1", year: 2027, amount: "-0.51", holds: false, short: "0.51" },
      { ...neutral, action: "A1", year: 2028, amount: "0.00", holds: true, short: "0.00" },
      { ...neutral, action: "A3", year: 2028, amount: "2.00", holds: false, short: "2.00" },
    ])
  })

  test("checks neutrality of nodes together, over the plan, where a surplus meets `atLeast`", () => {
    const group = { _tag: "BudgetNeutrality", tolerance: "0.005", reference: "3.7", goals: ["A1"] } as const
    const ledger = declared(
      association(),
      { ...group, code: "E", over: "plan", bound: "atLeast" },
      { ...group, code: "X", over: "plan" },
      { ...group, code: "Y" },
      { _tag: "BudgetNeutrality", code: "S", tolerance: "0.005", reference: "3.7" },
    )
    record(ledger, Estimate.post({ line: subsidy, amounts: { "2026": "7.00", "2027": "-2.00" } }))
    const found = Result.getOrThrow(Norm.checks(ledger)).filter(({ norm }) => norm === "budgetNeutrality")
    expect(
      found.map((check) => [
        check.since,
        check.year,
        Money.format(check.amount),
        check.holds,
        Norm.isSurplus(check),
      ]),
    ).toEqual([
      [2026, 2028, "5.00", true, false],
      [2026, 2028, "5.00", false, true],
      [undefined, 2026, "7.00", false, true],
      [undefined, 2027, "-2.00", false, false],
      [undefined, 2028, "0.00", true, false],
    ])
  })

  test("checks any norm without a node, by option or by the pledge itself", () => {
    const ledger = declared(
      association(),
      { _tag: "PositiveMargin", code: "W", year: 2028, reference: "3.9", without: ["A1"] },
      { _tag: "MinimumReserve", code: "R", floor: "0.00", reference: "3.1" },
    )
    record(ledger, Estimate.post({ line: goods, amounts: { "2028": "9.00" } }))
    const read = (without: ReadonlyArray<string>) =>
      Result.getOrThrow(Norm.checks(ledger, { without }))
        .filter(({ norm, year }) => norm !== "availableBudgetaryResult" && year === 2028)
        .map((check) => `${check.level} ${Money.format(check.amount)} ${check.without ?? ""}`.trim())
    expect(read([])).toEqual(["indicator -9.00", "commitment 0.00 A1", "commitment -208.90"])
    expect(read(["A1"])[0]).toBe("indicator 0.00 A1")
    expect(Norm.checks(ledger, { without: ["A404"] })).toEqual(
      Result.fail({ _tag: "UnknownGoal", goal: "A404" }),
    )
  })

  test.each([
    ["gemeente", "required", "required", "required"],
    ["ocmw", "required", "required", "required"],
    ["agb", "indicator", "indicator", "commitment"],
    ["welzijnsvereniging", "commitment", "indicator", "commitment"],
    ["andere", "indicator", "indicator", "commitment"],
  ] as const)(
    "%s: requires the result as %s and the margin as %s; a pledge makes it a %s",
    (type, level, margin, word) => {
      const ledger = Ledger.empty()
      record(
        ledger,
        Adoption.adopt({
          entity: { name: "Bestuur", type },
          plan: "2026/0",
          edition: "bbc-3.0",
          years: { first: 2026, last: 2026 },
          creditYears: [],
        }),
      )
      expect(reported(ledger).map((check) => check.level)).toEqual([level, margin])
      declared(ledger, { _tag: "PositiveMargin", code: "L", year: 2026, reference: "3.3" })
      expect(reported(ledger).map((check) => check.level)).toEqual([level, word])
    },
  )

  test("fails without a plan or when the moment is unknown", () => {
    expect(Norm.checks(Ledger.empty())).toEqual(Result.fail({ _tag: "PlanNotAdopted" }))
    expect(Norm.checks(association(), { at: 99 })).toMatchObject(Result.fail({ _tag: "UnknownMoment" }))
  })
})
