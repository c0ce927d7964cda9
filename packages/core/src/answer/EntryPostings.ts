/** The postings of an entry of a ledger, with their rules and reasons. */
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import type * as Ledger from "../ledger/Ledger.ts"

/** Returns the postings of an entry; none for the kinds whose events are not retained. */
export const of = ({ traces }: Ledger.Ledger, entry: number): ReadonlyArray<Posting.Posting> => {
  const event = traces.events.get(entry)
  if (event === undefined) return []
  const postings = cache.get(event) ?? Posting.of(event)
  cache.set(event, postings)
  return postings
}

// An adjustment may have thousands of changes, each of which is looked up.
const cache = new WeakMap<BudgetEvent, ReadonlyArray<Posting.Posting>>()
