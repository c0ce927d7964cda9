/** The printed figures of the terms of identities. */
import * as DerivedIdentity from "../form/DerivedIdentity.ts"
import type * as Identity from "../form/Identity.ts"
import * as IdentityCheck from "./IdentityCheck.ts"
import type * as Published from "./Published.ts"

/** Tests whether a cell that was not printed is known to be zero. */
type ZeroTest = (cell: Identity.CellIndex) => boolean

/** Returns the identities between printed figures that follow from others, with their figures. */
export const derivedFrom = (
  tables: ReadonlyArray<Published.LaidTable>,
  identities: ReadonlyArray<Identity.Identity>,
  {
    isZero,
    known,
  }: { readonly isZero: ZeroTest; readonly known: ReadonlyArray<IdentityCheck.KnownIdentity> },
): ReadonlyArray<IdentityCheck.KnownIdentity> =>
  DerivedIdentity.of(tables, identities, {
    isPrinted: (cell) => IdentityCheck.figureAt(tables, cell) !== undefined,
    isZero,
    checked: known.map(({ identity, terms }) => ({ ...identity, terms })),
  }).flatMap((identity) => {
    const terms = identity.terms.flatMap(({ cell, sign }) => printed(tables, cell, sign))
    return printed(tables, identity.cell, 1).map(({ figure }) => ({ identity, figure, terms }))
  })

/**
 * Returns the printed figures that a cell is the sum of: its own, or those of the cells that it adds if they may be derived.
 * Adds the cells that nothing printed gives to `gaps`.
 */
export const figuresOf = (
  search: {
    readonly tables: ReadonlyArray<Published.LaidTable>
    readonly isZero: ZeroTest
    readonly gaps: Array<Identity.CellIndex>
    readonly isDerived: boolean
  },
  cell: Identity.CellIndex,
  sign: 1 | -1,
): ReadonlyArray<IdentityCheck.PlacedTerm> => {
  const own = printed(search.tables, cell, sign)
  if (own.length > 0 || search.isZero(cell)) return own
  const row = search.isDerived ? search.tables[cell.table]?.layout.rows[cell.row] : undefined
  const terms = row?.terms.filter(({ lag }) => lag <= cell.year) ?? []
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

/** Returns the printed figure of a cell as a term; nothing when the table does not print it. */
const printed = (
  tables: ReadonlyArray<Published.LaidTable>,
  cell: Identity.CellIndex,
  sign: 1 | -1,
): ReadonlyArray<IdentityCheck.PlacedTerm> => {
  const figure = IdentityCheck.figureAt(tables, cell)
  return figure === undefined ? [] : [{ figure, sign, cell }]
}
