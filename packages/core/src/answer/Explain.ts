/**
 * The explanation of a cell: the rows that it adds, and the postings with their entries, rules and source lines.
 *
 * The postings sum to exactly the cell. An empty cell lists the selectors that match no posting.
 *
 * ```ts
 * const cell = { form: "M2", row: "Budgettair resultaat/VII", year: 2026 } as const
 * const { exact, postings } = Result.getOrThrow(Explain.cell(ledger, cell))
 * [Money.format(exact), Money.format(Money.sum(postings.map(({ amount }) => amount)))] // => ["100.00", "100.00"]
 * const step = { posting: 0, entry: 3, turn: 0, amount: Money.from("1000.00") }
 * Explain.posting(ledger, step, (place) => PlaceNames.of(plan.structure, place)).event // => "EstimatePosted"
 * ```
 */
import * as Result from "effect/Result"
import type { Kind, Reason } from "../event/BudgetEvent.ts"
import type { Rule } from "../event/Posting.ts"
import * as Balances from "../fold/Balances.ts"
import * as Address from "../form/Address.ts"
import type { FormId } from "../form/bbc3/index.ts"
import type { Layout } from "../form/Layout.ts"
import * as LinearForm from "../form/LinearForm.ts"
import type { Selector } from "../form/Selector.ts"
import type { UnmatchedRow } from "../form/UnmatchedRow.ts"
import type { Source } from "../journal/Journal.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Trail from "../ledger/Trail.ts"
import * as Funding from "../rule/Funding.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as AmountDue from "./AmountDue.ts"
import * as EntryPostings from "./EntryPostings.ts"
import * as Mandate from "./Mandate.ts"
import * as PlaceNames from "./PlaceNames.ts"
import * as RowTree from "./RowTree.ts"

export type { RowTree } from "./RowTree.ts"

/** A posting as it counts in the cell. */
export interface ExplainedPosting {
  readonly entry: number
  readonly event: Kind
  readonly amount: Money.Money
  readonly place: Place
  readonly year: Year.Year
  readonly rule: Rule | undefined
  readonly reason: Reason | undefined
  /** The names beside the codes of the place. */
  readonly names: PlaceNames.PlaceNames
  /** Where a rule updates what it posted before: the amount due, the amount before, and the earlier entry. */
  readonly owed: AmountDue.AmountDue | undefined
  readonly source: Source | undefined
}

/** A cell explained. */
export interface Explanation {
  readonly form: FormId
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: Year.Year
  readonly exact: Money.Money
  readonly printed: Money.Money
  /** The exact amount rounded, where that differs from the printed figure. */
  readonly roundsTo: Money.Money | undefined
  /** The selector of the row, if it is a leaf. */
  readonly counts: Selector | undefined
  readonly rows: ReadonlyArray<RowTree.RowTree>
  readonly postings: ReadonlyArray<ExplainedPosting>
  /** The decisions behind the entries; realisations have none. */
  readonly decisions: ReadonlyArray<Mandate.MandatedEntries>
  /** For an empty cell, the leaf rows without a posting; `UnmatchedRow.format` makes a sentence of them. */
  readonly nothing: ReadonlyArray<UnmatchedRow> | undefined
}

/** The address of a cell. */
export interface CellAddress {
  readonly form: FormId
  /** A code that is unique in the form, or `SECTION/CODE`. */
  readonly row: string
  readonly year: Year.Year
}

/** Explains a cell. */
export const cell = (
  ledger: Ledger.Ledger,
  { form, row: wanted, year }: CellAddress,
  { at, policy = "form", conditional = "with" }: Ledger.QuestionOptions = {},
): Result.Result<Explanation, Refusal> =>
  Result.gen(function* () {
    const { position, plan } = yield* Ledger.requirePlan(ledger, at)
    const layout = Ledger.layout(ledger, form, plan)
    const row = yield* Address.find(layout, wanted)
    const span = Year.list(plan.years)
    const { first } = plan.years
    if (!Year.within(plan.years, year))
      return yield* Result.fail<Refusal>({ _tag: "YearNotShown", form, year, years: span })

    const balances = Funding.reach(plan, conditional)(Balances.of(ledger.columns, position))
    const isRead = Funding.reads(plan, conditional)
    const years = span.length
    const exact = Statement.table(layout, balances, span)
    const printed = Statement.figures(layout, exact, { years, policy })
    const { rows, ...amounts } = RowTree.of(layout, { exact, printed, first, years })(row.index, year, 1)
    const rounded = Money.round(amounts.exact, layout.form.decimals)
    const linear = LinearForm.of(layout, years)
    const leaves = Trail.leaves(linear, row.index, { year, first })
    const steps = Trail.steps(linear, ledger.columns, { leaves, after: 0, until: position }).filter(
      (step) => isRead === undefined || isRead(placeOf(ledger, step)),
    )
    const known = new Map<Place, PlaceNames.PlaceNames>()
    const names = (place: Place) => {
      const found = known.get(place) ?? PlaceNames.of(plan.structure, place)
      known.set(place, found)
      return found
    }
    return {
      form,
      section: row.section,
      code: row.code,
      label: row.label,
      year,
      exact: amounts.exact,
      printed: amounts.printed,
      roundsTo: rounded === amounts.printed ? undefined : rounded,
      counts: row.count,
      rows,
      postings: steps.map((step) => posting(ledger, step, names)),
      decisions: Mandate.list(
        ledger,
        steps.map(({ entry }) => entry),
      ),
      nothing: steps.length > 0 ? undefined : unmatched(layout, leaves),
    }
  })

const placeOf = ({ columns }: Ledger.Ledger, step: Trail.TrailStep): Place =>
  columns.places[columns.cells[columns.posting(step.posting).cell]?.place ?? 0] as Place

/** Returns a step of a trail with its entry, rule, reason and source line. */
export const posting = (
  ledger: Ledger.Ledger,
  step: Trail.TrailStep,
  names: (place: Place) => PlaceNames.PlaceNames,
): ExplainedPosting => {
  const { traces } = ledger
  const source = traces.sourceAt(step.entry)
  const { cell } = ledger.columns.posting(step.posting)
  const { place: index = 0, year = 0 } = ledger.columns.cells[cell] ?? {}
  const place = ledger.columns.places[index] as Place
  const posted = EntryPostings.of(ledger, step.entry)[step.turn]
  return {
    entry: step.entry,
    event: traces.kindAt(step.entry) as Kind,
    amount: step.amount,
    place,
    year,
    names: names(place),
    owed: AmountDue.of(ledger, step.posting),
    rule: posted?.rule,
    reason: posted?.reason,
    source: source === undefined || posted?.row === undefined ? source : { ...source, line: posted.row },
  }
}

const unmatched = (layout: Layout, leaves: ReadonlyArray<Trail.CountedLeaf>): ReadonlyArray<UnmatchedRow> =>
  [...new Set(leaves.map(({ row }) => row))].flatMap((index) => {
    const row = layout.rows[index]
    return row?.count === undefined ? [] : [{ row: Address.format(row), counts: row.count }]
  })
