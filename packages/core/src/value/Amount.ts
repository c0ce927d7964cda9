/**
 * The text of an amount in events and files. Apart from `Money`, so that computing does not load the schemas.
 *
 * ```ts
 * Schema.is(Amount.Amount)("1250.00") // => true
 * Schema.is(Amount.Amount)("1250") // => false
 * ```
 */
import * as Schema from "effect/Schema"
import { expects } from "./Problem.ts"

/** An amount as events write it: canonical decimal text, within ±10^12 euro. */
export const Amount = Schema.String.check(
  Schema.isPattern(
    /^(?:-?(?:0|[1-9]\d{0,11})\.\d{2}(?:\d{0,3}[1-9])?|-?1000000000000\.00)$/u,
    expects("amount", "an amount such as 12.50, with two to six decimals"),
  ),
  Schema.isPattern(/^(?!-0\.00$)/u, expects("negativeZero", "0.00, not -0.00")),
).annotate({ identifier: "Amount", description: "Euro, two to six decimals, decimal point" })

/** The text of {@link Amount:var}. */
export type Amount = typeof Amount.Type
