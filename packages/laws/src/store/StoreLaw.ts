/** A law of journal stores as a value: its statement, its reason and its check. */
import type { Batch, Journal, JournalStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

export type Store = JournalStore.JournalStoreShape

/** What the suite needs of a store. */
export interface Subject {
  /** SHA-256 of bytes, as hexadecimal digits. */
  readonly sha256: Journal.Sha256
  /**
   * Creates a new location with exactly these entries (none for most laws). The returned effect opens a handle on it;
   * every handle sees what the others wrote.
   */
  readonly place: (kept: InitialEntries) => Effect.Effect<Open, JournalStore.StoreError, Scope.Scope>
}

/** Initial entries by ledger, possibly written by a newer version. */
export type InitialEntries = ReadonlyMap<string, ReadonlyArray<Batch.Row>>

/** Opens a handle until the scope closes. */
export type Open = Effect.Effect<Store, JournalStore.StoreError, Scope.Scope>

/** A broken law: what was expected and found. */
export interface Broken {
  readonly _tag: "Broken"
  readonly what: string
  readonly expected: unknown
  readonly found: unknown
}

/** What a law of stores is about, for a campaign that runs some of them. */
export type StoreTopic = "clock" | "version"

export interface StoreLaw {
  readonly name: string
  readonly note: string
  readonly topic?: StoreTopic
  readonly run: (subject: Subject) => Effect.Effect<void, Broken | JournalStore.StoreError>
}

/** Makes a law for an empty location with one handle. */
export const law = (name: string, note: string, trial: StoreTrial): StoreLaw =>
  lawOn(name, note, { kept: () => new Map(), trial })

/** Makes a law for a location with initial entries. */
export const lawOn = (
  name: string,
  note: string,
  { kept, trial }: { readonly kept: (sha256: Journal.Sha256) => InitialEntries; readonly trial: StoreTrial },
): StoreLaw => ({
  name,
  note,
  run: (subject) =>
    Effect.scoped(
      Effect.gen(function* () {
        const open = yield* subject.place(kept(subject.sha256))
        const store = yield* open
        yield* Effect.gen(() => trial(store, open, subject))
      }),
    ),
})

export const about = (topic: StoreTopic, tagged: StoreLaw): StoreLaw => ({ ...tagged, topic })

/** The steps of a law: effects, yielded one by one. */
export type StoreTrial = (
  store: Store,
  open: Open,
  subject: Subject,
) => Generator<Effect.Effect<unknown, Broken | JournalStore.StoreError, Scope.Scope>, void, never>

/** Compares found and expected by their JSON. */
export const check = (what: string, found: unknown, expected: unknown): Effect.Effect<void, Broken> =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? Effect.void
    : Effect.fail({ _tag: "Broken", what, expected, found })

/** Returns the refusal of an effect; success breaks the law. */
export const refusal = <A, R>(
  what: string,
  effect: Effect.Effect<A, JournalStore.StoreError, R>,
): Effect.Effect<JournalStore.StoreError, Broken, R> =>
  Effect.matchEffect(effect, {
    onFailure: (error) => Effect.succeed(error),
    onSuccess: (found) => Effect.fail({ _tag: "Broken", what, expected: "a refusal", found }),
  })
