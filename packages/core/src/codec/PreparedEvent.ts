/**
 * Events that were checked and written before they are appended.
 *
 * A row of a file needs the bytes of its event for its id, and the journal needs them again. They are written once and
 * kept beside the event, which never changes.
 *
 * ```ts
 * const event = { ...entry.event }
 * Result.isSuccess(PreparedEvent.prepare(event)) // => true
 * PreparedEvent.of(event)?.event === event // => true
 * PreparedEvent.drop(event)
 * PreparedEvent.of(event) // => undefined
 * PreparedEvent.keep({ event, bytes: new Uint8Array() }) === event // => true
 * ```
 */
import * as Result from "effect/Result"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import type { Changes } from "../event/Posting.ts"
import * as History from "./History.ts"

/** An event with its canonical bytes, and with its changes where they are known as integers. */
export interface PreparedEvent<A extends BudgetEvent = BudgetEvent> {
  readonly event: A
  readonly bytes: Uint8Array
  readonly changes?: Changes
}

const prepared = new WeakMap<object, PreparedEvent>()

/** Returns the bytes and changes that were kept of an event; `undefined` for an event that was not prepared. */
export const of = (event: object): PreparedEvent | undefined => prepared.get(event)

/** Keeps an event whose bytes and changes are certain. */
export const keep = <A extends BudgetEvent>(one: PreparedEvent<A>): A => {
  prepared.set(one.event, one)
  return one.event
}

/** Drops what was kept of an event. */
export const drop = (event: BudgetEvent): void => {
  prepared.delete(event)
}

/** Checks an event and keeps its canonical bytes, unless it is prepared. */
export const prepare = (event: BudgetEvent): Result.Result<void, History.UnreadableEvent> => {
  if (prepared.has(event)) return done
  return Result.map(History.write(event), (bytes) => {
    prepared.set(event, { event, bytes })
  })
}

const done: Result.Result<void, never> = Result.succeed(undefined)
