/** A ledger opened for a command: replayed and checked entry by entry, with its branch on top if one was named. */
import { Branch, Journal, type JournalStore, Ledger } from "@grootboek/core"
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
  const { store, ledger: name } = yield* Store.open(address, use)
  const branchName = text(given, "branch")
  if (branchName === undefined)
    return { store, name, branch: undefined, ...(yield* replay(store, name, Number.POSITIVE_INFINITY)) }
  const branch = yield* BranchFile.read(address, branchName)
  const base = yield* replay(store, name, branch.base.position)
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

/** Reads a journal up to a position, checks every entry, and folds it. */
export const replay = Effect.fnUntraced(function* (
  store: JournalStore.JournalStoreShape,
  name: string,
  until: number,
): Effect.fn.Return<{ readonly head: Journal.Head; readonly ledger: Ledger.Ledger }, Failure> {
  const end = yield* Effect.mapError(store.head(name), storeError)
  const ledger = Ledger.empty()
  const progress = Progress.start("replay", end.position)
  let head = Journal.genesis
  const step = (sealed: Journal.Sealed): Effect.Effect<void, Failure> => {
    const entry = Journal.open(sealed, head, sha256)
    if (Result.isFailure(entry)) return Effect.fail(refused(damage(entry.failure)))
    const folded = Ledger.append(ledger, entry.success)
    if (Result.isFailure(folded)) return Effect.fail(refused(overflow(folded.failure)))
    head = Journal.headOf(entry.success)
    progress.to(head.position)
    return Effect.void
  }
  yield* store.read(name, 0).pipe(
    Stream.mapError(storeError),
    Stream.takeWhile((sealed) => sealed.position <= until),
    Stream.runForEach(step),
    Effect.ensuring(Effect.sync(progress.stop)),
  )
  return { head, ledger }
})
