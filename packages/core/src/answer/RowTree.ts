/** The formula tree of a cell: the rows that it adds or subtracts, with their amounts. */
import type { Layout, LayoutRow } from "../form/Layout.ts"
import type * as LinearForm from "../form/LinearForm.ts"
import type { Selector } from "../form/Selector.ts"
import * as Money from "../value/Money.ts"
import type * as Year from "../value/Year.ts"

/** A row of the formula tree: the rows that it adds or subtracts, and its amount in its year. */
export interface RowTree {
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: Year.Year
  readonly sign: 1 | -1
  readonly exact: Money.Money
  readonly printed: Money.Money
  readonly counts: Selector | undefined
  readonly rows: ReadonlyArray<RowTree>
}

/** The amounts of all rows, each from the first year of the plan on. */
export interface TreeAmounts {
  readonly exact: LinearForm.AmountTable
  readonly printed: LinearForm.AmountTable
  readonly first: Year.Year
  readonly years: number
}

/** Returns a function that makes the tree of a row in a year. */
export const of = (layout: Layout, { exact, printed, first, years }: TreeAmounts) => {
  const tree = (index: number, year: Year.Year, sign: 1 | -1): RowTree => {
    const { section, code, label, terms, count } = layout.rows[index] as LayoutRow
    const at = index * years + year - first
    return {
      section,
      code,
      label,
      year,
      sign,
      exact: Money.ofMicros(exact[at] ?? 0n),
      printed: Money.ofMicros(printed[at] ?? 0n),
      counts: count,
      rows: terms
        .filter(({ lag }) => year - lag >= first)
        .map((term) => tree(term.row, year - term.lag, term.sign)),
    }
  }
  return tree
}
