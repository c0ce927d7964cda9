/**
 * A store whose calls are spans and metrics of Effect. A program that needs them wraps its store and provides a tracer
 * or reads the metrics; nothing is recorded otherwise.
 *
 * ```ts
 * const store = Traced.over(await Effect.runPromise(MemoryStore.make(sha256)))
 * (await Effect.runPromise(store.append("demo", 0, proposals))).head.position // => 9
 * const verified = Traced.run("verify", "demo", Verify.ledger(store, "demo", sha256))
 * (await Effect.runPromise(verified)).findings // => []
 * [Traced.calls.id, Traced.seconds.id] // => ["grootboek_store_calls", "grootboek_store_seconds"]
 * ```
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as Stream from "effect/Stream"
import { type JournalStoreShape, restoreAll } from "./JournalStore.ts"

/** How many calls a store answered or failed, by `operation` and `outcome`. */
export const calls = Metric.counter("grootboek_store_calls", {
  description: "Calls of a journal store",
  incremental: true,
})

/** How long calls took, in seconds, by `operation`. */
export const seconds = Metric.histogram("grootboek_store_seconds", {
  description: "Duration of the calls of a journal store",
  boundaries: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100],
})

/** Returns a store with a span `grootboek.OPERATION` around each call; a read ends with its stream. */
export const over = (store: JournalStoreShape): JournalStoreShape => {
  const { locate } = store
  return {
    ...store,
    head: (ledger) => call("head", { ledger }, store.head(ledger)),
    find: (ledger, ids) => call("find", { ledger, ids: ids.length }, store.find(ledger, ids)),
    ...(locate === undefined
      ? {}
      : { locate: (ledger, ids) => call("find", { ledger, ids: ids.length }, locate(ledger, ids)) }),
    ledgers: call("ledgers", {}, store.ledgers),
    append: (ledger, expected, batch) =>
      call("append", { ledger, expected, entries: batch.length }, store.append(ledger, expected, batch)),
    appendAll: (ledger, expected, batches) =>
      call("append", { ledger, expected }, store.appendAll(ledger, expected, batches)),
    restore: (ledger, expected, entries) =>
      call(
        "restore",
        { ledger, expected, entries: entries.length },
        store.restore(ledger, expected, entries),
      ),
    restoreAll: (ledger, expected, batches) =>
      call("restore", { ledger, expected }, restoreAll({ store, ledger }, expected, batches)),
    read: (ledger, after) =>
      Stream.withSpan(store.read(ledger, after), "grootboek.read", { attributes: { ledger, after } }),
  }
}

/**
 * Runs a verification or an export of a whole ledger in a span `grootboek.verify` or `grootboek.export`, and counts it like a
 * call. The reads of a store of {@link over} are spans inside it.
 */
export const run = <A, E, R>(
  operation: "verify" | "export",
  ledger: string,
  work: Effect.Effect<A, E, R>,
): Effect.Effect<A, E, R> => call(operation, { ledger }, work)

type Attributes = Readonly<Record<string, string | number>>

const call = <A, E, R>(
  operation: string,
  attributes: Attributes,
  work: Effect.Effect<A, E, R>,
): Effect.Effect<A, E, R> =>
  Effect.gen(function* () {
    const begun = yield* Effect.flatMap(Clock.Clock, (clock) => clock.monotonicTimeNanos)
    const count = (outcome: string) =>
      Effect.gen(function* () {
        const ended = yield* Effect.flatMap(Clock.Clock, (clock) => clock.monotonicTimeNanos)
        yield* Metric.update(Metric.withAttributes(calls, { operation, outcome }), 1)
        yield* Metric.update(Metric.withAttributes(seconds, { operation }), Number(ended - begun) / 1e9)
      })
    return yield* Effect.onExit(work, (exit) => count(exit._tag === "Success" ? "answered" : "failed"))
  }).pipe(Effect.withSpan(`grootboek.${operation}`, { attributes }))
