/** Which cells of a difference to show, and in which order. */

import * as Money from "../value/Money.ts"
import type * as Year from "../value/Year.ts"
import type { ChangedCell, Difference } from "./Diff.ts"

/** What is asked of a difference: as the forms have it, or the largest change first. */
export interface Selection {
  readonly years?: ReadonlyArray<Year.Year>
  /** Changes at least this large, either way. */
  readonly least?: Money.Money
  /** Only what is not wholly explained by stated reasons. */
  readonly unexplained?: boolean
  readonly order?: "form" | "size"
}

/** The cells of a difference that a selection asks for. */
export const select = (
  difference: Difference,
  { years, least = Money.zero, unexplained = false, order = "form" }: Selection,
): Difference => {
  const size = (amount: Money.Money): bigint => (amount < 0n ? -amount : amount)
  const cells = difference.cells.filter(
    (cell) =>
      (years === undefined || years.includes(cell.year)) &&
      size(cell.delta) >= least &&
      (!unexplained || !Money.isZero(cell.unexplained)),
  )
  const bySize = (a: ChangedCell, b: ChangedCell) =>
    size(a.delta) === size(b.delta) ? 0 : size(a.delta) > size(b.delta) ? -1 : 1
  return { ...difference, cells: order === "size" ? cells.toSorted(bySize) : cells }
}
