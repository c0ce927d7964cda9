/** What an adjustment changes, and the totals that it keeps. */
import * as Schema from "effect/Schema"
import { BudgetLine, Text } from "../value/BudgetLine.ts"
import { Amounts } from "./Amounts.ts"
import { Reason } from "./Resolution.ts"

/** One change of an adjustment; unexplained without a reason. `row` is its line in the source file. */
export const Change = Schema.Struct({
  line: BudgetLine,
  amounts: Amounts,
  reason: Schema.optionalKey(Reason),
  description: Schema.optionalKey(Text),
  row: Schema.optionalKey(Schema.Int),
}).annotate({ identifier: "Change" })

/** See {@link Change:var}. */
export type Change = typeof Change.Type

/**
 * The neutrality of an adjustment: receipts less expenditure are unchanged per year, or per year and action or
 * section.
 */
export const Neutrality = Schema.Literals(["year", "action", "section"]).annotate({
  identifier: "Neutrality",
})

/** See {@link Neutrality:var}. */
export type Neutrality = typeof Neutrality.Type
