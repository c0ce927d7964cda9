/** The norms of financial equilibrium and the board's own pledges as JSON: each check with its level, its amount, and what is short. */
import { Money, type Norm } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"

/** One norm held against one year. */
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
  /** What the amount is held against. */
  bound: Exact,
  /** The action that it is about, where it is about one. */
  action: Schema.NullOr(Schema.String),
  /** What the bound was computed from: the wage cost, the gross wages. */
  base: Schema.NullOr(Exact),
  /** Where the board pledged it. */
  reference: Schema.NullOr(Schema.String),
}).annotate({ identifier: "NormCheck" })

/** All norms at one moment. */
export const NormDocument = Schema.Struct({ norms: Schema.Array(Check) }).annotate({
  identifier: "NormDocument",
  description: "The norms that a plan is held against",
})

/** See {@link NormDocument:var}. */
export type NormDocument = typeof NormDocument.Type

/** The document of checks. */
export const of = (checks: ReadonlyArray<Norm.NormCheck>): NormDocument => ({ norms: checks.map(check) })

/** One check of it. */
export const check = (one: Norm.NormCheck): typeof Check.Type => ({
  norm: one.norm,
  level: one.level,
  year: one.year,
  amount: Money.format(one.amount),
  holds: one.holds,
  short: Money.format(one.short),
  bound: Money.format(one.bound),
  action: one.action ?? null,
  base: one.base === undefined ? null : Money.format(one.base),
  reference: one.reference ?? null,
})
