/** Realisation: what is spent, what is left, when a limit warns, and how a closed year enters the next. */
import { Accounts, Adoption, Balances, Credit, FollowUp, Ledger, Money, Realisation } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { board, given, goods, planOf, refuses, subsidy, van, wages } from "./Board.ts"

const booked = () => {
  const ledger = board()
  given(
    ledger,
    Adoption.declare({ budgetHolders: [{ code: "B1", name: "Team Diensten", goals: ["D1"] }] }),
    Credit.record({ line: wages, year: 2026, date: "2026-03-31", amount: "500.00", voucher: "V1" }),
    Credit.record({ line: goods, year: 2026, date: "2026-08-01", amount: "350.00", voucher: "V2" }),
    Credit.record({ line: goods, year: 2026, date: "2026-08-02", amount: "-10.00", voucher: "V3" }),
    Credit.record({ line: subsidy, year: 2026, date: "2026-05-01", amount: "700.00", voucher: "V4" }),
  )
  return ledger
}

const figures = (ledger: Ledger.Ledger, until?: string) =>
  Realisation.byAction(planOf(ledger), Balances.of(ledger.columns), {
    year: 2026,
    ...(until === undefined ? {} : { until }),
  })
    .filter(({ action }) => action === "A1")
    .map(({ direction, estimate, realised, available, percent }) =>
      [direction, ...[estimate, realised, available].map(Money.format), percent].join(" "),
    )

describe("realisation", () => {
  test("is told per action and direction, for a year and for a part of it", () => {
    const ledger = booked()
    expect(figures(ledger)).toEqual(["O 1400.00 700.00 700.00 50.00", "U 1400.00 840.00 560.00 60.00"])
    expect(figures(ledger, "2026-06")).toEqual([
      "O 1400.00 700.00 700.00 50.00",
      "U 1400.00 500.00 900.00 35.71",
    ])
  })

  test("is told per budget holder, who holds what stands below the node that was named", () => {
    const ledger = booked()
    const held = Realisation.byHolder(planOf(ledger), Balances.of(ledger.columns), { year: 2026 })
    expect(
      held.map(({ holder, direction, realised }) => `${holder} ${direction} ${Money.format(realised)}`),
    ).toEqual(["B1 O 700.00", "B1 U 840.00", "undefined O 0.00"])
  })

  test.each([
    ["1.00", "fine"],
    ["240.00", "warning"],
    ["300.00", "warning"],
    ["300.01", "exceeded"],
  ])("of an investment credit of 300, %s is %s at 80 %%", (amount, alarm) => {
    const ledger = board()
    given(ledger, Credit.record({ line: van, year: 2026, date: "2026-02-01", amount, voucher: "V1" }))
    const limits = Realisation.limits(planOf(ledger), Balances.of(ledger.columns), { year: 2026, warnAt: 80 })
    expect(limits.find(({ row }) => row === "Investeringen/U")?.alarm).toBe(alarm)
  })

  test("is refused on an unknown line and in a closed year", () => {
    const ledger = board()
    const facts = { year: 2026, date: "2026-02-01", amount: "1.00", voucher: "V1" }
    expect(refuses(ledger, Credit.record({ line: { ...goods, action: "A7" }, ...facts }))).toEqual([
      "UnknownAction",
    ])
    given(ledger, Credit.close({ year: 2026 }))
    expect(refuses(ledger, Credit.record({ line: goods, ...facts }))).toEqual(["YearIsClosed"])
  })

  test("leaves for the next year what was not used, and no more", () => {
    const ledger = board()
    given(
      ledger,
      Credit.record({ line: van, year: 2026, date: "2026-02-01", amount: "120.00", voucher: "V1" }),
    )
    const carry = (amount: string) => Credit.carryOver({ line: van, from: 2026, to: 2027, amount })
    expect(refuses(ledger, carry("180.01"))).toEqual(["CarryOverTooLarge"])
    expect(refuses(ledger, carry("180.00"))).toEqual([])
  })

  test("takes nothing back from the next year: a carry-over is an amount above zero", () => {
    const carry = (amount: string) => Credit.carryOver({ line: van, from: 2026, to: 2027, amount })
    expect(refuses(board(), carry("-50.00"))).toEqual(["NothingToCarry"])
    expect(refuses(board(), carry("0.00"))).toEqual(["NothingToCarry"])
    expect(refuses(board(), carry("0.01"))).toEqual([])
  })
})

