/** Amounts in JSON documents: decimal texts, because a JSON number would be read as a float. */
import * as Schema from "effect/Schema"

/** Exact euro: two to six decimals, `2744734.25`. */
export const Exact = Schema.String.check(
  Schema.isPattern(/^-?(?:0|[1-9]\d*)\.\d{2}(?:\d{0,3}[1-9])?$/u, {
    expected: "an exact amount such as 12.50",
  }),
).annotate({ identifier: "Exact", description: "Euro, exact: two to six decimals" })

/** Euro as a form prints it: whole, or with two decimals. */
export const Printed = Schema.String.check(
  Schema.isPattern(/^-?(?:0|[1-9]\d*)(?:\.\d{2})?$/u, { expected: "a printed figure such as 2744734" }),
).annotate({ identifier: "Printed", description: "Euro as printed: whole, or with cents" })

/** The unexplained amount: `0` when everything is explained. */
export const Unexplained = Schema.Union([Schema.Literal("0"), Exact]).annotate({ identifier: "Unexplained" })
