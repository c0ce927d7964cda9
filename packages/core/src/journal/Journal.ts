/**
 * The journal: entries in one total order, each bound to the one before it by its hash.
 *
 * An entry's *body* is the canonical JSON of everything but its hash. The hash is SHA-256 over a domain tag, a
 * version byte and the body's bytes, so stored bytes are hashed as they are. The hash function is injected:
 * `core` runs where there is no `node:crypto`.
 */
import * as Result from "effect/Result"
import * as Body from "../codec/Body.ts"
import * as Canonical from "../codec/Canonical.ts"
import type { Head } from "../codec/Envelope.ts"
import * as Envelope from "../codec/Envelope.ts"
import * as History from "../codec/History.ts"
import * as Shortcut from "../codec/Shortcut.ts"
import type { BudgetEvent, Of } from "../event/BudgetEvent.ts"
import type { ProblemReason } from "../value/Problem.ts"

export { hashOf, type Sha256 } from "../codec/Body.ts"
export { Actor, EntryId, type Head, Source } from "../codec/Envelope.ts"

/** An event that somebody wants to record. */
export interface Proposal {
  readonly id: string
  readonly event: BudgetEvent
  readonly actor: string
  readonly source?: Envelope.Source
}

/** An event as recorded. Positions start at 1 and have no gaps; times are UTC, `2026-06-30T12:00:00.000Z`, and never go back. */
export interface Entry extends Proposal {
  readonly position: number
  readonly time: string
  readonly previous: string
  readonly hash: string
}

/** An entry as stored: its body's bytes and the hash that was recorded with them. */
export interface Sealed {
  readonly position: number
  readonly hash: string
  readonly body: Uint8Array
}

/** The head of an empty journal. */
export const genesis: Head = { position: 0, hash: "0".repeat(64), time: "0000-01-01T00:00:00.000Z" }

/** What is wrong with a stored entry; `field` is where, `problem` what. */
export type Damage =
  | { readonly _tag: "PositionGap"; readonly position: number; readonly expected: number }
  | {
      readonly _tag: "HashMismatch"
      readonly position: number
      readonly stored: string
      readonly computed: string
    }
  | {
      readonly _tag: "BrokenChain"
      readonly position: number
      readonly previous: string
      readonly expected: string
    }
  | {
      readonly _tag: "TimeWentBack"
      readonly position: number
      readonly time: string
      readonly previous: string
    }
  | {
      readonly _tag: "MalformedEntry"
      readonly position: number
      readonly field: string
      readonly problem: string
      readonly reason?: ProblemReason
      readonly offset: number
    }
  | {
      readonly _tag: "UnknownEvent"
      readonly position: number
      readonly kind: string
      readonly version: number
    }

/** What is wrong with an entry whatever stands around it: nobody can read it. */
export type Unreadable = Extract<Damage, { readonly _tag: "MalformedEntry" | "UnknownEvent" }>

/** Seals a proposal as the next entry after a head, at a record time; a clock that went back is held at the head's time. */
export const seal = (
  proposal: Proposal,
  head: Head,
  now: string,
  sha256: Body.Sha256,
): Sealed & { readonly head: Head } =>
  sealTold({ proposal, told: telling(proposal.event) }, head, now, sha256)

/** {@link seal} for a caller that has what the event tells already: writing it costs more than the hash. */
export const sealTold = (
  { proposal, told }: { readonly proposal: Proposal; readonly told: string },
  head: Head,
  now: string,
  sha256: Body.Sha256,
): Sealed & { readonly head: Head } => {
  const time = now > head.time ? now : head.time
  const position = head.position + 1
  const { actor, id, source } = proposal
  const around = { actor, id, position, previous: head.hash, source, time, version: History.version }
  const { body, hash } = Body.write(Envelope.write(told, around), sha256)
  return { position, hash, body, head: { position, hash, time } }
}

