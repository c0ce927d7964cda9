/** The sums of a statement as sums of cells of a sheet: what a spreadsheet adds to recalculate a cell. */
import type { Workbook } from "@grootboek/cells"
import { Money, type Statement } from "@grootboek/core"
import * as BookCells from "../../paint/BookCells.ts"

/** Where rows and years of a statement are in a sheet. */
export interface SheetPlaces {
  /** The row of the sheet, by the index of a row of the statement; rows that are not shown have none. */
  readonly rows: ReadonlyMap<number, number>
  readonly column: number
}

interface CellAt {
  readonly row: number
  readonly year: number
}

interface SignedCell extends CellAt {
  readonly sign: 1 | -1
}

/** Returns the amount that a sheet stores: the printed figure of a sum of printed rows, and the exact amount elsewhere. */
export const stored = (
  { sum }: Pick<Statement.StatementRow, "sum">,
  { exact, printed }: Statement.StatementCell,
): Money.Money => (sum?.of === "printed" ? printed : exact)

const storedAt = ({ rows }: Statement.Statement, { row, year }: CellAt): Money.Money => {
  const found = rows[row]
  const cell = found?.cells[year]
  return found === undefined || cell === undefined ? Money.zero : stored(found, cell)
}

/**
 * Returns the sum that gives a cell; undefined for a row that counts places, and where the cells of the sheet do not give
 * the amount, such as the year before the first one.
 */
export const of = (
  statement: Statement.Statement,
  places: SheetPlaces,
  at: CellAt,
): Workbook.CellSum | undefined => {
  const { decimals, rows } = statement
  const sum = rows[at.row]?.sum
  if (sum === undefined) return undefined
  const rounds = sum.of === "printed"
  const cells = expand(statement, places, at, rounds)
  const amounts = cells.map(({ sign, ...cell }) => {
    const amount = storedAt(statement, cell)
    const added = rounds ? Money.round(amount, decimals) : amount
    return sign === 1 ? added : Money.negate(added)
  })
  const amount = storedAt(statement, at)
  if (cells.length === 0 || Money.sum(amounts) !== amount) return undefined
  const terms = cells.flatMap(({ row, year, sign }): ReadonlyArray<Workbook.CellTerm> => {
    const place = places.rows.get(row)
    return place === undefined ? [] : [{ row: place, column: places.column + year, sign }]
  })
  return {
    terms,
    ...(rounds ? { each: decimals } : {}),
    ...(rounds ? {} : BookCells.whole(amount, decimals)),
  }
}

/** Returns the rows of a table that give a row of a statement, where the table leaves out rows without amounts. */
export const kept = (
  statement: Statement.Statement,
  rows: ReadonlyMap<number, number>,
  row: number,
): ReadonlyArray<Omit<Workbook.CellTerm, "column">> =>
  (statement.rows[row]?.sum?.terms ?? []).flatMap(
    (term): ReadonlyArray<Omit<Workbook.CellTerm, "column">> => {
      if (term.lag > 0) return []
      const place = rows.get(term.row)
      if (place !== undefined) return [{ row: place, sign: term.sign }]
      return kept(statement, rows, term.row).map((one) => signed(one, term.sign))
    },
  )

const signed = <A extends { readonly sign: 1 | -1 }>(one: A, sign: 1 | -1): A =>
  sign === 1 ? one : { ...one, sign: one.sign === 1 ? -1 : 1 }

// A row that is not shown, and for an exact sum a sum of printed rows, is replaced by what it adds.
const expand = (
  statement: Statement.Statement,
  places: SheetPlaces,
  { row, year }: CellAt,
  rounds: boolean,
): ReadonlyArray<SignedCell> =>
  (statement.rows[row]?.sum?.terms ?? []).flatMap((term): ReadonlyArray<SignedCell> => {
    const cell = { row: term.row, year: year - term.lag }
    if (cell.year < 0) return []
    if (places.rows.has(term.row) && (rounds || statement.rows[term.row]?.sum?.of !== "printed"))
      return [{ ...cell, sign: term.sign }]
    return expand(statement, places, cell, rounds).map((one) => signed(one, term.sign))
  })
