/** A stored entry: its event, who recorded it, where it was read, and its place in the chain; and the hash over its bytes. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { BudgetEvent } from "../event/BudgetEvent.ts"
import { expects, type ProblemReason } from "../value/Problem.ts"
import { decoder, encoder } from "../value/Utf8.ts"
import * as Bytes from "./Bytes.ts"
import * as Codec from "./Codec.ts"
import * as History from "./History.ts"
import * as SchemaProblem from "./SchemaProblem.ts"

/** Where an event came from: a file by name and SHA-256, and the line in it that the event begins on. */
export const Source = Schema.Struct({
  name: Schema.String.check(
    Schema.isPattern(/^[^\p{Cc}\p{Cs}]{1,255}$/u, expects("fileName", "a file name")),
  ),
  sha256: Schema.String.check(
    Schema.isPattern(/^[0-9a-f]{64}$/u, expects("digest", "64 hexadecimal digits")),
  ),
  line: Schema.optionalKey(Schema.Int),
}).annotate({ identifier: "Source" })

/** See {@link Source:var}. */
export type Source = typeof Source.Type

/** The caller's idempotency key: the same id with the same content is a repeat, with other content a conflict. */
export const EntryId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9:._/-]{1,128}$/u, expects("entryId", "1 to 128 letters, digits or : . _ / -")),
).annotate({ identifier: "EntryId" })

/** Who recorded an entry: an opaque id, never a person's name. */
export const Actor = Schema.String.check(
  Schema.isPattern(
    /^[A-Za-z0-9:._-]{1,64}$/u,
    expects("actor", "an opaque id of 1 to 64 letters, digits or : . _ -"),
  ),
).annotate({ identifier: "Actor" })

/** The end of a journal: how many entries it has, the hash of the last, and when that was recorded. */
export interface Head {
  readonly position: number
  readonly hash: string
  readonly time: string
}

const fields = {
  actor: Actor,
  id: EntryId,
  position: Schema.Int,
  previous: Schema.String,
  source: Schema.optionalKey(Source),
  time: Schema.String.check(
    Schema.isPattern(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
      expects("time", "a UTC time with milliseconds"),
    ),
  ).annotate({ identifier: "RecordTime" }),
}

/** An envelope with its event, which is still as it was stored. */
export type StoredEnvelope = typeof StoredEnvelope.Type
const StoredEnvelope = Schema.Struct({
  ...fields,
  event: Schema.Unknown,
  // Versions are numbered from 1.
  version: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 99 })),
})

/** An entry in the current version of event shapes. */
export type Current = typeof Current.Type

/** See {@link Current:type}. */
export const Current = Schema.Struct({
  ...fields,
  event: BudgetEvent,
  version: Schema.Literal(History.version),
})

/** Why bytes are not an envelope: the field, the problem, and the byte at which it begins (0 when unknown). */
export interface Malformed {
  readonly field: string
  readonly problem: string
  readonly reason: ProblemReason
  readonly offset: number
}

/** Reads the body of an entry of the current version; `undefined` unless it is canonical and fits its schema. */
export const readCurrent: (body: Uint8Array) => Current | undefined = Codec.of(Current).read

/** Reads the envelope of any body, canonical or not. */
export const read = (body: Uint8Array): Result.Result<StoredEnvelope, Malformed> => {
  let stored: unknown
  try {
    stored = JSON.parse(strictDecoder.decode(body))
  } catch (cause) {
    // The parser counts UTF-16 units, after a byte order mark.
    const units = /position (\d+)/.exec(String(cause))?.[1]
    const rest = units === undefined ? body : encoder.encode(decoder.decode(body).slice(Number(units)))
    const offset = body.length - rest.length
    return Result.fail({ field: "(body)", problem: String(cause), reason: { kind: "json" }, offset })
  }
  return Result.mapError(decode(stored), (error) => ({
    field: "(entry)",
    problem: error.message,
    reason: SchemaProblem.first(error).reason,
    offset: 0,
  }))
}

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string

/** Returns the hash of a body: SHA-256 over `grootboek/entry`, the byte 1, and the body. */
export const hashOf = (body: Uint8Array, sha256: Sha256): string => {
  const length = tag.bytes.length + body.length
  if (length > tagged.length) {
    tagged = new Uint8Array(length * 2)
    tagged.set(tag.bytes)
  }
  tagged.set(body, tag.bytes.length)
  return sha256(tagged.subarray(0, length))
}

const strictDecoder = new TextDecoder("utf-8", { fatal: true })
const decode = Schema.decodeUnknownResult(StoredEnvelope, { onExcessProperty: "error" })

/** The bytes that are hashed before a body: the domain tag and the version byte of the hash. */
export const tag = Bytes.token("grootboek/entry\u0001")

// One buffer for all hashes, with the tag already in it.
let tagged = new Uint8Array(4_096)
tagged.set(tag.bytes)
