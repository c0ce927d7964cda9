/** Whether a ledger holds ids of rows that version 1 made. */
import { Journal, JournalStore } from "@grootboek/core"
import { FormerIds } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
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
    const found = yield* Effect.mapError(JournalStore.entryAt(store, name, position), storeError)
    const entry = found === undefined ? undefined : Journal.parse(found)
    if (entry !== undefined && Result.isSuccess(entry) && FormerIds.isFormer(entry.success.id)) return true
  }
  return false
})
