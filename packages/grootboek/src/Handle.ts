/** An open ledger in memory that follows its store: every entry is verified once, when it is read. */
import { type Journal, type JournalStore, Replay } from "@grootboek/core"
import type { Language } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Semaphore from "effect/Semaphore"
import * as Stream from "effect/Stream"
import * as Platform from "#platform"
import { GrootboekError } from "./GrootboekError.ts"
import * as Target from "./Target.ts"

/** A ledger that follows its store. */
export interface Handle extends Target.FoundStore {
  readonly language: Language
  /** Reads the entries that were added, and returns the ledger with its head. */
  readonly catchUp: Effect.Effect<Replay.ReplayedLedger, GrootboekError>
  /** Runs one writer at a time. */
  readonly exclusive: <A, E>(work: Effect.Effect<A, E>) => Effect.Effect<A, E>
  readonly storeFailed: (error: JournalStore.StoreError) => GrootboekError
}

/** Follows the ledger of a store. Nothing is read yet. */
export const of = (found: Target.FoundStore, language: Language): Effect.Effect<Handle> =>
  Effect.gen(function* () {
    const reading = Semaphore.withPermit(yield* Semaphore.make(1))
    const writing = Semaphore.withPermit(yield* Semaphore.make(1))
    const replay = Replay.begin(Platform.sha256)
    let damage: GrootboekError | undefined
    const storeFailed = Target.storeFailed(language)
    const take = (sealed: Journal.Sealed): Effect.Effect<void, GrootboekError> => {
      const taken = replay.take(sealed)
      if (Result.isSuccess(taken)) return Effect.void
      // No entry after a damaged one can be trusted.
      damage = new GrootboekError({ kind: "damaged", damage: taken.failure }, { language })
      return Effect.fail(damage)
    }
    const catchUp = reading(
      Effect.suspend(() =>
        damage === undefined
          ? found.store.read(found.ledger, replay.head().position).pipe(
              Stream.mapError(storeFailed),
              Stream.runForEach(take),
              Effect.map(() => ({ ledger: replay.ledger, head: replay.head() })),
            )
          : Effect.fail(damage),
      ),
    )
    return { ...found, language, catchUp, exclusive: writing, storeFailed }
  })
