/** Why a store does not write a proposal: a field does not fit its schema. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Envelope from "../codec/Envelope.ts"
import type * as History from "../codec/History.ts"
import * as SchemaProblem from "../codec/SchemaProblem.ts"
import type * as Journal from "./Journal.ts"
import type { StoreError } from "./JournalStore.ts"

/** Returns why a proposal is refused. Entries never change, so an entry that cannot be read back is not written. */
export const of = (
  ledger: string,
  proposal: Journal.Proposal,
  unread: History.UnreadableEvent,
): StoreError => {
  const fitting = stripped(ledger, proposal)
  if (Result.isFailure(fitting)) return fitting.failure
  if (unread._tag === "MalformedEvent")
    return misfitOf(ledger, proposal.id, { ...unread, field: `event.${unread.field}` })
  const reason = { kind: "event", values: [unread.kind] } as const
  return misfitOf(ledger, proposal.id, {
    field: "event",
    problem: `there is no event ${unread.kind}`,
    reason,
  })
}

/**
 * Returns a proposal without the source fields that an entry does not store; fails when its id, actor or source is not
 * valid.
 */
export const stripped = (
  ledger: string,
  proposal: Journal.Proposal,
): Result.Result<Journal.Proposal, StoreError> =>
  Result.mapBoth(decode(proposal), {
    onSuccess: (around) => ({ ...around, event: proposal.event }),
    onFailure: (error) => misfitOf(ledger, proposal.id, SchemaProblem.first(error)),
  })

const misfitOf = (
  ledger: string,
  id: string,
  { field, problem, reason }: SchemaProblem.SchemaProblem,
): StoreError => ({ _tag: "Misfit", ledger, id, field, problem, reason })

const decode = Schema.decodeUnknownResult(
  Schema.Struct({
    id: Envelope.EntryId,
    event: Schema.Unknown,
    actor: Envelope.Actor,
    source: Schema.optionalKey(Envelope.Source),
  }),
)
