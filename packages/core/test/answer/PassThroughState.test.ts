/** The state of pass-throughs: received, paid on and owed, per partner and year. */
import { Balances, Credit, Estimate, type Ledger, Money, PassThrough } from "@grootboek/core"
import { PassThroughState } from "@grootboek/core/answer"
import { ledger } from "@grootboek/testing/Given"
import { expect, test } from "vitest"
import { planOf } from "../Association.ts"
import { adopted, declared, grant, payment } from "../SmallPlan.ts"

const amounts = { "2026": "10.00", "2027": "20.00" }
const passed = [
  adopted,
  declared,
  Estimate.post({ line: grant, amounts }),
  Estimate.post({ line: payment, amounts }),
  PassThrough.passOn("A2", [{ partner: "Noord", percent: "100" }]),
] as const

const shown = (made: Ledger.Ledger) =>
  PassThroughState.of(planOf(made), Balances.of(made.columns)).flatMap(({ phase, year, partners }) =>
    partners.map(({ partner, received, paid, owed }) =>
      [phase, year, partner, ...[received, paid, owed].map(Money.format)].join(" "),
    ),
  )

test("PassThroughState.of: returns estimates of every year and realisations of the years with bookings", () => {
  const booking = { year: 2026, date: "2026-05-01", voucher: "F1" }
  const made = ledger(
    ...passed,
    Credit.record({ line: grant, amount: "4.00", ...booking }),
    Credit.record({ line: payment, amount: "3.00", ...booking }),
  )
  expect(shown(made)).toEqual([
    "estimate 2026 Noord 10.00 10.00 0.00",
    "estimate 2027 Noord 20.00 20.00 0.00",
    "estimate 2028 Noord 0.00 0.00 0.00",
    "actual 2026 Noord 4.00 3.00 1.00",
  ])
})

test("PassThroughState.of: divides a closed year by the shares of then, open years by those of now", () => {
  const booking = { year: 2026, date: "2026-05-01", voucher: "F1" }
  const zuid = PassThrough.passOn("A2", [{ partner: "Zuid", percent: "100" }])
  const made = ledger(
    ...passed,
    Credit.record({ line: grant, amount: "4.00", ...booking }),
    Credit.record({ line: payment, amount: "3.00", ...booking }),
    Credit.close({ year: 2026 }),
    zuid,
  )
  expect(shown(made)).toEqual([
    "estimate 2026 Noord 10.00 10.00 0.00",
    "estimate 2027 Zuid 20.00 20.00 0.00",
    "estimate 2028 Zuid 0.00 0.00 0.00",
    "actual 2026 Noord 4.00 3.00 1.00",
  ])
  expect(shown(ledger(...passed, zuid)).filter((one) => one.includes("Noord"))).toEqual([])
})

test("PassThroughState.of: a closed year without estimates is divided by the shares of the plan", () => {
  const made = ledger(
    adopted,
    declared,
    Estimate.post({ line: grant, amounts: { "2027": "20.00" } }),
    Estimate.post({ line: payment, amounts: { "2027": "20.00" } }),
    PassThrough.passOn("A2", [
      { partner: "Noord", percent: "60" },
      { partner: "Zuid", percent: "40" },
    ]),
    Credit.record({ line: grant, amount: "4.00", year: 2026, date: "2026-05-01", voucher: "F1" }),
    Credit.close({ year: 2026 }),
  )
  expect(shown(made).filter((one) => one.startsWith("actual"))).toEqual([
    "actual 2026 Noord 2.40 0.00 2.40",
    "actual 2026 Zuid 1.60 0.00 1.60",
  ])
})
