/** Notional repayments (aangewezen aflossingen): per year an amount, or a rate on the debts of 1 January. */
import { type BudgetEvent, Repayment } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import { perRow, type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter => {
  const seen = new Map<number, { readonly line: number; readonly isRate: boolean }>()
  return perRow((row) => {
    const year = Row.year(row, "year")
    const hasRate = Row.value(row, "percent") !== ""
    const hasAmount = Row.value(row, "amount") !== ""
    const percent = hasRate ? Row.percent(row, "percent") : undefined
    const amount = hasRate && !hasAmount ? undefined : YearAmount.of(row, "amount", year ?? 0)
    const description = Row.text(row, "description")
    if (year === undefined || (hasRate ? percent === undefined : amount === undefined)) return undefined
    const first = seen.get(year)
    if (first !== undefined && first.isRate === hasRate)
      return row.report(
        { _tag: "CodeTwice", code: String(year), first: first.line },
        Row.columnOf(row, "year"),
      )
    seen.set(year, { line: row.line, isRate: hasRate })
    const isTwice = first !== undefined || (hasRate && hasAmount)
    const rule: BudgetEvent.RepaymentRule =
      percent === undefined
        ? { _tag: "StatedAmount", amount: amount?.text ?? "0" }
        : { _tag: "DebtRate", percent }
    return requestOf(context, {
      line: row.line,
      decide: isTwice
        ? () => Result.fail([{ _tag: "RepaymentTwice", year }])
        : Repayment.state({ year, rule, ...(description === undefined ? {} : { description }) }),
      identity: { request: "repayment", year, rule },
      former: () => [],
    })
  })
}
