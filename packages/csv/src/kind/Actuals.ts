/** Realisations (aanrekeningen): one row, one amount booked against a line on a day, with its voucher. */
import { Credit } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import {
  fieldsOf,
  fiscalYearOf,
  lineOf,
  perRow,
  type RowContext,
  type RowInterpreter,
  requestOf,
} from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const line = lineOf(row)
    const description = Row.text(row, "description")
    const date = Row.day(row, "date")
    const voucher = Row.code(row, "voucher")
    const commitment = Row.codeOrBlank(row, "commitment")
    const year = fiscalYearOf(row, date)
    const booked = YearAmount.of(row, "amount", year ?? 0)
    if (line === undefined || date === undefined || voucher === undefined) return undefined
    if (booked === undefined || year === undefined || commitment === undefined) return undefined
    context.count(line.direction, booked.year, booked.micros)
    const amount = booked.text
    const facts = {
      line,
      year,
      date,
      amount,
      voucher,
      ...(commitment === "" ? {} : { commitment }),
      ...(description === undefined ? {} : { description }),
    }
    return requestOf(context, {
      line: row.line,
      decide: Credit.record(facts),
      event: { _tag: "ActualRecorded", ...facts },
      former: (ids) => ids.row([...fieldsOf(line), description ?? "", date, voucher, String(year), amount]),
    })
  })
