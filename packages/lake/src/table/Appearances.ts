/** The entry in which each place of a ledger first has a posting. */
import type { Ledger } from "@grootboek/core"

/** Returns the entry of the first posting of each place, by the number of the place. */
export const of = ({ columns }: Ledger.Ledger): ReadonlyArray<number> => {
  const out: Array<number> = []
  for (let entry = 1, posting = 0; entry <= columns.entries; entry++)
    for (const end = columns.endOf(entry); posting < end; posting++) {
      const place = columns.cellPlaces[columns.cellOfPosting(posting)] as number
      // Places are numbered in the order of their first posting.
      if (place === out.length) out.push(entry)
    }
  return out
}
