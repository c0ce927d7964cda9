/** The entries of the opening of a plan: results carried forward, earmarked funds and debts. */
import type { BudgetEvent, Kind } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import { format } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Ledger from "./Ledger.ts"

/** An entry of an opening that was not reversed, and the ids of its places and years. */
export interface OpeningEntry {
  readonly position: number
  readonly event: BudgetEvent
  readonly ids: ReadonlyArray<string>
}

const kinds: ReadonlySet<Kind> = new Set<Kind>(["ResultCarriedForward", "FundsEarmarked", "DebtOpened"])

/** Returns the entries of the opening that are not reversed. */
export const openings = (ledger: Ledger.Ledger): ReadonlyArray<OpeningEntry> => {
  const reversed = Ledger.planAt(ledger)?.reversed ?? new Map<number, number>()
  return [...ledger.traces.events].flatMap(([position, event]): ReadonlyArray<OpeningEntry> => {
    if (!kinds.has(event._tag) || reversed.has(position)) return []
    return [{ position, event, ids: Posting.of(event).map(idOf) }]
  })
}

/** Returns a key of the place, phase and year of a posting. */
export const idOf = ({ place, year }: Posting.Posting): string =>
  `${format(place)}\u001f${place.phase}\u001f${year}`

/** Returns whether two events have the same kind and the same postings; their descriptions may differ. */
export const isSame = (a: BudgetEvent, b: BudgetEvent): boolean => {
  const texts = [a, b].map((event) =>
    Posting.of(event).map((posting) => `${idOf(posting)}\u001f${Money.format(posting.amount)}`),
  )
  return a._tag === b._tag && texts[0]?.join() === texts[1]?.join()
}
