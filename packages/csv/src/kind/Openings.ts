/** What a plan opens with: the result carried forward (093), earmarked funds (090), debts on 1 January (171–174). */
import { type BudgetEvent, Estimate } from "@grootboek/core"
import { type Context, type Interpreter, nothing, sourceOf } from "./RowInterpreter.ts"
import * as Row from "../cell/Row.ts"

export const interpret = (context: Context): Interpreter => ({
  row: (row) => {
    const account = accountOf(row)
    const year = Row.year(row, "year")
    const figure = Row.figure(row, "amount", year ?? 0)
    const description = Row.text(row, "description")
    if (account === undefined || year === undefined || figure === undefined) return undefined
    const { text } = figure
    const described = description === undefined ? {} : { description }
    const request = {
      id: context.names.row([account, description ?? "", String(year), text]),
      source: sourceOf(context, row.line),
    }
    if (account.startsWith("093")) {
      const facts = { account, year, adopted: text, ...described }
      context.count("O", figure)
      return {
        ...request,
        decide: Estimate.carryResult(facts),
        event: { _tag: "ResultCarriedForward", ...facts },
      }
    }
    if (account.startsWith("090")) {
      const facts = { account, amounts: { [year]: text }, ...described }
      context.count("U", figure)
      return { ...request, decide: Estimate.earmark(facts), event: { _tag: "FundsEarmarked", ...facts } }
    }
    const kind = debts.get(account.slice(0, 3))
    if (kind === undefined)
      return row.fault({ _tag: "NotAnOpeningAccount", value: account }, Row.columnOf(row, "account"))
    const facts = { account, kind, year, amount: text, ...described }
    context.count("debt", figure)
    return { ...request, decide: Estimate.openDebt(facts), event: { _tag: "DebtOpened", ...facts } }
  },
  end: nothing,
})

const debts: ReadonlyMap<string, BudgetEvent.DebtKind> = new Map([
  ["171", "bonds"],
  ["172", "leasing"],
  ["173", "creditInstitutions"],
  ["174", "other"],
])

const accountOf = (row: Row.Row): string | undefined => {
  const account = Row.account(row, "account")
  if (account === undefined || !/^9[03]/.test(account)) return account
  return row.fault(
    { _tag: "LostLeadingZero", value: account, probably: `0${account}` },
    Row.columnOf(row, "account"),
  )
}
