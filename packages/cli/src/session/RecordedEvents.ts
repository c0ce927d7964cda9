/** The events of the journal, and of the branch of a session, by the ids of requests. */
import { type BudgetEvent, type Decision, Journal } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { CommandFailure } from "../words/CommandFailure.ts"
import { storeError } from "./CoreFailure.ts"
import type { Session } from "./Session.ts"

export interface RecordedEvent {
  readonly event: BudgetEvent.BudgetEvent
  readonly position: number
}

/** Returns the recorded events under the ids of requests. */
export type FindRecorded = (
  requests: ReadonlyArray<Decision.Request>,
) => Effect.Effect<ReadonlyMap<string, RecordedEvent>, CommandFailure>

/**
 * Finds events in the journal and on the branch. Skips the journal for the first file of lines of a ledger without
 * amounts: nothing can repeat there.
 */
export const of = (
  session: Session,
  { inputs, kind }: { readonly inputs: ReadonlyArray<unknown>; readonly kind: Layout.ImportKind },
): FindRecorded => {
  const proposed = new Map<string, RecordedEvent>()
  for (const [index, { id, event }] of (session.branch?.proposals ?? []).entries())
    proposed.set(id, { event, position: session.head.position + index + 1 })
  const isFirst = inputs.length === 1 && kind === "lines" && session.ledger.columns.postings === 0
  return Effect.fnUntraced(function* (requests) {
    if (isFirst || requests.length === 0) return proposed
    const ids = requests.flatMap(({ id, formerIds = [] }) => [id, ...formerIds])
    const found = yield* Effect.mapError(session.store.find(session.name, ids), storeError)
    const recorded = new Map(proposed)
    for (const sealed of found) {
      const entry = Journal.parse(sealed)
      if (Result.isFailure(entry)) continue
      const { id, event, position } = entry.success
      recorded.set(id, { event, position })
    }
    return recorded
  })
}
