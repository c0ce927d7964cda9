/**
 * The intake of requests: each is decided on the state after the ones before it, all or nothing.
 *
 * Accepted events are appended to a working copy of the ledger. After the requests, the rules of the plan (overhead,
 * pass-through, contributions) post what is due minus what was posted.
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
import * as PreparedEvent from "../codec/PreparedEvent.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Content from "../journal/Content.ts"
import * as Journal from "../journal/Journal.ts"
import * as AppliedRule from "../rule/AppliedRule.ts"
import * as Contribution from "../rule/Contribution.ts"
import { known, type Request } from "../rule/Decision.ts"
import * as Overhead from "../rule/Overhead.ts"
import * as PassThrough from "../rule/PassThrough.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Repayment from "../rule/Repayment.ts"
import { format } from "../value/BudgetLine.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as InForce from "./InForce.ts"
import * as Ledger from "./Ledger.ts"
import * as Mention from "./Mention.ts"

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
      const { event, refusal } = take(working, decided)
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
      if (recorded !== undefined && !isUndone(working, recorded)) {
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
      const followed = follow(working)
      if (Result.isFailure(followed))
        return { ...nothing, refused: followed.failure.map((refusal) => ({ request: undefined, refusal })) }
      const events = followed.success
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

const nothing: IntakeResult = { proposals: [], known: [], replaced: [], conflicting: [], refused: [] }

/** Returns whether a recorded event is the application of a rule that was reversed, which may be stated again. Deciding a rule that counts posts nothing. */
const isUndone = (working: Ledger.Ledger, recorded: BudgetEvent): boolean => {
  const plan = Ledger.planAt(working)
  if (plan === undefined || !isRule(plan, recorded)) return false
  const text = Canonical.stringify(recorded)
  const same = [...working.traces.events].filter(
    ([, event]) => event._tag === recorded._tag && Canonical.stringify(event) === text,
  )
  return same.length > 0 && same.every(([position]) => plan.reversed.has(position))
}

const isRule = ({ stopped }: Plan, recorded: BudgetEvent): boolean =>
  recorded._tag === "ActionStopped"
    ? stopped.get(recorded.action) !== recorded.lastDay
    : recorded._tag === "EstimatesIndexed" || AppliedRule.isApplied(recorded)

/** Appends an event; a field that is undefined counts as absent, as in a program without exact optional properties. */
const take = (
  working: Ledger.Ledger,
  event: BudgetEvent,
): { readonly event: BudgetEvent; readonly refusal: Refusal | undefined } => {
  const refusal = accept(working, event)
  if (refusal?._tag !== "MalformedValue") return { event, refusal }
  const stated = Result.try((): BudgetEvent => JSON.parse(JSON.stringify(event)))
  if (Result.isFailure(stated) || accept(working, stated.success) !== undefined) return { event, refusal }
  return { event: stated.success, refusal: undefined }
}

/** Appends an event to the working ledger, or returns why the journal cannot have it. */
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
  const day = Mention.impossibleDay(event)
  if (day !== undefined) {
    const [field, problem] = [day.field.replace(/^event\./, ""), `the calendar has no day ${day.day}`]
    return { _tag: "MalformedValue", field, problem, reason: { kind: "noSuchDay", values: [day.day] } }
  }
  const changes = PreparedEvent.of(event)?.changes
  if (changes !== undefined && working.columns.post(changes) === undefined) {
    working.traces.append({ kind: event._tag, time: "", source: undefined, event: undefined })
    return undefined
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
    ...Repayment.follow(plan, balances()),
  ])
}
