/**
 * The intake of requests: each is decided on the state after the ones before it, all or nothing.
 *
 * Accepted events are appended to a working copy of the ledger. After the requests, the rules of the plan (overhead,
 * pass-through, contributions, repayments) post what is due minus what was posted.
 *
 * ```ts
 * const request = { id: "more", decide: Estimate.post({ line: rent, amounts: { 2026: "10.00" } }) }
 * Result.getOrThrow(Intake.decide(ledger, [request], context)).proposals.map(({ id }) => id) // => ["more"]
 * const wrong = { id: "wrong", decide: Estimate.post({ line: rent, amounts: { 2040: "10.00" } }) }
 * const rejected = Intake.decide(ledger, [request, wrong], context)
 * Result.isFailure(rejected) && rejected.failure.refused.map(({ refusal }) => refusal._tag) // => ["YearOutsidePlan"]
 * // A copy, since these change the ledger that they are given.
 * const intake = Intake.begin(Ledger.copy(ledger), context)
 * const parts = [intake.take(request, undefined), intake.end()]
 * Intake.join(parts).proposals.length // => 1
 * Intake.decideInto(Ledger.copy(ledger), [wrong], context).refused.length // => 1
 * ```
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Content from "../journal/Content.ts"
import type * as Journal from "../journal/Journal.ts"
import { known, type Request } from "../rule/Decision.ts"
import * as DueEvents from "../rule/DueEvents.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Acceptance from "./Acceptance.ts"
import * as InForce from "./InForce.ts"
import * as Ledger from "./Ledger.ts"

/** A refused request; without a request when a rule of the plan is refused. */
export interface RefusedRequest {
  readonly request: Request | undefined
  readonly refusal: Refusal
}

/** The result of an intake: what to write, or why nothing may be written. */
export interface IntakeResult {
  readonly proposals: ReadonlyArray<Journal.Proposal>
  readonly known: ReadonlyArray<Request>
  /** The known requests whose declaration or rule does not hold any more, because a later entry replaced it. */
  readonly replaced: ReadonlyArray<Request>
  readonly conflicting: ReadonlyArray<Request>
  readonly refused: ReadonlyArray<RefusedRequest>
}

/** The actor, and the hash function for the ids of the entries of rules. */
export interface IntakeOptions {
  readonly actor: string
  readonly sha256: Journal.Sha256
  /** Whether bookings past an estimate and commitments past what is available are refused. */
  readonly isStrict?: boolean
  /** Whether a declaration or a rule that a later entry replaced is recorded again; it is known otherwise. */
  readonly isAgain?: boolean
}

/** The options, and the recorded events by id. */
export interface IntakeContext extends IntakeOptions {
  readonly recorded: ReadonlyMap<string, BudgetEvent>
}

/** An intake in progress. */
export interface Intake {
  /** Decides a request. `recorded` is the event of the journal under its id or a former one, if there is one. */
  readonly take: (request: Request, recorded: BudgetEvent | undefined) => IntakeResult
  /** Applies the rules of the plan. */
  readonly end: () => IntakeResult
}

