/**
 * From what was stored to today's events: the one door through which a journal is read.
 *
 * Every shape ever written stays readable for the ten years that evidence is kept. A retired shape gets a row in
 * `retired`, which turns it into today's; an event that is not known stops the reading, it is never skipped.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { BudgetEvent, kinds } from "../event/BudgetEvent.ts"
import * as SchemaProblem from "./SchemaProblem.ts"
import * as Shortcut from "./Shortcut.ts"

/** The version of today's event shapes; an entry states the one it was written in. */
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
 * Reads a stored event of some version, refusing what is unknown or does not fit its schema.
 *
 * @param upcasts - the retired shapes; other than {@link retired} in tests only
 */
export const read = (
  stored: unknown,
  storedVersion: number,
  upcasts: ReadonlyMap<string, Upcast> = retired,
): Result.Result<BudgetEvent, UnreadableEvent> => {
  if (storedVersion === version && Shortcut.fits(stored)) return Result.succeed(stored)
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

const known: ReadonlySet<string> = new Set(kinds)
const decode = Schema.decodeUnknownResult(BudgetEvent, { onExcessProperty: "error" })
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null
const tagOf = (value: unknown): string =>
  isRecord(value) && typeof value._tag === "string" ? value._tag : "(no _tag)"
