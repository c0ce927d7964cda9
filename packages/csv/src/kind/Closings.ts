/** The end of a year: years closed, their results processed, unused investment credit carried over. A row is a request. */
import { Accounts, Credit } from "@grootboek/core"
import { type Context, fieldsOf, type Interpreter, lineOf, nothing, sourceOf } from "./RowInterpreter.ts"
import * as Row from "../cell/Row.ts"

/** Boekjaren die afgesloten zijn. */
export const closings = (context: Context): Interpreter => ({
  row: (row) => {
    const year = Row.year(row, "year")
    if (year === undefined) return undefined
    return {
      id: context.names.row(["closing", String(year)]),
      decide: Credit.close({ year }),
      event: { _tag: "YearClosed", year },
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})

/** Rekeningresultaten die in het volgende jaar verwerkt worden. */
export const results = (context: Context): Interpreter => ({
  row: (row) => {
    const closed = Row.year(row, "year")
    const account = Row.account(row, "account")
    if (closed === undefined || account === undefined) return undefined
    return {
      id: context.names.row(["result", String(closed), account]),
      decide: Accounts.processResult({ account, closed }),
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})

/** Investeringskredieten die naar het volgende jaar gaan. */
export const carryOvers = (context: Context): Interpreter => ({
  row: (row) => {
    const line = lineOf(row)
    const [from, to] = [Row.year(row, "from"), Row.year(row, "to")]
    const figure = Row.figure(row, "amount", to ?? 0)
    if (line === undefined || from === undefined || to === undefined || figure === undefined) return undefined
    const facts = { line, from, to, amount: figure.text }
    return {
      id: context.names.row(["carryOver", ...fieldsOf(line), String(from), String(to), figure.text]),
      decide: Credit.carryOver(facts),
      event: { _tag: "CarriedOver", ...facts },
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})
