/** The cells of a published table that were not printed: which of them are known to be zero. */
import * as LinearForm from "../form/LinearForm.ts"
import type { LaidTable } from "./PublishedTable.ts"

/** Whether a cell that was not printed is unknown, or zero where its sum is printed with other rows of it. */
export type Unprinted = "unknown" | "zero"

/**
 * Tests whether a cell that was not printed is known to be zero, because its form prints a row or a group only when it
 * is not empty.
 *
 * In the first year, amounts from before the plan may count in a row that is not printed (a carried result that is not
 * split, outstanding debts), so that cell is unknown. Later years add only the year before.
 */
export const holdsNothing = (table: LaidTable): ((row: number, year: number) => boolean) => {
  const { rows } = table.layout
  const isPrinted = table.figures.map((years) => years.some((figure) => figure !== undefined))
  const groups = new Set(rows.filter(({ index }) => isPrinted[index]).map(({ group }) => group))
  const { down } = LinearForm.of(table.layout, 1)
  const leavesOf = (row: number) => [...down.rows.subarray(down.starts[row], down.starts[row + 1])]
  const opening = new Set(
    rows
      .filter(({ terms }) => terms.some(({ lag }) => lag === 1))
      .flatMap(({ terms }) => terms.filter(({ row, lag }) => lag === 0 && rows[row]?.optional))
      .flatMap(({ row }) => leavesOf(row)),
  )
  return (row, year) => {
    const { optional, group } = rows[row] ?? {}
    if (optional !== true || isPrinted[row]) return false
    return group === ""
      ? year > 0 || !leavesOf(row).some((leaf) => opening.has(leaf))
      : group !== undefined && !groups.has(group)
  }
}

/**
 * Returns the test of {@link holdsNothing}. With `zero`, a cell is also zero when no figure is printed in it or below it,
 * and another row of the same sum is printed. Where no row of a sum is printed, the table shows only the sum.
 */
export const emptyCells =
  (unprinted: Unprinted) =>
  (table: LaidTable): ((row: number, year: number) => boolean) => {
    const base = holdsNothing(table)
    if (unprinted === "unknown") return base
    const zeros = unprintedZeros(table)
    return (row, year) => zeros[row]?.[year] === true || base(row, year)
  }

const unprintedZeros = ({ layout, figures, years }: LaidTable): ReadonlyArray<ReadonlyArray<boolean>> => {
  const isShown = layout.rows.map(({ index }) => years.map((_, year) => figures[index]?.[year] !== undefined))
  const zeros = layout.rows.map(() => years.map(() => false))
  const termsOf = (index: number) => (layout.rows[index]?.terms ?? []).filter(({ lag }) => lag === 0)
  for (const year of years.keys()) {
    for (const index of layout.order)
      for (const { row } of termsOf(index)) if (isShown[row]?.[year] === true) at(isShown, index)[year] = true
    for (const index of layout.order.toReversed()) {
      const isSplit = termsOf(index).some(({ row }) => isShown[row]?.[year] === true)
      if (!isSplit && zeros[index]?.[year] !== true) continue
      for (const { row } of termsOf(index)) if (isShown[row]?.[year] !== true) at(zeros, row)[year] = true
    }
  }
  return zeros
}

const at = (rows: ReadonlyArray<Array<boolean>>, row: number): Array<boolean> => rows[row] ?? []
