/** The position that divides a journal for the laws of sums, and what these laws report when a sum is wrong. */
import { Adoption, Estimate, type Ledger } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { appended, lawOf, planWith, type SmallForm, withForms, withWrongBalance } from "../CheckedLedger.ts"
import { adopted, declared, fees, goods, wages } from "../SmallPlan.ts"

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
