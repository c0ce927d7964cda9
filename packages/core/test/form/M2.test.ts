/** The margins of M2, worked out by hand for an authority with loans. */
import {
  Balances,
  type BudgetLine,
  Columns,
  forms,
  Layout,
  Money,
  Statement,
  Structure,
} from "@grootboek/core"
import { expect, test } from "vitest"
import { declarations } from "../SmallPlan.ts"

const estimate = (direction: "O" | "U", account: string): BudgetLine.Place => ({
  phase: "estimate",
  direction,
  account,
  policyItem: "0900",
})
const notional: BudgetLine.Place = { phase: "debt", direction: "O", account: "1730000", part: "notional" }

test("M2: subtracts notional repayments in the corrected margin", () => {
  const columns = new Columns.Columns()
  const amounts: ReadonlyArray<readonly [BudgetLine.Place, number, string]> = [
    [estimate("O", "7450000"), 2026, "1000.00"],
    [estimate("U", "6140000"), 2026, "400.00"],
    // Repayments of loans (I.A.1): 150 a year, of which the rules assign 90 and then 200.
    [estimate("U", "4210000"), 2026, "150.00"],
    [estimate("U", "4210000"), 2027, "150.00"],
    [notional, 2026, "90.00"],
    [notional, 2027, "200.00"],
  ]
  columns.append(amounts.map(([place, year, amount]) => ({ place, year, amount: Money.from(amount) })))
  const layout = Layout.of(forms.M2, Structure.declare(Structure.empty, declarations))
  const exact = Statement.amounts(layout, Balances.of(columns), [2026, 2027])
  const rows = layout.rows
    .filter(({ section }) => section.endsWith("utofinancieringsmarge"))
    .map(({ section, code, index }) => [
      section.startsWith("G") ? "corrected" : "margin",
      code,
      ...(exact[index] ?? []).map((amount) => Number(amount / Money.scale)),
    ])
  expect(rows).toEqual([
    ["margin", "I", 600, 0],
    ["margin", "II", 150, 150],
    ["margin", "II.a", 150, 150],
    ["margin", "II.b", 0, 0],
    ["margin", "III", 450, -150],
    ["corrected", "I", 450, -150],
    ["corrected", "II", 60, -50],
    ["corrected", "II.a", 150, 150],
    ["corrected", "II.b", 90, 200],
    ["corrected", "III", 510, -200],
  ])
})
