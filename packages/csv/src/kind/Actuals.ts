/** Realisations (aanrekeningen): one row, one amount booked against a line on a day, with its voucher. */
import { Credit } from "@grootboek/core"
import { type Context, fieldsOf, type Interpreter, lineOf, nothing, sourceOf } from "./RowInterpreter.ts"
import * as Row from "../cell/Row.ts"

export const interpret = (context: Context): Interpreter => ({
  row: (row) => {
    const line = lineOf(row)
    const description = Row.text(row, "description")
    const date = Row.day(row, "date")
    const voucher = Row.code(row, "voucher")
    // A fiscal year is the calendar year unless the file says otherwise: what is booked late belongs to its own year.
    const year = Row.value(row, "year") === "" ? Number(date?.slice(0, 4)) : Row.year(row, "year")
    const figure = Row.figure(row, "amount", year ?? 0)
    if (line === undefined || date === undefined || voucher === undefined) return undefined
    if (figure === undefined || year === undefined) return undefined
    context.count(line.direction, figure)
    const amount = figure.text
    const facts = { line, year, date, amount, voucher, ...(description === undefined ? {} : { description }) }
    return {
      id: context.names.row([...fieldsOf(line), description ?? "", date, voucher, String(year), amount]),
      decide: Credit.record(facts),
      event: { _tag: "ActualRecorded", ...facts },
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})
