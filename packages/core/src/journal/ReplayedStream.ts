/** A stream that is read once from its source and delivered again from memory. */
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Pull from "effect/Pull"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/** A stream that can be run again. */
export interface ReplayedStream<A, E> {
  /** Delivers the elements that were read before, and then those of the source. */
  readonly stream: Stream.Stream<A, E>
  /** Returns what was read so far. */
  readonly kept: () => ReadonlyArray<A>
  /** Returns whether all that was read is kept, and the source did not fail. */
  readonly isWhole: () => boolean
}

/** How much of a stream is kept: at most `keepAtMost`, in the unit of `size`. */
export interface ReplayedLimit<A> {
  readonly size: (element: A) => number
  readonly keepAtMost: number
}

/** Makes a replayed stream; its source is closed with the scope. */
export const make = Effect.fnUntraced(function* <A, E>(
  source: Stream.Stream<A, E>,
  { size, keepAtMost }: ReplayedLimit<A>,
): Effect.fn.Return<ReplayedStream<A, E>, never, Scope.Scope> {
  const pull = yield* Stream.toPull(source)
  let kept: Array<A> = []
  let [total, isWhole, isEnded] = [0, true, false]
  const next = Effect.suspend(() =>
    isEnded
      ? Cause.done()
      : Pull.catchDone(
          Effect.tapCause(
            Effect.map(pull, (chunk) => {
              total += chunk.reduce((sum, element) => sum + size(element), 0)
              if (total > keepAtMost) isWhole = false
              if (isWhole) kept.push(...chunk)
              else kept = []
              return chunk
            }),
            (cause) =>
              Effect.sync(() => {
                if (!Pull.isDoneCause(cause)) isWhole = false
              }),
          ),
          () => {
            isEnded = true
            return Cause.done()
          },
        ),
  )
  const rest = Stream.fromPull(Effect.succeed(next))
  return {
    stream: Stream.suspend(() =>
      kept.length === 0 ? rest : Stream.concat(Stream.fromIterable([...kept]), rest),
    ),
    kept: () => kept,
    isWhole: () => isWhole,
  }
})
