/**
 * The port of the journal: what a store must do for a ledger. Adapters are thin and alike, and all of them pass
 * the one suite in `@grootboek/laws`.
 *
 * A store holds many ledgers, each a chain of its own. It never changes or removes an entry.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ProblemReason } from "../value/Problem.ts"
import type { Damage, Head, Proposal, Sealed } from "./Journal.ts"
import type { StoreFailed } from "./StoreProblem.ts"

/** Why a store could not do what was asked. */
export type StoreError =
  /** The journal grew since the caller looked: read on and decide again. */
  | {
      readonly _tag: "PositionConflict"
      readonly ledger: string
      readonly expected: number
      readonly actual: number
    }
  /** An id was used before, for other content. `id` and `position` of each. */
  | {
      readonly _tag: "IdConflict"
      readonly ledger: string
      readonly conflicts: ReadonlyArray<{ readonly id: string; readonly position: number }>
    }
  /** A proposal that nobody could read back: its id, actor, source or event breaks its own schema. Nothing was written. */
  | {
      readonly _tag: "Misfit"
      readonly ledger: string
      readonly id: string
      readonly field: string
      readonly problem: string
      readonly reason?: ProblemReason
    }
  /** An entry to restore that does not follow from the one before it, or cannot be read. Nothing was written. */
  | { readonly _tag: "Damaged"; readonly ledger: string; readonly damage: Damage }
  | StoreFailed

/** What an append did: the new head, the positions written (none if all was known), and the ids that were known already. */
export interface Appended {
  readonly head: Head
  readonly written: ReadonlyArray<number>
  readonly known: ReadonlyArray<string>
}

/** A store of journals. */
export interface JournalStoreShape {
  /** The end of a ledger's journal; `Journal.genesis` if it has none. */
  readonly head: (ledger: string) => Effect.Effect<Head, StoreError>
  /**
   * Appends a batch at an expected position: all of it or nothing. Proposals whose id is there with the same event
   * are known and written no second time; an id there with another event refuses the batch. When every proposal is
   * known, the expected position does not matter.
   */
  readonly append: (
    ledger: string,
    expected: number,
    batch: ReadonlyArray<Proposal>,
  ) => Effect.Effect<Appended, StoreError>
  /**
   * Appends batches as they come, of which nothing stays when the stream of them fails: a long import in one piece,
   * without holding it in memory. Until the last of them is in, no reader sees any, the stream itself included.
   */
  readonly appendAll: <E>(
    ledger: string,
    expected: number,
    batches: Stream.Stream<ReadonlyArray<Proposal>, E>,
  ) => Effect.Effect<Head, StoreError | E>
  /**
   * Takes back entries as they were sealed, bytes, times and hashes: all of them at an expected position, or nothing.
   * Each is checked against the chain first, so that no export can bring in what verification would find.
   */
  readonly restore: (
    ledger: string,
    expected: number,
    entries: ReadonlyArray<Sealed>,
  ) => Effect.Effect<Head, StoreError>
  /** Entries after a position, in order, as stored; checking them is the reader's business. */
  readonly read: (ledger: string, after: number) => Stream.Stream<Sealed, StoreError>
  /** The entries that carry one of these ids, by position; ids nobody used are left out. */
  readonly find: (
    ledger: string,
    ids: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyArray<Sealed>, StoreError>
  /** The names of the ledgers that have entries, sorted. */
  readonly ledgers: Effect.Effect<ReadonlyArray<string>, StoreError>
}

/** The journal store as a service. */
export class JournalStore extends Context.Service<JournalStore, JournalStoreShape>()(
  "@grootboek/core/JournalStore",
) {}

/** `appendAll` for a store that can only append at once: gathers the batches first. */
export const gathering =
  (append: JournalStoreShape["append"]): JournalStoreShape["appendAll"] =>
  (ledger, expected, batches) =>
    Stream.runCollect(batches).pipe(
      Effect.flatMap((gathered) => append(ledger, expected, gathered.flat())),
      Effect.map(({ head }) => head),
    )
