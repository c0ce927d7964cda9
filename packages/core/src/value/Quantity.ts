/** Numbers that are not amounts, as decimal text. Apart from `Rate`, so that reading a journal does not load decimal.js. */
import * as Schema from "effect/Schema"
import { expects } from "./Problem.ts"

/** A number as decimal text: full-time equivalents, an index, inhabitants. */
export const Quantity = Schema.String.check(
  Schema.isPattern(
    /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/u,
    expects("quantity", "a number such as 15 or 2.5"),
  ),
).annotate({ identifier: "Quantity" })

/** A percentage as decimal text: `15`, `2.5`, `33.333333`. */
export const Percent = Schema.String.check(
  Schema.isPattern(
    /^(?:0|[1-9]\d{0,5})(?:\.\d{1,12})?$/u,
    expects("percentage", "a percentage such as 15 or 2.5"),
  ),
).annotate({ identifier: "Percent", description: "Percentage, decimal point, never negative" })

/** The text of {@link Percent}. */
export type Percent = typeof Percent.Type
