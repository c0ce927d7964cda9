/** The overhead rule (overheadverdeling): one row, one rule. */
import { Overhead } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import { perRow, type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter => {
  let first: number | undefined
  return perRow((row) => {
    const target = Row.code(row, "target")
    const percent = Row.percent(row, "percent")
    const chargeAccount = Row.account(row, "chargeAccount")
    const creditAccount = Row.account(row, "creditAccount")
    const creditPolicyItem = Row.code(row, "creditPolicyItem")
    const excluded = Row.codes(row, "excluded")
    const baseAccounts = Row.accounts(row, "baseAccounts")
    if (first !== undefined) return row.report({ _tag: "OneRowOnly", first })
    first = row.line
    if (target === undefined || percent === undefined || creditPolicyItem === undefined) return undefined
    if (chargeAccount === undefined || creditAccount === undefined) return undefined
    const rule = { target, percent, baseAccounts, chargeAccount, creditAccount, creditPolicyItem, excluded }
    return requestOf(context, {
      line: row.line,
      decide: Overhead.reallocate(rule),
      identity: { request: "overhead", ...rule, excluded: [...excluded].sort() },
      former: (ids) =>
        ids.row([
          target,
          percent,
          baseAccounts.join(" "),
          chargeAccount,
          creditAccount,
          creditPolicyItem,
          [...excluded].sort().join(" "),
        ]),
    })
  })
}
