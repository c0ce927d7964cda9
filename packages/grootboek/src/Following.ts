/** New entries as they are appended, by any program, on every store; and read models that follow them. */
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Platform from "#platform"
import type { Calling, Later, Pieces } from "./Calling.ts"
import { GrootboekError, refused } from "./GrootboekError.ts"
import type { Handle } from "./Handle.ts"

/** Where to begin, and how often to look for new entries. */
export interface FollowOptions {
  /** The position after which to begin; 0 by default, so that all entries come first. */
  readonly from?: number
  /** How often to look on a store that does not notify, in milliseconds; 250 by default. */
  readonly pollMs?: number
}

/** Returns the entries after a position, and then every new one. Each is checked against the one before it. */
export const follow = (
  handle: Handle,
  { from = 0, pollMs }: FollowOptions = {},
): Stream.Stream<Journal.Entry, GrootboekError> =>
  Stream.unwrap(
    Effect.map(headAt(handle, from), (start) => {
      let head = start
      const next = Effect.suspend(() => entriesAfter(handle, head))
      return growth(handle, pollMs).pipe(
        Stream.mapEffect(() =>
          Effect.map(next, (found) => {
            head = found.head
            return found.entries
          }),
        ),
        Stream.flatMap(Stream.fromIterable),
      )
    }),
  )

/** A value computed from all entries up to a position. */
export interface ReadModel<State> {
  readonly position: number
  readonly state: State
}

/** A read model that is kept up to date. */
export interface Projection<C extends Calling, State> {
  readonly name: string
  /** Reads the new entries and returns the read model. Save it, and pass it as `from` to continue. */
  readonly current: () => Later<C, ReadModel<State>>
  /** Returns the read model now and after every change. */
  readonly changes: () => Pieces<C, ReadModel<State>>
}

/** How to compute a read model. */
export interface ProjectOptions<State> {
  /** The state before the first entry. */
  readonly initial: State
  /** Returns the state after an entry. */
  readonly on: (state: State, entry: Journal.Entry) => State
  /** A saved read model to continue from; the beginning of the journal by default. */
  readonly from?: ReadModel<State>
  /** How often `changes` looks on a store that does not notify, in milliseconds; 250 by default. */
  readonly pollMs?: number
}

/** Computes a read model. */
export const project = Effect.fnUntraced(function* <State>(
  handle: Handle,
  name: string,
  { initial, on, from = { position: 0, state: initial }, pollMs }: ProjectOptions<State>,
): Effect.fn.Return<Projection<"effect", State>, GrootboekError> {
  let head = yield* headAt(handle, from.position)
  let { state } = from
  const current = handle.exclusive(
    Effect.map(
      Effect.suspend(() => entriesAfter(handle, head)),
      (found) => {
        state = found.entries.reduce(on, state)
        head = found.head
        return { position: head.position, state }
      },
    ),
  )
  const changes = growth(handle, pollMs).pipe(
    Stream.mapEffect(() => current),
    Stream.changesWith((before, after) => before.position === after.position),
  )
  return { name, current: () => current, changes: () => changes }
})

const growth = (
  { store, ledger, storeFailed }: Handle,
  pollMs = 250,
): Stream.Stream<unknown, GrootboekError> =>
  store.growth === undefined ? Stream.tick(pollMs) : Stream.mapError(store.growth(ledger), storeFailed)

/** Returns the head after a position, as the entry at it states. */
const headAt = Effect.fnUntraced(function* (
  handle: Handle,
  position: number,
): Effect.fn.Return<Journal.Head, GrootboekError> {
  if (position === 0) return Journal.genesis
  const { head } = yield* handle.catchUp
  if (!Number.isInteger(position) || position < 0 || position > head.position) {
    const known = [`position:${head.position}`]
    const reason = { _tag: "UnknownMoment", moment: `position:${position}`, known } as const
    return yield* Effect.fail(refused(reason, handle.language))
  }
  const found = yield* handle.store
    .read(handle.ledger, position - 1)
    .pipe(Stream.runHead, Effect.mapError(handle.storeFailed))
  return yield* open(handle, Option.isNone(found) ? Result.succeed(head) : Journal.tail(found.value))
})

const open = <A>(
  { language }: Handle,
  result: Result.Result<A, Journal.Damage>,
): Effect.Effect<A, GrootboekError> =>
  Effect.mapError(
    Effect.fromResult(result),
    (damage) => new GrootboekError({ kind: "damaged", damage }, { language }),
  )

interface NewEntries {
  readonly entries: ReadonlyArray<Journal.Entry>
  readonly head: Journal.Head
}

const entriesAfter = (handle: Handle, start: Journal.Head): Effect.Effect<NewEntries, GrootboekError> =>
  Effect.suspend(() => {
    const entries: Array<Journal.Entry> = []
    let head = start
    return handle.store.read(handle.ledger, start.position).pipe(
      Stream.mapError(handle.storeFailed),
      Stream.runForEach((sealed) =>
        Effect.map(open(handle, Journal.open(sealed, head, Platform.sha256)), (entry) => {
          entries.push(entry)
          head = Journal.headOf(entry)
        }),
      ),
      Effect.map(() => ({ entries, head })),
    )
  })
