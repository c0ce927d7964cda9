/** Commitments (vastleggingen): one row, one amount committed on a line of expenditure, or released by a negative amount. */
import { Commitment } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import {
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
    const reference = Row.code(row, "reference")
    const thirdParty = Row.codeOrBlank(row, "thirdParty")
    const year = fiscalYearOf(row, date)
    const committed = YearAmount.of(row, "amount", year ?? 0)
    if (line === undefined || date === undefined || reference === undefined) return undefined
    if (thirdParty === undefined || committed === undefined || year === undefined) return undefined
    context.count(line.direction, committed.year, committed.micros)
    const facts = {
      line,
      year,
      date,
      reference,
      amount: committed.text,
      ...(thirdParty === "" ? {} : { thirdParty }),
      ...(description === undefined ? {} : { description }),
    }
    return requestOf(context, {
      line: row.line,
      decide: Commitment.record(facts),
      event: { _tag: "CommitmentRecorded", ...facts },
      former: () => [],
    })
  })
