/** Realisation: realised and available amounts, and warnings of limits. */
import {
  Adoption,
  Balances,
  Commitment,
  Contribution,
  Credit,
  Estimate,
  Funding,
  type Ledger,
  Money,
} from "@grootboek/core"
import { Realisation } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { association, booked, contribution, goods, planOf, van, wages } from "../Association.ts"

const figures = (ledger: Ledger.Ledger, until?: string) =>
  Realisation.byAction(planOf(ledger), Balances.of(ledger.columns), {
    year: 2026,
    ...(until === undefined ? {} : { until }),
  })
    .filter(({ action }) => action === "A1")
    .map(({ direction, estimate, realised, available, percent }) =>
      [direction, ...[estimate, realised, available].map(Money.format), percent].join(" "),
    )

describe("Realisation", () => {
  test("byAction: returns figures per action and direction, for a year and for part of it", () => {
    const ledger = booked()
    expect(figures(ledger)).toEqual(["O 1400.00 700.00 700.00 50.00", "U 1400.00 840.00 560.00 60.00"])
    expect(figures(ledger, "2026-06")).toEqual([
      "O 1400.00 700.00 700.00 50.00",
      "U 1400.00 500.00 900.00 35.71",
    ])
  })

  test("byHolder: includes the actions below the node of a budget holder", () => {
    const ledger = booked()
    const holders = Realisation.byHolder(planOf(ledger), Balances.of(ledger.columns), { year: 2026 })
    expect(
      holders.map(({ holder, direction, realised }) => `${holder} ${direction} ${Money.format(realised)}`),
    ).toEqual(["B1 O 700.00", "B1 U 840.00", "undefined O 0.00"])
  })

  test("linesByAction: has for every action the lines that byLine returns", () => {
    const ledger = booked()
    const balances = Balances.of(ledger.columns)
    const actions = [...planOf(ledger).structure.goals.values()].filter(({ level }) => level === "action")
    for (const period of [{ year: 2026 }, Realisation.semester(2026, 2)]) {
      const all = Realisation.linesByAction(balances, period)
      expect(all.size).toBeGreaterThan(0)
      expect([...all.keys()].filter((code) => !actions.some((one) => one.code === code))).toEqual([])
      for (const { code } of actions)
        expect(all.get(code) ?? []).toEqual(Realisation.byLine(balances, code, period))
    }
  })

  test.each([
    ["1.00", "fine"],
    ["240.00", "warning"],
    ["300.00", "warning"],
    ["300.01", "exceeded"],
  ])("limits: of an investment credit of 300, %s is %s at 80 %%", (amount, alarm) => {
    const ledger = association()
    record(ledger, Credit.record({ line: van, year: 2026, date: "2026-02-01", amount, voucher: "V1" }))
    const limits = Realisation.limits(planOf(ledger), Balances.of(ledger.columns), { year: 2026, warnAt: 80 })
    expect(limits.find(({ row }) => row === "Investeringen/U")?.alarm).toBe(alarm)
  })

  test("semester: returns the realisation in the half year, and since January", () => {
    const ledger = booked()
    const of = (half: 1 | 2) =>
      Realisation.byAction(planOf(ledger), Balances.of(ledger.columns), Realisation.semester(2026, half))
        .filter(({ action, direction }) => action === "A1" && direction === "U")
        .map(({ during, realised }) => [during, realised].map(Money.format))
    expect(of(1)).toEqual([["500.00", "500.00"]])
    expect(of(2)).toEqual([["340.00", "840.00"]])
  })
})

