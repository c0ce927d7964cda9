/**
 * The port of the journal: the operations that a ledger needs from a store. Adapters are thin and alike, and all pass
 * one test suite in `@grootboek/laws`.
 *
 * A store has many ledgers, each with its own chain. It never changes or removes an entry.
 *
 * ```ts
 * const memory = await Effect.runPromise(MemoryStore.make(sha256))
 * // A program that takes any store.
 * const appended = Effect.flatMap(JournalStore.JournalStore, (store) => store.append("demo", 0, proposals))
 * const { head } = await Effect.runPromise(Effect.provideService(appended, JournalStore.JournalStore, memory))
 * head.position // => 9
 * const more = JournalStore.gathering(memory.append)("demo", head.position, Stream.make([]))
 * (await Effect.runPromise(more)).position // => 9
 * const restored = JournalStore.restoreAll({ store: memory, ledger: "copy" }, 0, Stream.make(sealed))
 * (await Effect.runPromise(restored)).position // => 9
 * (await Effect.runPromise(JournalStore.entryAt(memory, "copy", 4)))?.hash === sealedEntry.hash // => true
 * ```
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ProblemReason } from "../value/Problem.ts"
import type { Damage, Head, Proposal, Sealed } from "./Journal.ts"
import type { StoreFailed } from "./StoreProblem.ts"

/** Why a store rejected an operation. */
export type StoreError =
  /** The journal grew since the caller read it: read the new entries and decide again. */
  | {
      readonly _tag: "PositionConflict"
      readonly ledger: string
      readonly expected: number
      readonly actual: number
    }
  /** An id was used before with other content; the `id` and `position` of each. */
  | {
      readonly _tag: "IdConflict"
      readonly ledger: string
      readonly conflicts: ReadonlyArray<{ readonly id: string; readonly position: number }>
    }
  /**
   * A proposal that cannot be read back: its id, actor, source or event does not match its schema. Nothing was
   * written.
   */
  | {
      readonly _tag: "Misfit"
      readonly ledger: string
      readonly id: string
      readonly field: string
      readonly problem: string
      readonly reason?: ProblemReason
    }
  /** A restored entry that does not follow from the one before it, or cannot be read. Nothing was written. */
  | { readonly _tag: "Damaged"; readonly ledger: string; readonly damage: Damage }
  | StoreFailed

/** The result of an append: the new head, the written positions (none when all ids were known), and the known ids. */
export interface Appended {
  readonly head: Head
  readonly written: ReadonlyArray<number>
  readonly known: ReadonlyArray<string>
}

/** A store of journals. */
export interface JournalStoreShape {
  /** Returns the head of a ledger's journal; `Journal.genesis` for an empty one. */
  readonly head: (ledger: string) => Effect.Effect<Head, StoreError>
  /**
   * Appends a batch at an expected position, all of it or nothing. Proposals whose id is recorded with the same event
   * are known and not written again; an id recorded with another event rejects the batch. When every proposal is
   * known, the expected position is ignored.
   */
  readonly append: (
    ledger: string,
    expected: number,
    batch: ReadonlyArray<Proposal>,
  ) => Effect.Effect<Appended, StoreError>
  /**
   * Appends a stream of batches in one transaction, so that a long import does not have to fit in memory. Nothing is
   * written when the stream fails. No reader, the stream included, sees a batch before the last one is appended.
   */
  readonly appendAll: <E>(
    ledger: string,
    expected: number,
    batches: Stream.Stream<ReadonlyArray<Proposal>, E>,
  ) => Effect.Effect<Head, StoreError | E>
  /**
   * Restores sealed entries with their bytes, times and hashes: all of them at an expected position, or nothing. Each
   * is checked against the chain first, so that a restored journal has no findings.
   */
  readonly restore: (
    ledger: string,
    expected: number,
    entries: ReadonlyArray<Sealed>,
  ) => Effect.Effect<Head, StoreError>
  /**
   * Restores a stream of sealed entries in one transaction, like `restore`. A store may leave it out: {@link restoreAll}
   * then collects the stream first.
   */
  readonly restoreAll?: <E>(
    ledger: string,
    expected: number,
    batches: Stream.Stream<ReadonlyArray<Sealed>, E>,
  ) => Effect.Effect<Head, StoreError | E>
  /** Returns the entries after a position, in order, as stored. The reader checks them. */
  readonly read: (ledger: string, after: number) => Stream.Stream<Sealed, StoreError>
  /** Returns the entries with one of these ids, by position; unused ids are left out. */
  readonly find: (
    ledger: string,
    ids: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyArray<Sealed>, StoreError>
  /**
   * Returns the positions of the entries that the index of ids finds, without their bodies. A store may leave it out:
   * verification then uses `find`.
   */
  readonly locate?: (
    ledger: string,
    ids: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyArray<number>, StoreError>
  /** The names of the ledgers that have entries, sorted. */
  readonly ledgers: Effect.Effect<ReadonlyArray<string>, StoreError>
  /**
   * Returns the position of a ledger's head, now and after each append by any program. Callers of a store without it ask for the
   * head at intervals.
   */
  readonly growth?: (ledger: string) => Stream.Stream<number, StoreError>
}

/** The journal store as a service. */
export class JournalStore extends Context.Service<JournalStore, JournalStoreShape>()(
  "@grootboek/core/JournalStore",
) {}

/** Implements `appendAll` for a store that cannot append a stream: collects the batches and appends them as one. */
export const gathering =
  (append: JournalStoreShape["append"]): JournalStoreShape["appendAll"] =>
  (ledger, expected, batches) =>
    Stream.runCollect(batches).pipe(
      Effect.flatMap((gathered) => append(ledger, expected, gathered.flat())),
      Effect.map(({ head }) => head),
    )

/** Restores a stream of sealed entries with a store, all of them or nothing. */
export const restoreAll = <E>(
  { store, ledger }: { readonly store: JournalStoreShape; readonly ledger: string },
  expected: number,
  batches: Stream.Stream<ReadonlyArray<Sealed>, E>,
): Effect.Effect<Head, StoreError | E> =>
  store.restoreAll === undefined
    ? Stream.runCollect(batches).pipe(
        Effect.flatMap((gathered) => store.restore(ledger, expected, gathered.flat())),
      )
    : store.restoreAll(ledger, expected, batches)

/** Reads the entry at a position; undefined when the journal is shorter. */
export const entryAt = (
  store: JournalStoreShape,
  ledger: string,
  position: number,
): Effect.Effect<Sealed | undefined, StoreError> =>
  Effect.map(Stream.runCollect(Stream.take(store.read(ledger, position - 1), 1)), ([entry]) => entry)
