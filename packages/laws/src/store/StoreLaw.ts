/** A law that every journal store must keep, as a value: what it says, why it matters, and how to try it. */
import type { Batch, Journal, JournalStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** A store under trial. */
export type Store = JournalStore.JournalStoreShape

/** What a store must offer to be tried. */
export interface Subject {
  /** SHA-256 of bytes, as hexadecimal digits. */
  readonly sha256: Journal.Sha256
  /**
   * A new place that holds these entries and nothing else (most laws begin with none). The effect it gives opens a
   * handle on that place; every opening sees what the others wrote.
   */
  readonly place: (kept: Kept) => Effect.Effect<Open, JournalStore.StoreError, Scope.Scope>
}

/** Entries by ledger, as a newer Grootboek or another store may have written them. */
export type Kept = ReadonlyMap<string, ReadonlyArray<Batch.Row>>

/** Opens a handle, for as long as the scope is open. */
export type Open = Effect.Effect<Store, JournalStore.StoreError, Scope.Scope>

/** What was found where something else was expected. */
export interface Broken {
  readonly _tag: "Broken"
  readonly what: string
  readonly expected: unknown
  readonly found: unknown
}

/** A law of stores. */
export interface StoreLaw {
  readonly name: string
  readonly note: string
  readonly run: (subject: Subject) => Effect.Effect<void, Broken | JournalStore.StoreError>
}

/** A law that is tried on an empty place with one handle, which is what most need. */
export const law = (
  name: string,
  note: string,
  trial: (store: Store, open: Open, subject: Subject) => Trial,
): StoreLaw => lawOn(name, note, { kept: () => new Map(), trial })

/** A law that is tried on a place where entries stand already. */
export const lawOn = (
  name: string,
  note: string,
  {
    kept,
    trial,
  }: {
    readonly kept: (sha256: Journal.Sha256) => Kept
    readonly trial: (store: Store, open: Open, subject: Subject) => Trial
  },
): StoreLaw => ({
  name,
  note,
  run: (subject) =>
    Effect.scoped(
      Effect.gen(function* () {
        const open = yield* subject.place(kept(subject.sha256))
        const store = yield* open
        yield* trial(store, open, subject)
      }),
    ),
})

/** What a law does with a store. */
export type Trial = Effect.Effect<void, Broken | JournalStore.StoreError, Scope.Scope>

/** Holds what was found against what was expected, by their JSON. */
export const check = (what: string, found: unknown, expected: unknown): Effect.Effect<void, Broken> =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? Effect.void
    : Effect.fail({ _tag: "Broken", what, expected, found })

/** The refusal that an effect must end in; success is a broken law. */
export const refusal = <A, R>(
  what: string,
  effect: Effect.Effect<A, JournalStore.StoreError, R>,
): Effect.Effect<JournalStore.StoreError, Broken, R> =>
  Effect.matchEffect(effect, {
    onFailure: (error) => Effect.succeed(error),
    onSuccess: (found) => Effect.fail({ _tag: "Broken", what, expected: "a refusal", found }),
  })
