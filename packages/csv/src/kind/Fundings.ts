/** Sources and conditions of lines, conditions judged, actions stopped, and exceptions to the overhead rule. */
import { type BudgetEvent, Funding, Overhead, Stop } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as Words from "../cell/Words.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import {
  lineOf,
  optional,
  perFile,
  perRow,
  type RowContext,
  type RowInterpreter,
  requestOf,
} from "./RowInterpreter.ts"

/** Sources of money of lines (financieringsbronnen): all rows are one request. */
export const funding = (context: RowContext): RowInterpreter =>
  perFile(
    context,
    (row): BudgetEvent.Funding | undefined => {
      const line = lineOf(row)
      const source = Row.word(row, "source", sources)
      const condition = Row.codeOrBlank(row, "condition")
      if (line === undefined || source === undefined || condition === undefined) return undefined
      return { line, ...optional({ source, condition }) }
    },
    (lines, rows) => ({
      decide: Funding.assign(lines, rows),
      event: { _tag: "FundingAssigned", lines },
      former: (ids) => ids.file(["funding", lines]),
    }),
  )

/** Conditions judged (voorwaarden): a row is a judgment. */
export const judgments = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const condition = Row.code(row, "condition")
    const met = Row.word(row, "met", Words.yesNo)
    const date = Row.day(row, "date")
    const text = Row.text(row, "explanation")
    if (condition === undefined || met === undefined || date === undefined) return undefined
    const facts = { condition, met, date, ...(text === undefined ? {} : { text }) }
    return requestOf(context, {
      line: row.line,
      decide: Funding.judge(facts),
      event: { _tag: "ConditionJudged", ...facts },
      former: (ids) => ids.row(["judgment", facts]),
    })
  })

/** Stops (stopzettingen): a row is an action that stops. */
export const stops = (context: RowContext): RowInterpreter =>
  perRow((row) => {
    const action = Row.code(row, "action")
    const lastDay = Row.day(row, "lastDay")
    const reason = Row.word(row, "reason", Words.reasons)
    const text = Row.text(row, "explanation")
    if (action === undefined || lastDay === undefined || reason === undefined) return undefined
    return requestOf(context, {
      line: row.line,
      decide: Stop.after(action, lastDay, { class: reason, ...(text === undefined ? {} : { text }) }),
      identity: { request: "stop", action, lastDay },
      former: (ids) => ids.row(["stop", action, lastDay]),
    })
  })

/** Exceptions to the overhead rule (uitzonderingen): all rows together replace the earlier ones. */
export const exceptions = (context: RowContext): RowInterpreter =>
  perFile(
    context,
    (row): BudgetEvent.OverheadException | undefined => {
      const action = Row.code(row, "action")
      const kind = Row.word(row, "exception", exceptionKinds)
      const percent = Row.value(row, "percent") === "" ? "" : Row.percent(row, "percent")
      const reference = Row.text(row, "reference")
      const amounts = YearAmount.byYear(YearAmount.all(row))
      if (reference === undefined) return Row.empty(row, "reference")
      if (action === undefined || kind === undefined || percent === undefined) return undefined
      if (kind === "RealCost") return { _tag: kind, action, amounts, reference }
      const stated = Object.keys(amounts).length === 0 ? undefined : amounts
      return { _tag: kind, action, reference, ...optional({ percent, amounts: stated }) }
    },
    (list) => ({
      decide: Overhead.except(list),
      identity: { request: "exceptions", list },
      former: (ids) => ids.file(["exceptions", list]),
    }),
  )

const exceptionKinds: ReadonlyMap<string, BudgetEvent.OverheadException["_tag"]> = new Map([
  ["wettelijk maximum", "LegalMaximum"],
  ["werkelijke kost", "RealCost"],
  ["hoger aandeel", "HigherShare"],
])

const sources: ReadonlyMap<string, BudgetEvent.FundingSource | ""> = new Map([
  ["", ""],
  ...Object.values(Funding.dutch).map((word): [string, BudgetEvent.FundingSource | ""] => [
    word.toLowerCase(),
    Funding.sourcesOf(word).sources[0] ?? "",
  ]),
])
