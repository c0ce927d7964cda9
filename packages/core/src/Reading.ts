/** A form read at two moments, an earlier and a later one: what its cells are compared under. */
import type * as Balances from "./Balances.ts"
import type { Move } from "./Cause.ts"
import type * as Funding from "./Funding.ts"
import type { Layout } from "./Layout.ts"
import type * as Ledger from "./Ledger.ts"
import type { Plan } from "./Plan.ts"
import type * as Trail from "./Trail.ts"
import type * as Year from "./Year.ts"

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
