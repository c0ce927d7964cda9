/**
 * A form read on balances: exact cells, and the figures that are printed for them.
 *
 * Cells stay exact. Printing is a reading: half away from zero, from the exact amount or as the sum of printed rows.
 */
import type { Balances } from "../fold/Balances.ts"
import type { Columns } from "../fold/Columns.ts"
import * as Influence from "../form/Influence.ts"
import type { Layout } from "../form/Layout.ts"
import * as Reach from "../form/Reach.ts"
import * as Sums from "../form/Sums.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/** How figures are printed: as the form says, all from exact amounts, or all sums from printed rows. */
export const policies = ["form", "exact", "rows"] as const

/** See {@link policies}. */
export type Policy = (typeof policies)[number]

/** One cell: the exact amount, and what is printed for it. */
export interface Cell {
  readonly year: Year
  readonly exact: Money.Money
  readonly printed: Money.Money
}

/** One row of a statement. */
export interface Row {
  readonly section: string
  readonly code: string
  readonly label: string
  readonly level: number
  /** Whether the row is left out of print because nothing stands in its group, or in itself where it is optional. */
  readonly hidden: boolean
  readonly cells: ReadonlyArray<Cell>
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
  readonly rows: ReadonlyArray<Row>
}

/** Exact amounts of every row and year of a span: `amounts[row][year - first]`. */
export type Amounts = ReadonlyArray<ReadonlyArray<bigint>>

/** Reads a layout on balances, for every year of a span. */
export const amounts = (layout: Layout, balances: Balances, years: ReadonlyArray<Year>): Amounts =>
  rowsOf(table(layout, balances, years), years.length)

/** The same amounts in one table. */
export const table = (layout: Layout, balances: Balances, years: ReadonlyArray<Year>): Table => {
  const out = blank(layout, balances.columns, years.length)
  count(out, Reach.of(layout, balances.columns), balances, { first: years[0] ?? 0, years: years.length })
  Sums.fill(out, Sums.of(layout).all, years.length)
  return out
}

/** Amounts of rows and years in one list. */
export type Table = Sums.Table

/** How many times over an amount can count in one cell. */
export const weight = ({ heaviest }: Influence.Influence): number =>
  // A place is counted by a few leaves of a form at most; sixteen is more than any form has.
  heaviest * 16

/** A table in which nothing stands yet, for amounts of a ledger. */
export const blank = (layout: Layout, columns: Columns, years: number): Table => {
  const length = layout.rows.length * years
  const fits = columns.fits(weight(Influence.of(layout, years)))
  return fits ? new BigInt64Array(length) : new Array<bigint>(length).fill(0n)
}

/** A table as rows. */
export const rowsOf = (table: Table, years: number): Amounts => {
  const rows = years === 0 ? 0 : table.length / years
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: years }, (_, year) => table[row * years + year] ?? 0n),
  )
}

/** The figures that are printed for exact amounts. */
export const print = (layout: Layout, exact: Amounts, policy: Policy): Amounts => {
  const years = exact[0]?.length ?? 0
  return rowsOf(figuresOf(layout, exact.flat(), years, policy), years)
}

const figuresOf = (layout: Layout, exact: Table, years: number, policy: Policy): Table => {
  const { decimals } = layout.form
  const out = exact.slice()
  for (let at = 0; at < out.length; at++) out[at] = Money.round(Money.ofMicros(out[at] ?? 0n), decimals)
  const { all, printed } = Sums.of(layout)
  if (policy !== "exact") Sums.fill(out, policy === "rows" ? all : printed, years)
  return out
}

/** A statement of a layout on balances. `years` are those shown; the span is that of the whole plan. */
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
  const figures = figuresOf(layout, exact, years, facts.policy)
  const first = facts.span[0] ?? 0
  const isEmptyFrom = (index: number, year: number): boolean => {
    for (let at = index * years + year; at < (index + 1) * years; at++) if (exact[at] !== 0n) return false
    return true
  }
  const isEmpty = (index: number): boolean => isEmptyFrom(index, 0)
  const filled = new Set<string>()
  for (const { index, group } of layout.rows) if (!filled.has(group) && !isEmpty(index)) filled.add(group)
  const cellOf = (index: number, year: Year): Cell => {
    const at = year < first || year >= first + years ? -1 : index * years + year - first
    return {
      year,
      exact: Money.ofMicros(exact[at] ?? 0n),
      printed: Money.ofMicros(figures[at] ?? 0n),
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
    rows: layout.rows.map(({ index, section, code, label, level, ...row }) => ({
      section,
      code,
      label,
      level,
      hidden:
        row.shown === "never" ||
        (row.shown === "split" && isEmptyFrom(index, 1) && isAlone(layout, index, isEmpty)) ||
        (row.optional === true && (row.group === "" ? isEmpty(index) : !filled.has(row.group))),
      cells: facts.years.map((year) => cellOf(index, year)),
    })),
  }
}

/** The rows that are printed. */
export const shown = (statement: Statement): ReadonlyArray<Row> => statement.rows.filter((row) => !row.hidden)

/** A printed figure as text with the form's decimals and a decimal point. */
export const figure = (statement: Pick<Statement, "decimals">, printed: Money.Money): string => {
  const text = Money.format(printed)
  return statement.decimals === 0 ? text.replace(/\.00$/, "") : text
}

// The loop over all cells; what it reads is in columns, and it makes nothing.
const count = (
  table: Table,
  { starts, leaves }: Reach.Reach,
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
    for (let turn = starts[place] as number; turn < end; turn++) {
      const target = (leaves[turn] as number) * years + at
      table[target] = (table[target] as bigint) + amount
    }
  }
}

/** Whether a row holds the first year only, and the other parts of the sums that it belongs to are empty. */
const isAlone = (layout: Layout, index: number, isEmpty: (index: number) => boolean): boolean =>
  layout.rows
    .filter(({ terms }) => terms.some((term) => term.row === index))
    .every(({ terms }) => terms.every((term) => term.row === index || isEmpty(term.row)))
