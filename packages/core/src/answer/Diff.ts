/**
 * The difference between two moments, cell by cell: the old and new amount, the change, and its causes.
 *
 * Causes and the unexplained remainder sum to the change exactly. A change of structure or a condition met in between
 * is a cause of its own; a change of an adjustment that states no reason is unexplained.
 *
 * ```ts
 * const difference = Result.getOrThrow(Diff.between(ledger, { from: 6, to: 7, forms: ["M2"] }))
 * const cell = difference.cells.find(({ code, year }) => code === "VII" && year === 2026)
 * cell && [cell.old, cell.new, cell.delta].map(Money.format) // => ["50.00", "100.00", "50.00"]
 * Diff.select(difference, { years: [2027] }).cells.length // => 3
 * Diff.shorten(difference, 1).cells.every(({ causes }) => causes.length <= 1) // => true
 * Diff.groups(difference).length // => 2
 * Diff.groups(difference).every(Diff.isUnexplained) // => false
 * Diff.kindOf(ledger, 7, 0).kind // => "result"
 * ```
 */
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import { type FormId, formIds } from "../form/bbc3/index.ts"
import type * as LinearForm from "../form/LinearForm.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Funding from "../rule/Funding.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as Cause from "./Cause.ts"
import * as CauseGroup from "./CauseGroup.ts"
import * as ChangedCell from "./ChangedCell.ts"
import * as DeclaredChange from "./DeclaredChange.ts"
import * as Mandate from "./Mandate.ts"
import * as Restatement from "./Restatement.ts"

export type { Cause, CauseKind } from "./Cause.ts"
export { kindOf } from "./Cause.ts"
export { type CauseGroup, isUnexplained } from "./CauseGroup.ts"
export type { ChangedCell } from "./ChangedCell.ts"

/** One of the two moments: its position, the plan in force, and the text that named it (`decision:2026/1`). */
export type ComparedMoment = Statement.Statement["at"] & { readonly moment?: string }

/** A difference between two moments. */
export interface Difference {
  readonly from: ComparedMoment
  readonly to: ComparedMoment
  readonly cells: ReadonlyArray<ChangedCell.ChangedCell>
  /** What changed besides the amounts: indicators, targets and texts. */
  readonly declared: ReadonlyArray<DeclaredChange.DeclaredChange>
  /** The causes over all cells, where the cells list only the largest. */
  readonly summary?: ReadonlyArray<CauseGroup.CauseGroup>
  /** The decisions behind the entries in between; realisations have none. */
  readonly decisions: ReadonlyArray<Mandate.MandatedEntries>
}

/** Two positions of the journal, and the forms to compare; all of them by default. */
export interface Interval {
  readonly from: number
  readonly to: number
  readonly forms?: ReadonlyArray<FormId> | undefined
  /** The texts that named the moments, for readers. */
  readonly named?: { readonly from: string; readonly to: string } | undefined
}

/** Returns the difference between two moments. `from` may come after `to`: every amount is then negated. */
export const between = (
  ledger: Ledger.Ledger,
  { from, to, forms = formIds, named }: Interval,
  { conditional = "with" }: Pick<Ledger.QuestionOptions, "conditional"> = {},
): Result.Result<Difference, Refusal> =>
  Result.gen(function* () {
    const a = side(ledger, yield* Ledger.requirePlan(ledger, from), conditional)
    const b = side(ledger, yield* Ledger.requirePlan(ledger, to), conditional)
    const [early, late] = from <= to ? [a, b] : [b, a]
    const moved = Cause.postings(
      ledger,
      { after: early.position, until: late.position },
      Funding.reads(late.plan, conditional),
    )
    const isRestated = conditional !== "with" || early.plan.structure !== late.plan.structure
    const sides = { early, late, moved, conditional }
    const byForm = forms.map((form) => changed(comparisonOf(ledger, form, sides), isRestated))
    // One concat copies list by list; flat() would copy cell by cell.
    const none: ReadonlyArray<ChangedCell.ChangedCell> = []
    const cells = none.concat(...byForm)
    const declared = DeclaredChange.between(ledger, { from: a, to: b })
    return {
      from: { ...Ledger.label(a), ...(named === undefined ? {} : { moment: named.from }) },
      to: { ...Ledger.label(b), ...(named === undefined ? {} : { moment: named.to }) },
      cells: from <= to ? cells : cells.map(ChangedCell.reversed),
      declared,
      decisions: Mandate.list(ledger, entriesOf(moved, isRestated ? cells : [], declared)),
    }
  })

