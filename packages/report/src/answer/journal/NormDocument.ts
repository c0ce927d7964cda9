/** The norms as JSON: each check with its level, its amount and its shortfall. */
import { Norm } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"

export const Check = Schema.Struct({
  norm: Schema.Literals([
    "availableBudgetaryResult",
    "selfFinancingMargin",
    "socialLiability",
    "minimumReserve",
    "secondPillar",
    "budgetNeutrality",
  ]),
  level: Schema.Literals(["required", "commitment", "indicator"]),
  year: Schema.Int,
  amount: Exact,
  holds: Schema.Boolean,
  short: Exact,
  /** The bound that the amount is compared with. */
  bound: Exact,
  /** The action, for a norm of an action. */
  action: Schema.NullOr(Schema.String),
  /** The base of the bound: the wage cost, the gross wages. */
  base: Schema.NullOr(Exact),
  /** The source of the pledge. */
  reference: Schema.NullOr(Schema.String),
  /** Whether receipts exceed expenditure where both should be equal. */
  surplus: Schema.Boolean,
  /** The nodes that are neutral together. */
  goals: Schema.NullOr(Schema.Array(Schema.String)),
  /** The first year, when years count together: `year` is the last. */
  since: Schema.NullOr(Schema.Int),
  /** The nodes without which the norm is read. */
  without: Schema.NullOr(Schema.Array(Schema.String)),
  /** The type of authority for which no text on this norm was found. */
  unknownFor: Schema.NullOr(Schema.String),
}).annotate({ identifier: "NormCheck" })

export const NormDocument = Schema.Struct({ norms: Schema.Array(Check) }).annotate({
  identifier: "NormDocument",
  description: "The norms that a plan is checked against",
})

/** See {@link NormDocument:var}. */
export type NormDocument = typeof NormDocument.Type

export const of = (checks: ReadonlyArray<Norm.NormCheck>): NormDocument => ({ norms: checks.map(check) })

export const check = (one: Norm.NormCheck): typeof Check.Type =>
  Fields.of(Check.fields, { ...one, surplus: Norm.isSurplus(one) })
