/**
 * The record time of a command: that of the clock, or the one that `--time` gives.
 *
 * In a store time never goes back: an entry gets at least the time of the entry before it. After an entry from a clock that
 * was ahead, every later entry would get that wrong time. So recording is refused then, unless `--time` is given.
 */
import { type Journal, RecordTime } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as ClockMessage from "../words/ClockMessage.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"

export interface RecordClock {
  /** Fails when the next entry would get a time that the clock does not show. */
  readonly check: Effect.Effect<void, CommandFailure>
  /** Runs an effect at the record time. */
  readonly stamp: <A, E>(effect: Effect.Effect<A, E>) => Effect.Effect<A, E>
}

/** Returns the clock of a session that continues after a head, at the time that the user gives if any. */
export const of = (head: Journal.Head, given: string | undefined): RecordClock => {
  if (given === undefined)
    return {
      check: Effect.flatMap(Clock.currentTimeMillis, (now) =>
        RecordTime.isAhead(head.time, now)
          ? Effect.fail(refused(ClockMessage.isAhead(head, new Date(now).toISOString())))
          : Effect.void,
      ),
      stamp: (effect) => effect,
    }
  const at = Date.parse(given)
  return {
    check:
      at < Date.parse(head.time) ? Effect.fail(refused(ClockMessage.isBehind(head, given))) : Effect.void,
    stamp: (effect) =>
      Clock.clockWith((clock) => Effect.provideService(effect, Clock.Clock, stopped(clock, at))),
  }
}

// Only the time of day is replaced: waiting uses the real clock.
const stopped = (clock: Clock.Clock, at: number): Clock.Clock => ({
  currentTimeMillisUnsafe: () => at,
  currentTimeMillis: Effect.succeed(at),
  currentTimeNanosUnsafe: () => BigInt(at) * 1_000_000n,
  currentTimeNanos: Effect.succeed(BigInt(at) * 1_000_000n),
  monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
  monotonicTimeNanos: clock.monotonicTimeNanos,
  sleep: (duration) => clock.sleep(duration),
})
