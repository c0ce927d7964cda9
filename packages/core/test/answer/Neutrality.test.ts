/** What the laws of neutral entries report about events that no decision would produce. */
import { Ledger } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { forced, reportOf, sound } from "../CheckedLedger.ts"
import { fees, goods, plan, van, wages } from "../SmallPlan.ts"

const last = Ledger.position(sound())
const reason = { class: "correction" } as const

describe("Check.law: neutral entries", () => {
  test("reports each year of a transfer from expenditure to a receipt", () => {
    const transfer = { _tag: "CreditTransferred", year: 2026, amount: "3.00", reason } as const
    const broken = forced(
      { ...transfer, from: goods, to: fees },
      { ...transfer, from: goods, to: wages },
      { ...transfer, from: fees, to: goods },
    )
    expect(reportOf(broken).transferNeutral).toEqual([3, `${last + 1} 2026: 6.00`, `${last + 3} 2026: -6.00`])
    expect(reportOf(broken, last + 2).transferNeutral).toEqual([2, `${last + 1} 2026: 6.00`])
    expect(reportOf(broken).overheadNeutral).toEqual([1])
  })

  test("reports an adjustment that is declared neutral and is not, and no other", () => {
    const changes = [{ line: goods, amounts: { "2026": "1.00", "2027": "2.00", "2028": "0.00" } }]
    const adjusted = { _tag: "PlanAdjusted", creditYears: [], changes } as const
    const broken = forced(
      { ...adjusted, plan: "2026/1" },
      { ...adjusted, plan: "2026/2", neutrality: "year" },
    )
    expect(reportOf(broken).adjustmentNeutral).toEqual([
      1,
      `${last + 2} 2026: -1.00`,
      `${last + 2} 2027: -2.00`,
    ])
  })

  test("reports an adjustment that is neutral per year, but not per declared action or section", () => {
    const changes = [
      { line: goods, amounts: { "2026": "-1.00" } },
      { line: { ...goods, action: "A2" }, amounts: { "2026": "1.00" } },
      { line: goods, amounts: { "2027": "-2.00" } },
      { line: van, amounts: { "2027": "2.00" } },
    ]
    const adjusted = { _tag: "PlanAdjusted", creditYears: [], changes } as const
    const broken = forced(
      { ...adjusted, plan: "2026/1", neutrality: "year" },
      { ...adjusted, plan: "2026/2", neutrality: "action" },
      { ...adjusted, plan: "2026/3", neutrality: "section" },
    )
    expect(reportOf(broken).adjustmentNeutral).toEqual([
      3,
      `${last + 2} Action A1 2026: 1.00`,
      `${last + 2} Action A2 2026: -1.00`,
      `${last + 3} Section operating 2027: 2.00`,
      `${last + 3} Section investment 2027: -2.00`,
    ])
  })

  test("reports an adjustment before the plan, and one of an account without a row, under no section", () => {
    const lost = { direction: "U", account: "8000000", policyItem: "0900" } as const
    const changes = [{ line: lost, amounts: { "2026": "1.00" } }]
    const event = { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes } as const
    const made = Ledger.empty()
    Ledger.append(made, { event: { ...event, neutrality: "section" }, time: "" })
    Ledger.append(made, { event: { _tag: "PlanAdopted", ...plan }, time: "" })
    expect(reportOf(made).adjustmentNeutral).toEqual([1, "1 Section undefined 2026: -1.00"])
    const broken = forced({ ...event, neutrality: "section" }, { ...event, neutrality: "action" })
    expect(reportOf(broken).adjustmentNeutral).toEqual([
      2,
      `${last + 1} Section undefined 2026: -1.00`,
      `${last + 2} Action undefined 2026: -1.00`,
    ])
  })

  test("reports each cell that a reversal does not undo", () => {
    const place = { phase: "estimate", ...goods } as const
    const other = { phase: "estimate", ...wages } as const
    const turned = [
      { place, year: 2026, amount: "-100.00" },
      { place, year: 2027, amount: "5.00" },
      { place, year: 2027, amount: "2.00" },
      { place, year: 2028, amount: "4.00" },
      { place: other, year: 2028, amount: "-4.00" },
    ]
    const broken = forced(
      { _tag: "Reversed", entry: 3, reason, turned },
      { _tag: "Reversed", entry: 5, reason, turned: [] },
    )
    expect(reportOf(broken).reversalZero).toEqual([
      2,
      `${last + 1} A1 · 0900 · 6140000 · U 2027: 7.00`,
      `${last + 1} A1 · 0900 · 6140000 · U 2028: 4.00`,
      `${last + 1} A1 · 0900 · 6203000 · U 2028: -4.00`,
      `${last + 2} A1 · 0900 · 7450000 · O 2026: 300.00`,
    ])
    expect(reportOf(broken, last + 1).reversalZero?.[0]).toBe(1)
  })

  test("reports nothing for carry-overs and contributions, because their postings are neutral", () => {
    const part = (member: string, amount: string) => ({ member, due: amount, amount, order: 0 })
    const neutral = forced(
      { _tag: "CarriedOver", line: van, from: 2027, to: 2028, amount: "5.00" },
      {
        _tag: "ContributionsApportioned",
        contribution: "B1",
        line: fees,
        key: { name: "K", by: "equal", weights: [] },
        years: [{ year: 2027, whole: "3.00", parts: [part("Noord", "2.00")] }],
      },
    )
    expect(reportOf(neutral)).toMatchObject({ carryOverNeutral: [1], contributionNeutral: [1] })
  })
})
