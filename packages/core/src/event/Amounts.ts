/** Amounts by year, as events state them. */
import * as Schema from "effect/Schema"
import { Amount } from "../value/Amount.ts"
import { expects } from "../value/Problem.ts"

/** A change per year: `{ "2026": "21000.00" }`. */
export const Amounts = Schema.Record(
  Schema.String.check(Schema.isPattern(/^(?:19|20|21)\d\d$/u, expects("year", "a year"))),
  Amount,
).annotate({
  identifier: "Amounts",
})

/** See {@link Amounts:var}. */
export type Amounts = typeof Amounts.Type