describe("Realisation figures", () => {
  const period = { year: 2026, from: "2026-07" }
  const money = (figures: Realisation.Figures) => ({
    ...figures,
    estimate: Money.format(figures.estimate),
    realised: Money.format(figures.realised),
    during: Money.format(figures.during),
    available: Money.format(figures.available),
    committed: Money.format(figures.committed),
  })
  const full = () => {
    const ledger = booked()
    record(
      ledger,
      Adoption.declare({
        goals: [
          { code: "S1", level: "strategicObjective", name: "Zorg", priority: true },
          { code: "D1", level: "policyObjective", parent: "S1", name: "Dienstverlening", priority: true },
          { code: "P1", level: "actionPlan", parent: "D1", name: "Wonen", priority: true },
          { code: "A3", level: "action", parent: "P1", name: "Woonloket", priority: true },
        ],
        budgetHolders: [
          { code: "B0", name: "Directie", goals: ["S1"] },
          { code: "B2", name: "Team Vervoer", goals: ["A2"] },
          { code: "B3", name: "Team Wonen", goals: ["P1"] },
        ],
      }),
      Funding.assign([{ line: goods, condition: "V1" }]),
      Estimate.openDebt({ account: "1730000", kind: "creditInstitutions", year: 2026, amount: "9.00" }),
      Estimate.carryResult({ account: "0930000", year: 2026, adopted: "50.00" }),
      Credit.record({
        line: { direction: "O", account: "7450000", policyItem: "9090" },
        year: 2026,
        date: "2026-07-31",
        amount: "3.00",
        voucher: "V5",
      }),
    )
    return ledger
  }

  test("byAction: follows the order of the tree, with amounts without an action last and conditional amounts apart", () => {
    const ledger = full()
    const reported = Realisation.byAction(planOf(ledger), Balances.of(ledger.columns), period)
    expect(reported.map((one) => ({ ...money(one), conditional: Money.format(one.conditional) }))).toEqual([
      {
        action: "A1",
        holder: "B1",
        direction: "O",
        conditional: "0.00",
        estimate: "1400.00",
        realised: "700.00",
        during: "0.00",
        available: "700.00",
        committed: "0.00",
        percent: "50.00",
      },
      {
        action: "A1",
        holder: "B1",
        direction: "U",
        conditional: "400.00",
        estimate: "1400.00",
        realised: "840.00",
        during: "340.00",
        available: "560.00",
        committed: "0.00",
        percent: "60.00",
      },
      {
        action: "A2",
        holder: "B2",
        direction: "U",
        conditional: "0.00",
        estimate: "300.00",
        realised: "0.00",
        during: "0.00",
        available: "300.00",
        committed: "0.00",
        percent: "0.00",
      },
      {
        action: "A9",
        holder: undefined,
        direction: "O",
        conditional: "0.00",
        estimate: "100.10",
        realised: "0.00",
        during: "0.00",
        available: "100.10",
        committed: "0.00",
        percent: "0.00",
      },
      {
        action: undefined,
        holder: undefined,
        direction: "O",
        conditional: "0.00",
        estimate: "0.00",
        realised: "3.00",
        during: "3.00",
        available: "-3.00",
        committed: "0.00",
        percent: undefined,
      },
    ])
  })

  test("whole: omits results, debts and other years", () => {
    const ledger = full()
    const of = (year: number) =>
      Realisation.whole(Balances.of(ledger.columns), { ...period, year }).map(money)
    expect(of(2026)).toEqual([
      {
        direction: "O",
        estimate: "1500.10",
        realised: "703.00",
        during: "3.00",
        available: "797.10",
        committed: "0.00",
        percent: "46.86",
      },
      {
        direction: "U",
        estimate: "1700.00",
        realised: "840.00",
        during: "340.00",
        available: "860.00",
        committed: "0.00",
        percent: "49.41",
      },
    ])
    const none = {
      estimate: "0.00",
      realised: "0.00",
      during: "0.00",
      available: "0.00",
      committed: "0.00",
      percent: undefined,
    }
    expect(of(2031)).toEqual([
      { direction: "O", ...none },
      { direction: "U", ...none },
    ])
  })

  test("byHolder: follows the order of declaration, with actions without a holder last", () => {
    const ledger = full()
    const holders = Realisation.byHolder(planOf(ledger), Balances.of(ledger.columns), period)
    expect(holders.map(money)).toEqual([
      {
        holder: "B1",
        direction: "O",
        estimate: "1400.00",
        realised: "700.00",
        during: "0.00",
        available: "700.00",
        committed: "0.00",
        percent: "50.00",
      },
      {
        holder: "B1",
        direction: "U",
        estimate: "1400.00",
        realised: "840.00",
        during: "340.00",
        available: "560.00",
        committed: "0.00",
        percent: "60.00",
      },
      {
        holder: "B2",
        direction: "U",
        estimate: "300.00",
        realised: "0.00",
        during: "0.00",
        available: "300.00",
        committed: "0.00",
        percent: "0.00",
      },
      {
        holder: undefined,
        direction: "O",
        estimate: "100.10",
        realised: "3.00",
        during: "3.00",
        available: "97.10",
        committed: "0.00",
        percent: "3.00",
      },
    ])
  })

  test("period: includes its first and its last month", () => {
    const ledger = booked()
    const during = (months: { readonly from?: string; readonly until?: string }) =>
      Realisation.whole(Balances.of(ledger.columns), { year: 2026, ...months })
        .filter(({ direction }) => direction === "U")
        .map((figures) => [figures.during, figures.realised].map(Money.format))
    expect(
      [{ until: "2026-03" }, { until: "2026-02" }, { from: "2026-08" }, { from: "2026-09" }].map(during),
    ).toEqual([[["500.00", "500.00"]], [["0.00", "0.00"]], [["340.00", "840.00"]], [["0.00", "840.00"]]])
    expect([1, 2].map((half) => Realisation.semester(2026, half === 1 ? 1 : 2))).toEqual([
      { year: 2026, until: "2026-06" },
      { year: 2026, from: "2026-07" },
    ])
  })

  test("byAction: includes estimates of every part, and conditional amounts without an action", () => {
    const ledger = association()
    const bare = { direction: "U", account: "6140000", policyItem: "9090" } as const
    record(
      ledger,
      Contribution.apportion("basis", contribution, {
        name: "sleutel",
        by: "equal",
        weights: [
          { member: "M1", weight: "1" },
          { member: "M2", weight: "1" },
        ],
      }),
      Estimate.post({ line: bare, amounts: { "2026": "8.00" } }),
      Funding.assign([{ line: bare, condition: "V1" }]),
    )
    const reported = Realisation.byAction(planOf(ledger), Balances.of(ledger.columns), {
      year: 2026,
      until: "2026-06",
    }).map(
      ({ action, direction, estimate, conditional }) =>
        `${action} ${direction} ${Money.format(estimate)} ${Money.format(conditional)}`,
    )
    expect(reported).toEqual([
      "A1 O 1400.00 0.00",
      "A1 U 1400.00 0.00",
      "A2 U 300.00 0.00",
      "A9 O 100.10 0.00",
      "undefined U 8.00 8.00",
    ])
  })

  test("holderOf: returns the nearest holder above an action", () => {
    const holder = (action: string) => Realisation.holderOf(planOf(full()), action)
    expect(["A1", "A2", "A3", "A7", "A9", ""].map(holder)).toEqual([
      "B1",
      "B2",
      "B3",
      undefined,
      undefined,
      undefined,
    ])
    const above = association()
    record(
      above,
      Adoption.declare({
        goals: [
          { code: "S1", level: "strategicObjective", name: "Zorg", priority: true },
          { code: "D1", level: "policyObjective", parent: "S1", name: "Dienstverlening", priority: true },
        ],
        budgetHolders: [{ code: "B0", name: "Directie", goals: ["S1"] }],
      }),
    )
    expect(Realisation.holderOf(planOf(above), "A1")).toBe("B0")
  })
})

