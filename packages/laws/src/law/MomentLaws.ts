/** Laws of moments: each is a prefix of the journal, and its name gives the position that the journal shows. */
import { type BudgetEvent, Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Scenarios from "../draw/Scenarios.ts"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import * as Reading from "../kit/LedgerCells.ts"
import { pairLaw } from "./MomentPair.ts"

export const moments = [
  pairLaw(
    "statement: at a position equals that of the journal up to it",
    "A moment is a prefix of the journal.",
    ({ played, from }) => {
      const fresh = Reading.amounts(Reading.all(Scenarios.fold(played.entries.slice(0, from))))
      return firstOf(Reading.all(played.ledger, from), ({ where, exact }) =>
        amountsDiffer(where, exact, fresh.get(where) ?? Money.zero),
      )
    },
  ),
  pairLaw(
    "moment: a plan version is everything before the next one",
    "`plan:…/0`, its position and its time give the same figures.",
    ({ played }) => {
      const { ledger, entries } = played
      const versions = Ledger.planAt(ledger)?.versions ?? []
      return firstOf(versions.entries(), ([at, { label }]) => {
        const position = (versions[at + 1]?.position ?? entries.length + 1) - 1
        const named = Ledger.moment(ledger, `plan:${label}`)
        const timed = Ledger.moment(ledger, `time:${entries[position - 1]?.time}`)
        return (
          differs(`position of plan:${label}`, Result.getOrUndefined(named), position) ??
          differs(`position at the time of entry ${position}`, Result.getOrUndefined(timed), position)
        )
      })
    },
  ),
  pairLaw(
    "moment: a decision ends with its last rule, before anything realised",
    "`decision:…` is the batch of the adjustment; for the first plan, its entries before a realisation or the next adjustment.",
    ({ played }) => {
      const { ledger, batches, events } = played
      const versions = Ledger.planAt(ledger)?.versions ?? []
      return firstOf(versions.entries(), ([at, { label, position }]) => {
        const decided = Result.getOrElse(Ledger.moment(ledger, `decision:${label}`), () => 0)
        if (at > 0) return differs(`position of decision:${label}`, decided, endOfBatch(batches, position))
        const next = events.findIndex((event, index) => index >= position && ends.has(event._tag))
        return differs(`position of decision:${label}`, decided, next < 0 ? events.length : next)
      })
    },
  ),
]

/** Kinds that end the estimates of the first plan. */
const ends = new Set<BudgetEvent.Kind>([
  "PlanAdjusted",
  "CommitmentRecorded",
  "ActualRecorded",
  "CreditTransferred",
  "CarriedOver",
  "YearClosed",
])

const endOfBatch = (batches: Scenarios.PlayedScenario["batches"], position: number): number => {
  let end = 0
  for (const batch of batches) {
    end += batch.length
    if (end >= position) return end
  }
  return end
}
