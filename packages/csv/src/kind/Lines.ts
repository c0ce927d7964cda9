/** Budget lines (ramingen): one row, one estimate of a line in one or more years. */
import { Estimate } from "@grootboek/core"
import { type Context, fieldsOf, type Interpreter, lineOf, nothing, sourceOf } from "./RowInterpreter.ts"
import * as Row from "../cell/Row.ts"

export const interpret = (context: Context): Interpreter => ({
  row: (row) => {
    const line = lineOf(row)
    const description = Row.text(row, "description")
    const figures = Row.figures(row)
    if (line === undefined) return undefined
    const fields = fieldsOf(line)
    fields.push(description ?? "")
    const amounts: Record<string, string> = {}
    for (const figure of figures) {
      amounts[figure.year] = figure.text
      fields.push(`${figure.year}=${figure.text}`)
      context.count(line.direction, figure)
    }
    const event =
      description === undefined
        ? ({ _tag: "EstimatePosted", line, amounts } as const)
        : ({ _tag: "EstimatePosted", line, amounts, description } as const)
    return {
      id: context.names.row(fields),
      decide: Estimate.post(event),
      event,
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})
