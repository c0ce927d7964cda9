/** Budget lines (ramingen): one row, one estimate of a line in one or more years. */
import { type BudgetEvent, Estimate } from "@grootboek/core"
import { EstimateWriter } from "@grootboek/core/codec"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import * as KnownLines from "./KnownLines.ts"
import { fieldsOf, perRow, type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter => {
  const lineOf = KnownLines.start()
  return perRow((row) => {
    const line = lineOf(row)
    const description = Row.text(row, "description")
    const plain = YearAmount.plain(row)
    const all = plain === undefined ? YearAmount.all(row) : []
    if (line === undefined) return undefined
    const event =
      plain === undefined
        ? stated({ line, description, amounts: YearAmount.byYear(all) })
        : EstimateWriter.event({ line, description, years: plain.years, micros: plain.micros })
    for (const { year, micros } of all) context.count(line.direction, year, micros)
    if (plain !== undefined)
      for (let at = 0; at < plain.years.length; at++)
        context.count(line.direction, plain.years[at] as number, plain.micros[at] as number)
    return requestOf(context, {
      line: row.line,
      event,
      decide: Estimate.post(event),
      former: (ids) =>
        ids.row([
          ...fieldsOf(line),
          description ?? "",
          ...Object.entries(event.amounts).map(([year, text]) => `${year}=${text}`),
        ]),
    })
  })
}

const stated = ({
  description,
  ...facts
}: Omit<Estimated, "_tag" | "description"> & { readonly description: string | undefined }): Estimated =>
  description === undefined
    ? { _tag: "EstimatePosted", ...facts }
    : { _tag: "EstimatePosted", ...facts, description }

type Estimated = BudgetEvent.Of<"EstimatePosted">
