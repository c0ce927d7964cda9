/**
 * The journal: entries in one total order, each bound to the one before it by its hash.
 *
 * An entry's *body* is the canonical JSON of everything but its hash. The hash is SHA-256 over a domain tag, a
 * version byte and the body's bytes, so stored bytes are hashed as they are. The hash function is injected:
 * `core` runs where there is no `node:crypto`.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { BudgetEvent } from "./BudgetEvent.ts"
import * as Canonical from "./Canonical.ts"
import * as History from "./History.ts"
import { isRecordOf, isText } from "./Shape.ts"

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string

/** Where an event came from: a file by name and SHA-256, and the line in it that the event begins on. */
export const Source = Schema.Struct({
  name: Schema.String.check(Schema.isPattern(/^[^\p{Cc}\p{Cs}]{1,255}$/u, { expected: "a file name" })),
  sha256: Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u, { expected: "64 hexadecimal digits" })),
  line: Schema.optionalKey(Schema.Int),
}).annotate({ identifier: "Source" })

/** See {@link Source:var}. */
export type Source = typeof Source.Type

/** The caller's idempotency key: same id and same content is a repeat, same id and other content a conflict. */
export const EntryId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9:._/-]{1,128}$/u, { expected: "1 to 128 letters, digits or : . _ / -" }),
).annotate({ identifier: "EntryId" })

/** Who recorded it: an opaque id, never a person's name. */
export const Actor = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9:._-]{1,64}$/u, {
    expected: "an opaque id of 1 to 64 letters, digits or : . _ -",
  }),
).annotate({ identifier: "Actor" })

