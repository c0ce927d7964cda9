/** Indexation rules (indexering): one row, one rule, applied in the order of the file. */
import { type BudgetEvent, Canonical, Indexation } from "@grootboek/core"
import { type Context, type Interpreter, nothing, sourceOf } from "./RowInterpreter.ts"
import * as Row from "../cell/Row.ts"
import * as Values from "../cell/Values.ts"

export const interpret = (context: Context): Interpreter => ({
  row: (row) => {
    const rule = ruleOf(row)
    const lines = selectionOf(row)
    const until = Row.value(row, "until") === "" ? undefined : Row.year(row, "until")
    const text = Row.text(row, "explanation")
    if (rule === undefined) return undefined
    const asked: Indexation.Asked = {
      rule,
      lines,
      reason: { class: "index", ...(text === undefined ? {} : { text }) },
      ...(until === undefined ? {} : { until }),
    }
    return {
      id: context.names.row(["indexation", Canonical.stringify(asked)]),
      decide: Indexation.apply(asked),
      source: sourceOf(context, row.line),
    }
  },
  end: nothing,
})

const ruleOf = (row: Row.Row): BudgetEvent.IndexRule | undefined => {
  const baseYear = Row.year(row, "baseYear")
  if (Row.value(row, "series") === "") {
    const percent = Row.percent(row, "percent")
    return baseYear === undefined || percent === undefined
      ? undefined
      : { _tag: "FixedRate", percent, baseYear }
  }
  const series = Row.code(row, "series")
  const baseMonth = Values.month(row, "baseMonth")
  const values = Values.indexFigures(row, "values")
  return baseYear === undefined || series === undefined || baseMonth === undefined
    ? undefined
    : { _tag: "IndexSeries", series, baseMonth, baseYear, values }
}

const selectionOf = (row: Row.Row): Indexation.Selection => {
  const direction = Row.value(row, "direction") === "" ? undefined : Row.direction(row, "direction")
  const some = (field: string) => {
    const codes = Row.codes(row, field)
    return codes.length === 0 ? undefined : codes
  }
  const [policyItems, actions, sectors] = [some("policyItems"), some("actions"), some("sectors")]
  return {
    accounts: Values.accounts(row, "accounts"),
    ...(direction === undefined ? {} : { direction }),
    ...(policyItems === undefined ? {} : { policyItems }),
    ...(actions === undefined ? {} : { actions }),
    ...(sectors === undefined ? {} : { sectors }),
  }
}
