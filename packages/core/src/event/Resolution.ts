/** Why something was recorded: a decision of a governing body, and the reason for a change. */
import * as Schema from "effect/Schema"
import { Code, Text } from "../value/BudgetLine.ts"
import { Day } from "../value/Year.ts"

/** A decision of a governing body (besluit): body, day, reference. Never the name of a person. */
export const Resolution = Schema.Struct({
  body: Code,
  date: Day,
  reference: Schema.optionalKey(Code),
}).annotate({ identifier: "Resolution" })

/** See {@link Resolution:var}. */
export type Resolution = typeof Resolution.Type

/** Why an amount changed: resultaat, indexering, timing, verschuiving, subsidie, correctie. */
export const ReasonClass = Schema.Literals([
  "result",
  "index",
  "timing",
  "transfer",
  "subsidy",
  "correction",
]).annotate({ identifier: "ReasonClass" })

/** See {@link ReasonClass:var}. */
export type ReasonClass = typeof ReasonClass.Type

/** A reason (reden) with its explanation (toelichting). */
export const Reason = Schema.Struct({ class: ReasonClass, text: Schema.optionalKey(Text) }).annotate({
  identifier: "Reason",
})

/** See {@link Reason:var}. */
export type Reason = typeof Reason.Type
