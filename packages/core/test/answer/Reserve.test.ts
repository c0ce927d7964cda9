/** The movements of the reserve: the opening balance, each movement, and the closing balance. */
import { Accounts, Adoption, Credit, Estimate, Ledger, Money } from "@grootboek/core"
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
const goods = { direction: "U", account: "6140000", policyItem: "9090" } as const
const walked = (found: Result.Result<Reserve.Walk | undefined, unknown>): Reserve.Walk => {
  if (Result.isFailure(found) || found.success === undefined) throw new Error("the year is in the plan")
  return found.success
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

test("Reserve.accounts: returns the realisations of a closed year, and the next year opens at them once they are processed", () => {
  const ledger = history()
  const booked = { year: 2026, date: "2026-05-01", voucher: "F-1" }
  record(
    ledger,
    Credit.record({ line: subsidy, amount: "40.00", ...booked }),
    Credit.record({ line: { ...goods, action: "A9" }, amount: "2.50", ...booked }),
    Credit.record({ line: goods, amount: "1.25", ...booked }),
  )
  expect(Result.getOrThrow(Reserve.accounts(ledger, 2026))).toBeUndefined()
  record(ledger, Credit.close({ year: 2026 }))
  const unprocessed = Result.getOrThrow(Reserve.walk(ledger, 2027)).carried
  record(ledger, Accounts.processResult({ account: "0930000", closed: 2026 }))
  const { before, carried, opening, steps, closing } = walked(Reserve.accounts(ledger, 2026))
  expect([before, carried, opening, closing, unprocessed].map(Money.format)).toEqual([
    ...["0.00", "1000.00", "1000.00", "1036.25", "0.00"],
  ])
  expect(steps.map(({ label, amount, reserve }) => [label, ...[amount, reserve].map(Money.format)])).toEqual([
    ["A1 Buurthuis", "40.00", "1040.00"],
    ["A9 Overhead", "-2.50", "1037.50"],
    ["Zonder actie", "-1.25", "1036.25"],
  ])
  const next = walked(Reserve.walk(ledger, 2027))
  expect([next.before, next.carried, next.opening].map(Money.format)).toEqual(["800.10", "236.15", "1036.25"])
  record(ledger, Credit.close({ year: 2027 }))
  const closed = walked(Reserve.accounts(ledger, 2027))
  expect([closed.before, closed.carried, closed.closing].map(Money.format)).toEqual([
    ...["1036.25", "0.00", "1036.25"],
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
  expect(Reserve.accounts(Ledger.empty(), 2026)).toEqual(Result.fail({ _tag: "PlanNotAdopted" }))
  expect(Reserve.accounts(history(), 2029)).toMatchObject({ failure: { _tag: "YearNotShown", form: "J2" } })
})
