/** How the functions of a ledger give their results: with Promises, or with Effects. */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { GrootboekError } from "./GrootboekError.ts"

/** How a function gives its result: as a Promise and an async iterable, or as an Effect and a Stream. */
export type Calling = "promise" | "effect"

/** One result that comes later. A Promise rejects with a `GrootboekError`. */
export type Later<C extends Calling, A> = C extends "promise" ? Promise<A> : Effect.Effect<A, GrootboekError>

/** Results that come one after the other. */
export type Pieces<C extends Calling, A> = C extends "promise"
  ? AsyncIterable<A>
  : Stream.Stream<A, GrootboekError>