describe("Realisation.limits", () => {
  const loans = () => {
    const ledger = association()
    record(
      ledger,
      Adoption.declare({
        accounts: [
          { section: "financing", direction: "O", row: "II.A.1", prefixes: ["171"] },
          { section: "financing", direction: "U", row: "I.C.2", prefixes: ["290"] },
          { section: "financing", direction: "U", row: "I.A.1", prefixes: ["421"] },
        ],
      }),
      Estimate.post({
        line: { direction: "O", account: "1710000", policyItem: "9090" },
        amounts: { "2026": "50.00" },
      }),
      Estimate.post({
        line: { direction: "U", account: "4210000", policyItem: "9090" },
        amounts: { "2026": "7.00" },
      }),
      Credit.record({
        line: { direction: "U", account: "2900000", policyItem: "9090" },
        year: 2026,
        date: "2026-02-01",
        amount: "1.00",
        voucher: "V1",
      }),
      Credit.record({ line: wages, year: 2026, date: "2026-02-01", amount: "699.99", voucher: "V2" }),
      Estimate.carryResult({ account: "0930000", year: 2026, adopted: "50.00" }),
      Estimate.openDebt({ account: "1730000", kind: "bonds", year: 2026, amount: "5.00" }),
    )
    return ledger
  }
  const reported = (ledger: Ledger.Ledger, warnAt: number) =>
    Realisation.limits(planOf(ledger), Balances.of(ledger.columns), { year: 2026, warnAt }).map(
      ({ row, direction, estimate, realised, available, percent, alarm }) =>
        [row, direction, ...[estimate, realised, available].map(Money.format), percent, alarm].join(" "),
    )

  test("returns four limits, each with its use", () => {
    expect(reported(loans(), 50)).toEqual([
      "Exploitatie/U U 1400.00 699.99 700.01 50.00 fine",
      "Investeringen/U U 300.00 0.00 300.00 0.00 fine",
      "Toegestane leningen en betalingsuitstel/U U 0.00 1.00 -1.00  exceeded",
      "Leningen en Leasings/O O 50.00 0.00 50.00 0.00 fine",
    ])
  })

  test("gives no warning when nothing was used, at any percentage", () => {
    const alarms = Realisation.limits(planOf(association()), Balances.of(association().columns), {
      year: 2026,
      warnAt: 0,
    })
    expect(alarms.map(({ alarm }) => alarm)).toEqual(["fine", "fine", "fine", "fine"])
    expect(reported(loans(), 49)[0]).toBe("Exploitatie/U U 1400.00 699.99 700.01 50.00 warning")
  })
})

test("byAction and byLine: count open commitments with the estimate of their line, up to the last month", () => {
  const ledger = booked()
  record(
    ledger,
    Commitment.record({ line: goods, year: 2026, date: "2026-03-01", reference: "B-1", amount: "40.00" }),
    Commitment.record({ line: goods, year: 2026, date: "2026-08-01", reference: "B-2", amount: "2.00" }),
  )
  const balances = Balances.of(ledger.columns)
  const committed = (period: { readonly year: number; readonly until?: string }) =>
    Realisation.byLine(balances, "A1", period).map(
      (one) => `${one.line.account} ${Money.format(one.committed)}`,
    )
  expect(committed({ year: 2026 })).toContain("6140000 42.00")
  expect(committed({ year: 2026, until: "2026-06" })).toContain("6140000 40.00")
  expect(committed({ year: 2026 }).filter((one) => !one.endsWith(" 0.00"))).toEqual(["6140000 42.00"])
  expect(
    Realisation.byAction(planOf(ledger), balances, { year: 2026 })
      .filter((one) => one.committed !== Money.zero)
      .map(({ action, direction, committed: open }) => [action, direction, Money.format(open)]),
  ).toEqual([["A1", "U", "42.00"]])
})
