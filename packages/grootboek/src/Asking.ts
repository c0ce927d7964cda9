/** How a question is asked: on a ledger that was read to its end, at one moment. */
import { Ledger, type Refusal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type GrootboekError, refused } from "./GrootboekError.ts"
import type { Handle } from "./Handle.ts"

/**
 * When and how to answer. `at` is a position or a moment such as `plan:2026/1`, `decision:2026/1` or
 * `time:2026-06-30T12:00:00Z`; the end of the journal by default.
 */
export interface AskOptions extends Omit<Ledger.QuestionOptions, "at"> {
  readonly at?: string | number
}

/** Asks on a ledger that was read to its end. */
export const ask = <A>(
  handle: Handle,
  question: (ledger: Ledger.Ledger) => Result.Result<A, Refusal.Refusal>,
): Effect.Effect<A, GrootboekError> =>
  Effect.flatMap(handle.catchUp, ({ ledger }) =>
    Effect.mapError(Effect.fromResult(question(ledger)), (reason) => refused(reason, handle.language)),
  )

/** Returns the position of a moment; the end of the journal when none is given. */
export const positionOf = (
  ledger: Ledger.Ledger,
  at: string | number | undefined,
): Result.Result<number, Refusal.Refusal> =>
  typeof at === "string" ? Ledger.moment(ledger, at) : Ledger.checkPosition(ledger, at)

/** Returns the options of a question with its moment as a position. */
export const optionsOf = (
  ledger: Ledger.Ledger,
  { at, ...options }: AskOptions,
): Result.Result<Ledger.QuestionOptions, Refusal.Refusal> =>
  Result.map(positionOf(ledger, at), (position) => ({ ...options, at: position }))
