/**
 * A store that repeats a call when the connection was lost, until a time is over. Ids make a second delivery safe: an entry
 * that was recorded is not written twice.
 *
 * ```ts
 * const store = await Effect.runPromise(MemoryStore.make(sha256))
 * const repeating = Redelivery.over(store, { forMs: 60_000 })
 * (await Effect.runPromise(repeating.append("demo", 0, proposals))).written.length // => 9
 * const opened = Redelivery.open(Effect.succeed(store), { forMs: 60_000 })
 * (await Effect.runPromise(Effect.flatMap(opened, (one) => one.head("demo")))).position // => 9
 * const lost = StoreProblem.failed("append", { code: "ConnectionLost", place: "server", detail: "" })
 * Redelivery.mayPass(lost) // => true
 * Redelivery.redeliveries.id // => "grootboek_redeliveries"
 * ```
 */
import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import * as Stream from "effect/Stream"
import * as Batch from "./Batch.ts"
import * as IdLookup from "./IdLookup.ts"
import type * as Journal from "./Journal.ts"
import {
  type Appended,
  entryAt,
  type JournalStoreShape,
  restoreAll as restoreStream,
  type StoreError,
} from "./JournalStore.ts"
import { type RedeliveryOptions, repeat, resume } from "./Repetition.ts"
import * as ReplayedStream from "./ReplayedStream.ts"

export { mayPass, type RedeliveryOptions, redeliveries } from "./Repetition.ts"

/**
 * Returns a store whose calls are repeated. It reads which ids are recorded before each append, and the head before each stream or
 * restore, so that entries of a lost answer are distinguished from those recorded earlier.
 */
export const over = (store: JournalStoreShape, options: RedeliveryOptions): JournalStoreShape => {
  const again = <A>(call: Effect.Effect<A, StoreError>) => repeat(options, () => call)
  const { growth, locate } = store
  const streamed = <A, E>(
    { ledger, expected, batches, size }: Streamed<A, E>,
    deliver: (batches: Stream.Stream<A, E>) => Effect.Effect<Journal.Head, StoreError | E>,
    recorded: (kept: ReadonlyArray<A>) => Effect.Effect<Journal.Head | undefined, StoreError>,
  ): Effect.Effect<Journal.Head, StoreError | E> =>
    Effect.scoped(
      Effect.gen(function* () {
        const before = yield* again(store.head(ledger))
        const replayed = yield* ReplayedStream.make(batches, {
          size,
          keepAtMost: options.keepAtMost ?? 100_000,
        })
        return yield* repeat(
          options,
          (isLost) =>
            Effect.catch(deliver(replayed.stream), (error) =>
              isLost && before.position === expected && isConflict(error)
                ? Effect.flatMap(recorded(replayed.kept()), (head) =>
                    head === undefined ? Effect.fail(error) : Effect.succeed(head),
                  )
                : Effect.fail(error),
            ),
          replayed.isWhole,
        )
      }),
    )

  return {
    ...store,
    head: (ledger) => again(store.head(ledger)),
    find: (ledger, ids) => again(store.find(ledger, ids)),
    ...(locate === undefined ? {} : { locate: (ledger, ids) => again(locate(ledger, ids)) }),
    ledgers: again(store.ledgers),
    ...(growth === undefined
      ? {}
      : {
          growth: (ledger) =>
            resume(
              options,
              (last: number) => otherThan(last, growth(ledger)),
              (at) => at,
              -1,
            ),
        }),
    read: (ledger, after) =>
      resume(
        options,
        (last) => store.read(ledger, last),
        ({ position }) => position,
        after,
      ),

    append: Effect.fnUntraced(function* (ledger, expected, batch) {
      const ids = batch.map(({ id }) => id)
      const before = new Set(yield* again(IdLookup.positions(store, ledger, ids)))
      return yield* repeat(options, (isLost) =>
        Effect.flatMap(store.append(ledger, expected, batch), (appended) =>
          isLost && appended.known.length > 0
            ? ownWritten(store, { ledger, ids, before, appended })
            : Effect.succeed(appended),
        ),
      )
    }),

    restore: Effect.fnUntraced(function* (ledger, expected, entries) {
      const before = yield* again(store.head(ledger))
      return yield* repeat(options, (isLost) =>
        Effect.catch(store.restore(ledger, expected, entries), (error) =>
          isLost && before.position === expected && isConflict(error)
            ? Effect.flatMap(headIfStored(store, ledger, entries.at(-1)), (head) =>
                head === undefined ? Effect.fail(error) : Effect.succeed(head),
              )
            : Effect.fail(error),
        ),
      )
    }),

    appendAll: (ledger, expected, batches) =>
      streamed(
        { ledger, expected, batches, size: (batch) => batch.length },
        (delivery) => store.appendAll(ledger, expected, delivery),
        (kept) =>
          headIfRecorded(
            store,
            ledger,
            kept.flatMap((batch) => batch.map(({ id }) => id)),
          ),
      ),

    restoreAll: (ledger, expected, batches) =>
      streamed(
        { ledger, expected, batches, size: (batch) => batch.length },
        (delivery) => restoreStream({ store, ledger }, expected, delivery),
        (kept) => headIfStored(store, ledger, kept.findLast((batch) => batch.length > 0)?.at(-1)),
      ),
  }
}

