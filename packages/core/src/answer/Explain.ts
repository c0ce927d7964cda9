/**
 * Why a cell is what it is: from the cell to its rows, its postings, their entries and rules, and the source lines.
 *
 * The postings listed sum to exactly the cell. A cell in which nothing stands says which selectors found nothing.
 */
import * as Result from "effect/Result"
import type { BudgetEvent, Reason } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import * as Balances from "../fold/Balances.ts"
import * as Address from "../form/Address.ts"
import type { FormId } from "../form/bbc3/index.ts"
import type { Layout, LayoutRow } from "../form/Layout.ts"
import { format as formatSelector, type Selector } from "../form/Selector.ts"
import type { Source } from "../journal/Journal.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Trail from "../ledger/Trail.ts"
import * as Funding from "../rule/Funding.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"

/** A row of the formula tree: what it adds, subtracts or counts, and its amount in its year. */
export interface RowTree {
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: Year.Year
  readonly sign: 1 | -1
  readonly exact: Money.Money
  readonly printed: Money.Money
  /** What a leaf counts. */
  readonly counts: Selector | undefined
  readonly rows: ReadonlyArray<RowTree>
}

/** One posting as it counts in the cell. */
export interface ExplainedPosting {
  readonly entry: number
  readonly event: string
  readonly amount: Money.Money
  readonly place: Place
  readonly year: Year.Year
  readonly rule: Posting.Rule | undefined
  readonly reason: Reason | undefined
  readonly source: Source | undefined
}

/** A cell explained. */
export interface Explanation {
  readonly form: string
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: Year.Year
  readonly exact: Money.Money
  readonly printed: Money.Money
  /** What rounding the exact amount by itself would print, where that differs from what is printed. */
  readonly roundsTo: Money.Money | undefined
  /** What the row counts, where it counts places itself. */
  readonly counts: Selector | undefined
  readonly rows: ReadonlyArray<RowTree>
  readonly postings: ReadonlyArray<ExplainedPosting>
  /** Why there is nothing: the leaf rows whose selectors found no posting. `Explain.why` says it in words. */
  readonly nothing: ReadonlyArray<Silence> | undefined
}

/** A leaf row that found nothing. */
export interface Silence {
  readonly row: string
  readonly counts: Selector
}

/** Why there is nothing in a cell, as a sentence. */
export const why = (nothing: ReadonlyArray<Silence>, language: "en" | "nl" = "en"): string => {
  const isDutch = language === "nl"
  if (nothing.length === 0) return isDutch ? "De rij telt hier geen rijen op." : "The row adds no rows here."
  const told = [...new Set(nothing.map(({ row, counts }) => `${row}: ${formatSelector(counts, language)}`))]
  const shown = told.slice(0, 5).join("; ")
  const more = told.length - 5
  const rest = more <= 0 ? "" : isDutch ? `; en nog ${more}` : `; and ${more} more`
  return `${isDutch ? "Geen enkele mutatie past bij" : "No posting matches"} ${shown}${rest}.`
}

