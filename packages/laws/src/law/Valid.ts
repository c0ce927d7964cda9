/** The validity of events that the engine recorded, as a law has to know it. */
import { type BudgetEvent, Ledger } from "@grootboek/core"
import { Validity } from "@grootboek/core/ledger"
import type { Breach } from "../kit/Law.ts"

/** Returns the first event that is not valid, checked in order from the first. */
export const firstInvalid = (events: Iterable<BudgetEvent.BudgetEvent>): Breach | undefined => {
  const ledger = Ledger.empty()
  const validity = Validity.begin()
  for (const event of events) {
    const entry = { event, time: "2026-01-01T00:00:00.000Z" }
    const folded = { kind: event._tag, content: { event }, source: undefined, time: entry.time }
    const [wrong] = validity.check(ledger, folded)
    if (wrong !== undefined)
      return {
        what: `entry ${Ledger.position(ledger) + 1}, ${event._tag}, ${wrong.field}: ${JSON.stringify(wrong.reason)}`,
      }
    Ledger.append(ledger, entry)
  }
  return undefined
}
