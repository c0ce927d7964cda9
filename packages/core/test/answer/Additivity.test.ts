/** The position that divides a journal for the laws of sums, and what these laws report when a sum is wrong. */
import { Adoption, Balances, type BudgetEvent, Estimate, Ledger } from "@grootboek/core"
import { Check, Diff } from "@grootboek/core/answer"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import {
  appended,
  forced,
  lawOf,
  planWith,
  reportOf,
  type SmallForm,
  sound,
  withForms,
  withWrongBalance,
} from "../CheckedLedger.ts"
import { adopted, declared, fees, goods, van, wages } from "../SmallPlan.ts"

const adjusted = (plan: string, amount: string) =>
  ({
    _tag: "PlanAdjusted",
    plan,
    creditYears: [],
    changes: [{ line: goods, amounts: { "2027": amount } }],
  }) as const

/** Seven entries: one version of the plan, or a second at entry 5. */
const oneVersion = (): Ledger.Ledger =>
  ledger(
    adopted,
    declared,
    Estimate.post({ line: goods, amounts: { "2026": "100.00" } }),
    Estimate.post({ line: wages, amounts: { "2026": "200.00", "2027": "210.00" } }),
    Estimate.post({ line: fees, amounts: { "2026": "300.00" } }),
    Estimate.post({ line: goods, amounts: { "2028": "40.00" } }),
    Estimate.post({ line: wages, amounts: { "2026": "-20.00" } }),
  )

const twoVersions = (): Ledger.Ledger =>
  appended(
    ledger(adopted, declared, Estimate.post({ line: goods, amounts: { "2026": "100.00" } })),
    { _tag: "EstimatePosted", line: wages, amounts: { "2026": "200.00" } },
    adjusted("2026/1", "7.00"),
    { _tag: "EstimatePosted", line: goods, amounts: { "2028": "40.00" } },
    { _tag: "EstimatePosted", line: goods, amounts: { "2028": "-10.00" } },
  )

describe("Check.law: homomorphism", () => {
  test.each<readonly [string, () => Ledger.Ledger, number, number]>([
    ["the end and half the journal", oneVersion, 7, 3],
    ["an earlier position and half of it", oneVersion, 4, 2],
    ["the end and the entry before the second version", twoVersions, 7, 4],
    ["the second version and the entry before it", twoVersions, 5, 4],
    ["the first version and half the journal before the second", twoVersions, 4, 2],
  ])("compares the balances at %s", (_, make, at, before) => {
    const reports = Array.from({ length: 8 }, (_, wrong) => {
      const [, ...breaches] = lawOf(withWrongBalance(make(), wrong), "homomorphism", at)
      return breaches.map((breach) => [wrong, breach])
    })
    expect(reports.flat()).toEqual([
      [before, `${at} A1 · 0900 · 6140000 · U 2026: 1.00`],
      [at, `${at} A1 · 0900 · 6140000 · U 2026: -1.00`],
    ])
  })
})

const sums: SmallForm = {
  rows: {
    "X/goods": { label: "Goederen", count: { accounts: ["61"] } },
    "X/wages": { label: "Bezoldigingen", count: { accounts: ["62"] } },
    "X/sum": { label: "Som", plus: ["X/goods", "X/wages"] },
    "X/saldo": { label: "Saldo", plus: [], minus: ["X/sum"], previousYear: "X/saldo" },
  },
}

describe("Check.law: linearity", () => {
  test("names the changed cells whose causes do not sum to the change under a new structure", () => {
    const goals = [{ code: "A3", level: "action", name: "Sport", priority: false }] as const
    const made = appended(
      ledger(
        adopted,
        declared,
        Estimate.post({ line: goods, amounts: { "2027": "100.00" } }),
        Adoption.declare({ goals }),
      ),
      { _tag: "EstimatePosted", line: wages, amounts: { "2027": "2.00" } },
    )
    expect(lawOf(withForms(made, { M1: sums }), "linearity")).toEqual([17])
    expect(lawOf(withForms(withWrongBalance(made, 5), { M1: sums }), "linearity")).toEqual([
      17,
      "5 M1 X/goods 2027: -1.00",
      "5 M1 X/sum 2027: -1.00",
      "5 M1 X/saldo 2027: 1.00",
      "5 M1 X/saldo 2028: 1.00",
    ])
  })

  test("compares no causes when half the journal has no plan", () => {
    expect(lawOf(withForms(planWith(), { M1: sums }), "linearity", 1)).toEqual([12])
  })
})

/** The cells of all forms over three years: each is compared once by linearity. */
const cells = 1080

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
