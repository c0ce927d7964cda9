/** Outcomes of published cells against a ledger. */
import { Money } from "@grootboek/core"
import { Reconcile } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"
import { adjusted, get, never } from "../AdjustedPlan.ts"

describe("Reconcile.table", () => {
  const cell = (code: string, amount: string, year = 2026) => ({
    section: "Budgettair resultaat",
    code,
    year,
    amount: Money.from(amount),
    line: 2,
    column: String(year),
  })
  const outcome = (code: string, amount: string, year?: number) =>
    get(Reconcile.table(adjusted, { form: "M2", cells: [cell(code, amount, year)] })).comparisons[0]?.outcome

  test("returns equal, rounding, error or missing", () => {
    expect([
      outcome("V", "-99"),
      outcome("III", "-100"),
      outcome("III", "-102"),
      outcome("I.a", "1547"),
      outcome("XX", "0"),
      outcome("V", "0", 2031),
    ]).toEqual(["equal", "rounding", "error", "error", "missing", "missing"])
  })

  test("returns the printed and exact amounts and the tolerance", () => {
    const { comparisons, counts, form, at } = get(
      Reconcile.table(adjusted, { form: "M2", cells: [cell("IX", "-53")] }),
    )
    expect({ form, at, counts }).toEqual({
      form: "M2",
      at: { position: 11, plan: "2026/1" },
      counts: { equal: 0, rounding: 1, error: 0, missing: 0 },
    })
    const [{ printed, exact, difference, tolerance } = never()] = comparisons
    expect([printed, exact, difference, tolerance].map((one) => Money.format(one ?? Money.zero))).toEqual([
      "-54.00",
      "-54.25",
      "1.00",
      "1.00",
    ])
  })
})
