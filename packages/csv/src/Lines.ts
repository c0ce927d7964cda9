/** Budget lines (ramingen): one row, one estimate of a line in one or more years. */
import { Estimate, Money } from "@grootboek/core"
import { type Context, fieldsOf, type Interpreter, lineOf, nothing, sourceOf } from "./Interpreter.ts"
import * as Row from "./Row.ts"

export const interpret = (context: Context): Interpreter => ({
  row: (row) => {
    const line = lineOf(row)
    const description = Row.text(row, "description")
    const amounts: Record<string, string> = {}
    const fields: Array<string> = []
    const found = Row.amounts(row)
    for (const [year, amount] of found) {
      const text = Money.format(amount)
      amounts[year] = text
      fields.push(`${year}=${text}`)
    }
    if (line === undefined) return undefined
    for (const [year, amount] of found) context.count(line.direction, year, amount)
    const facts = { line, amounts, ...(description === undefined ? {} : { description }) }
    return {
      id: context.names.row([...fieldsOf(line), description ?? "", ...fields]),
      decide: Estimate.post(facts),
      event: { _tag: "EstimatePosted", ...facts },
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})
