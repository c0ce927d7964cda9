/** Short valid journals, one for each kind of event. */
import { type BudgetEvent, Journal } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import * as KindEvents from "./KindEvents.ts"
import { sha256 } from "./Sha256.ts"

/** Returns the journal of some events. The events are not checked. */
export const sealed = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return events.map((event, at) => {
    const proposal = { id: `fuzz:${at}`, actor: "fuzz", event }
    const { head: next, ...one } = Journal.seal(proposal, head, "2026-01-05T09:00:00.000Z", sha256)
    head = next
    return one
  })
}

/** Returns a journal for each kind. Throws when one of them has a finding. */
export const all = (): ReadonlyArray<ReadonlyArray<Journal.Sealed>> =>
  KindEvents.all.map(([kind, events]) => {
    const journal = sealed(events)
    const [finding] = Audit.all(journal, { sha256 }).findings
    if (finding !== undefined) throw new Error(`the journal of ${kind}: ${JSON.stringify(finding)}`)
    return journal
  })
