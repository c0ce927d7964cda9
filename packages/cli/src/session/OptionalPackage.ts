/** Packages that are loaded on use, because they are large or not always installed. */
import * as Effect from "effect/Effect"
import { type CommandFailure, environment } from "../words/CommandFailure.ts"
import type { Both } from "../words/Language.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"

/** Loads a package. When it is missing, fails with what needs it and the name to install. */
export const load = <A>(
  what: Both,
  name: string,
  imported: () => Promise<A>,
): Effect.Effect<A, CommandFailure> =>
  Effect.tryPromise({
    try: imported,
    catch: () => environment(LedgerMessage.packageMissing(what, name)),
  })
