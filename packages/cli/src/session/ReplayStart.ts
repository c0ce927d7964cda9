/**
 * Where a replay starts: after a snapshot that matches the journal, so that opening a large ledger only reads later
 * entries. `verify` and `checkpoint` never start here: they read every entry.
 */
import { Journal, Ledger, type Replay, Snapshot } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { sha256 } from "../output/InputFile.ts"
import type { OpenStore } from "./Store.ts"

/** Returns an empty ledger, before the first entry. */
export const genesis = (): Replay.ReplayedLedger => ({ ledger: Ledger.empty(), head: Journal.genesis })

/** Returns the snapshot of a ledger up to a position when it matches the journal, else the start of the journal. */
export const find = Effect.fnUntraced(function* (
  { store, ledger, snapshots }: OpenStore,
  until: number,
): Effect.fn.Return<Replay.ReplayedLedger> {
  if (snapshots === undefined) return genesis()
  const parts = yield* Effect.orElseSucceed(snapshots.read(ledger), () => [])
  const snapshot = parts.length === 0 ? undefined : Snapshot.read(parts, sha256)
  if (snapshot === undefined || snapshot.head.position > until) return genesis()
  const { position, hash } = snapshot.head
  const entry = yield* Stream.runHead(store.read(ledger, position - 1)).pipe(
    Effect.orElseSucceed(() => Option.none<Journal.Sealed>()),
  )
  const matches =
    Option.isSome(entry) &&
    entry.value.position === position &&
    entry.value.hash === hash &&
    Journal.hashOf(entry.value.body, sha256) === hash
  return matches ? snapshot : genesis()
})
