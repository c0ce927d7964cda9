/** Moments on the command line, resolved to positions of the ledger. */
import { Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { CommandFailure } from "../words/CommandFailure.ts"
import { refusal } from "./CoreFailure.ts"

/** Resolves a moment; the end of the journal when none is given. */
export const resolve = (
  ledger: Ledger.Ledger,
  text: string | undefined,
): Effect.Effect<number, CommandFailure> => {
  const position = Ledger.moment(ledger, text)
  return Result.isSuccess(position)
    ? Effect.succeed(position.success)
    : Effect.fail(refusal(position.failure))
}
