/** The accounts of a closed year and the processing of their result. */
import { Accounts, Balances, Credit, Estimate, Ledger, Money } from "@grootboek/core"
import { given, ledger, record, refusals } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { booked } from "../Association.ts"
import { adopted, declared, fees, goods, van } from "../SmallPlan.ts"

const loan = { direction: "U", account: "4210000", policyItem: "0900" } as const
type Line = typeof goods | typeof fees | typeof van | typeof loan
const estimated = (line: Line, amount: string, year = 2026) =>
  Estimate.post({ line, amounts: { [year]: amount } })
const realised = (line: Line, amount: string) =>
  Credit.record({ line, year: 2026, date: "2026-05-31", amount, voucher: "F1" })
const history = [
  adopted,
  declared,
  Estimate.carryResult({ account: "0930000", year: 2026, adopted: "50.00" }),
  Estimate.openDebt({ account: "1730000", kind: "creditInstitutions", year: 2026, amount: "900.00" }),
  estimated(goods, "100.00"),
  estimated(fees, "80.00"),
  estimated(van, "500.00"),
  estimated(goods, "9.00", 2027),
  realised(goods, "90.00"),
  realised(fees, "85.00"),
  realised(van, "120.00"),
] as const
const closed = [...history, Credit.close({ year: 2026 })] as const
const facts = { account: "0930000", closed: 2026 } as const
const carried = { _tag: "ResultCarriedForward", account: "0930000", year: 2027, accountsOf: 2026 } as const

test("beyond: returns realised less planned amounts of the year, without results and debts", () => {
  const { columns, plans } = ledger(...history, estimated(loan, "40.00"), realised(loan, "41.00"))
  const plan = plans.at(-1)?.plan
  const beyond = (year: number) =>
    plan === undefined ? [] : Object.entries(Accounts.beyond(plan, Balances.of(columns), year))
  expect(beyond(2026).map(([section, amount]) => `${section} ${Money.format(amount)}`)).toEqual([
    "operating 15.00",
    "investment 380.00",
    "financing -1.00",
  ])
  expect(beyond(2027).map(([, amount]) => Money.format(amount))).toEqual(["9.00", "0.00", "0.00"])
})

test("processResult: records the difference per section in the next year", () => {
  given(...closed)
    .when(Accounts.processResult(facts))
    .records({ ...carried, unprocessed: { operating: "15.00", investment: "380.00" } })
})

test("processResult: records nothing when it is applied again", () => {
  given(...closed, Accounts.processResult(facts))
    .when(Accounts.processResult(facts))
    .records()
})

test("processResult: subtracts credit that is carried over afterwards", () => {
  const over = Credit.carryOver({ line: van, from: 2026, to: 2027, amount: "300.00" })
  given(...closed, Accounts.processResult(facts), over)
    .when(Accounts.processResult(facts))
    .records({ ...carried, unprocessed: { investment: "-300.00" } })
  const after = ledger(...closed, Accounts.processResult(facts), over, Accounts.processResult(facts))
  const place = { phase: "estimate", direction: "O", account: "0930000", part: "B.2.accounts" } as const
  expect(Money.format(Balances.at(Ledger.state(after).balances(), place, 2027))).toBe("80.00")
})

test("processResult: refuses an open year, another account and a year after the plan", () => {
  given(...history)
    .when(Accounts.processResult({ account: "7450000", closed: 2026 }))
    .refuses({ _tag: "YearNotClosed", year: 2026 }, { _tag: "NotAResultAccount", account: "7450000" })
  given(...history, Credit.close({ year: 2028 }))
    .when(Accounts.processResult({ ...facts, closed: 2028 }))
    .refuses({ _tag: "YearOutsidePlan", year: 2029, years: { first: 2026, last: 2028 } })
})

describe("processResult and the statements", () => {
  const result = (ledger: Ledger.Ledger, form: "M2" | "J2", code: string, year: number): string => {
    const read = Ledger.statement(ledger, form)
    const row = Result.isSuccess(read)
      ? read.success.rows.find((one) => one.section === "Budgettair resultaat" && one.code === code)
      : undefined
    return Money.format(row?.cells.find((cell) => cell.year === year)?.exact ?? Money.zero)
  }

  test("processes the accounts of a closed year, so that the carried result is the realised result", () => {
    const ledger = booked()
    expect(refusals(ledger, Accounts.processResult({ account: "0930000", closed: 2026 }))).toEqual([
      "YearNotClosed",
    ])
    expect(result(ledger, "M2", "VI", 2027)).toBe("-199.90")
    record(ledger, Credit.close({ year: 2026 }), Accounts.processResult({ account: "0930000", closed: 2026 }))
    expect(result(ledger, "M2", "VI.B.1", 2027)).toBe("-240.10")
    expect(result(ledger, "M2", "VI.B.2", 2027)).toBe("300.00")
    expect(result(ledger, "M2", "VI", 2027)).toBe("-140.00")
    expect(result(ledger, "J2", "VII", 2026)).toBe("-140.00")
  })
})
