/**
 * An identity between printed figures and its outcome: it holds, differs by no more than rounding, or is broken.
 *
 * ```ts
 * const cells = [
 *   { section: "Budgettair resultaat", code: "VII", year: 2026, amount: Money.from("100.00"), line: 2, column: "2026" },
 * ]
 * const tables = Result.getOrThrow(Published.lay([{ form: "M2", cells }]))
 * const row = tables[0]?.layout.rows.find(({ code }) => code === "VII")?.index ?? 0
 * const cell = { table: 0, row, year: 0 }
 * const figure = IdentityCheck.figureAt(tables, cell)
 * figure?.line // => 2
 * Money.format(IdentityCheck.toleranceOf(1_000_000n, [1_000_000n, 1_000_000n])) // => "1.00"
 * if (figure === undefined) throw new Error("no figure")
 * const identity = { kind: "sum", cell, terms: [{ cell, sign: 1 }] } as const
 * const known = { identity, figure, terms: [{ figure, sign: 1, cell }] } as const
 * const difference = IdentityCheck.differenceOf(tables, known)
 * difference.size // => "none"
 * IdentityCheck.of({ ...known, difference }, "unknown").outcome // => "holds"
 * ```
 */

import type * as Identity from "../form/Identity.ts"
import * as Money from "../value/Money.ts"
import type * as PrintingPolicy from "./PrintingPolicy.ts"
import type * as Published from "./Published.ts"

/** An identity between printed figures, checked. */
export interface IdentityCheck {
  readonly kind: Identity.IdentityKind
  readonly figure: Published.PublishedFigure
  readonly terms: ReadonlyArray<{ readonly figure: Published.PublishedFigure; readonly sign: 1 | -1 }>
  /** The sum of the terms as printed. */
  readonly sum: Money.Money
  readonly difference: Money.Money
  /** The largest difference that rounding alone can cause, if printed zeros are exactly zero. */
  readonly tolerance: Money.Money
  readonly outcome: "holds" | "rounding" | "broken"
  /** Whether rounding explains the difference only if printed zeros hide amounts that round to zero. */
  readonly isHidden: boolean
}

/** A figure of a sum, with its cell. */
export interface PlacedTerm {
  readonly figure: Published.PublishedFigure
  readonly sign: 1 | -1
  readonly cell: Identity.CellIndex
}

/** An identity of which every figure is known. */
export interface KnownIdentity {
  readonly identity: Identity.Identity
  readonly figure: Published.PublishedFigure
  readonly terms: ReadonlyArray<PlacedTerm>
}

/** The difference between a figure and the sum of its terms, and whether rounding can be its cause. */
export interface KnownDifference extends Pick<IdentityCheck, "sum" | "difference" | "tolerance"> {
  readonly size: "none" | "tolerated" | "larger"
}

/** Returns the difference between the figure of an identity and the sum of its terms. */
export const differenceOf = (
  tables: ReadonlyArray<Published.LaidTable>,
  { identity, figure, terms }: KnownIdentity,
): KnownDifference => {
  const sum = Money.sum(
    terms.map((term) => (term.sign === 1 ? term.figure.amount : Money.negate(term.figure.amount))),
  )
  const difference = Money.subtract(figure.amount, sum)
  const tolerance = toleranceOf(
    unitOf(tables, identity.cell),
    terms.flatMap(({ cell }) => (isNothing(tables, cell) ? [] : [unitOf(tables, cell)])),
  )
  const size = difference < 0n ? -difference : difference
  return {
    sum,
    difference,
    tolerance,
    size: size === 0n ? "none" : size <= tolerance ? "tolerated" : "larger",
  }
}

/** Returns an identity with its outcome: a difference is broken when no known way of printing allows it. */
export const of = (
  { identity, figure, terms, difference: known }: KnownIdentity & { readonly difference: KnownDifference },
  allowance: PrintingPolicy.Allowance,
): IdentityCheck => {
  const { size, ...found } = known
  const isBroken = allowance === "unknown" ? size === "larger" : allowance === "broken"
  const outcome = size === "none" ? "holds" : isBroken ? "broken" : "rounding"
  return {
    kind: identity.kind,
    figure,
    terms: terms.map(({ figure: term, sign }) => ({ figure: term, sign })),
    ...found,
    outcome,
    isHidden: outcome === "rounding" && allowance === "hidden",
  }
}

/**
 * Returns the largest difference that rounding can cause between a figure and the sum of n rounded figures: ⌊(n + 1) /
 * 2⌋ units, of the coarsest unit when forms print different ones. A zero of a leaf row counts as exactly zero. The
 * proof in `@grootboek/feasibility` does not assume that.
 */
export const toleranceOf = (unit: bigint, units: ReadonlyArray<bigint>): Money.Money => {
  if (units.length === 0) return Money.zero
  const sorted = [unit, ...units].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const [finest = unit, coarsest = unit] = [sorted[0], sorted.at(-1)]
  const half = sorted.reduce((sum, one) => sum + one, 0n) / 2n / finest
  return Money.ofMicros(half * finest > coarsest ? half * finest : coarsest)
}

// A row that adds rows may be zero by rounding, unless it adds nothing.
const isNothing = (tables: ReadonlyArray<Published.LaidTable>, cell: Identity.CellIndex): boolean => {
  const figure = figureAt(tables, cell)
  const row = tables[cell.table]?.layout.rows[cell.row]
  if (figure === undefined) return row?.optional === true
  if (figure.amount !== 0n) return false
  return (row?.terms ?? [])
    .filter(({ lag }) => lag <= cell.year)
    .every((term) => isNothing(tables, { ...cell, row: term.row, year: cell.year - term.lag }))
}

/** Returns the printed figure of a cell, or nothing when the table does not print it. */
export const figureAt = (
  tables: ReadonlyArray<Published.LaidTable>,
  { table, row, year }: Identity.CellIndex,
) => tables[table]?.figures[row]?.[year]

const unitOf = (tables: ReadonlyArray<Published.LaidTable>, { table }: Identity.CellIndex): bigint =>
  Money.unit(tables[table]?.layout.form.decimals ?? 0)
