/** The printed figures of the terms of identities. */
import * as DerivedIdentity from "../form/DerivedIdentity.ts"
import type * as Identity from "../form/Identity.ts"
import * as IdentityCheck from "./IdentityCheck.ts"
import type * as Published from "./Published.ts"

/** Returns the identities between printed figures that follow from others, with their figures. */
export const derivedFrom = (
  tables: ReadonlyArray<Published.LaidTable>,
  identities: ReadonlyArray<Identity.Identity>,
  {
    empty,
    known,
  }: {
    readonly empty: ReadonlyArray<(row: number, year: number) => boolean>
    readonly known: ReadonlyArray<IdentityCheck.KnownIdentity>
  },
): ReadonlyArray<IdentityCheck.KnownIdentity> => {
  const found = DerivedIdentity.of(tables, identities, {
    isPrinted: (cell) => IdentityCheck.figureAt(tables, cell) !== undefined,
    isZero: ({ table, row, year }) => empty[table]?.(row, year) === true,
    checked: known.map(({ identity, terms }) => ({ ...identity, terms })),
  })
  return found.flatMap((identity) => {
    const figure = IdentityCheck.figureAt(tables, identity.cell)
    const terms = identity.terms.flatMap(({ cell, sign }) => {
      const term = IdentityCheck.figureAt(tables, cell)
      return term === undefined ? [] : [{ figure: term, sign, cell }]
    })
    return figure === undefined ? [] : [{ identity, figure, terms }]
  })
}

/**
 * Returns the printed figures that a cell is the sum of: its own, or those of the cells that it adds if they may be derived.
 * Adds the cells that nothing printed gives to `gaps`.
 */
export const figuresOf = (
  search: {
    readonly tables: ReadonlyArray<Published.LaidTable>
    readonly empty: ReadonlyArray<(row: number, year: number) => boolean>
    readonly gaps: Array<Identity.CellIndex>
    readonly isDerived: boolean
  },
  cell: Identity.CellIndex,
  sign: 1 | -1,
): ReadonlyArray<IdentityCheck.PlacedTerm> => {
  const figure = IdentityCheck.figureAt(search.tables, cell)
  if (figure !== undefined) return [{ figure, sign, cell }]
  if (search.empty[cell.table]?.(cell.row, cell.year) === true) return []
  const row = search.tables[cell.table]?.layout.rows[cell.row]
  const terms = search.isDerived ? (row?.terms ?? []).filter(({ lag }) => lag <= cell.year) : []
  const gaps: Array<Identity.CellIndex> = []
  const below = terms.flatMap((term) =>
    figuresOf(
      { ...search, gaps },
      { ...cell, row: term.row, year: cell.year - term.lag },
      term.sign === sign ? 1 : -1,
    ),
  )
  if (terms.length > 0 && gaps.length === 0) return below
  search.gaps.push(cell)
  return []
}
