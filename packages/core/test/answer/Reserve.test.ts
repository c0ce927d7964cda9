/** The movements of the reserve: the opening balance, each movement, and the closing balance. */
import { Adoption, Estimate, Ledger, Money } from "@grootboek/core"
import { Reserve } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { association, subsidy } from "../Association.ts"

const history = () => {
  const ledger = association()
  record(ledger, Estimate.carryResult({ account: "0930000", year: 2026, adopted: "1000.00" }))
  return ledger
}
const walk = (ledger: Ledger.Ledger, year: number, at?: number) =>
  Result.match(Reserve.walk(ledger, year, { at }), {
    onFailure: (refusal): unknown => refusal,
    onSuccess: ({ opening, steps, closing, year: of }) => [
      `${of} opens at ${Money.format(opening)}`,
      ...steps.map(
        ({ code, label, amount, reserve }) =>
          `${code}, ${label}: ${Money.format(amount)} → ${Money.format(reserve)}`,
      ),
      `closes at ${Money.format(closing)}`,
    ],
  })

test("Reserve.walk: opens the first year at its carried results, a later year at the closing of the year before", () => {
  const ledger = history()
  record(
    ledger,
    Estimate.post({
      line: { direction: "U", account: "6140000", policyItem: "9090", action: "A2" },
      amounts: { "2027": "1.50" },
    }),
  )
  expect(walk(ledger, 2026)).toEqual([
    "2026 opens at 1000.00",
    "A2, A2 Vervoer: -300.00 → 700.00",
    "A9, A9 Overhead: 100.10 → 800.10",
    "closes at 800.10",
  ])
  expect(walk(ledger, 2027)).toEqual([
    "2027 opens at 800.10",
    "A2, A2 Vervoer: -1.50 → 798.60",
    "closes at 798.60",
  ])
})

test("Reserve.walk: returns no steps in a year without movements, with carried results in the opening", () => {
  const ledger = history()
  record(ledger, Estimate.carryResult({ account: "0930000", year: 2028, unprocessed: { operating: "9.00" } }))
  expect(walk(ledger, 2028)).toEqual(["2028 opens at 809.10", "closes at 809.10"])
})

test("Reserve.walk: labels a step with the name of its action", () => {
  const ledger = association()
  const goal = { code: "A3", level: "action", name: "Rente – Saldo 2025", priority: false } as const
  record(
    ledger,
    Adoption.declare({ goals: [goal] }),
    Estimate.post({ line: { ...subsidy, action: "A3" }, amounts: { "2028": "2.00" } }),
  )
  expect(walk(ledger, 2028)).toContain("A3, A3 Rente – Saldo 2025: 2.00 → -197.90")
})

test("Reserve.walk: uses the given position", () => {
  const ledger = history()
  expect(walk(ledger, 2026, Ledger.position(ledger) - 1)).toEqual([
    "2026 opens at 0.00",
    "A2, A2 Vervoer: -300.00 → -300.00",
    "A9, A9 Overhead: 100.10 → -199.90",
    "closes at -199.90",
  ])
})

test("Reserve.walk: fails when the year is outside the plan or there is no plan", () => {
  expect(walk(history(), 2029)).toEqual({
    _tag: "YearNotShown",
    form: "synthesis",
    year: 2029,
    years: [2026, 2027, 2028],
  })
  expect(walk(Ledger.empty(), 2026)).toEqual({ _tag: "PlanNotAdopted" })
})
