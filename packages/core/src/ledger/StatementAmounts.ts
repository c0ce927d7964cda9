/**
 * The exact amounts of a layout on balances, and the figures that are printed for them.
 */
import type { Balances } from "../fold/Balances.ts"
import type { Columns } from "../fold/Columns.ts"
import * as Incidence from "../form/Incidence.ts"
import type { Layout, LayoutRow } from "../form/Layout.ts"
import * as LinearForm from "../form/LinearForm.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/** How figures are rounded: as the form states, every amount alone, or every sum from printed rows. */
export const policies = ["form", "exact", "rows"] as const

/** See {@link policies}. */
export type Policy = (typeof policies)[number]

/** Tests whether a row is printed as the sum of printed rows under a policy. */
export const isPrintedSum = ({ count, printed }: LayoutRow, policy: Policy): boolean =>
  policy === "rows" ? count === undefined : policy === "form" && printed === "rows"

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
  Money.roundAll(out, decimals)
  const { sums, printedSums } = LinearForm.of(layout, years)
  if (policy !== "exact") LinearForm.fill(out, policy === "rows" ? sums : printedSums, years)
  return out
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
