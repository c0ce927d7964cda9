/**
 * The reconciliation of a published table with the ledger: every figure, equal or not, and why it differs from plain
 * rounding.
 *
 * It separates differences within the rounding tolerance from errors, names the rounding policies that give the
 * published figure, and lists the figures that cannot all be right.
 *
 * ```ts
 * const cell = { section: "Budgettair resultaat", code: "VII", year: 2026, line: 2, column: "2026" }
 * const table = { form: "M2", cells: [{ ...cell, amount: Money.from("100.00") }] } as const
 * Result.getOrThrow(Reconcile.table(ledger, table)).counts // => { equal: 1, rounding: 0, error: 0, missing: 0 }
 * ```
 */

import * as Result from "effect/Result"
import type { FormId } from "../form/bbc3/index.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Consistency from "./Consistency.ts"
import * as IdentityCheck from "./IdentityCheck.ts"
import * as Published from "./Published.ts"

export type { PublishedCell } from "./Published.ts"

/** The result for one published figure. */
export interface Comparison {
  readonly cell: Published.PublishedCell
  /**
   * `equal`; `rounding`: the difference is within the tolerance; `error`: it is not; `missing`: the form has no such
   * cell.
   */
  readonly outcome: "equal" | "rounding" | "error" | "missing"
  readonly printed: Money.Money | undefined
  readonly exact: Money.Money | undefined
  /** The exact amount rounded alone, where it differs from the printed figure. */
  readonly roundsTo: Money.Money | undefined
  readonly difference: Money.Money
  /** The largest difference that rounding alone can cause in this cell. */
  readonly tolerance: Money.Money
  /** The rounding policies that give the published figure; none when the amounts differ. */
  readonly policies: ReadonlyArray<Statement.Policy>
  /** Why the form has no such cell, with similar rows. */
  readonly refusal: Refusal | undefined
}

/** A published table, reconciled. */
export interface Reconciliation {
  readonly form: FormId
  readonly at: Statement.Statement["at"]
  readonly policy: Statement.Policy
  readonly comparisons: ReadonlyArray<Comparison>
  readonly counts: Readonly<Record<Comparison["outcome"], number>>
  /** The number of figures that each policy gives. The policy that gives all figures is the one of the table. */
  readonly printedBy: Readonly<Record<Statement.Policy, number>>
  /** The consistency of the table alone: the figures of a broken identity cannot all be right. */
  readonly itself: Consistency.ConsistencyReport
}

/** Compares the figures of a published table with a form. */
export const table = (
  ledger: Ledger.Ledger,
  { form, cells: published }: Published.PublishedTable,
  options: Ledger.QuestionOptions = {},
): Result.Result<Reconciliation, Refusal> => {
  const { policy = "form" } = options
  const asked = Ledger.statement(ledger, form, { ...options, policy })
  if (Result.isFailure(asked)) return Result.fail(asked.failure)
  const statement = asked.success
  // A statement implies a plan.
  const plan = Ledger.planAt(ledger, statement.at.position) as Plan
  const layout = Ledger.layout(ledger, form, plan)
  const readings = Statement.policies.map((way) => {
    const reading = way === policy ? asked : Ledger.statement(ledger, form, { ...options, policy: way })
    return { way, rows: Result.getOrThrow(reading).rows }
  })
  const rowOf = Published.finder(layout)
  const comparisons = published.map((cell): Comparison => {
    const row = rowOf(cell)
    if (Result.isFailure(row)) return missing(cell, row.failure)
    const column = statement.years.indexOf(cell.year)
    const found = cellAt(statement.rows, row.success, column)
    if (found === undefined)
      return missing(cell, { _tag: "YearNotShown", form, year: cell.year, years: statement.years })
    const difference = Money.subtract(cell.amount, found.printed)
    const tolerance = toleranceAt(statement, row.success, column)
    const alone = Money.round(found.exact, layout.form.decimals)
    return {
      cell,
      outcome: difference === 0n ? "equal" : Money.abs(difference) <= tolerance ? "rounding" : "error",
      printed: found.printed,
      exact: found.exact,
      roundsTo: alone === found.printed ? undefined : alone,
      difference,
      tolerance,
      policies: readings
        .filter(({ rows }) => cellAt(rows, row.success, column)?.printed === cell.amount)
        .map(({ way }) => way),
      refusal: undefined,
    }
  })
  const count = (outcome: Comparison["outcome"]) =>
    comparisons.filter((one) => one.outcome === outcome).length
  const by = (way: Statement.Policy) => comparisons.filter(({ policies }) => policies.includes(way)).length
  const placed = comparisons.filter(({ outcome }) => outcome !== "missing").map(({ cell }) => cell)
  return Result.succeed({
    form,
    at: statement.at,
    policy,
    comparisons,
    counts: {
      equal: count("equal"),
      rounding: count("rounding"),
      error: count("error"),
      missing: count("missing"),
    },
    printedBy: { form: by("form"), exact: by("exact"), rows: by("rows") },
    itself: Result.getOrElse(
      Consistency.check([{ form, cells: placed }], plan.structure, { by: "range" }),
      () => Consistency.nothing,
    ),
  })
}

const cellAt = (
  rows: Statement.Statement["rows"],
  row: number,
  column: number,
): Statement.StatementCell | undefined => rows[row]?.cells[column]

// An amount of exactly zero rounds to zero, so it does not widen the tolerance.
const toleranceAt = ({ rows, decimals }: Statement.Statement, index: number, column: number): Money.Money => {
  const unit = Money.unit(decimals)
  const rounded = (rows[index]?.sum?.terms ?? []).filter(
    ({ row, lag }) => (cellAt(rows, row, column - lag)?.exact ?? 0n) !== 0n,
  )
  return IdentityCheck.toleranceOf(unit, new Array<bigint>(rounded.length).fill(unit))
}

const missing = (cell: Published.PublishedCell, refusal: Refusal): Comparison => ({
  cell,
  outcome: "missing",
  printed: undefined,
  exact: undefined,
  roundsTo: undefined,
  difference: cell.amount,
  tolerance: Money.zero,
  policies: [],
  refusal: { ...refusal, sourceLine: cell.line },
})
