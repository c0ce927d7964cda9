/** The store of a server's address, with the options that the address names: `retry-for` and `heads`. */
import type { JournalStore, StoreAddress } from "@grootboek/core"
import { Redelivery, RememberedHead } from "@grootboek/core/journal"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as HeadFolder from "./HeadFolder.ts"
import * as PostgresStore from "./PostgresStore.ts"

/** How a server is reached, beside its address. */
export interface ServerOptions extends PostgresStore.PostgresOptions {
  /** Is called before each wait for a server that does not answer. */
  readonly onWait?: Redelivery.RedeliveryOptions["onWait"]
  /** Wraps the store inside the repetitions: `Traced.over` then makes a span of each attempt. */
  readonly around?: (store: JournalStore.JournalStoreShape) => JournalStore.JournalStoreShape
}

/** Connects to a server until the scope ends. Each repeated delivery is compared with the remembered head again. */
export const make = (
  { url, retryForMs, heads }: StoreAddress.ServerAddress,
  { onWait, around = (store) => store, ...options }: ServerOptions = {},
): Effect.Effect<JournalStore.JournalStoreShape, JournalStore.StoreError, Scope.Scope> => {
  const opening = Effect.map(PostgresStore.make(url, options), (opened) => {
    const store = around(opened)
    return heads === "" ? store : RememberedHead.over(store, HeadFolder.make(heads))
  })
  return retryForMs === 0
    ? opening
    : Redelivery.open(opening, { forMs: retryForMs, ...(onWait === undefined ? {} : { onWait }) })
}
