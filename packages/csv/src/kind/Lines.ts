/** Budget lines (ramingen): one row, one estimate of a line in one or more years. */
import { Estimate } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import {
  fieldsOf,
  lineOf,
  nothing,
  type RowContext,
  type RowInterpreter,
  requestOf,
} from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter => ({
  row: (row) => {
    const line = lineOf(row)
    const description = Row.text(row, "description")
    const yearAmounts = YearAmount.all(row)
    if (line === undefined) return undefined
    const amounts: Record<string, string> = {}
    for (const amount of yearAmounts) {
      amounts[amount.year] = amount.text
      context.count(line.direction, amount)
    }
    const event =
      description === undefined
        ? ({ _tag: "EstimatePosted", line, amounts } as const)
        : ({ _tag: "EstimatePosted", line, amounts, description } as const)
    return requestOf(context, {
      line: row.line,
      decide: Estimate.post(event),
      event,
      former: (ids) =>
        ids.row([
          ...fieldsOf(line),
          description ?? "",
          ...yearAmounts.map(({ year, text }) => `${year}=${text}`),
        ]),
    })
  },
  end: nothing,
})
