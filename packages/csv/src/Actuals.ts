/** Realisations (aanrekeningen): one row, one amount booked against a line on a day, with its voucher. */
import { Credit, Money } from "@grootboek/core"
import { type Context, fieldsOf, type Interpreter, lineOf, nothing, sourceOf } from "./Interpreter.ts"
import * as Row from "./Row.ts"

export const interpret = (context: Context): Interpreter => ({
  row: (row) => {
    const line = lineOf(row)
    const description = Row.text(row, "description")
    const date = Row.day(row, "date")
    const voucher = Row.code(row, "voucher")
    const amount = Row.amount(row, "amount")
    // A fiscal year is the calendar year unless the file says otherwise: what is booked late belongs to its own year.
    const year = Row.value(row, "year") === "" ? Number(date?.slice(0, 4)) : Row.year(row, "year")
    if (line === undefined || date === undefined || voucher === undefined) return undefined
    if (amount === undefined || year === undefined) return undefined
    context.count(line.direction, year, amount)
    const text = Money.format(amount)
    const facts = {
      line,
      year,
      date,
      amount: text,
      voucher,
      ...(description === undefined ? {} : { description }),
    }
    return {
      id: context.names.row([...fieldsOf(line), description ?? "", date, voucher, String(year), text]),
      decide: Credit.record(facts),
      event: { _tag: "ActualRecorded", ...facts },
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})