describe("the accounts of a closed year", () => {
  const result = (ledger: Ledger.Ledger, form: "M2" | "J2", code: string, year: number): string => {
    const read = Ledger.statement(ledger, form)
    const row = Result.isSuccess(read)
      ? read.success.rows.find((one) => one.section === "Budgettair resultaat" && one.code === code)
      : undefined
    return Money.format(row?.cells.find((cell) => cell.year === year)?.exact ?? Money.zero)
  }

  test("enter the next year, so that what is carried over is what was realised", () => {
    const ledger = booked()
    expect(refuses(ledger, Accounts.processResult({ account: "0930000", closed: 2026 }))).toEqual([
      "YearNotClosed",
    ])
    expect(result(ledger, "M2", "VI", 2027)).toBe("-199.90")
    given(ledger, Credit.close({ year: 2026 }), Accounts.processResult({ account: "0930000", closed: 2026 }))
    expect(result(ledger, "M2", "VI.B.1", 2027)).toBe("-240.10")
    expect(result(ledger, "M2", "VI.B.2", 2027)).toBe("300.00")
    expect(result(ledger, "M2", "VI", 2027)).toBe("-140.00")
    expect(result(ledger, "J2", "VII", 2026)).toBe("-140.00")
  })
})

describe("a follow-up report", () => {
  test("tells the states, what was realised, and the risks that changed", () => {
    const ledger = booked()
    given(ledger, Adoption.declare({ risks: [{ code: "R1", name: "Inflatie", trend: "stable" }] }))
    const before = `position:${Ledger.position(ledger)}`
    given(
      ledger,
      Adoption.declare({
        risks: [{ code: "R1", name: "Inflatie", trend: "rising" }],
        progress: [{ goal: "A1", on: "2026-06-30", state: "delayed", text: "De opening is uitgesteld." }],
      }),
    )
    const read = FollowUp.of(ledger, { year: 2026, until: "2026-06", warnAt: 80, before })
    const report = Result.getOrThrow(read)
    expect(
      report.goals.map(({ goal, progress, actions }) => [goal.code, progress?.state, [...actions]]),
    ).toContainEqual(["A1", "delayed", [["delayed", 1]]])
    expect(report.goals.find(({ goal }) => goal.code === "D1")?.actions.get("delayed")).toBe(1)
    expect(report.whole.map(({ direction, realised }) => `${direction} ${Money.format(realised)}`)).toEqual([
      "O 700.00",
      "U 500.00",
    ])
    expect(report.T2.rows.map(({ code }) => code)).toEqual(report.estimatedT2.rows.map(({ code }) => code))
    expect(report.risks.map(({ before: old, risk, changed }) => [old?.trend, risk.trend, changed])).toEqual([
      ["stable", "rising", true],
    ])
    expect(
      report.J1.rows.map(({ code, cells }) => [code, Money.format(cells[0]?.exact ?? Money.zero)]),
    ).toContainEqual(["U", "500.00"])
    const later = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80 }))
    expect(later.risks[0]?.before?.trend).toBe("stable")
  })

  test("is of a half year: what is realised during it, and since January", () => {
    const ledger = booked()
    const of = (half: 1 | 2) =>
      Realisation.byAction(planOf(ledger), Balances.of(ledger.columns), Realisation.semester(2026, half))
        .filter(({ action, direction }) => action === "A1" && direction === "U")
        .map(({ during, realised }) => [during, realised].map(Money.format))
    expect(of(1)).toEqual([["500.00", "500.00"]])
    expect(of(2)).toEqual([["340.00", "840.00"]])
  })
})
