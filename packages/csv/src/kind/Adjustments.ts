/** A plan adjustment (aanpassing van het meerjarenplan): the rows of a file are the changes of one decision. */
import { Adjustment, type BudgetEvent, type Decision, type Journal } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as Words from "../cell/Words.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import * as FormerIds from "./FormerIds.ts"
import * as RowIds from "./RowIds.ts"
import { lineOf, type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

/** A blank reason is counted as unexplained. */
const reasons: ReadonlyMap<string, BudgetEvent.ReasonClass | ""> = new Map([["", ""], ...Words.reasons])

export const interpret = (context: RowContext): RowInterpreter => {
  const changes: Array<BudgetEvent.Change> = []
  return {
    row: (row) => {
      const line = lineOf(row)
      const description = Row.text(row, "description")
      const reason = Row.word(row, "reason", reasons)
      const explanation = Row.text(row, "explanation")
      const amounts = YearAmount.all(row)
      if (line === undefined || reason === undefined) return undefined
      for (const amount of amounts) context.count(line.direction, amount.year, amount.micros)
      // An explanation without a reason is kept in the description.
      const texts = reason === "" ? [description, explanation] : [description]
      const described = texts.filter((text) => text !== undefined).join(" · ")
      changes.push({
        line,
        amounts: YearAmount.byYear(amounts),
        ...(reason === ""
          ? {}
          : { reason: { class: reason, ...(explanation === undefined ? {} : { text: explanation }) } }),
        ...(described === "" ? {} : { description: described }),
        row: row.line,
      })
      return undefined
    },
    end: () => {
      if (changes.length === 0) return []
      const facts = { ...context.adjustment, plan: context.plan, changes }
      return [adjustmentOf(facts, context)]
    },
  }
}

/** Returns the request of an adjustment whose changes were computed, with the same id as that of its file. */
export const request = (
  facts: Facts,
  { sha256, source }: { readonly sha256: Journal.Sha256; readonly source: Journal.Source },
): Decision.Request => {
  const { plan } = facts
  const formerIds = FormerIds.start({ kind: "adjustment", plan, sha256 })
  return adjustmentOf(facts, { source, ids: RowIds.start(plan, sha256), formerIds })
}

type Facts = Omit<BudgetEvent.Of<"PlanAdjusted">, "_tag">

const adjustmentOf = (
  facts: Facts,
  context: Pick<RowContext, "source" | "ids" | "formerIds">,
): Decision.Request =>
  requestOf(context, {
    line: undefined,
    decide: Adjustment.adopt(facts),
    event: { _tag: "PlanAdjusted", ...facts },
    // The label identifies it: the same adjustment with other content is a conflict, not a second adjustment.
    identity: { request: "adjustment", plan: facts.plan },
    former: (ids) => ids.file([]),
  })
