/**
 * A form read on balances: exact cells, and the figures that are printed for them.
 *
 * Cells stay exact. Printing is a reading: half away from zero, from the exact amount or as the sum of printed rows.
 */
import type { Balances } from "./Balances.ts"
import type { Columns } from "./Columns.ts"
import * as Influence from "./Influence.ts"
import type { Layout, LayoutRow } from "./Layout.ts"
import * as Money from "./Money.ts"
import * as Reach from "./Reach.ts"
import type { Year } from "./Year.ts"

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
  const out = tableOf(layout, balances.columns, years.length)
  count(out, Reach.of(layout, balances.columns), balances, { first: years[0] ?? 0, years: years.length })
  derive(layout, out, years.length)
  return out
}

/** Amounts of rows and years, one row after another. A table of whole words cannot hold a sum of more than 64 bits. */
export type Table = BigInt64Array | Array<bigint>

/** How many times over an amount can count in one cell. */
export const weight = ({ heaviest }: Influence.Influence): number =>
  // A place is counted by a few leaves of a form at most; sixteen is more than any form has.
  heaviest * 16

const tableOf = (layout: Layout, columns: Columns, years: number): Table => {
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
  const { decimals } = layout.form
  const years = exact[0]?.length ?? 0
  const rounded = exact.flatMap((row) =>
    row.map((amount) => Money.round(Money.ofMicros(amount), decimals) as bigint),
  )
  if (policy !== "exact") {
    derive(layout, rounded, years, (row) =>
      policy === "rows" ? row.count === undefined : row.printed === "rows",
    )
  }
  return rowsOf(rounded, years)
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
  const exact = amounts(layout, balances, facts.span)
  const printed = print(layout, exact, facts.policy)
  const shown = facts.years.map((year) => ({ year, at: year - (facts.span[0] ?? 0) }))
  const empty = emptyGroups(layout, exact)
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
        (row.shown === "split" && isAlone(layout, exact, index)) ||
        (row.optional === true && (row.group === "" ? isEmpty(exact[index]) : empty.has(row.group))),
      cells: shown.map(({ year, at }) => ({
        year,
        exact: Money.ofMicros(exact[index]?.[at] ?? 0n),
        printed: Money.ofMicros(printed[index]?.[at] ?? 0n),
      })),
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

// Year by year, for a row may take up another of the year before.
const derive = (
  layout: Layout,
  table: Table,
  years: number,
  summed: (row: LayoutRow) => boolean = (row) => row.count === undefined,
): void => {
  const rows = layout.order
    .map((index) => layout.rows[index] as LayoutRow)
    .filter((row) => row.count === undefined && summed(row))
  for (let year = 0; year < years; year++) {
    for (const { index, terms, previousYear } of rows) {
      let sum =
        previousYear === undefined || year === 0 ? 0n : (table[previousYear * years + year - 1] as bigint)
      for (const { row, sign } of terms) {
        const amount = table[row * years + year] as bigint
        sum = sign === 1 ? sum + amount : sum - amount
      }
      table[index * years + year] = sum
    }
  }
}

const isEmpty = (row: ReadonlyArray<bigint> | undefined): boolean =>
  row === undefined || row.every((amount) => amount === 0n)

/** Whether the other parts of the sums that a row belongs to are empty. */
const isAlone = (layout: Layout, exact: Amounts, index: number): boolean =>
  layout.rows
    .filter(({ terms }) => terms.some((term) => term.row === index))
    .every(({ terms }) => terms.every((term) => term.row === index || isEmpty(exact[term.row])))

const emptyGroups = (layout: Layout, exact: Amounts): ReadonlySet<string> => {
  const filled = new Set(layout.rows.filter((row) => !isEmpty(exact[row.index])).map((row) => row.group))
  return new Set(layout.rows.map((row) => row.group).filter((group) => !filled.has(group)))
}
