/** A percentage as text. Apart from `Rate`, so that whoever only reads a journal need not load what computes with it. */
import * as Schema from "effect/Schema"

/** A percentage as decimal text: `15`, `2.5`, `33.333333`. */
export const Percent = Schema.String.check(
  Schema.isPattern(/^(?:0|[1-9]\d{0,5})(?:\.\d{1,12})?$/u, { expected: "a percentage such as 15 or 2.5" }),
).annotate({ identifier: "Percent", description: "Percentage, decimal point, never negative" })

/** The text of {@link Percent}. */
export type Percent = typeof Percent.Type
