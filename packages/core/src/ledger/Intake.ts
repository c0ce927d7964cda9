/**
 * From requests to proposals: each request is decided on the state that the ones before it made, all or nothing.
 *
 * The ledger that is given is a working copy and grows by what is accepted. After the requests, the rules that the
 * plan follows (overhead, pass-through) are applied again, so that they never go stale.
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Journal from "../journal/Journal.ts"
import * as Contribution from "../rule/Contribution.ts"
import type { Request } from "../rule/Decision.ts"
import * as Overhead from "../rule/Overhead.ts"
import * as PassThrough from "../rule/PassThrough.ts"
import { format } from "../value/BudgetLine.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Ledger from "./Ledger.ts"

/** A refusal, and the request that it refuses (none when a rule that follows the plan is refused). */
export interface Refused {
  readonly request: Request | undefined
  readonly refusal: Refusal
}

/** What became of the requests. With anything refused or conflicting, nothing may be written. */
export interface Outcome {
  readonly proposals: ReadonlyArray<Journal.Proposal>
  readonly known: ReadonlyArray<Request>
  readonly conflicting: ReadonlyArray<Request>
  readonly refused: ReadonlyArray<Refused>
}

/** Who records, and the hash function for the ids of what the plan's rules post. */
export interface Desk {
  readonly actor: string
  readonly sha256: Journal.Sha256
}

/** A desk, and the events already recorded by id. */
export interface Context extends Desk {
  readonly recorded: ReadonlyMap<string, BudgetEvent>
}

/** An intake under way: it takes requests one by one, and in the end lets the plan's own rules follow. */
export interface Intake {
  /** Decides a request; `recorded` is the event that the journal holds under its id, if it holds one. */
  readonly take: (request: Request, recorded: BudgetEvent | undefined) => Outcome
  readonly end: () => Outcome
}

/** Begins an intake on a working copy of a ledger. */
export const begin = (working: Ledger.Ledger, desk: Desk): Intake => {
  const accepted = (
    events: ReadonlyArray<BudgetEvent>,
    id: string,
    request: Request | undefined,
  ): Outcome => {
    const refused: Array<Refused> = []
    const proposals = events.map((event, index): Journal.Proposal => {
      const refusal = accept(working, event)
      if (refusal !== undefined) refused.push({ request, refusal })
      const source = request?.source
      const proposal = { id: index === 0 ? id : `${id}.${index}`, event, actor: desk.actor }
      return source === undefined ? proposal : { ...proposal, source }
    })
    return { ...nothing, proposals, refused }
  }
  return {
    take: (request, recorded) => {
      if (recorded !== undefined) {
        const isSame =
          request.event === undefined || Journal.fingerprint(request.event) === Journal.fingerprint(recorded)
        return isSame ? { ...nothing, known: [request] } : { ...nothing, conflicting: [request] }
      }
      const decided = request.decide(Ledger.state(working))
      return Result.isSuccess(decided)
        ? accepted(decided.success, request.id, request)
        : { ...nothing, refused: decided.failure.map((refusal) => ({ request, refusal })) }
    },
    end: () => {
      const followed = follow(working)
      if (Result.isFailure(followed))
        return { ...nothing, refused: followed.failure.map((refusal) => ({ request: undefined, refusal })) }
      const events = followed.success
      // The id names what was posted and after which entry, so that the same application cannot be recorded twice.
      const at = Ledger.position(working)
      return accepted(events, `follow:${desk.sha256(Canonical.bytes({ at, events }))}`, undefined)
    },
  }
}

/** Decides requests in order, on a working copy of the ledger, and lets the plan's own rules follow. */
export const decide = (
  working: Ledger.Ledger,
  requests: Iterable<Request>,
  { recorded, ...desk }: Context,
): Outcome => {
  const intake = begin(working, desk)
  const taken = new Map<string, BudgetEvent>()
  const parts: Array<Outcome> = []
  for (const request of requests) {
    const part = intake.take(request, recorded.get(request.id) ?? taken.get(request.id))
    const [first] = part.proposals
    if (first !== undefined) taken.set(request.id, first.event)
    parts.push(part)
  }
  if (parts.every((part) => part.refused.length === 0)) parts.push(intake.end())
  return join(parts)
}

/** Several outcomes as one. */
export const join = (parts: ReadonlyArray<Outcome>): Outcome => ({
  proposals: parts.flatMap((part) => part.proposals),
  known: parts.flatMap((part) => part.known),
  conflicting: parts.flatMap((part) => part.conflicting),
  refused: parts.flatMap((part) => part.refused),
})

const nothing: Outcome = { proposals: [], known: [], conflicting: [], refused: [] }

/** Folds an event into the working ledger, or says why it cannot stand in a journal. */
const accept = (working: Ledger.Ledger, event: BudgetEvent): Refusal | undefined => {
  const prepared = Journal.prepare(event)
  if (Result.isFailure(prepared)) {
    const fault = prepared.failure
    if (fault._tag === "UnknownEvent")
      return {
        _tag: "MalformedValue",
        field: "_tag",
        problem: fault.kind,
        reason: { kind: "event", values: [fault.kind] },
      }
    const { field, problem, reason } = fault
    return { _tag: "MalformedValue", field, problem, reason }
  }
  const folded = Ledger.append(working, { event, time: "" })
  if (Result.isSuccess(folded)) return undefined
  return { _tag: "AmountOverflow", place: format(folded.failure.place), year: folded.failure.year }
}

const follow = (
  working: Ledger.Ledger,
): Result.Result<ReadonlyArray<BudgetEvent>, ReadonlyArray<Refusal>> => {
  const { plan, balances } = Ledger.state(working)
  if (plan === undefined) return Result.succeed([])
  return Result.map(PassThrough.follow(plan, balances()), (passed) => [
    ...Overhead.follow(plan, balances()),
    ...passed,
    ...Contribution.follow(plan, balances()),
  ])
}
