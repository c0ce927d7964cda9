/** Sums inside a table: a cell that other cells of its table add up to, which a workbook recalculates. */
import type { Workbook } from "@grootboek/cells"
import { Money } from "@grootboek/core"

/** The terms that give the cell at a row and a column; indexes of the table, without its head. */
export interface TableSum {
  readonly row: number
  readonly column: number
  readonly terms: ReadonlyArray<Workbook.CellTerm>
}

type AmountRows = ReadonlyArray<ReadonlyArray<string | Money.Money | object>>

interface SummedTable {
  readonly rows: AmountRows
  readonly sums?: ReadonlyArray<TableSum>
}

/** A term of every row: its column, added or subtracted. */
export interface SummedColumn {
  readonly column: number
  readonly sign: 1 | -1
}

/** Returns the sums of a column of which each cell is a sum of other cells of its row. */
export const across = (
  rows: AmountRows,
  column: number,
  terms: ReadonlyArray<SummedColumn>,
): ReadonlyArray<TableSum> =>
  rows.map((_, row) => ({ row, column, terms: terms.map((term) => ({ row, ...term })) }))

/** A row that is added or subtracted in every column. */
export interface SummedRow {
  readonly row: number
  readonly sign: 1 | -1
}

/** Returns the sums of a row of which each amount is a sum of other cells of its column. */
export const below = (
  rows: AmountRows,
  row: number,
  terms: ReadonlyArray<SummedRow>,
): ReadonlyArray<TableSum> =>
  (rows[row] ?? []).flatMap((cell, column) =>
    typeof cell === "bigint" ? [{ row, column, terms: terms.map((term) => ({ column, ...term })) }] : [],
  )

/** Returns the first rows of a table, each added. */
export const first = (count: number): ReadonlyArray<SummedRow> =>
  Array.from({ length: count }, (_, row) => ({ row, sign: 1 }))

/** Returns the sum that gives a cell exactly; undefined when the table has none, or its cells add up to something else. */
export const at = (
  { rows, sums = [] }: SummedTable,
  row: number,
  column: number,
): ReadonlyArray<Workbook.CellTerm> | undefined => {
  const terms = sums.find((sum) => sum.row === row && sum.column === column)?.terms ?? []
  const amounts = terms.map((term) => {
    const amount = amountOf(rows[term.row]?.[term.column])
    return amount === undefined || term.sign === 1 ? amount : Money.negate(amount)
  })
  const known = amounts.filter((amount) => amount !== undefined)
  return terms.length > 0 &&
    known.length === amounts.length &&
    Money.sum(known) === amountOf(rows[row]?.[column])
    ? terms
    : undefined
}

const amountOf = (cell: AmountRows[number][number] | undefined): Money.Money | undefined =>
  typeof cell === "bigint" ? cell : undefined
