/** The norms of financial equilibrium as JSON: each check with its level, its amount, and what is short. */
import { Money, type Norm } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact } from "./Decimal.ts"

/** One norm held against one year. */
export const Check = Schema.Struct({
  norm: Schema.Literals(["availableBudgetaryResult", "selfFinancingMargin"]),
  level: Schema.Literals(["required", "commitment", "indicator"]),
  year: Schema.Int,
  amount: Exact,
  holds: Schema.Boolean,
  short: Exact,
}).annotate({ identifier: "NormCheck" })

/** All norms at one moment. */
export const Document = Schema.Struct({ norms: Schema.Array(Check) }).annotate({
  identifier: "NormDocument",
  description: "The norms that a plan is held against",
})

/** See {@link Document:var}. */
export type Document = typeof Document.Type

/** The document of checks. */
export const of = (checks: ReadonlyArray<Norm.NormCheck>): Document => ({ norms: checks.map(check) })

/** One check of it. */
export const check = (one: Norm.NormCheck): typeof Check.Type => ({
  norm: one.norm,
  level: one.level,
  year: one.year,
  amount: Money.format(one.amount),
  holds: one.holds,
  short: Money.format(one.short),
})
