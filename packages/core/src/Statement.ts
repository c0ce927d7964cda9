/**
 * A form read on balances: exact cells, and the figures that are printed for them.
 *
 * Cells stay exact. Printing is a reading: half away from zero, from the exact amount or as the sum of printed rows.
 */
import type { Balances } from "./Balances.ts"
import type { Layout, LayoutRow } from "./Layout.ts"
import * as Money from "./Money.ts"
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
export const amounts = (layout: Layout, balances: Balances, years: ReadonlyArray<Year>): Amounts => {
  const { columns } = balances
  const out = layout.rows.map(() => years.map(() => 0n))
  const first = years[0] ?? 0
  const leaves = columns.places.map((place) => layout.leavesOf(place))
  balances.amounts.forEach((amount, id) => {
    const cell = columns.cells[id]
    if (amount === 0n || cell === undefined) return
    for (const leaf of leaves[cell.place] ?? []) {
      const row = out[leaf]
      const sum = row?.[cell.year - first]
      if (row !== undefined && sum !== undefined) row[cell.year - first] = sum + amount
    }
  })
  derive(layout, out, (sum) => sum)
  return out
}

/** The figures that are printed for exact amounts. */
export const print = (layout: Layout, exact: Amounts, policy: Policy): Amounts => {
  const { decimals } = layout.form
  const rounded = exact.map((row) =>
    row.map((amount) => Money.round(Money.ofMicros(amount), decimals) as bigint),
  )
  if (policy === "exact") return rounded
  const summed = (row: LayoutRow) => (policy === "rows" ? row.count === undefined : row.printed === "rows")
  derive(layout, rounded, (sum, row, year) => (summed(row) ? sum : (rounded[row.index]?.[year] ?? 0n)))
  return rounded
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
    rows: layout.rows.map(({ index, section, code, label, level, optional, group }) => ({
      section,
      code,
      label,
      level,
      hidden: optional === true && (group === "" ? isEmpty(exact[index]) : empty.has(group)),
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

// Year by year, for a row may take up another of the year before.
const derive = (
  layout: Layout,
  out: Array<Array<bigint>>,
  value: (sum: bigint, row: LayoutRow, year: number) => bigint,
): void => {
  const years = out[0]?.length ?? 0
  for (let year = 0; year < years; year++) {
    for (const index of layout.order) {
      const row = layout.rows[index] as LayoutRow
      const target = out[index]
      if (row.count !== undefined || target === undefined) continue
      let sum = row.previousYear === undefined || year === 0 ? 0n : (out[row.previousYear]?.[year - 1] ?? 0n)
      for (const term of row.terms) {
        const amount = out[term.row]?.[year] ?? 0n
        sum = term.sign === 1 ? sum + amount : sum - amount
      }
      target[year] = value(sum, row, year)
    }
  }
}

const isEmpty = (row: ReadonlyArray<bigint> | undefined): boolean =>
  row === undefined || row.every((amount) => amount === 0n)

const emptyGroups = (layout: Layout, exact: Amounts): ReadonlySet<string> => {
  const filled = new Set(layout.rows.filter((row) => !isEmpty(exact[row.index])).map((row) => row.group))
  return new Set(layout.rows.map((row) => row.group).filter((group) => !filled.has(group)))
}
