/** Balances at the end or at an earlier position, of a line with all its parts, or of selected places. */
import { Balances, type BudgetLine, Credit, Estimate, Money, PassThrough } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { expect, test } from "vitest"
import { adopted, declared, fees, goods, grant, payment } from "../SmallPlan.ts"

const posted = (line: typeof goods | typeof grant, amount: string, year = 2026) =>
  Estimate.post({ line, amounts: { [year]: amount } })
const { columns } = ledger(
  adopted,
  declared,
  posted(goods, "100.00"),
  Estimate.post({ line: payment, amounts: { "2026": "30.01" } }),
  posted(grant, "30.01"),
  PassThrough.passOn("A2", [
    { partner: "Noord", percent: "50" },
    { partner: "Zuid", percent: "50" },
  ]),
  Credit.record({ line: goods, year: 2026, date: "2026-01-31", amount: "8.00", voucher: "F1" }),
  Credit.record({ line: goods, year: 2026, date: "2026-02-28", amount: "1.00", voucher: "F2" }),
  Estimate.earmark({ account: "0900000", amounts: { "2026": "5.00" } }),
  posted(goods, "7.00", 2027),
)
const now = Balances.of(columns)
const written = (balances: Balances.Balances) =>
  Balances.list(balances).map(({ place, year, amount }) =>
    [place.phase, place.action ?? place.account, place.part ?? "whole", year, Money.format(amount)].join(" "),
  )

test("Balances.of: lists places in the order of their first posting, without balances of zero", () => {
  expect(written(now)).toEqual([
    "estimate A1 whole 2026 100.00",
    "estimate A2 whole 2026 30.01",
    "estimate A2 Noord 2026 15.01",
    "estimate A2 Zuid 2026 15.00",
    "actual A1 2026-01 2026 8.00",
    "actual A1 2026-02 2026 1.00",
    "estimate 0900000 whole 2026 5.00",
    "estimate A1 whole 2027 7.00",
  ])
})

test("Balances.at: returns the balances at an earlier position, without later postings", () => {
  const then = Balances.of(columns, 4)
  expect([then.position, written(then)]).toEqual([
    4,
    ["estimate A1 whole 2026 100.00", "estimate A2 whole 2026 30.01"],
  ])
  expect(Balances.at(then, { phase: "estimate", ...goods }, 2027)).toBe(Money.zero)
  expect(Balances.ofLine(then, "actual", goods, 2026)).toBe(Money.zero)
})

test("Balances: returns one year of a place, and zero for a place without postings", () => {
  const place = { phase: "estimate", ...goods } as const
  const at = [2026, 2027, 2028].map((year) => Money.format(Balances.at(now, place, year)))
  expect(at).toEqual(["100.00", "7.00", "0.00"])
  expect(Balances.at(now, { phase: "estimate", ...fees }, 2026)).toBe(Money.zero)
})

test("Balances.partsOfLine: returns each part that was posted, and no other line", () => {
  const parts = (line: BudgetLine.BudgetLine, phase: "estimate" | "actual" = "estimate") =>
    Balances.partsOfLine(now, phase, line, 2026).map(({ part, amount }) => [part, Money.format(amount)])
  expect(parts(payment)).toEqual([
    [undefined, "0.00"],
    ["Noord", "15.01"],
    ["Zuid", "15.00"],
  ])
  expect(parts(goods, "actual")).toEqual([
    ["2026-01", "8.00"],
    ["2026-02", "1.00"],
  ])
  expect(parts(fees)).toEqual([])
})

test("Balances.ofLine: sums partners and months, without other lines on the same account", () => {
  const of = (phase: "estimate" | "actual", line: typeof goods | typeof payment, year: number) =>
    Money.format(Balances.ofLine(now, phase, line, year))
  expect([of("estimate", goods, 2026), of("estimate", payment, 2026), of("estimate", goods, 2027)]).toEqual([
    "100.00",
    "30.01",
    "7.00",
  ])
  expect([of("actual", goods, 2026), of("actual", payment, 2026), of("actual", goods, 2027)]).toEqual([
    "9.00",
    "0.00",
    "0.00",
  ])
})

test("Balances.where: a test and its negation sum to all balances", () => {
  const isActual = Balances.where(now, ({ phase }) => phase === "actual")
  const others = Balances.where(now, ({ phase }) => phase !== "actual")
  expect(written(isActual)).toEqual(["actual A1 2026-01 2026 8.00", "actual A1 2026-02 2026 1.00"])
  expect([isActual.position, isActual.columns]).toEqual([now.position, columns])
  expect(isActual.amounts.map((amount, cell) => amount + (others.amounts[cell] ?? 0n))).toEqual(now.amounts)
})
