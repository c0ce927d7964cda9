/**
 * Several stores as one: each ledger is in the store that a table of routes names, and in no other.
 *
 * A ledger without a route is refused. It is not put in an arbitrary store, where it would not be found.
 *
 * ```ts
 * const one = await Effect.runPromise(MemoryStore.make(sha256))
 * const two = await Effect.runPromise(MemoryStore.make(sha256))
 * const routed = { stores: new Map([["one", one], ["two", two]]), routes: Router.inMemory(new Map([["demo", "one"]])) }
 * const store = Router.make(routed)
 * (await Effect.runPromise(store.append("demo", 0, proposals))).head.position // => 9
 * await Effect.runPromise(Router.move(routed, "demo", "two"))
 * (await Effect.runPromise(two.head("demo"))).position // => 9
 * ```
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { Head } from "./Journal.ts"
import * as JournalStore from "./JournalStore.ts"
import { failed } from "./StoreProblem.ts"

/** The table of routes: the name of the store of each ledger. Several programs may share one, in a file or a database. */
export interface Routes<E = never> {
  /** Returns the name of the store of a ledger; `undefined` when the ledger has no route. */
  readonly storeOf: (ledger: string) => Effect.Effect<string | undefined, JournalStore.StoreError>
  /** Sets the store of a ledger. May fail with an error of the routes themselves, such as that of a file. */
  readonly assign: (ledger: string, store: string) => Effect.Effect<void, JournalStore.StoreError | E>
}

/** Stores by name, and the routes to them. */
export interface RoutedStores<E = never> {
  readonly stores: ReadonlyMap<string, JournalStore.JournalStoreShape>
  readonly routes: Routes<E>
}

/** Why a ledger was not moved. Its route did not change. */
export type MoveRefused =
  /** The other store has entries of another journal under this name. */
  | { readonly _tag: "OtherJournalThere"; readonly ledger: string; readonly position: number }
  /** Entries were appended to the old store during the move: stop its writers and move again. */
  | {
      readonly _tag: "GrewMeanwhile"
      readonly ledger: string
      readonly moved: number
      readonly last: number
    }

/** Returns routes in memory. */
export const inMemory = (names: Map<string, string> = new Map()): Routes => ({
  storeOf: (ledger) => Effect.sync(() => names.get(ledger)),
  assign: (ledger, store) =>
    Effect.sync(() => {
      names.set(ledger, store)
    }),
})

/** Returns one store for all ledgers that have a route. */
export const make = (routed: RoutedStores): JournalStore.JournalStoreShape => {
  const { stores, routes } = routed
  const at = (ledger: string) => Effect.flatMap(routes.storeOf(ledger), (name) => named(routed, ledger, name))
  const every = [...stores.values()]
  return {
    head: (ledger) => Effect.flatMap(at(ledger), (store) => store.head(ledger)),
    append: (ledger, expected, batch) =>
      Effect.flatMap(at(ledger), (store) => store.append(ledger, expected, batch)),
    appendAll: (ledger, expected, batches) =>
      Effect.flatMap(at(ledger), (store) => store.appendAll(ledger, expected, batches)),
    restore: (ledger, expected, entries) =>
      Effect.flatMap(at(ledger), (store) => store.restore(ledger, expected, entries)),
    restoreAll: (ledger, expected, batches) =>
      Effect.flatMap(at(ledger), (store) => JournalStore.restoreAll({ store, ledger }, expected, batches)),
    read: (ledger, after) => Stream.unwrap(Effect.map(at(ledger), (store) => store.read(ledger, after))),
    find: (ledger, ids) => Effect.flatMap(at(ledger), (store) => store.find(ledger, ids)),
    // Callers use other functions when these are missing, so the router has them only when every store has them.
    ...(every.some(({ locate }) => locate === undefined)
      ? {}
      : {
          locate: (ledger: string, ids: ReadonlyArray<string>) =>
            Effect.flatMap(at(ledger), (store) => store.locate?.(ledger, ids) ?? Effect.succeed([])),
        }),
    ...(every.some(({ growth }) => growth === undefined)
      ? {}
      : {
          growth: (ledger: string) =>
            Stream.unwrap(Effect.map(at(ledger), (store) => store.growth?.(ledger) ?? Stream.empty)),
        }),
    ledgers: Effect.map(
      Effect.forEach([...stores], ([name, store]) =>
        Effect.flatMap(store.ledgers, (ledgers) =>
          // A ledger that moved away is still in its old store, and is not listed for it.
          Effect.filter(ledgers, (ledger) => Effect.map(routes.storeOf(ledger), (route) => route === name)),
        ),
      ),
      (lists) => lists.flat().sort(),
    ),
  }
}

/**
 * Moves a ledger to another store: copies its entries, checks that both heads are equal, switches the route, and checks that
 * nothing was appended to the old store in between. The entries stay in the old store, as a copy.
 *
 * A move that was stopped can be repeated: the entries that the other store already has are not copied again.
 */
export const move = Effect.fnUntraced(function* <E = never>(
  routed: RoutedStores<E>,
  ledger: string,
  to: string,
): Effect.fn.Return<Head, MoveRefused | JournalStore.StoreError | E> {
  const { routes } = routed
  const name = yield* routes.storeOf(ledger)
  const source = yield* named(routed, ledger, name)
  const target = yield* named(routed, ledger, to)
  if (name === undefined || name === to) return yield* source.head(ledger)
  const known = yield* target.head(ledger)
  if (
    known.position > 0 &&
    (yield* JournalStore.entryAt(source, ledger, known.position))?.hash !== known.hash
  )
    return yield* Effect.fail({ _tag: "OtherJournalThere" as const, ledger, position: known.position })
  const pages = Stream.grouped(source.read(ledger, known.position), pageSize)
  const moved = yield* JournalStore.restoreAll({ store: target, ledger }, known.position, pages)
  const grew = (last: Head) =>
    Effect.fail({ _tag: "GrewMeanwhile" as const, ledger, moved: moved.position, last: last.position })
  const before = yield* source.head(ledger)
  if (before.hash !== moved.hash) return yield* grew(before)
  yield* routes.assign(ledger, to)
  // A writer that asked for the route before it changed may have appended to the old store.
  const after = yield* Effect.result(source.head(ledger))
  if (Result.isSuccess(after) && after.success.hash === moved.hash) return moved
  yield* routes.assign(ledger, name)
  return yield* Result.isSuccess(after) ? grew(after.success) : Effect.fail(after.failure)
})

const pageSize = 1_000

const named = (
  { stores }: Pick<RoutedStores, "stores">,
  ledger: string,
  name: string | undefined,
): Effect.Effect<JournalStore.JournalStoreShape, JournalStore.StoreError> => {
  const store = name === undefined ? undefined : stores.get(name)
  return store === undefined
    ? Effect.fail(failed("route", { code: "NoRoute", place: ledger, detail: name ?? "" }))
    : Effect.succeed(store)
}
