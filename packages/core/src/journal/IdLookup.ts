/** The entries that have some ids, looked up in the index of a store. */
import * as Effect from "effect/Effect"
import type { JournalStoreShape, StoreError } from "./JournalStore.ts"

/** Returns the positions of the entries with one of these ids, without their bodies where the store can. */
export const positions = (
  store: JournalStoreShape,
  ledger: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<number>, StoreError> =>
  store.locate === undefined
    ? Effect.map(store.find(ledger, ids), (found) => found.map(({ position }) => position))
    : store.locate(ledger, ids)
