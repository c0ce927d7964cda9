/** The end of a year: closing, processing of the result, unused investment credit carried over. A row is a request. */
import { Accounts, Credit } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import {
  fieldsOf,
  lineOf,
  perRow,
  type RowContext,
  type RowInterpreter,
  requestOf,
} from "./RowInterpreter.ts"

/** Closed years (afsluiting van een boekjaar). */
export const closings = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const year = Row.year(row, "year")
    if (year === undefined) return undefined
    // What a closing releases depends on the ledger, so that the recorded event may have more fields.
    const { event: _, ...request } = requestOf(context, {
      line: row.line,
      decide: Credit.close({ year }),
      event: { _tag: "YearClosed", year },
      former: (ids) => ids.row(["closing", String(year)]),
    })
    return request
  })

/** Results of closed years that go to the next year (verwerking van het rekeningresultaat). */
export const results = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const closed = Row.year(row, "year")
    const account = Row.account(row, "account")
    if (closed === undefined || account === undefined) return undefined
    return requestOf(context, {
      line: row.line,
      decide: Accounts.processResult({ account, closed }),
      identity: { request: "result", closed, account },
      former: (ids) => ids.row(["result", String(closed), account]),
    })
  })

/** Unused investment credit that goes to another year (overdracht van investeringskredieten). */
export const carryOvers = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const line = lineOf(row)
    const [from, to] = [Row.year(row, "from"), Row.year(row, "to")]
    const amount = YearAmount.of(row, "amount", to ?? 0)
    if (line === undefined || from === undefined || to === undefined || amount === undefined) return undefined
    const facts = { line, from, to, amount: amount.text }
    return requestOf(context, {
      line: row.line,
      decide: Credit.carryOver(facts),
      event: { _tag: "CarriedOver", ...facts },
      former: (ids) => ids.row(["carryOver", ...fieldsOf(line), String(from), String(to), amount.text]),
    })
  })
