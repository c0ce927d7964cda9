/** A plan adjustment (aanpassing van het meerjarenplan): the rows of a file are the changes of one decision. */
import { Adjustment, type BudgetEvent } from "@grootboek/core"
import { type Context, type Interpreter, lineOf } from "./RowInterpreter.ts"
import * as Row from "../cell/Row.ts"

/** Reden, as files write it. Blank counts as unexplained. */
const reasons: ReadonlyMap<string, BudgetEvent.ReasonClass | ""> = new Map([
  ["", ""],
  ["resultaat", "result"],
  ["indexering", "index"],
  ["timing", "timing"],
  ["verschuiving", "transfer"],
  ["subsidie", "subsidy"],
  ["correctie", "correction"],
])

/** The Dutch word for a reason. */
export const reasonWord = (reason: BudgetEvent.ReasonClass): string =>
  [...reasons].find(([, known]) => known === reason)?.[0] ?? ""

export const interpret = (context: Context): Interpreter => {
  const changes: Array<BudgetEvent.Change> = []
  return {
    row: (row) => {
      const line = lineOf(row)
      const words = Row.text(row, "description")
      const reason = Row.word(row, "reason", reasons)
      const explanation = Row.text(row, "explanation")
      const figures = Row.figures(row)
      if (line === undefined || reason === undefined) return undefined
      for (const figure of figures) context.count(line.direction, figure)
      // An explanation without a reason explains nothing that can be counted, but it is kept.
      const description =
        reason === "" ? [words, explanation].filter((text) => text !== undefined).join(" · ") : (words ?? "")
      changes.push({
        line,
        amounts: Object.fromEntries(figures.map(({ year, text }) => [year, text])),
        ...(reason === ""
          ? {}
          : { reason: { class: reason, ...(explanation === undefined ? {} : { text: explanation }) } }),
        ...(description === "" ? {} : { description }),
        row: row.line,
      })
      return undefined
    },
    end: () => {
      if (changes.length === 0) return []
      const facts = { ...context.adjustment, plan: context.plan, changes }
      return [
        {
          // The label is the id: the same adjustment with other content is a conflict, not a second adjustment.
          id: context.names.file(),
          decide: Adjustment.adopt(facts),
          event: { _tag: "PlanAdjusted", ...facts },
          source: context.source,
        },
      ]
    },
  }
}
