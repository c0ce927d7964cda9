/** Moments on the command line, resolved to positions of the ledger. */
import { Ledger } from "@grootboek/core"
import type * as Effect from "effect/Effect"
import type { CommandFailure } from "../words/CommandFailure.ts"
import { accepted } from "./CoreFailure.ts"

/** Resolves a moment; the end of the journal when none is given. */
export const resolve = (
  ledger: Ledger.Ledger,
  text: string | undefined,
): Effect.Effect<number, CommandFailure> => accepted(Ledger.moment(ledger, text))
