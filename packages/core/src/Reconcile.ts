/**
 * A published table held against the ledger: every cell, equal or not, and why a figure is not the plain rounding.
 *
 * A difference within what rounding can do is told from one that is not: a cell that sums n rounded figures can be
 * off by ⌊(n + 1) / 2⌋ units and no more.
 */
import * as Result from "effect/Result"
import * as Address from "./Address.ts"
import type { FormId } from "./forms/index.ts"
import type { Layout } from "./Layout.ts"
import * as Ledger from "./Ledger.ts"
import * as Money from "./Money.ts"
import type { Refusal } from "./Refusal.ts"
import type * as Statement from "./Statement.ts"
import type { Year } from "./Year.ts"

/** One figure of a published table, with where it was printed. */
export interface PublishedCell {
  readonly section: string
  readonly code: string
  readonly year: Year
  readonly amount: Money.Money
  readonly line: number
  readonly column: string
}

/** What was found of one published figure. */
export interface Comparison {
  readonly cell: PublishedCell
  /** `equal`; `rounding`: off by what rounding can do; `error`: off by more; `missing`: the form has no such cell. */
  readonly outcome: "equal" | "rounding" | "error" | "missing"
  readonly printed: Money.Money | undefined
  readonly exact: Money.Money | undefined
  /** What rounding the exact amount by itself would print, where that differs from what is printed. */
  readonly roundsTo: Money.Money | undefined
  readonly difference: Money.Money
  /** The most that rounding alone can make this cell differ by. */
  readonly tolerance: Money.Money
}

/** A published table reconciled. */
export interface Reconciliation {
  readonly form: string
  readonly at: Statement.Statement["at"]
  readonly comparisons: ReadonlyArray<Comparison>
  readonly counts: Readonly<Record<Comparison["outcome"], number>>
}

/** Compares published figures with a form at a moment. */
export const table = (
  ledger: Ledger.Ledger,
  form: FormId,
  published: ReadonlyArray<PublishedCell>,
  options: { readonly at?: string | undefined; readonly policy?: Statement.Policy } = {},
): Result.Result<Reconciliation, Refusal> => {
  const statement = Ledger.statement(ledger, form, options)
  if (Result.isFailure(statement)) return Result.fail(statement.failure)
  const plan = Ledger.planAt(ledger, statement.success.at.position)
  if (plan === undefined) return Result.fail({ _tag: "PlanNotAdopted" })
  const layout = Ledger.layout(ledger, form, plan)
  const rows = new Map(statement.success.rows.map((row, index) => [Address.format(row).toLowerCase(), index]))
  const comparisons = published.map((cell): Comparison => {
    const index = rows.get(Address.format(cell).toLowerCase())
    const found =
      index === undefined
        ? undefined
        : statement.success.rows[index]?.cells.find((one) => one.year === cell.year)
    if (index === undefined || found === undefined) {
      return {
        cell,
        outcome: "missing",
        printed: undefined,
        exact: undefined,
        roundsTo: undefined,
        difference: cell.amount,
        tolerance: Money.zero,
      }
    }
    const difference = Money.subtract(cell.amount, found.printed)
    const tolerance = Money.ofMicros(
      BigInt(Math.floor((width(layout, index) + 1) / 2)) * 10n ** BigInt(6 - layout.form.decimals),
    )
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
    }
  })
  const count = (outcome: Comparison["outcome"]) =>
    comparisons.filter((one) => one.outcome === outcome).length
  return Result.succeed({
    form: layout.form.id,
    at: statement.success.at,
    comparisons,
    counts: {
      equal: count("equal"),
      rounding: count("rounding"),
      error: count("error"),
      missing: count("missing"),
    },
  })
}

/** How many rounded figures a row sums: its direct terms, and the row of the year before. */
export const width = (layout: Layout, index: number): number => {
  const row = layout.rows[index]
  return (row?.terms.length ?? 0) + (row?.previousYear === undefined ? 0 : 1)
}