/** Starts an intake on a working copy of a ledger. */
export const begin = (working: Ledger.Ledger, options: IntakeOptions): Intake => {
  const accepted = (
    events: ReadonlyArray<BudgetEvent>,
    id: string,
    request: Request | undefined,
  ): IntakeResult => {
    const refused: Array<RefusedRequest> = []
    const proposals = events.map((decided, index): Journal.Proposal => {
      const { event, refusal } = Acceptance.append(working, decided)
      if (refusal !== undefined) refused.push({ request, refusal })
      const { actor } = options
      const own = index === 0 ? id : `${id}.${index}`
      const source = request?.source
      return source === undefined ? { id: own, event, actor } : { id: own, event, actor, source }
    })
    return { ...nothing, proposals, refused }
  }
  return {
    take: (request, recorded) => {
      if (recorded !== undefined && !InForce.isReversed(working, recorded)) {
        if (request.event !== undefined && !Content.isSame(request.event, recorded))
          return { ...nothing, conflicting: [request] }
        if (!InForce.isReplaced(working, request, recorded)) return { ...nothing, known: [request] }
        if (options.isAgain !== true) return { ...nothing, known: [request], replaced: [request] }
      }
      const { isStrict = false } = options
      const { plan, balances } = Ledger.state(working)
      const decided = request.decide({ plan, balances, isStrict })
      // The id of the entry that was reversed or replaced is taken.
      const id = recorded === undefined ? request.id : `${request.id}:${Ledger.position(working)}`
      if (Result.isSuccess(decided) && recorded !== undefined && decided.success.length === 0)
        return { ...nothing, known: [request] }
      return Result.isSuccess(decided)
        ? accepted(decided.success, id, request)
        : { ...nothing, refused: decided.failure.map((refusal) => ({ request, refusal })) }
    },
    end: () => {
      const { plan, balances } = Ledger.state(working)
      const { events, refused } = plan === undefined ? noRules : DueEvents.of(plan, balances())
      if (refused.length > 0)
        return { ...nothing, refused: refused.map((refusal) => ({ request: undefined, refusal })) }
      // The id is a hash of the events and their position, so that the same application is recorded once.
      const at = Ledger.position(working)
      return accepted(events, `follow:${options.sha256(Canonical.bytes({ at, events }))}`, undefined)
    },
  }
}

/** Accepted requests: what to write, the requests that are recorded already, and the ledger with all of it. */
export interface AcceptedRequests {
  readonly proposals: ReadonlyArray<Journal.Proposal>
  readonly known: ReadonlyArray<Request>
  /** See {@link IntakeResult.replaced}. */
  readonly replaced: ReadonlyArray<Request>
  readonly ledger: Ledger.Ledger
}

/** Rejected requests: those that are refused, and those whose id is recorded with another event. */
export type RejectedRequests = Pick<IntakeResult, "refused" | "conflicting">

/**
 * Decides requests in order, then applies the rules of the plan: all requests are accepted, or none. The ledger that is
 * passed in does not change.
 */
export const decide = (
  ledger: Ledger.Ledger,
  requests: Iterable<Request>,
  context: IntakeContext,
): Result.Result<AcceptedRequests, RejectedRequests> => {
  const working = Ledger.copy(ledger)
  const { proposals, known, replaced, refused, conflicting } = decideInto(working, requests, context)
  return refused.length + conflicting.length > 0
    ? Result.fail({ refused, conflicting })
    : Result.succeed({ proposals, known, replaced, ledger: working })
}

/**
 * Like {@link decide}, on a ledger that grows by what is accepted. After a refusal or a conflict there are no proposals,
 * and the ledger must not be used.
 */
export const decideInto = (
  working: Ledger.Ledger,
  requests: Iterable<Request>,
  { recorded, ...options }: IntakeContext,
): IntakeResult => {
  const intake = begin(working, options)
  const taken = new Map<string, BudgetEvent>()
  const parts: Array<IntakeResult> = []
  for (const request of requests) {
    const part = intake.take(request, known(request, recorded) ?? taken.get(request.id))
    const [first] = part.proposals
    if (first !== undefined) taken.set(request.id, first.event)
    parts.push(part)
  }
  if (parts.every((part) => part.refused.length === 0)) parts.push(intake.end())
  const joined = join(parts)
  return joined.refused.length + joined.conflicting.length > 0 ? { ...joined, proposals: [] } : joined
}

/** Concatenates results. */
export const join = (parts: ReadonlyArray<IntakeResult>): IntakeResult => ({
  proposals: parts.flatMap((part) => part.proposals),
  known: parts.flatMap((part) => part.known),
  replaced: parts.flatMap((part) => part.replaced),
  conflicting: parts.flatMap((part) => part.conflicting),
  refused: parts.flatMap((part) => part.refused),
})

const noRules: DueEvents.DueEvents = { events: [], refused: [] }

const nothing: IntakeResult = { proposals: [], known: [], replaced: [], conflicting: [], refused: [] }