/** Repeats the opening of a store, and returns the store with repeated calls. */
export const open = <R>(
  opening: Effect.Effect<JournalStoreShape, StoreError, R>,
  options: RedeliveryOptions,
): Effect.Effect<JournalStoreShape, StoreError, R> =>
  Effect.map(
    repeat(options, () => opening),
    (store) => over(store, options),
  )

interface Streamed<A, E> {
  readonly ledger: string
  readonly expected: number
  readonly batches: Stream.Stream<A, E>
  readonly size: (batch: A) => number
}

const otherThan = (last: number, growth: Stream.Stream<number, StoreError>) =>
  Stream.filter(growth, (position) => position !== last)

const isConflict = (error: unknown): boolean => Predicate.isTagged(error, "PositionConflict")

interface Delivered {
  readonly ledger: string
  readonly ids: ReadonlyArray<string>
  readonly before: ReadonlySet<number>
  readonly appended: Appended
}

/** Returns the answer that was lost: its written entries are those that are recorded and were not before the first delivery. */
const ownWritten = Effect.fnUntraced(function* (
  store: JournalStoreShape,
  { ledger, ids, before, appended }: Delivered,
): Effect.fn.Return<Appended, StoreError> {
  const found = yield* store.find(ledger, ids)
  const own = found.filter(({ position }) => !before.has(position))
  const last = own.at(-1)
  if (last === undefined) return appended
  const head = yield* Effect.fromResult(Batch.headAfter(last, ledger))
  const written = own.map(({ position }) => position)
  const rest = new Set(Batch.statedIds(own))
  // A batch may name an id twice: the second time it is known.
  const known = ids.filter((id) => !rest.delete(id))
  return { head, written, known }
})

/** Returns the head after a stream of proposals, when all of them are recorded. */
const headIfRecorded = Effect.fnUntraced(function* (
  store: JournalStoreShape,
  ledger: string,
  ids: ReadonlyArray<string>,
): Effect.fn.Return<Journal.Head | undefined, StoreError> {
  const found = yield* store.find(ledger, ids)
  const last = found.at(-1)
  return last === undefined || found.length < new Set(ids).size
    ? undefined
    : yield* Effect.fromResult(Batch.headAfter(last, ledger))
})

/** Returns the head after a sealed entry, when it is stored: its hash covers all entries before it. */
const headIfStored = Effect.fnUntraced(function* (
  store: JournalStoreShape,
  ledger: string,
  last: Journal.Sealed | undefined,
): Effect.fn.Return<Journal.Head | undefined, StoreError> {
  if (last === undefined) return undefined
  const stored = yield* entryAt(store, ledger, last.position)
  return stored?.hash === last.hash ? yield* Effect.fromResult(Batch.headAfter(stored, ledger)) : undefined
})