/** Explains one cell of a form at a moment. */
export const cell = (
  ledger: Ledger.Ledger,
  form: FormId,
  where: {
    readonly row: string
    readonly year: Year.Year
    readonly at?: string | undefined
    readonly policy?: Statement.Policy
    /** Without the money whose condition is not met, or only that. */
    readonly conditional?: Funding.Reach
  },
): Result.Result<Explanation, Refusal> => {
  const position = Ledger.moment(ledger, where.at)
  if (Result.isFailure(position)) return Result.fail(position.failure)
  const plan = Ledger.planAt(ledger, position.success)
  if (plan === undefined) return Result.fail({ _tag: "PlanNotAdopted" })
  const layout = Ledger.layout(ledger, form, plan)
  const found = Address.find(layout, where.row)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const span = Year.list(plan.years)
  const first = plan.years.first
  if (!Year.within(plan.years, where.year))
    return Result.fail({ _tag: "YearNotShown", form, year: where.year, years: span })

  const row = found.success
  const reach = where.conditional ?? "with"
  const balances = Funding.reach(plan, reach)(Balances.of(ledger.columns, position.success))
  const isRead = Funding.reads(plan, reach)
  const exact = Statement.amounts(layout, balances, span)
  const printed = Statement.print(layout, exact, where.policy ?? "form")
  const amount = Money.ofMicros(exact[row.index]?.[where.year - first] ?? 0n)
  const print = Money.ofMicros(printed[row.index]?.[where.year - first] ?? 0n)
  const alone = Money.round(amount, layout.form.decimals)
  const reached = Trail.leaves(layout, row.index, where.year, first)
  const steps = Trail.steps(ledger.columns, reached, Trail.placesByLeaf(layout, ledger.columns), {
    after: 0,
    until: position.success,
  }).filter((step) => isRead === undefined || isRead(placeOf(ledger, step)))
  const tree = treeOf(layout, exact, printed, first)
  return Result.succeed({
    form: layout.form.id,
    section: row.section,
    code: row.code,
    label: row.label,
    year: where.year,
    exact: amount,
    printed: print,
    roundsTo: alone === print ? undefined : alone,
    counts: row.count,
    rows: tree(row.index, where.year, 1).rows,
    postings: steps.map((step) => posting(ledger, step)),
    nothing: steps.length > 0 ? undefined : nothing(layout, reached),
  })
}

const placeOf = ({ columns }: Ledger.Ledger, step: Trail.Step): Place =>
  columns.places[columns.cells[columns.posting(step.posting).cell]?.place ?? 0] as Place

/** What stands behind one step of a trail. */
export const posting = (ledger: Ledger.Ledger, step: Trail.Step): ExplainedPosting => {
  const { traces } = ledger
  const source = traces.sourceAt(step.entry)
  const { cell } = ledger.columns.posting(step.posting)
  const { place = 0, year = 0 } = ledger.columns.cells[cell] ?? {}
  const said = told(ledger, step.entry)[step.turn]
  return {
    entry: step.entry,
    event: traces.kindAt(step.entry) as string,
    amount: step.amount,
    place: ledger.columns.places[place] as Place,
    year,
    rule: said?.rule,
    reason: said?.reason,
    source: source === undefined || said?.row === undefined ? source : { ...source, line: said.row },
  }
}

/** What the event of an entry says of its postings, where it is kept. */
export const told = ({ traces }: Ledger.Ledger, entry: number): ReadonlyArray<Posting.Posting> =>
  postingsOf(traces.events.get(entry))

// An adjustment may hold thousands of changes, and each of them may be asked for.
const derived = new WeakMap<BudgetEvent, ReadonlyArray<Posting.Posting>>()

const postingsOf = (event: BudgetEvent | undefined): ReadonlyArray<Posting.Posting> => {
  if (event === undefined) return []
  const postings = derived.get(event) ?? Posting.of(event)
  derived.set(event, postings)
  return postings
}

const treeOf = (layout: Layout, exact: Statement.Amounts, printed: Statement.Amounts, first: Year.Year) => {
  const tree = (index: number, year: Year.Year, sign: 1 | -1): RowTree => {
    const { section, code, label, terms, previousYear, count } = layout.rows[index] as LayoutRow
    const below = terms.map((term) => tree(term.row, year, term.sign))
    const before = previousYear === undefined || year === first ? [] : [tree(previousYear, year - 1, 1)]
    return {
      section,
      code,
      label,
      year,
      sign,
      exact: Money.ofMicros(exact[index]?.[year - first] ?? 0n),
      printed: Money.ofMicros(printed[index]?.[year - first] ?? 0n),
      counts: count,
      rows: [...below, ...before],
    }
  }
  return tree
}

const nothing = (layout: Layout, reached: ReadonlyArray<Trail.Leaf>): ReadonlyArray<Silence> =>
  [...new Set(reached.map(({ row }) => row))].flatMap((index) => {
    const row = layout.rows[index]
    return row?.count === undefined ? [] : [{ row: Address.format(row), counts: row.count }]
  })
