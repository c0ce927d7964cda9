/**
 * The journal: entries in one total order, each with the hash of the one before it.
 *
 * An entry's *body* is the canonical JSON of everything but its hash. The hash is SHA-256 over a domain tag, a version
 * byte and the body's bytes, so stored bytes are hashed without a change. The hash function is injected: `core` also
 * runs without `node:crypto`.
 *
 * ```ts
 * const proposal = { id: "adopt", actor: "demo", event: { _tag: "YearClosed", year: 2026 } } as const
 * const one = Journal.seal(proposal, Journal.genesis, "2026-01-01T12:00:00.000Z", sha256)
 * one.position // => 1
 * Result.getOrThrow(Journal.open(one, Journal.genesis, sha256)).event._tag // => "YearClosed"
 * Journal.isNext(one, Journal.genesis, sha256) // => true
 * Result.getOrThrow(Journal.parse(one)).id // => "adopt"
 * Journal.parseCanonical(one)?.actor // => "demo"
 * Result.getOrThrow(Journal.tail(one)).position // => 1
 * Journal.headOf(entry).position // => 4
 * Result.isSuccess(Journal.prepare(proposal.event)) // => true
 * Journal.fingerprint(proposal.event) === Journal.fingerprint({ year: 2026, _tag: "YearClosed" }) // => true
 * const event = Result.getOrThrow(Journal.write(proposal.event))
 * Journal.holds(one, event) // => true
 * Journal.sealWritten({ proposal, event }, Journal.genesis, one.head.time, sha256)?.hash === one.hash // => true
 * Schema.is(Journal.Actor)("demo") // => true
 * Schema.is(Journal.EntryId)("lines.csv:12") // => true
 * Schema.is(Journal.Source)({ name: "lines.csv", sha256: "0".repeat(64), line: 12 }) // => true
 * Journal.hashOf(one.body, sha256) === one.hash // => true
 * ```
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { Head, Sha256 } from "../codec/Envelope.ts"
import * as Envelope from "../codec/Envelope.ts"
import * as EnvelopeWriter from "../codec/EnvelopeWriter.ts"
import * as History from "../codec/History.ts"
import * as PreparedEvent from "../codec/PreparedEvent.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import { decoder } from "../value/Utf8.ts"
import * as Content from "./Content.ts"
import type { Damage, Unreadable } from "./Damage.ts"
import * as RecordTime from "./RecordTime.ts"

export { Actor, EntryId, type Head, hashOf, type Sha256, Source } from "../codec/Envelope.ts"
export type { Damage, Unreadable } from "./Damage.ts"

/** An event to record, with its id, actor and source. */
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

/** A stored entry: the bytes of its body and the recorded hash. */
export interface Sealed {
  readonly position: number
  readonly hash: string
  readonly body: Uint8Array
}

/** The head of an empty journal. */
export const genesis: Head = { position: 0, hash: "0".repeat(64), time: "0000-01-01T00:00:00.000Z" }
/** A sealed entry, and the head after it. */
export interface SealedEntry extends Sealed {
  readonly head: Head
}

/**
 * Seals a proposal as the next entry after a head, at a record time; at the time of the head if the clock went back. Throws a
 * `TypeError` when its id, actor or source is not valid.
 */
export const seal = (proposal: Proposal, head: Head, now: string, sha256: Sha256): SealedEntry => {
  const event = Result.getOrElse(write(proposal.event), () => Canonical.bytes(proposal.event))
  const sealed = sealWritten({ proposal, event }, head, now, sha256)
  if (sealed === undefined)
    throw new TypeError(`the id, the actor or the source of ${proposal.id} is not valid`)
  return sealed
}

/** Like {@link seal}, for an event that was already written; `undefined` when its id, actor or source is not valid. */
export const sealWritten = (
  { proposal, event }: { readonly proposal: Proposal; readonly event: Uint8Array },
  head: Head,
  now: string,
  sha256: Sha256,
): SealedEntry | undefined => {
  const time = RecordTime.later(now, head.time)
  const position = head.position + 1
  const { actor, id, source } = proposal
  const written = EnvelopeWriter.write(
    event,
    { actor, id, position, previous: head.hash, source, time },
    sha256,
  )
  if (written === undefined) return undefined
  const { body, hash } = written
  return { position, hash, body, head: { position, hash, time } }
}

/** Returns whether a stored entry has an event with these bytes. If not, it may still be the same event in another version. */
export const holds = ({ body }: Sealed, event: Uint8Array): boolean => EnvelopeWriter.holds(body, event)

export { prepare } from "../codec/PreparedEvent.ts"

/** Checks an event and returns its canonical bytes. Drops those that were kept of a prepared event. */
export const write = (event: BudgetEvent): Result.Result<Uint8Array, History.UnreadableEvent> => {
  const known = PreparedEvent.of(event)
  if (known === undefined) return History.write(event)
  PreparedEvent.drop(event)
  return Result.succeed(known.bytes)
}

/**
 * Returns the idempotency fingerprint of an event: equal for a repeat, different for a conflict. It does not depend on
 * the source or the actor.
 */
export const fingerprint = (event: BudgetEvent): string => {
  const content = event._tag === "PlanAdjusted" ? Content.withoutRows(event) : event
  return decoder.decode(Result.getOrElse(History.write(content), () => Canonical.bytes(content)))
}

/** Opens a stored entry: checks its place in the chain, its hash and its schema, and fails with the first problem. */
export const open = (sealed: Sealed, head: Head, sha256: Sha256): Result.Result<Entry, Damage> => {
  const { position } = sealed
  if (position !== head.position + 1)
    return Result.fail({ _tag: "PositionGap", position, expected: head.position + 1 })
  const computed = Envelope.hashOf(sealed.body, sha256)
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

/** Returns whether a stored entry is the next one and its bytes match its hash. */
export const isNext = ({ position, hash, body }: Sealed, head: Head, sha256: Sha256): boolean =>
  position === head.position + 1 && Envelope.hashOf(body, sha256) === hash

/** Returns the head after an entry. */
export const headOf = (entry: Entry): Head => ({
  position: entry.position,
  hash: entry.hash,
  time: entry.time,
})

/** Returns the head after a stored entry with any event: an append needs only its place in the chain. */
export const tail = (sealed: Sealed): Result.Result<Head, Damage> =>
  Result.map(envelopeOf(sealed), ({ time }) => ({ position: sealed.position, hash: sealed.hash, time }))

/** Parses a stored body at any position; {@link open} also checks its place. */
export const parse = (sealed: Sealed): Result.Result<Entry, Unreadable> => {
  const { position, hash } = sealed
  const canonical = parseCanonical(sealed)
  if (canonical !== undefined) return Result.succeed(canonical)
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

/** Parses a stored body of the current version; `undefined` unless it is canonical and valid. */
export const parseCanonical = ({ body, hash }: Sealed): Entry | undefined => {
  const stored = Envelope.readCurrent(body)
  if (stored === undefined) return undefined
  const { version: _, ...entry } = stored
  return { ...entry, hash }
}

const envelopeOf = ({ body, position }: Sealed): Result.Result<Envelope.StoredEnvelope, Unreadable> =>
  Result.mapError(Envelope.read(body), (malformed) => ({ _tag: "MalformedEntry", position, ...malformed }))
