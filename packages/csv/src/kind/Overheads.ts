/** The overhead rule (overheadverdeling): one row, one rule. */
import { Overhead } from "@grootboek/core"
import { type Context, type Interpreter, nothing, sourceOf } from "./RowInterpreter.ts"
import * as Row from "../cell/Row.ts"

export const interpret = (context: Context): Interpreter => {
  let first: number | undefined
  return {
    row: (row) => {
      const target = Row.code(row, "target")
      const percent = Row.percent(row, "percent")
      const baseAccounts = Row.codes(row, "baseAccounts")
      const chargeAccount = Row.account(row, "chargeAccount")
      const creditAccount = Row.account(row, "creditAccount")
      const creditPolicyItem = Row.code(row, "creditPolicyItem")
      const excluded = Row.codes(row, "excluded")
      const column = Row.columnOf(row, "baseAccounts")
      if (baseAccounts.length === 0) row.fault({ _tag: "EmptyCell" }, column)
      for (const value of baseAccounts)
        if (!Row.isAccount(value)) row.fault({ _tag: "AccountNotDigits", value }, column)
      if (first !== undefined) return row.fault({ _tag: "OneRowOnly", first })
      first = row.line
      if (target === undefined || percent === undefined || creditPolicyItem === undefined) return undefined
      if (chargeAccount === undefined || creditAccount === undefined) return undefined
      const rule = { target, percent, baseAccounts, chargeAccount, creditAccount, creditPolicyItem, excluded }
      return {
        id: context.names.row([
          target,
          percent,
          baseAccounts.join(" "),
          chargeAccount,
          creditAccount,
          creditPolicyItem,
          [...excluded].sort().join(" "),
        ]),
        decide: Overhead.reallocate(rule),
        source: sourceOf(context, row.line),
      }
    },
    end: nothing,
  }
}
