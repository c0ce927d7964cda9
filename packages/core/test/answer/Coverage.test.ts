/** Which balances a form that claims to be complete must count once. */
import { type BudgetEvent, Credit, Estimate } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { lawOf, planWith, type Report, reportOf, type SmallForm, withForms } from "../CheckedLedger.ts"
import { adopted, declared, fees, goods, van } from "../SmallPlan.ts"

const repayment = { direction: "U", account: "4210000", policyItem: "0900", action: "A1" } as const
const booked = { line: goods, year: 2026, date: "2026-02-03" } as const

const events = {
  goods: { _tag: "EstimatePosted", line: goods, amounts: { "2026": "5.00", "2027": "0.00" } },
  fees: { _tag: "EstimatePosted", line: fees, amounts: { "2026": "7.00" } },
  van: { _tag: "EstimatePosted", line: van, amounts: { "2027": "9.00" } },
  repayment: { _tag: "EstimatePosted", line: repayment, amounts: { "2028": "3.00" } },
  actual: { _tag: "ActualRecorded", ...booked, amount: "4.00", voucher: "V1" },
  commitment: { _tag: "CommitmentRecorded", ...booked, amount: "6.00", reference: "B1" },
  result: { _tag: "ResultCarriedForward", account: "0930000", year: 2026, adopted: "8.00" },
  earmarked: { _tag: "FundsEarmarked", account: "0900000", amounts: { "2026": "2.00" } },
  debt: { _tag: "DebtOpened", account: "1730000", kind: "bonds", year: 2026, amount: "11.00" },
  unknown: {
    _tag: "EstimatePosted",
    line: { ...goods, account: "8000000" },
    amounts: { "2026": "1.00", "2028": "0.00" },
  },
} as const satisfies Readonly<Record<string, BudgetEvent.BudgetEvent>>

const rows = {
  "X/U": { label: "Uitgaven", count: { direction: "U" } },
  "X/O": { label: "Ontvangsten", count: { direction: "O" } },
  "X/result": { label: "Resultaat", count: { section: "result", phase: "estimate" } },
  "X/actual": { label: "Gerealiseerd", count: { phase: "actual" } },
  "X/total": { label: "Totaal", plus: ["X/U", "X/O"] },
  "Y/van": { label: "Investeringen", count: { section: "investment" } },
} as const satisfies SmallForm["rows"]

const formOf = (complete: SmallForm["complete"], ...ids: ReadonlyArray<keyof typeof rows>): SmallForm => ({
  ...(complete === undefined ? {} : { complete }),
  rows: Object.fromEntries(ids.map((id) => [id, rows[id]])),
})

const unplaced = "12 A1 · 0900 · 8000000 · U 2026: 1.00"

describe("Check.law: coverage", () => {
  test.each<readonly [keyof typeof events, Report]>([
    // Its dimensions, and M1, M2, M3, T1, T2, the synthesis and the credits of J3; amounts of zero are not compared.
    ["goods", [8]],
    ["fees", [8]],
    ["van", [8]],
    ["repayment", [8]],
    // Its dimensions, and J1, J2 and J3.
    ["actual", [4]],
    // Only its dimensions: no form claims these.
    ["commitment", [1]],
    ["result", [1]],
    ["earmarked", [1]],
    ["debt", [1]],
    ["unknown", [1, "3 A1 · 0900 · 8000000 · U 2026: 1.00"]],
  ])("of %s compares it with every form that claims it", (name, report) => {
    expect(lawOf(planWith(events[name]), "coverage")).toEqual(report)
  })

  test.each<readonly [string, SmallForm, number, ReadonlyArray<string>]>([
    ["makes no claim", formOf(undefined, "X/U", "X/O"), 10, []],
    ["counts only results", formOf(true, "X/result"), 10, []],
    ["counts every estimate once", formOf(true, "X/U", "X/O", "X/result", "X/total"), 14, []],
    ["claims one section, and counts a place again in another", formOf("X", "X/U", "X/O", "Y/van"), 14, []],
    ["claims another section", formOf("Z", "X/U", "X/O", "Y/van"), 10, []],
    [
      "counts a place twice",
      formOf(true, "X/U", "X/O", "Y/van"),
      14,
      ["12 M1: A1 · 0900 · 2400000 · U 2027: 9.00"],
    ],
    ["leaves receipts out", formOf(true, "X/U"), 14, ["12 M1: A1 · 0900 · 7450000 · O 2026: -7.00"]],
    ["counts every realisation", formOf(true, "X/actual"), 11, []],
    [
      "counts estimates in a section that claims realisations too",
      formOf(true, "X/U", "X/actual"),
      15,
      ["12 M1: A1 · 0900 · 7450000 · O 2026: -7.00"],
    ],
  ])("of a form that %s", (_, form, count, breaches) => {
    const made = withForms(planWith(...Object.values(events)), { M1: form })
    expect(lawOf(made, "coverage")).toEqual([count, ...breaches, unplaced])
  })
})

test("coverage: counts results in no form, and repayments once in M2", () => {
  const made = ledger(
    adopted,
    declared,
    Estimate.carryResult({ account: "0930000", year: 2026, adopted: "5.00" }),
    Estimate.earmark({ account: "0900000", amounts: { "2026": "2.00" } }),
    Estimate.post({ line: repayment, amounts: { "2026": "1.00" } }),
    Credit.record({ line: goods, year: 2026, date: "2026-02-01", amount: "3.00", voucher: "F1" }),
  )
  // Of the four balances the two results only have dimensions. The estimate counts in seven forms, the realisation in three.
  expect(reportOf(made).coverage).toEqual([4 + 7 + 3])
})
