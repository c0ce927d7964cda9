/**
 * From wishes to proposals: each wish is decided on the state that the ones before it made, all or nothing.
 *
 * The ledger that is given is a working copy and grows by what is accepted. After the wishes, the rules that the
 * plan follows (overhead, pass-through) are applied again, so that they never go stale.
 */
import * as Result from "effect/Result"
import type { BudgetEvent } from "./BudgetEvent.ts"
import { format } from "./BudgetLine.ts"
import * as Canonical from "./Canonical.ts"
import * as Contribution from "./Contribution.ts"
import * as History from "./History.ts"
import type { Proposal, Sha256 } from "./Journal.ts"
import * as Ledger from "./Ledger.ts"
import * as Overhead from "./Overhead.ts"
import * as PassThrough from "./PassThrough.ts"
import type { Refusal } from "./Refusal.ts"
import type { Wish } from "./Wish.ts"

/** A refusal, and the wish that it refuses (none when a rule that follows the plan is refused). */
export interface Refused {
  readonly wish: Wish | undefined
  readonly refusal: Refusal
}

/** What became of the wishes. With anything refused or conflicting, nothing may be written. */
export interface Outcome {
  readonly proposals: ReadonlyArray<Proposal>
  readonly known: ReadonlyArray<Wish>
  readonly conflicting: ReadonlyArray<Wish>
  readonly refused: ReadonlyArray<Refused>
}

/** What the intake needs besides the wishes: who records, the hash function, and the events already recorded by id. */
export interface Context {
  readonly actor: string
  readonly sha256: Sha256
  readonly recorded: ReadonlyMap<string, BudgetEvent>
}

/** Decides wishes in order, on a working copy of the ledger, and lets the plan's own rules follow. */
export const decide = (working: Ledger.Ledger, wishes: Iterable<Wish>, context: Context): Outcome => {
  const proposals: Array<Proposal> = []
  const known: Array<Wish> = []
  const conflicting: Array<Wish> = []
  const refused: Array<Refused> = []
  const propose = (events: ReadonlyArray<BudgetEvent>, id: string, wish: Wish | undefined): void => {
    events.forEach((event, index) => {
      const refusal = accept(working, event)
      if (refusal !== undefined) refused.push({ wish, refusal })
      const source = wish?.source
      proposals.push({
        id: index === 0 ? id : `${id}.${index}`,
        event,
        actor: context.actor,
        ...(source === undefined ? {} : { source }),
      })
    })
  }
  const taken = new Map<string, BudgetEvent>()
  for (const wish of wishes) {
    const recorded = context.recorded.get(wish.id) ?? taken.get(wish.id)
    if (recorded !== undefined) {
      const same =
        wish.event === undefined || Canonical.stringify(wish.event) === Canonical.stringify(recorded)
      ;(same ? known : conflicting).push(wish)
      continue
    }
    const decided = wish.decide(Ledger.state(working))
    if (Result.isSuccess(decided)) {
      propose(decided.success, wish.id, wish)
      const [first] = decided.success
      if (first !== undefined) taken.set(wish.id, first)
    } else refused.push(...decided.failure.map((refusal) => ({ wish, refusal })))
  }
  if (refused.length === 0) {
    const followed = follow(working, context.sha256, propose)
    if (Result.isFailure(followed))
      refused.push(...followed.failure.map((refusal) => ({ wish: undefined, refusal })))
  }
  return { proposals, known, conflicting, refused }
}

/** Folds an event into the working ledger, or says why it cannot stand in a journal. */
const accept = (working: Ledger.Ledger, event: BudgetEvent): Refusal | undefined => {
  const read = History.read(event, History.version)
  if (Result.isFailure(read)) {
    const fault = read.failure
    return {
      _tag: "MalformedValue",
      field: fault._tag === "MalformedEvent" ? fault.field : "_tag",
      problem: fault._tag === "MalformedEvent" ? fault.problem : fault.kind,
    }
  }
  const folded = Ledger.append(working, { event, time: "" })
  if (Result.isSuccess(folded)) return undefined
  return { _tag: "AmountOverflow", place: format(folded.failure.place), year: folded.failure.year }
}

const follow = (
  working: Ledger.Ledger,
  sha256: Sha256,
  propose: (events: ReadonlyArray<BudgetEvent>, id: string, wish: undefined) => void,
): Result.Result<void, ReadonlyArray<Refusal>> => {
  const { plan, balances } = Ledger.state(working)
  if (plan === undefined) return Result.succeed(undefined)
  const passed = PassThrough.follow(plan, balances())
  if (Result.isFailure(passed)) return Result.fail(passed.failure)
  const events = [
    ...Overhead.follow(plan, balances()),
    ...passed.success,
    ...Contribution.follow(plan, balances()),
  ]
  // The id names what was posted and after which entry, so that the same application cannot be recorded twice.
  const at = Ledger.position(working)
  if (events.length > 0) propose(events, `follow:${sha256(Canonical.bytes({ at, events }))}`, undefined)
  return Result.succeed(undefined)
}
