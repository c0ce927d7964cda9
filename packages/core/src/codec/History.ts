/**
 * From stored events to events of the current version.
 *
 * Every shape ever written stays readable for the ten years that evidence is kept. A retired shape gets a row in
 * `retired`, which turns it into the current one. An unknown event is an error; it is never skipped.
 *
 * ```ts
 * const { event } = entry
 * const written = Result.getOrThrow(History.write(event))
 * const stored: unknown = JSON.parse(new TextDecoder().decode(written))
 * Result.isSuccess(History.read(stored, History.version)) // => true
 * Result.isFailure(History.read({ _tag: "UnknownKind" }, 9)) // => true
 * History.retired.size // => 0
 * ```
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { BudgetEvent, kinds } from "../event/BudgetEvent.ts"
import * as Canonical from "./Canonical.ts"
import * as Codec from "./Codec.ts"
import { isRecord } from "./PlainRecord.ts"
import * as SchemaProblem from "./SchemaProblem.ts"

/** The version of the current event shapes; an entry states the one it was written in. */
export const version = 1

/** A stored event that this version of Grootboek cannot read. */
export type UnreadableEvent =
  | { readonly _tag: "UnknownEvent"; readonly kind: string; readonly version: number }
  | ({ readonly _tag: "MalformedEvent"; readonly kind: string } & SchemaProblem.SchemaProblem)

/** Turns the stored shape of a kind and version into the shape of the next version. */
export type Upcast = (stored: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** Retired shapes by `kind@version`. None is retired yet. */
export const retired: ReadonlyMap<string, Upcast> = new Map()

/**
 * Reads a stored event of some version; fails on an unknown kind or version and on what does not fit its schema.
 *
 * @param upcasts - the retired shapes; other than {@link retired} in tests only
 */
export const read = (
  stored: unknown,
  storedVersion: number,
  upcasts: ReadonlyMap<string, Upcast> = retired,
): Result.Result<BudgetEvent, UnreadableEvent> => {
  let shape: unknown = stored
  const kind = tagOf(stored)
  if (storedVersion > version || !known.has(kind))
    return Result.fail({ _tag: "UnknownEvent", kind, version: storedVersion })
  for (let from = storedVersion; from < version; from++) {
    const upcast = upcasts.get(`${kind}@${from}`)
    if (upcast !== undefined && isRecord(shape)) shape = upcast(shape)
  }
  return Result.mapError(decode(shape), (error) => ({
    _tag: "MalformedEvent" as const,
    kind,
    ...SchemaProblem.first(error),
  }))
}

/** Checks an event of the current version and returns its canonical bytes. */
export const write = (event: unknown): Result.Result<Uint8Array, UnreadableEvent> => {
  const bytes = codec.write(event)
  // The schema reports what is wrong, and accepts the rare valid values that are not plain records.
  return bytes === undefined
    ? Result.map(read(event, version), () => Canonical.bytes(event))
    : Result.succeed(bytes)
}

const codec = Codec.of(BudgetEvent)
const known: ReadonlySet<string> = new Set(kinds)
const decode = Schema.decodeUnknownResult(BudgetEvent, { onExcessProperty: "error" })
const tagOf = (value: unknown): string =>
  isRecord(value) && typeof value._tag === "string" ? value._tag : "(no _tag)"
