/** Indexation rules (indexering): one row, one rule, applied in the order of the file. */
import { type BudgetEvent, Indexation } from "@grootboek/core"
import * as Direction from "../cell/Direction.ts"
import * as Numbers from "../cell/Numbers.ts"
import * as Row from "../cell/Row.ts"
import { optional, perRow, type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const rule = ruleOf(row)
    const lines = selectionOf(row)
    const until = Row.value(row, "until") === "" ? undefined : Row.year(row, "until")
    const text = Row.text(row, "explanation")
    if (rule === undefined) return undefined
    const asked: Indexation.Indexation = {
      rule,
      lines,
      reason: { class: "index", ...(text === undefined ? {} : { text }) },
      ...(until === undefined ? {} : { until }),
    }
    return requestOf(context, {
      line: row.line,
      decide: Indexation.apply(asked),
      identity: { request: "indexation", ...asked },
      former: (ids) => ids.row(["indexation", asked]),
    })
  })

const ruleOf = (row: Row.DecodedRow): BudgetEvent.IndexRule | undefined => {
  const baseYear = Row.year(row, "baseYear")
  if (Row.value(row, "series") === "") {
    const percent = Row.percent(row, "percent")
    return baseYear === undefined || percent === undefined
      ? undefined
      : { _tag: "FixedRate", percent, baseYear }
  }
  const series = Row.code(row, "series")
  const baseMonth = monthOf(row)
  const values = indexFiguresOf(row)
  return baseYear === undefined || series === undefined || baseMonth === undefined
    ? undefined
    : { _tag: "IndexSeries", series, baseMonth, baseYear, values }
}

const selectionOf = (row: Row.DecodedRow): Indexation.LineSelection => {
  const direction = Row.value(row, "direction") === "" ? undefined : Direction.of(row, "direction")
  const some = (field: string) => {
    const codes = Row.codes(row, field)
    return codes.length === 0 ? undefined : codes
  }
  const [policyItems, actions, sectors] = [some("policyItems"), some("actions"), some("sectors")]
  return {
    accounts: Row.accounts(row, "accounts"),
    ...optional({ direction, policyItems, actions, sectors }),
  }
}

const monthOf = (row: Row.DecodedRow): string | undefined => {
  const text = Row.value(row, "baseMonth")
  return isMonth(text) ? text : row.report({ _tag: "NotADay", value: text }, Row.columnOf(row, "baseMonth"))
}

/** Index figures, `2025-12=135,20 2026-12=138,10`. */
const indexFiguresOf = (row: Row.DecodedRow): Readonly<Record<string, string>> => {
  const out: Record<string, string> = {}
  for (const pair of Row.value(row, "values").split(/\s+/)) {
    if (pair === "") continue
    const [at = "", figure = ""] = pair.split("=")
    const value = Numbers.quantity(figure)
    if (isMonth(at) && value !== undefined) out[at] = value
    else row.report({ _tag: "NotANumber", value: pair }, Row.columnOf(row, "values"))
  }
  return out
}

const isMonth = (text: string): boolean => /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(text)
