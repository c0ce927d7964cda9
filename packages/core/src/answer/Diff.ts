/**
 * What changed between two moments, cell by cell: old, new, the difference, and what caused it.
 *
 * A difference is the postings between the moments, plus what a changed structure reads otherwise (a rule change,
 * told apart from data). Causes and what stays unexplained sum to the difference exactly. A change of an adjustment
 * that states no reason is unexplained. A difference can leave out the money whose condition is not met, or be of that
 * money alone; a condition that is met in between is then a cause of its own.
 */
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import { type FormId, formIds } from "../form/bbc3/index.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Funding from "../rule/Funding.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as Cause from "./Cause.ts"
import * as ChangedCell from "./ChangedCell.ts"
import { type Reading, type Side, stretch } from "./Reading.ts"
import * as Rereading from "./Rereading.ts"

export type { Cause } from "./Cause.ts"
export type { ChangedCell } from "./ChangedCell.ts"
export { type Selection, select } from "./DiffSelection.ts"

/** A difference between two moments. */
export interface Difference {
  readonly from: { readonly position: number; readonly plan: string }
  readonly to: { readonly position: number; readonly plan: string }
  readonly cells: ReadonlyArray<ChangedCell.ChangedCell>
}

/** The difference between two moments, over some forms or all of them. */
export const between = (
  ledger: Ledger.Ledger,
  from: string,
  to: string,
  only: ReadonlyArray<FormId> = formIds,
  conditional: Funding.Reach = "with",
): Result.Result<Difference, Refusal> => {
  const before = side(ledger, from, conditional)
  if (Result.isFailure(before)) return Result.fail(before.failure)
  const after = side(ledger, to, conditional)
  if (Result.isFailure(after)) return Result.fail(after.failure)
  const [a, b] = [before.success, after.success]
  const label = ({ position, plan }: Side) => ({ position, plan: plan.versions.at(-1)?.label ?? "" })
  // Read forwards in time: a difference backwards is the same one turned.
  const isForward = a.position <= b.position
  const [early, late] = isForward ? [a, b] : [b, a]
  const moves = Cause.moves(ledger, stretch({ early, late }), Funding.reads(late.plan, conditional))
  const byForm = only.map((form) => changed(ledger, form, { early, late, moves, conditional }))
  // Not flattened: that takes cell by cell what this takes list by list.
  const none: ReadonlyArray<ChangedCell.ChangedCell> = []
  const cells = none.concat(...byForm)
  return Result.succeed({
    from: label(a),
    to: label(b),
    cells: isForward ? cells : cells.map(ChangedCell.turned),
  })
}

const side = (
  ledger: Ledger.Ledger,
  text: string,
  conditional: Funding.Reach,
): Result.Result<Side, Refusal> => {
  const position = Ledger.moment(ledger, text)
  if (Result.isFailure(position)) return Result.fail(position.failure)
  const plan = Ledger.planAt(ledger, position.success)
  return plan === undefined
    ? Result.fail({ _tag: "PlanNotAdopted" })
    : Result.succeed({
        position: position.success,
        plan,
        balances: Funding.reach(plan, conditional)(Balances.of(ledger.columns, position.success)),
      })
}

const changed = (
  ledger: Ledger.Ledger,
  form: FormId,
  between: Pick<Reading, "early" | "late" | "moves" | "conditional">,
): ReadonlyArray<ChangedCell.ChangedCell> => {
  const { early, late, conditional } = between
  const layout = Ledger.layout(ledger, form, late.plan)
  const earlyLayout = Ledger.layout(ledger, form, early.plan)
  const shown = new Set([...Ledger.yearsShown(form, early.plan), ...Ledger.yearsShown(form, late.plan)])
  const reading: Reading = { ledger, layout, span: Year.list(late.plan.years), shown, ...between }
  return layout === earlyLayout && conditional === "with"
    ? moved(reading)
    : Rereading.changed(reading, earlyLayout)
}

// Under one layout a difference is the postings in between, so only the cells that they move are looked at.
const moved = ({
  ledger,
  early,
  layout,
  span,
  shown,
  moves,
}: Reading): ReadonlyArray<ChangedCell.ChangedCell> => {
  const between = Cause.shares(ledger.columns, layout, span, moves)
  if (!between.some((shares) => shares !== undefined)) return []
  const then = Statement.table(layout, early.balances, span)
  const out: Array<ChangedCell.ChangedCell> = []
  for (const { index } of layout.rows) {
    for (let at = 0; at < span.length; at++) {
      const year = span[at] as Year.Year
      const shares = between[index * span.length + at]
      if (shares === undefined || !shown.has(year)) continue
      const delta = ChangedCell.total(shares)
      if (delta === 0n) continue
      const old = then[index * span.length + at] ?? 0n
      out.push(ChangedCell.of(layout, { row: index, year, old, delta }, shares))
    }
  }
  return out
}