// Only a restatement has causes without a posting: a change of structure, a condition met or withdrawn.
const entriesOf = (
  moved: ReadonlyArray<Cause.CausePostings>,
  restated: ReadonlyArray<ChangedCell.ChangedCell>,
  declared: ReadonlyArray<DeclaredChange.DeclaredChange>,
): ReadonlyArray<number> => {
  const entries = new Set([...moved.map(({ key }) => key.entry), ...declared.map(({ entry }) => entry)])
  for (const { causes } of restated) for (const { entry } of causes) entries.add(entry)
  return [...entries].sort((a, b) => a - b)
}

/** Returns the difference with at most so many causes a cell, and the causes over all cells as they were. */
export const shorten = (difference: Difference, most: number): Difference => ({
  ...difference,
  summary: groups(difference),
  cells: difference.cells.map((cell) => ChangedCell.shortened(cell, most)),
})

/** Returns the causes over all cells, by entry and reason; the unexplained amounts last. */
export const groups = ({ cells, summary }: Difference): ReadonlyArray<CauseGroup.CauseGroup> =>
  summary ?? CauseGroup.list(cells)

/** Which cells of a difference to show, and in which order. */
export interface DiffSelection {
  readonly years?: ReadonlyArray<Year.Year>
  /** Changes of at least this size, in either direction. */
  readonly least?: Money.Money
  /** Only cells that the stated reasons do not explain entirely. */
  readonly unexplained?: boolean
  /** In the order of the forms (the default), or the largest change first. */
  readonly order?: "form" | "size"
}

/** Returns the difference with only the selected cells. */
export const select = (
  difference: Difference,
  { years, least = Money.zero, unexplained = false, order = "form" }: DiffSelection,
): Difference => {
  const size = ({ delta }: ChangedCell.ChangedCell): bigint => (delta < 0n ? -delta : delta)
  const cells = difference.cells.filter(
    (cell) =>
      (years === undefined || years.includes(cell.year)) &&
      size(cell) >= least &&
      (!unexplained || !Money.isZero(cell.unexplained)),
  )
  const bySize = (a: ChangedCell.ChangedCell, b: ChangedCell.ChangedCell) =>
    size(a) === size(b) ? 0 : size(a) > size(b) ? -1 : 1
  return { ...difference, cells: order === "size" ? cells.toSorted(bySize) : cells }
}

const side = (
  { columns }: Ledger.Ledger,
  { position, plan }: Ledger.PlanAt,
  conditional: Funding.Conditional,
): Restatement.Side => ({
  position,
  plan,
  balances: Funding.reach(plan, conditional)(Balances.of(columns, position)),
})

const comparisonOf = (
  ledger: Ledger.Ledger,
  form: FormId,
  sides: Pick<Restatement.ComparedForm, "early" | "late" | "moved" | "conditional">,
): Restatement.ComparedForm => {
  const { early, late } = sides
  const shown = new Set([...Ledger.yearsShown(form, early.plan), ...Ledger.yearsShown(form, late.plan)])
  const layout = Ledger.layout(ledger, form, late.plan)
  return { ledger, form, layout, span: Year.list(late.plan.years), shown, ...sides }
}

const changed = (
  comparison: Restatement.ComparedForm,
  isRestated: boolean,
): ReadonlyArray<ChangedCell.ChangedCell> => {
  const { ledger, form, early } = comparison
  return isRestated
    ? Restatement.changed(comparison, Ledger.layout(ledger, form, early.plan))
    : posted(comparison)
}

// Under one layout the change of a cell is the sum of the postings in between, so only the cells they move are visited.
const posted = ({
  ledger,
  form,
  early,
  layout,
  span,
  shown,
  moved,
}: Restatement.ComparedForm): ReadonlyArray<ChangedCell.ChangedCell> => {
  const between = Cause.shares(ledger.columns, layout, span, moved)
  const out: Array<ChangedCell.ChangedCell> = []
  let then: LinearForm.AmountTable | undefined
  // By index in the table: row by row, and year by year within a row.
  for (let at = 0; at < between.length; at++) {
    const shares = between[at]
    if (shares === undefined) continue
    const year = span[at % span.length] as Year.Year
    const delta = ChangedCell.total(shares)
    if (delta === 0n || !shown.has(year)) continue
    then ??= Statement.table(layout, early.balances, span)
    const row = Math.floor(at / span.length)
    out.push(ChangedCell.of(layout, { form, row, year, old: then[at] as bigint, delta }, shares))
  }
  return out
}
