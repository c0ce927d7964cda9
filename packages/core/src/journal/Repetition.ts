/** Calls that are repeated when they fail for a reason that may pass. */
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as Predicate from "effect/Predicate"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { StoreError } from "./JournalStore.ts"
import type { StoreFailed, StoreProblemCode } from "./StoreProblem.ts"

/** How long and how often a call is repeated. */
export interface RedeliveryOptions {
  /** Milliseconds from the first failure of a call until its error is returned. */
  readonly forMs: number
  /** Milliseconds before the first repetition; each further wait is twice as long. 100 by default. */
  readonly firstWaitMs?: number
  /** The longest wait in milliseconds. 1,000 by default. */
  readonly longestWaitMs?: number
  /** Entries of a stream that are kept for a second delivery. A longer stream is delivered once. 100,000 by default. */
  readonly keepAtMost?: number
  /** Is called before each wait. */
  readonly onWait?: (failure: StoreFailed) => void
}

/** How often a call was repeated in this program. */
export const redeliveries = Metric.counter("grootboek_redeliveries", {
  description: "Repeated calls of a journal store",
  incremental: true,
})

/** Returns whether a failure concerns the connection, a server that is being replaced or a lock, so that it may pass. */
export const mayPass = (failure: StoreFailed): boolean => passing.has(failure.problem.code)

/**
 * Repeats a call until it succeeds, fails for a reason that does not pass, or the time is over. `isLost` is true after the first
 * failure: an earlier delivery may be recorded.
 */
export const repeat = Effect.fnUntraced(function* <A, E, R>(
  options: RedeliveryOptions,
  call: (isLost: boolean) => Effect.Effect<A, E, R>,
  isRepeatable: () => boolean = () => true,
): Effect.fn.Return<A, E, R> {
  const waiting = waitingOf(options)
  for (;;) {
    const outcome = yield* Effect.result(call(waiting.hasFailed()))
    if (Result.isSuccess(outcome)) return outcome.success
    if (!isRepeatable()) return yield* Effect.fail(outcome.failure)
    yield* waiting.wait(outcome.failure)
  }
})

/** Continues a stream after the last element that arrived. */
export const resume = <A>(
  options: RedeliveryOptions,
  from: (last: number) => Stream.Stream<A, StoreError>,
  positionOf: (element: A) => number,
  first: number,
): Stream.Stream<A, StoreError> =>
  Stream.suspend(() => {
    const waiting = waitingOf(options)
    let last = first
    const rest = (): Stream.Stream<A, StoreError> =>
      Stream.catch(
        Stream.mapArray(from(last), (chunk) => {
          last = positionOf(chunk[chunk.length - 1] ?? chunk[0])
          waiting.renew()
          return chunk
        }),
        (failure) => Stream.unwrap(Effect.map(waiting.wait(failure), rest)),
      )
    return rest()
  })

// The connection was lost, or the server stops, starts, is a replica, or is too busy. A lock may be that of a call whose
// answer was lost, which the server still holds.
const passing: ReadonlySet<StoreProblemCode> = new Set([
  "ConnectionLost",
  "Locked",
  "NoAnswer",
  "NoConnections",
  "NoServer",
  "PoolFull",
  "Replica",
  "ServerStopping",
  "TimedOut",
])

/** Counts the time and the waits from the first failure on. */
const waitingOf = ({ forMs, firstWaitMs = 100, longestWaitMs = 1_000, onWait }: RedeliveryOptions) => {
  let waitMs = firstWaitMs
  let until: bigint | undefined
  return {
    hasFailed: () => until !== undefined,
    /** Waits before a repetition; fails when the failure does not pass or the time is over. */
    wait: Effect.fnUntraced(function* <E>(failure: E): Effect.fn.Return<void, E> {
      // The system clock may be set back; the monotonic clock is not.
      const now = yield* Effect.clockWith((clock) => clock.monotonicTimeNanos)
      until ??= now + BigInt(forMs) * 1_000_000n
      if (!isFailed(failure) || !mayPass(failure) || now >= until) return yield* Effect.fail(failure)
      onWait?.(failure)
      yield* Metric.update(redeliveries, 1)
      yield* Effect.sleep(waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    }),
    renew: () => {
      waitMs = firstWaitMs
      until = undefined
    },
  }
}

const isFailed = (error: unknown): error is StoreFailed => Predicate.isTagged(error, "StoreFailed")
