/**
 * A published table held against the ledger: every figure, equal or not, and why it is not the plain rounding.
 *
 * A difference within what rounding can do is told from one that is not, the ways of printing that give the published
 * figure are named, and so are the figures that cannot all be right whatever the ledger says.
 */
import * as Result from "effect/Result"
import type { Layout } from "../form/Layout.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Consistency from "./Consistency.ts"
import * as Published from "./Published.ts"

export type { PublishedCell } from "./Published.ts"

/** What was found of one published figure. */
export interface Comparison {
  readonly cell: Published.PublishedCell
  /** `equal`; `rounding`: off by what rounding can do; `error`: off by more; `missing`: the form has no such cell. */
  readonly outcome: "equal" | "rounding" | "error" | "missing"
  readonly printed: Money.Money | undefined
  readonly exact: Money.Money | undefined
  /** What rounding the exact amount by itself would print, where that differs from what is printed. */
  readonly roundsTo: Money.Money | undefined
  readonly difference: Money.Money
  /** The most that rounding alone can make this cell differ by. */
  readonly tolerance: Money.Money
  /** The ways of printing that give the published figure; none where only other amounts could. */
  readonly policies: ReadonlyArray<Statement.Policy>
  /** Why the form has no such cell, with rows that look like it. */
  readonly refusal: Refusal | undefined
}

/** A published table reconciled. */
export interface Reconciliation {
  readonly form: string
  readonly at: Statement.Statement["at"]
  readonly policy: Statement.Policy
  readonly comparisons: ReadonlyArray<Comparison>
  readonly counts: Readonly<Record<Comparison["outcome"], number>>
  /** How many figures each way of printing gives: the one that gives them all is how the table was printed. */
  readonly printedBy: Readonly<Record<Statement.Policy, number>>
  /** What the table says about itself: figures of a broken identity cannot all be right. */
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
  // What was stated had a plan.
  const plan = Ledger.planAt(ledger, statement.at.position) as Plan
  const layout = Ledger.layout(ledger, form, plan)
  const readings = Statement.policies.flatMap((way) => {
    const reading = way === policy ? asked : Ledger.statement(ledger, form, { ...options, policy: way })
    return Result.isSuccess(reading) ? [{ way, rows: reading.success.rows }] : []
  })
  const rowOf = Published.finder(layout)
  const comparisons = published.map((cell): Comparison => {
    const row = rowOf(cell)
    if (Result.isFailure(row)) return missing(cell, row.failure)
    const column = statement.years.indexOf(cell.year)
    const found = statement.rows[row.success]?.cells[column]
    if (found === undefined)
      return missing(cell, { _tag: "YearNotShown", form, year: cell.year, years: statement.years })
    const difference = Money.subtract(cell.amount, found.printed)
    const tolerance = toleranceAt(layout, statement, row.success, column)
    const size = difference < 0n ? -difference : difference
    const alone = Money.round(found.exact, layout.form.decimals)
    return {
      cell,
      outcome: size === 0n ? "equal" : size <= tolerance ? "rounding" : "error",
      printed: found.printed,
      exact: found.exact,
      roundsTo: alone === found.printed ? undefined : alone,
      difference,
      tolerance,
      policies: readings
        .filter(({ rows }) => rows[row.success]?.cells[column]?.printed === cell.amount)
        .map(({ way }) => way),
      refusal: undefined,
    }
  })
  const count = (outcome: Comparison["outcome"]) =>
    comparisons.filter((one) => one.outcome === outcome).length
  const by = (way: Statement.Policy) => comparisons.filter(({ policies }) => policies.includes(way)).length
  const placed = comparisons.filter(({ outcome }) => outcome !== "missing").map(({ cell }) => cell)
  return Result.succeed({
    form: layout.form.id,
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
      Consistency.check([{ form, cells: placed }], plan.structure),
      () => Consistency.nothing,
    ),
  })
}

// What is exactly nothing rounds to itself, so it widens no tolerance.
const toleranceAt = (
  layout: Layout,
  { rows, decimals }: Statement.Statement,
  index: number,
  year: number,
): Money.Money => {
  const unit = Money.unit(decimals)
  const rounded = (layout.rows[index]?.terms ?? []).filter(
    ({ row, lag }) => (rows[row]?.cells[year - lag]?.exact ?? 0n) !== 0n,
  )
  return Consistency.toleranceOf(unit, new Array<bigint>(rounded.length).fill(unit))
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
