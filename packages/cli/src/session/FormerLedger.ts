/** Whether a ledger holds ids of rows that version 1 made. */
import { Journal } from "@grootboek/core"
import { FormerIds } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { CommandFailure } from "../words/CommandFailure.ts"
import { storeError } from "./CoreFailure.ts"
import type { Session } from "./Session.ts"

/**
 * Returns whether an entry or a proposal of the branch has a former id. One program wrote all entries of a file, so that
 * the first entry of each file decides.
 */
export const hasFormerIds = Effect.fnUntraced(function* ({
  branch,
  ledger,
  name,
  store,
}: Session): Effect.fn.Return<boolean, CommandFailure> {
  if (branch?.proposals.some(({ id }) => FormerIds.isFormer(id))) return true
  for (const position of ledger.traces.firstOfSources()) {
    const found = yield* store
      .read(name, position - 1)
      .pipe(Stream.take(1), Stream.runCollect, Effect.mapError(storeError))
    const former = found
      .map(Journal.parse)
      .some((entry) => Result.isSuccess(entry) && FormerIds.isFormer(entry.success.id))
    if (former) return true
  }
  return false
})
