/** The opening of a plan: the result carried forward (093), earmarked funds (090), debts on 1 January (171–174). */
import { type BudgetEvent, Estimate } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import { perRow, type RowContext, type RowInterpreter, type RowRequest, requestOf } from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const account = accountOf(row)
    const year = Row.year(row, "year")
    const amount = YearAmount.of(row, "amount", year ?? 0)
    const description = Row.text(row, "description")
    const part = Row.value(row, "part") === "" ? "A" : Row.word(row, "part", parts)
    if (account === undefined || year === undefined || amount === undefined || part === undefined)
      return undefined
    if (part !== "A" && !account.startsWith("093"))
      return row.report({ _tag: "NotAnOpeningAccount", value: account }, Row.columnOf(row, "account"))
    const { text } = amount
    const described = description === undefined ? {} : { description }
    const request = (opening: Required<Pick<RowRequest, "decide" | "event">>) =>
      requestOf(context, {
        ...opening,
        line: row.line,
        former: (ids) => ids.row([account, description ?? "", String(year), text]),
      })
    if (account.startsWith("093")) {
      const facts = {
        account,
        year,
        ...(part === "A" ? { adopted: text } : { unprocessed: { [part]: text } }),
        ...described,
      }
      context.count("O", amount.year, amount.micros)
      return request({
        decide: Estimate.carryResult(facts),
        event: { _tag: "ResultCarriedForward", ...facts },
      })
    }
    if (account.startsWith("090")) {
      const facts = { account, amounts: { [year]: text }, ...described }
      context.count("U", amount.year, amount.micros)
      return request({ decide: Estimate.earmark(facts), event: { _tag: "FundsEarmarked", ...facts } })
    }
    const kind = debts.get(account.slice(0, 3))
    if (kind === undefined)
      return row.report({ _tag: "NotAnOpeningAccount", value: account }, Row.columnOf(row, "account"))
    const facts = { account, kind, year, amount: text, ...described }
    context.count("debt", amount.year, amount.micros)
    return request({ decide: Estimate.openDebt(facts), event: { _tag: "DebtOpened", ...facts } })
  })

/** The parts of the result carried forward, as M2 VI prints them. */
const parts: ReadonlyMap<string, "A" | "operating" | "investment" | "financing"> = new Map([
  ["A", "A"],
  ["B.1", "operating"],
  ["B.2", "investment"],
  ["B.3", "financing"],
])

const debts: ReadonlyMap<string, BudgetEvent.DebtKind> = new Map([
  ["171", "bonds"],
  ["172", "leasing"],
  ["173", "creditInstitutions"],
  ["174", "other"],
])

const accountOf = (row: Row.DecodedRow): string | undefined => {
  const account = Row.account(row, "account")
  if (account === undefined || !/^9[03]/.test(account)) return account
  return row.report(
    { _tag: "LostLeadingZero", value: account, probably: `0${account}` },
    Row.columnOf(row, "account"),
  )
}
