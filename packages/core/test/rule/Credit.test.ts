/** Credit that was overspent: there is nothing to carry over, and that is said once. */
import { Credit, Estimate } from "@grootboek/core"
import { test } from "vitest"
import { adopted, declared, given, van } from "../Given.ts"

test("an investment that cost more than planned has nothing to carry, and asking for nothing is not too much", () => {
  const overspent = [
    adopted,
    declared,
    Estimate.post({ line: van, amounts: { "2026": "10.00" } }),
    Credit.record({ line: van, year: 2026, date: "2026-03-31", amount: "12.00", voucher: "F1" }),
  ] as const
  const place = "A1 · 0900 · 2400000 · U"
  const carry = (amount: string) => Credit.carryOver({ line: van, from: 2026, to: 2027, amount })
  for (const asked of ["0.00", "-1.00"])
    given(...overspent)
      .when(carry(asked))
      .refuses({ _tag: "NothingToCarry", place, asked })
  given(...overspent)
    .when(carry("0.000001"))
    .refuses({ _tag: "CarryOverTooLarge", place, left: "-2.00", asked: "0.000001" })
})
