/**
 * A store that refuses to write to a journal that does not continue the last head acknowledged to this writer.
 *
 * A cluster that loses acknowledged entries returns a valid but shorter journal, whose hashes do not show the loss. The head
 * is therefore remembered in another place.
 *
 * ```ts
 * const store = await Effect.runPromise(MemoryStore.make(sha256))
 * const memory = RememberedHead.inMemory()
 * const careful = RememberedHead.over(store, memory)
 * (await Effect.runPromise(careful.append("demo", 0, proposals))).head.position // => 9
 * // The store of a server that lost every entry.
 * const emptied = await Effect.runPromise(MemoryStore.make(sha256))
 * const loss = await Effect.runPromise(Effect.flip(RememberedHead.check(emptied, memory, "demo")))
 * loss._tag === "StoreFailed" && loss.problem.code // => "Forgotten"
 * ```
 */
import * as Effect from "effect/Effect"
import type * as Journal from "./Journal.ts"
import { entryAt, type JournalStoreShape, restoreAll, type StoreError } from "./JournalStore.ts"
import { failed, type StoreFailed } from "./StoreProblem.ts"

/** Remembers the furthest head of each ledger, outside the store. */
export interface HeadMemory {
  /** Returns the furthest head that was remembered; nothing for a ledger that is new to this writer. */
  readonly recall: (ledger: string) => Effect.Effect<Journal.Head | undefined, StoreFailed>
  /** Remembers a head, unless a further one is remembered. */
  readonly remember: (ledger: string, head: Journal.Head) => Effect.Effect<void, StoreFailed>
  /** The place of the memory, for messages. */
  readonly place: string
}

/** Returns a memory that is lost when this program ends. It detects what a cluster loses while the program runs. */
export const inMemory = (): HeadMemory => {
  const heads = new Map<string, Journal.Head>()
  return {
    place: "memory",
    recall: (ledger) => Effect.sync(() => heads.get(ledger)),
    remember: (ledger, head) =>
      Effect.sync(() => {
        if (head.position > (heads.get(ledger)?.position ?? 0)) heads.set(ledger, head)
      }),
  }
}

/** Returns a store that compares its head with the memory before each write, and remembers the new head after it. */
export const over = (store: JournalStoreShape, memory: HeadMemory): JournalStoreShape => {
  const writing = <A, E>(
    ledger: string,
    write: Effect.Effect<A, StoreError | E>,
    headOf: (answer: A) => Journal.Head,
  ): Effect.Effect<A, StoreError | E> =>
    check(store, memory, ledger).pipe(
      Effect.andThen(write),
      Effect.tap((answer) => memory.remember(ledger, headOf(answer))),
    )
  return {
    ...store,
    append: (ledger, expected, batch) =>
      writing(ledger, store.append(ledger, expected, batch), ({ head }) => head),
    appendAll: (ledger, expected, batches) =>
      writing(ledger, store.appendAll(ledger, expected, batches), (head) => head),
    restore: (ledger, expected, entries) =>
      writing(ledger, store.restore(ledger, expected, entries), (head) => head),
    restoreAll: (ledger, expected, batches) =>
      writing(ledger, restoreAll({ store, ledger }, expected, batches), (head) => head),
  }
}

/** Fails when the journal of a ledger does not continue the remembered head. */
export const check = Effect.fnUntraced(function* (
  store: JournalStoreShape,
  memory: HeadMemory,
  ledger: string,
): Effect.fn.Return<void, StoreError> {
  const remembered = yield* memory.recall(ledger)
  if (remembered === undefined || remembered.position === 0) return
  const head = yield* store.head(ledger)
  if (head.position < remembered.position)
    return yield* Effect.fail(behind(memory, ledger, `${head.position} < ${remembered.position}`))
  const hash =
    head.position === remembered.position
      ? head.hash
      : (yield* entryAt(store, ledger, remembered.position))?.hash
  if (hash !== remembered.hash)
    return yield* Effect.fail(behind(memory, ledger, `${remembered.position}: ${remembered.hash}`))
})

const behind = (memory: HeadMemory, ledger: string, detail: string): StoreFailed =>
  failed("append", { code: "Forgotten", place: ledger, detail: `${detail} (${memory.place})` })