/** Whether a stored entry tells the same event, seen in its bytes alone; when it does not, {@link parse} has the last word. */
export const tells = ({ body }: Sealed, told: string): boolean => {
  const text = lenient.decode(body)
  const mark = '","event":'
  // An actor holds no quotes, so the first mark is the one after the actor.
  const begins = text.startsWith(`${told},"id":`, text.indexOf(mark) + mark.length)
  // The same text may mean something else in another version.
  return begins && text.endsWith(`,"version":${History.version}}`)
}

/** What an event tells: its canonical text, as an entry holds it. */
export const telling = (event: BudgetEvent): string => Shortcut.write(event) ?? Canonical.stringify(event)

/** The text by which a repeat is told from a conflict: what happened, not where it was read or who typed it. */
export const sameness = (event: BudgetEvent): string =>
  telling(event._tag === "PlanAdjusted" ? unplaced(event) : event)

// A change keeps its line in the file, and a blank line in the file makes no other change of it.
const unplaced = (adjusted: Of<"PlanAdjusted">): Of<"PlanAdjusted"> => ({
  ...adjusted,
  changes: adjusted.changes.map(({ row: _, ...change }) => change),
})

/** Opens a stored entry: checks its place in the chain, its hash and its shape. The first thing wrong is the answer. */
export const open = (sealed: Sealed, head: Head, sha256: Body.Sha256): Result.Result<Entry, Damage> => {
  const { position } = sealed
  if (position !== head.position + 1)
    return Result.fail({ _tag: "PositionGap", position, expected: head.position + 1 })
  const computed = Body.hashOf(sealed.body, sha256)
  if (computed !== sealed.hash)
    return Result.fail({ _tag: "HashMismatch", position, stored: sealed.hash, computed })
  const read = parse(sealed)
  if (Result.isFailure(read)) return read
  const entry = read.success
  if (entry.position !== position)
    return Result.fail({ _tag: "PositionGap", position: entry.position, expected: position })
  if (entry.previous !== head.hash)
    return Result.fail({ _tag: "BrokenChain", position, previous: entry.previous, expected: head.hash })
  if (entry.time < head.time)
    return Result.fail({ _tag: "TimeWentBack", position, time: entry.time, previous: head.time })
  return read
}

/** Whether a stored entry comes next and its bytes are those that its hash was made of. */
export const isNext = ({ position, hash, body }: Sealed, head: Head, sha256: Body.Sha256): boolean =>
  position === head.position + 1 && Body.hashOf(body, sha256) === hash

/** The head after an entry. */
export const headOf = (entry: Entry): Head => ({
  position: entry.position,
  hash: entry.hash,
  time: entry.time,
})

/** The head after a stored entry, whatever its event: appending needs only its place in the chain. */
export const tail = (sealed: Sealed): Result.Result<Head, Damage> =>
  Result.map(envelopeOf(sealed), ({ time }) => ({ position: sealed.position, hash: sealed.hash, time }))

/** Reads a stored body without asking whether it belongs there; {@link open} asks. */
export const parse = (sealed: Sealed): Result.Result<Entry, Unreadable> => {
  const { position, hash } = sealed
  const envelope = envelopeOf(sealed)
  if (Result.isFailure(envelope)) return Result.fail(envelope.failure)
  const { event: storedEvent, version, ...rest } = envelope.success
  const event = History.read(storedEvent, version)
  if (Result.isSuccess(event)) return Result.succeed({ ...rest, event: event.success, hash })
  const unread = event.failure
  if (unread._tag === "UnknownEvent") return Result.fail({ ...unread, position })
  const [field, problem] = [`event.${unread.field}`, `${unread.kind}: ${unread.problem}`]
  return Result.fail({ _tag: "MalformedEntry", position, field, problem, reason: unread.reason, offset: 0 })
}

const envelopeOf = ({ body, position }: Sealed): Result.Result<Envelope.Envelope, Unreadable> =>
  Result.mapError(Envelope.read(body), (malformed) => ({ _tag: "MalformedEntry", position, ...malformed }))

const lenient = new TextDecoder("utf-8")
