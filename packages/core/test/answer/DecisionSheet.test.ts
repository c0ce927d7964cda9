/** The norms of a decision sheet: which checks are compared, and with which. */
import { Money } from "@grootboek/core"
import { DecisionSheet, type Norm } from "@grootboek/core/answer"
import { expect, test } from "vitest"

const check = (amount: string, more: Partial<Norm.NormCheck> = {}): Norm.NormCheck => ({
  norm: "budgetNeutrality",
  level: "commitment",
  year: 2027,
  amount: Money.from(amount),
  holds: false,
  short: Money.zero,
  bound: Money.zero,
  action: undefined,
  base: undefined,
  reference: undefined,
  goals: ["A1", "A2"],
  ...more,
})

test("DecisionSheet.shownNorms: compares a year with a year, a plan with a plan, and a reading without nodes with its own", () => {
  const checks = (sign: "" | "-") => [
    check(`${sign}1.00`),
    check(`${sign}2.00`, { since: 2026 }),
    check(`${sign}3.00`, { without: ["A3"] }),
  ]
  const shown = DecisionSheet.shownNorms({
    norms: { before: checks(""), after: checks("-") },
    years: [2026, 2027],
  })
  expect(
    shown.map(({ before, after }) => [before, after].map((one) => Money.format(one?.amount ?? Money.zero))),
  ).toEqual([
    ["1.00", "-1.00"],
    ["2.00", "-2.00"],
    ["3.00", "-3.00"],
  ])
})
