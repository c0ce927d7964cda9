/** What stands around an event in a stored entry: who recorded it, where it was read, and its place in the chain. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expects, type ProblemReason } from "../value/Problem.ts"
import { text } from "./Canonical.ts"
import * as SchemaProblem from "./SchemaProblem.ts"
import { isRecordOf, isText } from "./Shape.ts"

const fileDigest = /^[0-9a-f]{64}$/u
const entryId = /^[A-Za-z0-9:._/-]{1,128}$/u
const actor = /^[A-Za-z0-9:._-]{1,64}$/u
const recordTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u

/** Where an event came from: a file by name and SHA-256, and the line in it that the event begins on. */
export const Source = Schema.Struct({
  name: Schema.String.check(
    Schema.isPattern(/^[^\p{Cc}\p{Cs}]{1,255}$/u, expects("fileName", "a file name")),
  ),
  sha256: Schema.String.check(Schema.isPattern(fileDigest, expects("digest", "64 hexadecimal digits"))),
  line: Schema.optionalKey(Schema.Int),
}).annotate({ identifier: "Source" })

/** See {@link Source:var}. */
export type Source = typeof Source.Type

/** The caller's idempotency key: same id and same content is a repeat, same id and other content a conflict. */
export const EntryId = Schema.String.check(
  Schema.isPattern(entryId, expects("entryId", "1 to 128 letters, digits or : . _ / -")),
).annotate({ identifier: "EntryId" })

/** Who recorded it: an opaque id, never a person's name. */
export const Actor = Schema.String.check(
  Schema.isPattern(actor, expects("actor", "an opaque id of 1 to 64 letters, digits or : . _ -")),
).annotate({ identifier: "Actor" })

/** The end of a journal: how many entries it has, and the hash of the last. */
export interface Head {
  readonly position: number
  readonly hash: string
  readonly time: string
}

/** An envelope with its event, which is still as it was stored. */
export type Envelope = typeof Envelope.Type
const Envelope = Schema.Struct({
  actor: Actor,
  event: Schema.Unknown,
  id: EntryId,
  position: Schema.Int,
  previous: Schema.String,
  source: Schema.optionalKey(Source),
  time: Schema.String.check(Schema.isPattern(recordTime, expects("time", "a UTC time with milliseconds"))),
  version: Schema.Int,
})

/** Why bytes hold no envelope: where, what, and from which byte on (0 when that cannot be said). */
export interface Malformed {
  readonly field: string
  readonly problem: string
  readonly reason: ProblemReason
  readonly offset: number
}

/** Reads the envelope of a body. */
export const read = (body: Uint8Array): Result.Result<Envelope, Malformed> => {
  let stored: unknown
  try {
    stored = JSON.parse(decoder.decode(body))
  } catch (cause) {
    const offset = Number(/position (\d+)/.exec(String(cause))?.[1] ?? 0)
    return Result.fail({ field: "(body)", problem: String(cause), reason: { kind: "json" }, offset })
  }
  if (isEnvelope(stored)) return Result.succeed(stored)
  return Result.mapError(decode(stored), (error) => ({
    field: "(entry)",
    problem: error.message,
    reason: SchemaProblem.first(error).reason,
    offset: 0,
  }))
}

/** An envelope around the canonical text of an event: the canonical text of the whole. */
export const write = (
  told: string,
  { actor, id, position, previous, source, time, version }: Around,
): string =>
  `{"actor":${text(actor)},"event":${told},"id":${text(id)},"position":${position},"previous":"${previous}",` +
  `${source === undefined ? "" : `"source":${sourceText(source)},`}"time":"${time}","version":${version}}`

/** What goes around an event. */
export interface Around extends Omit<Envelope, "event" | "source"> {
  readonly source: Source | undefined
}

/** Whether nothing is wrong with what a caller gives to stand around an event; of what is, the schemas tell. */
export const fits = (given: Pick<Envelope, "actor" | "id" | "source">): boolean =>
  isActor(given.actor) && isEntryId(given.id) && (!("source" in given) || isSource(given.source))

const sourceText = ({ line, name, sha256 }: Source): string =>
  `{${line === undefined ? "" : `"line":${line},`}"name":${text(name)},"sha256":"${sha256}"}`

const decoder = new TextDecoder("utf-8", { fatal: true })
const decode = Schema.decodeUnknownResult(Envelope, { onExcessProperty: "error" })

const parts = ["actor", "event", "id", "position", "previous", "time", "version"]
const extras = ["source"]
const sourceParts = ["name", "sha256"]
const sourceExtras = ["line"]

// What the schema accepts as it is, tested faster; what is no to it is the schema's business.
const isEnvelope = (stored: unknown): stored is Envelope =>
  isRecordOf(stored, parts, extras) &&
  isActor(stored.actor) &&
  isEntryId(stored.id) &&
  typeof stored.previous === "string" &&
  typeof stored.time === "string" &&
  recordTime.test(stored.time) &&
  Number.isSafeInteger(stored.position) &&
  Number.isSafeInteger(stored.version) &&
  (!("source" in stored) || isSource(stored.source))

const isActor = (value: unknown): boolean => typeof value === "string" && actor.test(value)

const isEntryId = (value: unknown): boolean => typeof value === "string" && entryId.test(value)

const isSource = (value: unknown): boolean =>
  isRecordOf(value, sourceParts, sourceExtras) &&
  isText(value.name) &&
  value.name.length <= 255 &&
  !/[\n\t]/.test(value.name) &&
  typeof value.sha256 === "string" &&
  fileDigest.test(value.sha256) &&
  (!("line" in value) || Number.isSafeInteger(value.line))
