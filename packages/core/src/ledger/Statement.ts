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
import type { Columns } from "../fold/Columns.ts"
import type { RowFace } from "../form/Form.ts"
import * as Incidence from "../form/Incidence.ts"
import type { Layout, RowTerm } from "../form/Layout.ts"
import * as LinearForm from "../form/LinearForm.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within as contains, type Year, type Years } from "../value/Year.ts"

/** How figures are rounded: as the form states, every amount alone, or every sum from printed rows. */
export const policies = ["form", "exact", "rows"] as const

/** See {@link policies}. */
export type Policy = (typeof policies)[number]

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

/** Exact amounts of every row and year of a span: `amounts[row][year - first]`. */
export type RowAmounts = ReadonlyArray<ReadonlyArray<bigint>>

/** The exact amounts of a layout for every year of a span. */
export const amounts = (layout: Layout, balances: Balances, years: ReadonlyArray<Year>): RowAmounts =>
  rowsOf(table(layout, balances, years), years.length)

/** The same amounts in one table, without an array per row. */
export const table = (
  layout: Layout,
  balances: Balances,
  years: ReadonlyArray<Year>,
): LinearForm.AmountTable => {
  const form = LinearForm.of(layout, years.length)
  const out = blank(form, balances.columns)
  count(out, Incidence.of(form, balances.columns), balances, { first: years[0] ?? 0, years: years.length })
  LinearForm.fill(out, form.sums, years.length)
  return out
}

/** A table of zeros that has room for the amounts of a ledger. */
export const blank = (form: LinearForm.LinearForm, columns: Columns): LinearForm.AmountTable => {
  const length = form.layout.rows.length * form.years
  const fits = columns.fits(Incidence.of(form, columns).weight)
  return fits ? new BigInt64Array(length) : new Array<bigint>(length).fill(0n)
}

/** A table as an array per row. */
export const rowsOf = (table: LinearForm.AmountTable, years: number): RowAmounts => {
  const rows = years === 0 ? 0 : table.length / years
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: years }, (_, year) => table[row * years + year] ?? 0n),
  )
}

/** The printed figures of exact amounts. */
export const print = (layout: Layout, exact: RowAmounts, policy: Policy): RowAmounts => {
  const years = exact[0]?.length ?? 0
  return rowsOf(figures(layout, exact.flat(), { years, policy }), years)
}

/** The printed figures of a table of exact amounts, as a table. */
export const figures = (
  layout: Layout,
  exact: LinearForm.AmountTable,
  { years, policy }: { readonly years: number; readonly policy: Policy },
): LinearForm.AmountTable => {
  const { decimals } = layout.form
  const out = exact.slice()
  for (let at = 0; at < out.length; at++) out[at] = Money.round(Money.ofMicros(out[at] ?? 0n), decimals)
  const { sums, printedSums } = LinearForm.of(layout, years)
  if (policy !== "exact") LinearForm.fill(out, policy === "rows" ? sums : printedSums, years)
  return out
}

const addsPrinted = ({ printed }: Pick<RowFace, "printed">, policy: Policy): boolean =>
  policy === "rows" || (policy === "form" && printed === "rows")

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
    rows: layout.rows.map(({ index, section, code, label, level, terms, ...row }) => ({
      section,
      code,
      label,
      level,
      hidden:
        row.shown === "never" ||
        (row.shown === "split" && isEmptyFrom(index, 1) && isAlone(layout, index, isEmpty)) ||
        (row.optional === true && (row.group === "" ? isEmpty(index) : !filled.has(row.group))),
      cells: facts.years.map((year) => cellOf(index, year)),
      ...(row.count === undefined
        ? { sum: { terms, of: addsPrinted(row, facts.policy) ? ("printed" as const) : ("exact" as const) } }
        : {}),
    })),
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

// The loop over all slots; it allocates nothing.
const count = (
  table: LinearForm.AmountTable,
  { starts, leaves }: Incidence.Incidence,
  { columns, amounts }: Balances,
  span: { readonly first: Year; readonly years: number },
): void => {
  const { cellPlaces, cellYears } = columns
  const { first, years } = span
  for (let cell = 0; cell < amounts.length; cell++) {
    const at = (cellYears[cell] as number) - first
    if (at < 0 || at >= years) continue
    const amount = amounts[cell] as bigint
    const place = cellPlaces[cell] as number
    const end = starts[place + 1] as number
    for (let index = starts[place] as number; index < end; index++) {
      const target = (leaves[index] as number) * years + at
      table[target] = (table[target] as bigint) + amount
    }
  }
}

/** Whether all other rows are empty in the sums that a row belongs to. */
const isAlone = (layout: Layout, index: number, isEmpty: (index: number) => boolean): boolean =>
  layout.rows.every(
    ({ terms }) =>
      !terms.some(({ row, lag }) => row === index && lag === 0) ||
      terms.every(({ row, lag }) => row === index || lag !== 0 || isEmpty(row)),
  )
