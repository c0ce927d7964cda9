/**
 * The equalities that follow from the forms: a row and its terms, and rows of two forms that count the same.
 *
 * Nothing is listed by hand. A new form is tied to the others by its data.
 *
 * ```ts
 * const layouts = (["M1", "T1"] as const).map((form) => Ledger.layout(ledger, form, plan))
 * const identities = Identity.of(layouts.map((layout) => ({ layout, years: [2026] })))
 * identities.some(({ kind }) => kind === "tie") // => true
 * Identity.tieOuts(layouts, 6).length > 0 // => true
 * ```
 */

import * as Footprint from "./Footprint.ts"
import type { Layout, LayoutRow } from "./Layout.ts"

/**
 * `sum`: a row adds rows; `carried`: it also carries a row forward from the year before; `tie`: another form counts the
 * same; `derived`: it follows from several of these where rows between them were not printed.
 */
export type IdentityKind = "sum" | "carried" | "tie" | "derived"

/** A cell of one of several layouts, by index. */
export interface CellIndex {
  readonly table: number
  readonly row: number
  readonly year: number
}

/** A cell that must equal a signed sum of cells. */
export interface Identity {
  readonly kind: IdentityKind
  readonly cell: CellIndex
  readonly terms: ReadonlyArray<{ readonly cell: CellIndex; readonly sign: 1 | -1 }>
}

/** A row of one of several layouts, by index. */
export interface RowIndex {
  readonly table: number
  readonly row: number
}

/** A tie-out (aansluiting): a row that equals one or more rows of another form in every year. */
export interface TieOut {
  readonly row: RowIndex
  readonly terms: ReadonlyArray<RowIndex>
  /** Whether the rows carry amounts forward from earlier years. */
  readonly isCarried: boolean
}

/** A table whose identities are sought: its layout and years, and the part of a publication that it is. */
export interface IdentityTable {
  readonly layout: Layout
  readonly years: ReadonlyArray<number>
  readonly entity?: string
  readonly series?: string
}

/**
 * The identities of tables that show the same years: those within each form, then the tie-outs between each two forms.
 * Tie-outs of carried rows are left out, because the rounding of printed figures adds up over the years. Columns of one
 * kind are tied to columns of that kind, and a table of the whole to the sum of the tables of its legal entities.
 */
export const of = (tables: ReadonlyArray<IdentityTable>): ReadonlyArray<Identity> => {
  const [first] = tables
  if (first === undefined) return []
  const series = [...new Set(tables.map((table) => table.series))]
  const indexed = tables.map((table, index) => ({ ...table, index }))
  return [
    ...tables.flatMap(({ layout, years }, table) =>
      years.flatMap((_, year) => layout.rows.flatMap((row) => within(row, { table, row: row.index, year }))),
    ),
    ...series.flatMap((one) =>
      ties(
        indexed.filter((table) => table.series === one),
        first.years,
      ),
    ),
  ]
}

const ties = (
  tables: ReadonlyArray<IdentityTable & { readonly index: number }>,
  years: ReadonlyArray<number>,
): ReadonlyArray<Identity> => {
  const forms = [...new Set(tables.map(({ layout }) => layout.form.id))]
    .map((form) => {
      const all = tables.filter(({ layout }) => layout.form.id === form)
      const whole = all.filter(({ entity }) => entity === undefined)
      return whole.length > 0 ? whole : all
    })
    // Legal entities have different groups, so the rows of a grouped form do not correspond.
    .filter((parts) => parts.filter(({ layout }) => layout.form.kind === "grouped").length <= 1)
  const layouts = forms.flatMap((parts) => parts.slice(0, 1).map(({ layout }) => layout))
  const cells = ({ table, row }: RowIndex): ReadonlyArray<RowIndex> =>
    (forms[table] ?? []).map(({ index }) => ({ table: index, row }))
  return tieOuts(layouts, years.length)
    .filter(({ isCarried }) => !isCarried)
    .flatMap((tie) => {
      const [left, right] = [cells(tie.row), tie.terms.flatMap(cells)]
      const [single, terms] = left.length === 1 ? [left, right] : [right, left]
      if (single.length > 1) return []
      return single.flatMap((row) =>
        years.map(
          (_, year): Identity => ({
            kind: "tie",
            cell: { ...row, year },
            terms: terms.map((term) => ({ cell: { ...term, year }, sign: 1 })),
          }),
        ),
      )
    })
}

/** The tie-outs between each two of several layouts of one plan. */
export const tieOuts = (layouts: ReadonlyArray<Layout>, years: number): ReadonlyArray<TieOut> => {
  const [first] = layouts
  if (first === undefined) return []
  const before = known.get(first) ?? []
  const same = before.find(
    (one) =>
      one.years === years &&
      one.layouts.length === layouts.length &&
      one.layouts.every((layout, at) => layout === layouts[at]),
  )
  if (same !== undefined) return same.ties
  const ties = derived(layouts, years)
  known.set(first, [...before, { layouts, years, ties }])
  return ties
}

/** The tie-outs of layouts that were asked for before: tables are checked several times on the same layouts. */
const known = new WeakMap<
  Layout,
  ReadonlyArray<{
    readonly layouts: ReadonlyArray<Layout>
    readonly years: number
    readonly ties: ReadonlyArray<TieOut>
  }>
>()

const derived = (layouts: ReadonlyArray<Layout>, years: number): ReadonlyArray<TieOut> => {
  const indexes = Footprint.of(layouts, years).map(Footprint.indexOf)
  return indexes.flatMap((left, one) =>
    indexes.flatMap((right, other) =>
      left.prints.flatMap((print): ReadonlyArray<TieOut> => {
        const { row, isCarried } = print
        if (print.counts.size === 0) return []
        const equal = right.byKey.get(print.key)
        // A pair of equal rows is reported once; a sum of several rows is reported for the row that equals it;
        // a row of the same form never, because it equals itself.
        const terms = equal === undefined ? Footprint.cover(print, right) : one < other ? [equal] : []
        if (terms.length === 0) return []
        return [
          { row: { table: one, row }, terms: terms.map((term) => ({ table: other, row: term })), isCarried },
        ]
      }),
    ),
  )
}

const within = (row: LayoutRow, cell: CellIndex): ReadonlyArray<Identity> => {
  if (row.count !== undefined) return []
  const terms = row.terms.filter(({ lag }) => lag <= cell.year)
  // No cell of the table shows the amount that the first year carries forward.
  if (terms.length === 0 && row.terms.length > 0) return []
  return [
    {
      kind: terms.some(({ lag }) => lag > 0) ? "carried" : "sum",
      cell,
      terms: terms
        .toSorted((a, b) => b.lag - a.lag)
        .map(({ row, lag, sign }) => ({ cell: { ...cell, row, year: cell.year - lag }, sign })),
    },
  ]
}
