/** Realisations per budget line: their order, and what is left out. */
import { Balances, Commitment, Credit, Estimate, Money } from "@grootboek/core"
import { Realisation } from "@grootboek/core/answer"
import { ledger } from "@grootboek/testing/Given"
import { expect, test } from "vitest"
import { adopted, declared, fees, goods, grant, wages } from "../SmallPlan.ts"

const posted = (line: Parameters<typeof Estimate.post>[0]["line"], amount: string, year = 2026) =>
  Estimate.post({ line, amounts: { [year]: amount } })
const day = { year: 2026, date: "2026-03-01" }
const { action: _, ...bare } = goods
const other = { ...goods, policyItem: "0110" } as const
const { columns } = ledger(
  adopted,
  declared,
  posted(bare, "9.00"),
  posted(wages, "20.00"),
  posted(goods, "10.00"),
  posted(other, "5.00"),
  posted(fees, "30.00"),
  posted(grant, "40.00"),
  posted({ ...wages, policyItem: "0110" }, "0.00"),
  posted({ ...fees, policyItem: "0110" }, "7.00", 2027),
  Credit.record({ line: wages, amount: "21.00", voucher: "F-1", ...day }),
  Commitment.record({ line: { ...goods, account: "6100000" }, amount: "1.50", reference: "B-1", ...day }),
  Credit.record({ line: { ...goods, account: "6190000" }, amount: "0.25", voucher: "F-2", ...day }),
)
const balances = Balances.of(columns)
const written = (lines: ReadonlyArray<Realisation.LineFigures> = []) =>
  lines.map(({ line, estimate, committed, realised }) =>
    [
      line.direction,
      line.account,
      line.policyItem,
      ...[estimate, committed, realised].map(Money.format),
    ].join(" "),
  )
const ofA1 = [
  "O 7450000 0900 30.00 0.00 0.00",
  "U 6100000 0900 0.00 1.50 0.00",
  "U 6140000 0110 5.00 0.00 0.00",
  "U 6140000 0900 10.00 0.00 0.00",
  "U 6190000 0900 0.00 0.00 0.25",
  "U 6203000 0900 20.00 0.00 21.00",
]

test("byLine: returns receipts first, by account and code, without lines of zero or of other years", () => {
  expect(written(Realisation.byLine(balances, "A1", { year: 2026 }))).toEqual(ofA1)
  expect(written(Realisation.byLine(balances, "A1", { year: 2027 }))).toEqual([
    "O 7450000 0110 7.00 0.00 0.00",
  ])
  expect(Realisation.byLine(balances, "A9", { year: 2026 })).toEqual([])
})

test("linesByAction: returns the lines of every action, and none without an action", () => {
  const all = Realisation.linesByAction(balances, { year: 2026 })
  expect([...all].map(([action, lines]) => [action, written(lines)])).toEqual([
    ["A1", ofA1],
    ["A2", ["O 7450000 0900 40.00 0.00 0.00"]],
  ])
})