/** An event that somebody wants to record. */
export interface Proposal {
  readonly id: string
  readonly event: BudgetEvent
  readonly actor: string
  readonly source?: Source
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

/** The end of a journal: how many entries it has, and the hash of the last. */
export interface Head {
  readonly position: number
  readonly hash: string
  readonly time: string
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
      readonly offset: number
    }
  | {
      readonly _tag: "UnknownEvent"
      readonly position: number
      readonly kind: string
      readonly version: number
    }

const tag = new TextEncoder().encode("grootboek/entry\u0001")

/** The hash of a body: SHA-256 over `grootboek/entry`, the byte 1, and the body. */
export const hashOf = (body: Uint8Array, sha256: Sha256): string => {
  const length = tag.length + body.length
  if (length > tagged.length) {
    tagged = new Uint8Array(length * 2)
    tagged.set(tag)
  }
  tagged.set(body, tag.length)
  return sha256(tagged.subarray(0, length))
}

// One buffer for every hash, with the tag already in it: a fresh one costs more than the hash.
let tagged = new Uint8Array(4_096)
tagged.set(tag)

/** Seals a proposal as the next entry after a head, at a record time; a clock that went back is held at the head's time. */
export const seal = (
  proposal: Proposal,
  head: Head,
  now: string,
  sha256: Sha256,
): Sealed & { readonly head: Head } =>
  sealTold({ proposal, told: sameness(proposal.event) }, head, now, sha256)

/** {@link seal} for a caller that has the {@link sameness} of the event already: writing it costs more than the hash. */
export const sealTold = (
  { proposal, told }: { readonly proposal: Proposal; readonly told: string },
  head: Head,
  now: string,
  sha256: Sha256,
): Sealed & { readonly head: Head } => {
  const time = now > head.time ? now : head.time
  const position = head.position + 1
  const { actor, id, source } = proposal
  const rest = { id, position, previous: head.hash, source, time, version: History.version }
  // "actor" and "event" sort before all the others, so the body is canonical.
  const body = encoder.encode(
    `{"actor":${Canonical.stringify(actor)},"event":${told},${Canonical.stringify(rest).slice(1)}`,
  )
  const hash = hashOf(body, sha256)
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

/** The text by which a repeat is told from a conflict: what happened, not where it was read or who typed it. */
export const sameness = (event: BudgetEvent): string => Canonical.stringify(event)

/** Opens a stored entry: checks its place in the chain, its hash and its shape. The first thing wrong is the answer. */
export const open = (sealed: Sealed, head: Head, sha256: Sha256): Result.Result<Entry, Damage> => {
  const { position } = sealed
  if (position !== head.position + 1)
    return Result.fail({ _tag: "PositionGap", position, expected: head.position + 1 })
  const computed = hashOf(sealed.body, sha256)
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
export const isNext = ({ position, hash, body }: Sealed, head: Head, sha256: Sha256): boolean =>
  position === head.position + 1 && hashOf(body, sha256) === hash

/** Whether what an entry says of its own place fits behind a head. */
export const follows = (
  { position, previous, time }: Pick<Entry, "position" | "previous" | "time">,
  head: Head,
): boolean => position === head.position + 1 && previous === head.hash && time >= head.time

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
export const parse = (sealed: Sealed): Result.Result<Entry, Damage> => {
  const envelope = envelopeOf(sealed)
  if (Result.isFailure(envelope)) return Result.fail(envelope.failure)
  const { event: storedEvent, version, ...rest } = envelope.success
  const event = History.read(storedEvent, version)
  if (Result.isSuccess(event)) return Result.succeed({ ...rest, event: event.success, hash: sealed.hash })
  const problem = event.failure
  return problem._tag === "UnknownEvent"
    ? Result.fail({ ...problem, position: sealed.position })
    : malformed(sealed, `event.${problem.field}`, `${problem.kind}: ${problem.problem}`)
}

const envelopeOf = (sealed: Sealed): Result.Result<typeof Envelope.Type, Damage> => {
  let stored: unknown
  try {
    stored = JSON.parse(decoder.decode(sealed.body))
  } catch (cause) {
    return malformed(sealed, "(body)", String(cause), Number(/position (\d+)/.exec(String(cause))?.[1] ?? 0))
  }
  if (isEnvelope(stored)) return Result.succeed(stored)
  return Result.orElse(decodeEnvelope(stored), (error) => malformed(sealed, "(entry)", error.message))
}

// What the schema accepts as it is, tested faster; what is no to it is the schema's business.
const isEnvelope = (stored: unknown): stored is typeof Envelope.Type =>
  isRecordOf(stored, ["actor", "event", "id", "position", "previous", "time", "version"], ["source"]) &&
  typeof stored.actor === "string" &&
  /^[A-Za-z0-9:._-]{1,64}$/.test(stored.actor) &&
  typeof stored.id === "string" &&
  /^[A-Za-z0-9:._/-]{1,128}$/.test(stored.id) &&
  typeof stored.previous === "string" &&
  typeof stored.time === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(stored.time) &&
  Number.isSafeInteger(stored.position) &&
  Number.isSafeInteger(stored.version) &&
  (!("source" in stored) || isSource(stored.source))

const isSource = (stored: unknown): boolean =>
  isRecordOf(stored, ["name", "sha256"], ["line"]) &&
  isText(stored.name) &&
  typeof stored.name === "string" &&
  stored.name.length <= 255 &&
  !/[\n\t]/.test(stored.name) &&
  typeof stored.sha256 === "string" &&
  /^[0-9a-f]{64}$/.test(stored.sha256) &&
  (!("line" in stored) || Number.isSafeInteger(stored.line))

const malformed = (
  { position }: Sealed,
  field: string,
  problem: string,
  offset = 0,
): Result.Result<never, Damage> => Result.fail({ _tag: "MalformedEntry", position, field, problem, offset })

const encoder = new TextEncoder()
const lenient = new TextDecoder("utf-8")
const decoder = new TextDecoder("utf-8", { fatal: true })

const Envelope = Schema.Struct({
  actor: Actor,
  event: Schema.Unknown,
  id: EntryId,
  position: Schema.Int,
  previous: Schema.String,
  source: Schema.optionalKey(Source),
  time: Schema.String.check(
    Schema.isPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u, {
      expected: "a UTC time with milliseconds",
    }),
  ),
  version: Schema.Int,
})
const decodeEnvelope = Schema.decodeUnknownResult(Envelope, { onExcessProperty: "error" })
