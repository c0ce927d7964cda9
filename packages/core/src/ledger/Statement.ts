/**
 * A form filled in from balances: exact amounts and printed figures.
 *
 * Amounts stay exact. Printing rounds half away from zero, each amount alone or as the sum of printed rows.
 *
 * ```ts
 * const t2 = Result.getOrThrow(Ledger.statement(ledger, "T2"))
 * const row = t2.rows.find(({ section, code }) => section === "EXPLOITATIE" && code === "I.A.1")
 * Statement.figure(t2, row?.cells[0]?.printed ?? Money.zero) // => "350"
 * Statement.shown(t2).some(({ hidden }) => hidden) // => false
 * Result.getOrThrow(Statement.within(t2, { first: 2027, last: 2028 })).years // => [2027, 2028]
 * Statement.policies // => ["form", "exact", "rows"]
 * const layout = Ledger.layout(ledger, "T2", plan)
 * const exact = Statement.amounts(layout, balances, t2.years)
 * exact.length === layout.rows.length // => true
 * Statement.print(layout, exact, "exact").length === exact.length // => true
 * const table = Statement.table(layout, balances, t2.years)
 * Statement.rowsOf(table, t2.years.length).length === exact.length // => true
 * Statement.figures(layout, table, { years: t2.years.length, policy: "form" }).length === table.length // => true
 * Statement.blank(LinearForm.of(layout, 6), ledger.columns).length === exact.length * 6 // => true
 * const facts = { at: t2.at, entity: t2.entity, years: t2.years, span: t2.years, policy: "form" } as const
 * Statement.of(layout, balances, facts).title === t2.title // => true
 * ```
 */
import * as Result from "effect/Result"
import type { Balances } from "../fold/Balances.ts"
import type { Layout, LayoutRow, RowTerm } from "../form/Layout.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within as contains, type Year, type Years } from "../value/Year.ts"
import { figures, isPrintedSum, type Policy, table } from "./StatementAmounts.ts"

export {
  amounts,
  blank,
  figures,
  type Policy,
  policies,
  print,
  type RowAmounts,
  rowsOf,
  table,
} from "./StatementAmounts.ts"

/** One cell: the exact amount and the printed figure. */
export interface StatementCell {
  readonly year: Year
  readonly exact: Money.Money
  readonly printed: Money.Money
}

/** One row of a statement. */
export interface StatementRow {
  readonly section: string
  readonly code: string
  readonly label: string
  readonly level: number
  /** Whether the row is not printed: it is optional, and it or its group is empty. */
  readonly hidden: boolean
  readonly cells: ReadonlyArray<StatementCell>
  /** The rows that this row adds; undefined for a row that counts places. */
  readonly sum?: StatementSum
}

/** The rows of the same statement that a row adds, by index, and what is added to print it. */
export interface StatementSum {
  readonly terms: ReadonlyArray<RowTerm>
  readonly of: "exact" | "printed"
}

/** The plan beside the accounts of a year: the plan in force, or the one that first set the credits of the year. */
export interface PlanColumn {
  readonly name: "plan" | "initial"
  readonly at: { readonly position: number; readonly plan: string }
  /** By index of the row; undefined for a row that the plan does not have. */
  readonly cells: ReadonlyArray<StatementCell | undefined>
}

/** The facts of a form of the annual accounts: its year, and the plan beside it. */
export interface AccountsFacts {
  readonly year: Year
  readonly isClosed: boolean
  /** The form of the plan whose rows it has, because the model of its own edition was not found. */
  readonly rowsOf: string
  readonly beside: ReadonlyArray<PlanColumn>
}

/** A form filled in at one moment. */
export interface Statement {
  readonly form: string
  readonly title: string
  readonly edition: string
  readonly decimals: number
  readonly at: { readonly position: number; readonly plan: string }
  readonly entity: string
  readonly years: ReadonlyArray<Year>
  readonly rows: ReadonlyArray<StatementRow>
  /** Of a form of the annual accounts that shows one year. */
  readonly accounts?: AccountsFacts
}

/** The statement of a layout on balances. `years` are shown; `span` is the whole plan. */
export const of = (
  layout: Layout,
  balances: Balances,
  facts: Pick<Statement, "at" | "entity" | "years"> & {
    readonly span: ReadonlyArray<Year>
    readonly policy: Policy
  },
): Statement => {
  const years = facts.span.length
  const exact = table(layout, balances, facts.span)
  const printed = figures(layout, exact, { years, policy: facts.policy })
  const first = facts.span[0] ?? 0
  const isEmptyFrom = (index: number, year: number): boolean => {
    for (let at = index * years + year; at < (index + 1) * years; at++) if (exact[at] !== 0n) return false
    return true
  }
  const isEmpty = (index: number): boolean => isEmptyFrom(index, 0)
  const filled = new Set<string>()
  for (const { index, group } of layout.rows) if (!filled.has(group) && !isEmpty(index)) filled.add(group)
  const isHidden = ({ index, shown, optional, group }: LayoutRow): boolean =>
    shown === "never" ||
    (shown === "split" && isEmptyFrom(index, 1) && isAlone(layout, index, isEmpty)) ||
    (optional === true && (group === "" ? isEmpty(index) : !filled.has(group)))
  const cellOf = (index: number, year: Year): StatementCell => {
    const at = year < first || year >= first + years ? -1 : index * years + year - first
    return {
      year,
      exact: Money.ofMicros(exact[at] ?? 0n),
      printed: Money.ofMicros(printed[at] ?? 0n),
    }
  }
  return {
    form: layout.form.id,
    title: layout.form.title,
    edition: layout.form.edition,
    decimals: layout.form.decimals,
    at: facts.at,
    entity: facts.entity,
    years: facts.years,
    rows: layout.rows.map((row) => {
      const { section, code, label, level } = row
      const cells = facts.years.map((year) => cellOf(row.index, year))
      const hidden = isHidden(row)
      if (row.count !== undefined) return { section, code, label, level, hidden, cells }
      const of = isPrintedSum(row, facts.policy) ? "printed" : "exact"
      return { section, code, label, level, hidden, cells, sum: { terms: row.terms, of } }
    }),
  }
}

/** The rows that are printed. */
export const shown = (statement: Statement): ReadonlyArray<StatementRow> =>
  statement.rows.filter((row) => !row.hidden)

/** Returns only the years of a span; refused when the form shows none of them. */
export const within = (
  statement: Statement,
  span: Years,
): Result.Result<Statement, Extract<Refusal, { readonly _tag: "YearNotShown" }>> => {
  const isWithin = (year: Year): boolean => contains(span, year)
  const years = statement.years.filter(isWithin)
  if (years.length === 0)
    return Result.fail({
      _tag: "YearNotShown",
      form: statement.form,
      year: span.first,
      years: statement.years,
    })
  const rows = statement.rows.map((row) => ({
    ...row,
    cells: row.cells.filter(({ year }) => isWithin(year)),
  }))
  return Result.succeed({ ...statement, years, rows })
}

/** A printed figure as text with the form's decimals and a decimal point. */
export const figure = (statement: Pick<Statement, "decimals">, printed: Money.Money): string => {
  const text = Money.format(printed)
  return statement.decimals === 0 ? text.replace(/\.00$/, "") : text
}

/** Whether all other rows are empty in the sums that a row belongs to. */
const isAlone = (layout: Layout, index: number, isEmpty: (index: number) => boolean): boolean =>
  layout.rows.every(
    ({ terms }) =>
      !terms.some(({ row, lag }) => row === index && lag === 0) ||
      terms.every(({ row, lag }) => row === index || lag !== 0 || isEmpty(row)),
  )
