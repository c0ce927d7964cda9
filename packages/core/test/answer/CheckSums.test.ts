/** The laws of coverage and of sums: how much they compare, and what they report of amounts that no form can hold. */
import { Balances, type BudgetEvent, Credit, Estimate, Ledger } from "@grootboek/core"
import { Check, Diff } from "@grootboek/core/answer"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { forced, reportOf, sound } from "../CheckedLedger.ts"
import { adopted, declared, fees, goods, van, wages } from "../SmallPlan.ts"

/** The cells of all forms over three years: each is compared once by linearity and by explanation. */
const cells = 1080

test("coverage: counts results in no form, and repayments once in M2", () => {
  const repayment = { ...goods, account: "4210000" }
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

test("homomorphism and linearity: split the journal in half, or before its last version", () => {
  const half = sound()
  const changed = (made: Ledger.Ledger, from: number, to: number) =>
    Result.getOrThrow(Diff.between(made, { from, to })).cells.length
  const count = (made: Ledger.Ledger, at = Ledger.position(made)) => reportOf(made, at).linearity?.[0]
  expect(count(half)).toBe(cells + changed(half, 5, 10))
  expect(count(half, 9)).toBe(cells + changed(half, 4, 9))
  const changes = [{ line: goods, amounts: { "2026": "1.00" } }]
  const adjusted = { _tag: "PlanAdjusted", creditYears: [], changes } as const
  const posted = { _tag: "EstimatePosted", line: van, amounts: { "2028": "7.00" } } as const
  const made = forced({ ...adjusted, plan: "2026/1" }, { ...adjusted, plan: "2026/2" }, posted)
  expect(changed(made, 11, 13)).toBeGreaterThan(changed(made, 13, 13))
  expect(count(made)).toBe(cells + changed(made, 11, 13))
  expect(count(made, 11)).toBe(cells + changed(made, 10, 11))
  expect(reportOf(made).homomorphism).toEqual([Balances.of(made.columns).amounts.length])
})

test("homomorphism: at an earlier position leaves out the later postings", () => {
  const posted = (line: typeof goods | typeof wages) => Estimate.post({ line, amounts: { "2026": "1.00" } })
  const made = ledger(adopted, declared, posted(goods), posted(goods), posted(wages), posted(goods))
  expect([3, 4, 5, 6].map((at) => reportOf(made, at).homomorphism)).toEqual([[2], [2], [2], [2]])
  expect(reportOf(made, 1)).toMatchObject({ homomorphism: [2], linearity: [909] })
})

test("linearity: names the cells whose sum is not that of its parts", () => {
  const euro = "1000000000000.00"
  const largest = { _tag: "EstimatePosted", line: fees, amounts: { "2026": euro, "2027": euro } } as const
  const made = ledger(adopted, declared)
  for (let count = 0; count < 6; count++) Ledger.append(made, { event: largest, time: "" })
  const { linearity: [comparisons, ...none] = [] } = reportOf(made)
  expect(none).toEqual([])
  // The sums over both years have more than 64 bits, which such columns deny.
  const columns: Ledger.Ledger["columns"] = Object.create(made.columns, { fits: { value: () => true } })
  const { linearity } = reportOf({ ...made, columns })
  expect([comparisons, linearity]).toMatchInlineSnapshot(`
    [
      1150,
      [
        1150,
        "8 M2 Budgettair resultaat/VI 2028: 18446744073709.551616",
        "8 M2 Budgettair resultaat/VII 2027: 18446744073709.551616",
        "8 M2 Budgettair resultaat/VII 2028: 18446744073709.551616",
        "8 M2 Budgettair resultaat/IX 2027: 18446744073709.551616",
        "8 M2 Budgettair resultaat/IX 2028: 18446744073709.551616",
        "8 synthesis reserve 2027: 18446744073709.551616",
        "8 synthesis reserve 2028: 18446744073709.551616",
      ],
    ]
  `)
})

test("linearity: compares causes of differences of at most 5,000 postings", () => {
  const changes = (lines: number): BudgetEvent.Of<"PlanAdjusted">["changes"] =>
    Array.from({ length: lines }, (_, index) => ({
      line: { ...goods, account: `61${String(index).padStart(5, "0")}` },
      amounts: { "2026": "1.00" },
    }))
  const count = (lines: number) => {
    const adjusted = {
      _tag: "PlanAdjusted",
      plan: "2026/1",
      creditYears: [],
      changes: changes(lines),
    } as const
    return Check.law(forced(adjusted), "linearity").comparisons
  }
  expect(count(5_001)).toBe(cells)
  expect(count(5_000)).toBeGreaterThan(cells)
})
