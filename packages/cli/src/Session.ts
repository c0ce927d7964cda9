/** A ledger opened for a command: replayed and checked entry by entry, with its branch on top if one was named. */
import { Branch, type Journal, type JournalStore, Ledger, type Snapshot } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as BranchFile from "./BranchFile.ts"
import { type Failure, refused } from "./Failure.ts"
import { sha256 } from "./File.ts"
import { damage, overflow, storeError } from "./Messages.ts"
import * as Progress from "./Progress.ts"
import { type Given, required, text } from "./Spec.ts"
import * as Standing from "./Standing.ts"
import * as Store from "./Store.ts"

/** What a command works on. */
export interface Session {
  readonly store: JournalStore.JournalStoreShape
  readonly name: string
  readonly head: Journal.Head
  readonly ledger: Ledger.Ledger
  readonly branch: Branch.Branch | undefined
}

/** Opens the ledger that the user named, and the branch if one is named. */
export const open = Effect.fnUntraced(function* (
  given: Given,
  use: Store.Use = "readonly",
): Effect.fn.Return<Session, Failure, Scope.Scope> {
  const address = required(given, "ledger")
  const opened = yield* Store.open(address, use)
  const { store, ledger: name } = opened
  const branchName = text(given, "branch")
  if (branchName === undefined) {
    const standing = yield* Standing.find(opened, Number.POSITIVE_INFINITY)
    const whole = yield* replay(store, name, Number.POSITIVE_INFINITY, standing)
    return { store, name, branch: undefined, ...whole }
  }
  const branch = yield* BranchFile.read(address, branchName)
  const standing = yield* Standing.find(opened, branch.base.position)
  const base = yield* replay(store, name, branch.base.position, standing)
  if (!Branch.isCurrent(branch, base.head)) {
    return yield* Effect.fail(
      refused({
        en: `branch ${branchName} grew from entry ${branch.base.position} of another journal; make a new branch`,
        nl: `variant ${branchName} is gegroeid uit boeking ${branch.base.position} van een ander journaal; maak een nieuwe variant`,
      }),
    )
  }
  const unfolded = Branch.unfold(base.ledger, branch, base.head.time)
  if (Result.isFailure(unfolded)) return yield* Effect.fail(refused(overflow(unfolded.failure)))
  return { store, name, branch, ...base }
})

/** Makes a new snapshot, when the journal has outgrown the last one. What was written is read back and checked for it. */
export const keep = Effect.fnUntraced(function* (given: Given): Effect.fn.Return<void, Failure, Scope.Scope> {
  const opened = yield* Store.open(required(given, "ledger"), "existing")
  if (opened.snapshots === undefined) return
  const end = yield* Effect.mapError(opened.store.head(opened.ledger), storeError)
  if (!Standing.isDue(end.position)) return
  const standing = yield* Standing.find(opened, end.position)
  if (!Standing.isDue(end.position - standing.head.position)) return
  yield* Standing.keep(opened, yield* replay(opened.store, opened.ledger, end.position, standing))
})

/** Reads a journal up to a position, checks every entry behind the start, and folds it. */
export const replay = Effect.fnUntraced(function* (
  store: JournalStore.JournalStoreShape,
  name: string,
  until: number,
  start: Snapshot.Standing = Standing.genesis(),
): Effect.fn.Return<{ readonly head: Journal.Head; readonly ledger: Ledger.Ledger }, Failure> {
  const end = yield* Effect.mapError(store.head(name), storeError)
  const progress = Progress.start("replay", end.position)
  const under = Ledger.begin(sha256, start)
  const step = (page: ReadonlyArray<Journal.Sealed>): Effect.Effect<void, Failure> => {
    for (const sealed of page) {
      if (sealed.position > until) break
      const taken = under.take(sealed)
      if (Result.isFailure(taken)) {
        const wrong = taken.failure
        return Effect.fail(refused(wrong._tag === "AmountOverflow" ? overflow(wrong) : damage(wrong)))
      }
    }
    progress.to(under.head().position)
    return Effect.void
  }
  yield* store.read(name, start.head.position).pipe(
    Stream.mapError(storeError),
    Stream.takeUntil((sealed) => sealed.position >= until),
    Stream.runForEachArray(step),
    Effect.ensuring(Effect.sync(progress.stop)),
  )
  return { head: under.head(), ledger: under.ledger }
})
