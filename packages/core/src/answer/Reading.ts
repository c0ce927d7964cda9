/** A form read at two moments, an earlier and a later one: what its cells are compared under. */
import type * as Balances from "../fold/Balances.ts"
import type { Layout } from "../form/Layout.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import type * as Trail from "../ledger/Trail.ts"
import type * as Funding from "../rule/Funding.ts"
import type { Plan } from "../rule/Plan.ts"
import type * as Year from "../value/Year.ts"
import type { Move } from "./Cause.ts"

/** One of the two moments. */
export interface Side {
  readonly position: number
  readonly plan: Plan
  readonly balances: Balances.Balances
}

/** What the cells of a form are compared under. */
export interface Reading {
  readonly ledger: Ledger.Ledger
  readonly early: Side
  readonly late: Side
  readonly layout: Layout
  readonly span: ReadonlyArray<Year.Year>
  readonly shown: ReadonlySet<Year.Year>
  /** What was posted in between. */
  readonly moves: ReadonlyArray<Move>
  readonly conditional: Funding.Reach
}

/** The entries in between. */
export const stretch = ({ early, late }: Pick<Reading, "early" | "late">): Trail.Stretch => ({
  after: early.position,
  until: late.position,
})
