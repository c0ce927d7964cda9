/** The lines and years that a list covers, and its rows added up. */

import { Money } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { expect, test } from "vitest"
import * as ListedLine from "../../src/rule/ListedLine.ts"
import { planOf } from "../Association.ts"
import { adopted, goods, wages } from "../SmallPlan.ts"

const { action: _, ...bare } = goods
const rows = [
  { line: goods, amounts: { "2026": "1.00", "2028": "2.00" }, description: "papier" },
  { line: bare, amounts: { "2026": "4.00" } },
  { line: { ...goods }, amounts: { "2026": "0.50", "2027": "8.00" }, description: "inkt" },
]

test("group: adds up the rows of a line, with the description of the first", () => {
  expect(
    [...ListedLine.group(rows).values()].map(({ line, rows: own, years, description }) => [
      line.action,
      own,
      [...years].map(([year, amount]) => `${year} ${Money.format(amount)}`),
      description,
    ]),
  ).toEqual([
    ["A1", [0, 2], ["2026 1.50", "2028 2.00", "2027 8.00"], "papier"],
    [undefined, [1], ["2026 4.00"], undefined],
  ])
})

test("comparedYears: returns the years of the plan in order, of the rows only when the list is narrowed by years", () => {
  const plan = planOf(ledger(adopted))
  const compared = (narrowed: ReadonlyArray<ListedLine.Narrowing>, some = rows) =>
    ListedLine.comparedYears(plan, some, { years: [2028, 2026, 2028, 2025, 2027, 2029], narrowed })
  expect(compared([])).toEqual([2026, 2027, 2028])
  expect(compared(["actions", "accounts"], [])).toEqual([2026, 2027, 2028])
  expect(compared(["years"], rows.slice(0, 2))).toEqual([2026, 2028])
  expect(compared(["years"], [])).toEqual([])
})

test("naming: covers every line, unless the list is narrowed by actions or accounts", () => {
  const covered = (...narrowed: ReadonlyArray<ListedLine.Narrowing>) => {
    const isCovered = ListedLine.naming(rows.slice(1, 2), { years: [], narrowed })
    return [bare, goods, { ...bare, account: wages.account }, wages].map(isCovered)
  }
  expect(covered()).toEqual([true, true, true, true])
  expect(covered("years")).toEqual([true, true, true, true])
  expect(covered("actions")).toEqual([true, false, true, false])
  const named = ListedLine.naming(rows.slice(0, 1), { years: [], narrowed: ["actions"] })
  expect([bare, goods, wages].map(named)).toEqual([false, true, true])
  expect(covered("accounts")).toEqual([true, true, false, false])
  expect(covered("accounts", "actions")).toEqual([true, false, false, false])
})
