/** A ledger opened for a command: every entry checked and replayed, and a branch applied when one is named. */
import { type Journal, type JournalStore, type Ledger, Replay, Verify } from "@grootboek/core"
import { Audit, Branch } from "@grootboek/core/ledger"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Garbage from "../output/Garbage.ts"
import { sha256 } from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import * as BranchMessage from "../words/BranchMessage.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import * as BranchFile from "./BranchFile.ts"
import { damage, storeError } from "./CoreFailure.ts"
import * as RecordClock from "./RecordClock.ts"
import * as Store from "./Store.ts"
import * as Telemetry from "./Telemetry.ts"

export interface Session {
  readonly address: string
  readonly store: JournalStore.JournalStoreShape
  readonly name: string
  readonly head: Journal.Head
  readonly ledger: Ledger.Ledger
  readonly branch: Branch.Branch | undefined
  readonly clock: RecordClock.RecordClock
  /** The record time that the user gave. */
  readonly time: string | undefined
}

/** The ledger that a command names, and the branch and the record time if it names them. */
export interface LedgerAddress {
  readonly ledger: string
  readonly branch?: string | undefined
  readonly time?: string | undefined
}

/** Opens a ledger until the scope ends. */
export const open = Effect.fnUntraced(function* (
  { ledger: address, branch: branchName, time }: LedgerAddress,
  access: Store.LedgerAccess = "readonly",
): Effect.fn.Return<Session, CommandFailure, Scope.Scope> {
  const opened = yield* Store.open(address, access)
  const { store, ledger: name } = opened
  const branch = branchName === undefined ? undefined : yield* BranchFile.read(address, branchName)
  const until = branch?.base.position ?? Number.POSITIVE_INFINITY
  const base = yield* replay(opened, until)
  let { ledger } = base
  if (branch !== undefined) {
    if (!Branch.isCurrent(branch, base.head))
      return yield* Effect.fail(refused(BranchMessage.otherBase(branch.name, branch.base.position)))
    const unfolded = Branch.apply(base.ledger, branch, base.head.time)
    ledger = yield* Effect.mapError(Effect.fromResult(unfolded), damage)
  }
  return { address, store, name, branch, clock: RecordClock.of(base.head, time), time, ...base, ledger }
})

/** Reads the journal of a session again, with what other programs wrote since. */
export const refresh = (session: Session): Effect.Effect<Session, CommandFailure> => {
  const { name: ledger, store, time } = session
  return Effect.map(replay({ store, ledger }, Number.POSITIVE_INFINITY), (base) => ({
    ...session,
    ...base,
    clock: RecordClock.of(base.head, time),
  }))
}

/** Reads a journal up to a position, checks every entry, and folds it into a ledger. */
export const replay = Effect.fnUntraced(function* (
  { store, ledger: name }: Store.OpenStore,
  until: number,
): Effect.fn.Return<{ readonly head: Journal.Head; readonly ledger: Ledger.Ledger }, CommandFailure> {
  const end = yield* Effect.mapError(store.head(name), storeError)
  const progress = Progress.start("replay", end.position)
  const replaying = Replay.begin(sha256)
  const step = (page: ReadonlyArray<Journal.Sealed>): Effect.Effect<void, CommandFailure> => {
    for (const sealed of page) {
      if (sealed.position > until) break
      const taken = replaying.take(sealed)
      if (Result.isFailure(taken)) return Effect.fail(damage(taken.failure))
    }
    progress.to(replaying.head().position)
    return Effect.void
  }
  yield* store.read(name, 0).pipe(
    Stream.mapError(storeError),
    Stream.takeUntil((sealed) => sealed.position >= until),
    Stream.runForEachArray(step),
    Effect.ensuring(Effect.sync(progress.stop)),
  )
  return { head: replaying.head(), ledger: replaying.ledger }
})

// Less often, the buffers of a journal of 300 MB add 8 MB; more often, a verification is slower.
const collectedEvery = 50_000

/** Reads a journal from its first entry and checks it: hashes, chain, index of ids, and the content of every entry. */
export const audit = Effect.fnUntraced(function* ({
  store,
  ledger: name,
}: Store.OpenStore): Effect.fn.Return<Audit.AuditedJournal, CommandFailure> {
  const progress = Progress.start("verify", (yield* Effect.mapError(store.head(name), storeError)).position)
  const auditing = Audit.begin({ sha256, now: Date.now() })
  const take = (sealed: Journal.Sealed) => {
    if (sealed.position % 1_000 === 0) progress.to(sealed.position)
    if (sealed.position % collectedEvery === 0) Garbage.collectBuffers()
    return auditing.take(sealed)
  }
  const verifying = Verify.through(store, name, { take })
  const unfound = yield* Telemetry.whole("verify", name, verifying).pipe(
    Effect.mapError(storeError),
    Effect.ensuring(Effect.sync(progress.stop)),
  )
  const report = auditing.report()
  return { ...report, findings: [...report.findings, ...unfound] }
})
