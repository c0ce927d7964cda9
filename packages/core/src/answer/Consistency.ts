/**
 * The consistency of published tables, without a ledger: which identities hold, which differ by no more than rounding,
 * and which are broken.
 */
import * as Result from "effect/Result"
import type { Structure } from "../event/Structure.ts"
import type * as Statement from "../ledger/Statement.ts"
import * as Money from "../value/Money.ts"
import * as Identity from "./Identity.ts"
import * as Published from "./Published.ts"

/** An identity between printed figures, checked. */
export interface IdentityCheck {
  readonly kind: Identity.IdentityKind
  readonly figure: Published.PublishedFigure
  readonly terms: ReadonlyArray<{ readonly figure: Published.PublishedFigure; readonly sign: 1 | -1 }>
  /** The sum of the terms as printed. */
  readonly sum: Money.Money
  readonly difference: Money.Money
  /** The largest difference that rounding alone can cause. */
  readonly tolerance: Money.Money
  readonly outcome: "holds" | "rounding" | "broken"
}

/** A figure of broken identities: the number of broken identities that contain it, and of all that contain it. */
export interface Suspect {
  readonly figure: Published.PublishedFigure
  readonly broken: number
  readonly of: number
}

/** The result of checking published tables. */
export interface ConsistencyReport {
  readonly findings: ReadonlyArray<IdentityCheck>
  readonly counts: Readonly<Record<IdentityCheck["outcome"], number>>
  /** The number of identities with a cell that was not printed. */
  readonly unchecked: number
  /** The figures of broken identities, those with the most first. They cannot all be right. */
  readonly suspects: ReadonlyArray<Suspect>
  /** Per form, the rounding policies that its own sums do not exclude. Only a proof can exclude `exact`. */
  readonly policies: ReadonlyArray<{
    readonly form: string
    readonly open: ReadonlyArray<Statement.Policy>
  }>
}

/** The report on no tables. */
export const nothing: ConsistencyReport = {
  findings: [],
  counts: { holds: 0, rounding: 0, broken: 0 },
  unchecked: 0,
  suspects: [],
  policies: [],
}

/** Lays tables out on their forms and checks every identity; fails with the figures that have no cell. */
export const check = (
  published: ReadonlyArray<Published.PublishedTable>,
  structure?: Structure,
): Result.Result<ConsistencyReport, ReadonlyArray<Published.Misplaced>> =>
  Result.map(Published.lay(published, structure), of)

/** Checks every identity of tables. */
export const of = (tables: ReadonlyArray<Published.LaidTable>): ConsistencyReport => {
  const findings: Array<IdentityCheck> = []
  const nothing = tables.map(Published.holdsNothing)
  const ruledOut = tables.map(() => new Set<Statement.Policy>())
  let unchecked = 0
  for (const identity of Identity.of(tables)) {
    const figure = figureAt(tables, identity.cell)
    const known = identity.terms.filter(({ cell }) => nothing[cell.table]?.(cell.row, cell.year) !== true)
    const terms = known.flatMap(({ cell, sign }) => {
      const found = figureAt(tables, cell)
      return found === undefined ? [] : [{ figure: found, sign }]
    })
    if (figure === undefined || terms.length < known.length) {
      unchecked += 1
      continue
    }
    const finding = checked(tables, identity, { figure, terms })
    findings.push(finding)
    if (identity.kind !== "tie" && finding.difference !== 0n) {
      const row = tables[identity.cell.table]?.layout.rows[identity.cell.row]
      ruledOut[identity.cell.table]?.add("rows")
      if (row?.printed === "rows") ruledOut[identity.cell.table]?.add("form")
    }
  }
  const count = (outcome: IdentityCheck["outcome"]) =>
    findings.filter((one) => one.outcome === outcome).length
  return {
    findings,
    counts: { holds: count("holds"), rounding: count("rounding"), broken: count("broken") },
    unchecked,
    suspects: suspects(findings),
    policies: tables.map(({ form }, table) => ({
      form,
      open: (["form", "exact", "rows"] as const).filter((policy) => !ruledOut[table]?.has(policy)),
    })),
  }
}

const checked = (
  tables: ReadonlyArray<Published.LaidTable>,
  identity: Identity.Identity,
  { figure, terms }: Pick<IdentityCheck, "figure" | "terms">,
): IdentityCheck => {
  const sum = Money.sum(
    terms.map((term) => (term.sign === 1 ? term.figure.amount : Money.negate(term.figure.amount))),
  )
  const difference = Money.subtract(figure.amount, sum)
  const tolerance = toleranceOf(
    unitOf(tables, identity.cell),
    identity.terms.flatMap(({ cell }) => {
      const term = figureAt(tables, cell)
      return term === undefined || isNothing(tables, cell) ? [] : [unitOf(tables, cell)]
    }),
  )
  const size = difference < 0n ? -difference : difference
  const outcome = size === 0n ? "holds" : size <= tolerance ? "rounding" : "broken"
  return { kind: identity.kind, figure, terms, sum, difference, tolerance, outcome }
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

const suspects = (findings: ReadonlyArray<IdentityCheck>): ReadonlyArray<Suspect> => {
  const seen = new Map<Published.PublishedFigure, { broken: number; of: number }>()
  for (const { figure, terms, outcome } of findings) {
    for (const one of new Set([figure, ...terms.map((term) => term.figure)])) {
      const counts = seen.get(one) ?? { broken: 0, of: 0 }
      seen.set(one, { broken: counts.broken + (outcome === "broken" ? 1 : 0), of: counts.of + 1 })
    }
  }
  return [...seen]
    .filter(([, { broken }]) => broken > 0)
    .map(([figure, counts]) => ({ figure, ...counts }))
    .toSorted((a, b) => b.broken - a.broken || a.of - b.of)
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

const figureAt = (tables: ReadonlyArray<Published.LaidTable>, { table, row, year }: Identity.CellIndex) =>
  tables[table]?.figures[row]?.[year]

const unitOf = (tables: ReadonlyArray<Published.LaidTable>, { table }: Identity.CellIndex): bigint =>
  Money.unit(tables[table]?.layout.form.decimals ?? 0)
