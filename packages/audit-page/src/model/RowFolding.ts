/** Which rows of a statement are shown: rows without amounts and rows below a closed row can be left out. */
import { Address, type Statement } from "@grootboek/core"

export interface ShownRow {
  readonly row: Statement.StatementRow
  readonly index: number
  /** Whether rows below it can be closed. */
  readonly isParent: boolean
}

export interface RowFolding {
  /** Whether blank rows are left out. */
  readonly isEmptyFolded: boolean
  /** Whether a row is blank: it has no amount, or did not change. */
  readonly isBlank: (row: Statement.StatementRow) => boolean
  /** The rows whose lower rows are left out, by address. */
  readonly closed: ReadonlySet<string>
  /** A row that is always shown. */
  readonly kept: (row: Statement.StatementRow) => boolean
}

/** The rows that are shown, and how many blank rows there are. */
export interface FoldedRows {
  readonly rows: ReadonlyArray<ShownRow>
  readonly empty: number
}

/** Returns whether every amount of a row is zero. */
export const isZero = (row: Statement.StatementRow): boolean => row.cells.every(({ exact }) => exact === 0n)

/** Returns the rows of a statement under a folding. A statement of which every row is blank is shown whole. */
export const of = (
  statement: Statement.Statement,
  { isEmptyFolded, isBlank, closed, kept }: RowFolding,
): FoldedRows => {
  const printed = statement.rows.flatMap((row, index) => (row.hidden ? [] : [{ row, index }]))
  const blank = printed.filter(({ row }) => isBlank(row))
  const foldable = blank.length === printed.length ? [] : blank.filter(({ row }) => !kept(row))
  const folded = new Set(isEmptyFolded ? foldable.map(({ index }) => index) : [])
  const visible = printed.filter(({ index }) => !folded.has(index))
  const rows: Array<ShownRow> = []
  let limit = Number.POSITIVE_INFINITY
  let section: string | undefined
  visible.forEach(({ row, index }, at) => {
    if (row.section !== section) limit = Number.POSITIVE_INFINITY
    section = row.section
    if (row.level > limit && !kept(row)) return
    if (row.level <= limit) limit = closed.has(Address.format(row)) ? row.level : Number.POSITIVE_INFINITY
    const next = visible[at + 1]?.row
    const isParent = next !== undefined && next.section === row.section && next.level > row.level
    rows.push({ row, index, isParent })
  })
  return { rows, empty: foldable.length }
}
