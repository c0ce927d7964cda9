/** A store whose connection breaks at random: before a call reaches it, after its answer was lost, or within a read. */
import { type JournalStore, StoreProblem } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

type Store = JournalStore.JournalStoreShape

/** How often a connection breaks. */
export interface Unreliability {
  /** Returns numbers between 0 and 1. */
  readonly random: () => number
  /** The part of the calls that fail before they reach the store. */
  readonly refused: number
  /** The part of the calls whose answer is lost. */
  readonly lost: number
}

/** Returns a store that fails at random with `ConnectionLost`. */
export const over = (store: Store, { random, refused, lost }: Unreliability): Store => {
  const broken = (operation: string) =>
    StoreProblem.failed(operation, { code: "ConnectionLost", place: "unreliable", detail: "" })
  const call = <A, E>(operation: string, work: Effect.Effect<A, E>) =>
    Effect.suspend((): Effect.Effect<A, E | StoreProblem.StoreFailed> => {
      if (random() < refused) return Effect.fail(broken(operation))
      const isLost = random() < lost
      return isLost ? Effect.andThen(work, Effect.fail(broken(operation))) : work
    })
  const { locate, restoreAll } = store
  return {
    ...store,
    head: (ledger) => call("head", store.head(ledger)),
    append: (ledger, expected, batch) => call("append", store.append(ledger, expected, batch)),
    appendAll: (ledger, expected, batches) => call("append", store.appendAll(ledger, expected, batches)),
    restore: (ledger, expected, entries) => call("restore", store.restore(ledger, expected, entries)),
    ...(restoreAll === undefined
      ? {}
      : {
          restoreAll: (ledger, expected, batches) => call("restore", restoreAll(ledger, expected, batches)),
        }),
    find: (ledger, ids) => call("find", store.find(ledger, ids)),
    ...(locate === undefined ? {} : { locate: (ledger, ids) => call("find", locate(ledger, ids)) }),
    ledgers: call("ledgers", store.ledgers),
    read: (ledger, after) =>
      Stream.mapArrayEffect(store.read(ledger, after), (chunk) =>
        random() < refused ? Effect.fail(broken("read")) : Effect.succeed(chunk),
      ),
  }
}
