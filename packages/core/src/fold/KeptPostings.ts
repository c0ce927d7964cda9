/** Columns in which only some postings count. */
import * as Column from "./Column.ts"
import { Columns } from "./Columns.ts"

/**
 * Returns columns of the same entries in which the amounts of the other postings are zero.
 *
 * Postings keep their index, so that the rule and reason of each are still found.
 */
export const of = (
  { parts, entries }: Columns,
  isKept: (posting: number, entry: number) => boolean,
): Columns => {
  const amount = Column.ofAmounts()
  for (let entry = 1, posting = 0; entry <= entries; entry++) {
    for (const end = parts.ends.at(entry - 1); posting < end; posting++)
      amount.push(isKept(posting, entry) ? parts.amount.at(posting) : 0n)
  }
  return Columns.of({ ...parts, cell: parts.cell.copy(), amount, ends: parts.ends.copy() })
}
