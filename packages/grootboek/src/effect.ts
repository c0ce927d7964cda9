/**
 * The functions of `grootboek` as Effects: the same names, with errors as values and streams instead of iterators.
 *
 * @module grootboek/effect
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as EffectLedger from "./EffectLedger.ts"
import type { GrootboekError } from "./GrootboekError.ts"
import * as Handle from "./Handle.ts"
import * as Target from "./Target.ts"

export type { EffectLedger } from "./EffectLedger.ts"
export { GrootboekError } from "./GrootboekError.ts"

/** Opens a ledger until the scope ends, and verifies every entry. */
export const open = Effect.fnUntraced(function* (
  target: Target.Target,
  options: Target.OpenOptions = {},
): Effect.fn.Return<EffectLedger.EffectLedger, GrootboekError, Scope.Scope> {
  const found = yield* Target.open(target, options)
  const handle = yield* Handle.of(found, options.language ?? "en")
  yield* handle.catchUp
  return EffectLedger.of(handle)
})
