/** A whole list compared with what people posted. */
import { Balances, Credit, Estimate, Ledger, Money, Overhead, Revision } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adopted, declared, fees, goods, wages } from "../SmallPlan.ts"

const rule = {
  target: "A9",
  percent: "15",
  baseAccounts: ["62"],
  chargeAccount: "6140000",
  creditAccount: "7450000",
  creditPolicyItem: "0900",
  excluded: ["A9"],
} as const

const compare = (
  made: Ledger.Ledger,
  rows: ReadonlyArray<Revision.ListedRow>,
  narrowed: ReadonlyArray<Revision.Narrowing> = [],
) => {
  const plan = Ledger.planAt(made)
  if (plan === undefined) throw new Error("there is no plan")
  const scope = { years: [2026, 2027], narrowed }
  return Revision.of(plan, Balances.of(made.columns), { rows, scope })
}

const shown = (compared: ReturnType<typeof compare>) =>
  Result.isFailure(compared)
    ? compared.failure.map(({ row, refusal }) => [row, refusal._tag])
    : compared.success.lines.map(({ fate, line, years }) => [
        fate,
        line.account,
        ...years.map((one) => `${one.year}: ${Money.format(one.old)} → ${Money.format(one.new)}`),
      ])

describe("Revision.of", () => {
  test("returns changed lines, new lines and lines that are gone", () => {
    const made = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "1.00", "2027": "2.00", "2028": "9.00" } }),
      Estimate.post({ line: fees, amounts: { "2026": "5.00" } }),
    )
    const rows = [
      { line: goods, amounts: { "2026": "1.00" } },
      { line: wages, amounts: { "2027": "4.00" } },
    ]
    expect(shown(compare(made, rows))).toEqual([
      ["changed", goods.account, "2027: 2.00 → 0.00"],
      ["new", wages.account, "2027: 0.00 → 4.00"],
      ["gone", fees.account, "2026: 5.00 → 0.00"],
    ])
    expect(shown(compare(made, rows, ["accounts"]))).toHaveLength(2)
  })

  test("leaves out what the overhead rule posted, and refuses a row on its line only", () => {
    const made = ledger(
      adopted,
      declared,
      Estimate.post({ line: wages, amounts: { "2026": "100.00" } }),
      Overhead.reallocate(rule),
    )
    expect(shown(compare(made, [{ line: wages, amounts: { "2026": "100.00" } }]))).toEqual([])
    const charged = { ...goods, ...{ action: wages.action, policyItem: wages.policyItem } }
    const rows = [
      { line: wages, amounts: { "2026": "100.00" } },
      { line: charged, amounts: { "2026": "15.00" } },
    ]
    expect(shown(compare(made, rows))).toEqual([[1, "PostedByRule"]])
  })

  test("refuses a closed year that differs, and accepts one that is equal", () => {
    const made = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "1.00" } }),
      Credit.close({ year: 2026 }),
    )
    expect(shown(compare(made, [{ line: goods, amounts: { "2026": "1.00", "2027": "3.00" } }]))).toEqual([
      ["changed", goods.account, "2027: 0.00 → 3.00"],
    ])
    expect(shown(compare(made, [{ line: fees, amounts: { "2027": "3.00" } }]))).toEqual([
      [undefined, "ClosedYearDiffers"],
    ])
  })

  test("adds up rows of one line", () => {
    const made = ledger(adopted, declared, Estimate.post({ line: goods, amounts: { "2026": "1.00" } }))
    const rows = ["0.40", "0.60"].map((amount) => ({ line: goods, amounts: { "2026": amount } }))
    expect(shown(compare(made, rows))).toEqual([])
  })
})
