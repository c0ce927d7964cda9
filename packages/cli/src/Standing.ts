/**
 * Where a replay may begin: behind a snapshot that stands for the journal's own entries, so that opening a large ledger
 * costs what came since. Commands that vouch for a journal (`verify`, `checkpoint`) never begin here.
 */
import { Journal, Ledger, Snapshot } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { sha256 } from "./File.ts"
import type { Opened } from "./Store.ts"

/** Fewer entries than this are replayed in a fraction of a second; a snapshot of them would only be one more thing. */
const worthwhile = 10_000

/** A ledger at the start of its journal. */
export const genesis = (): Snapshot.Standing => ({ ledger: Ledger.empty(), head: Journal.genesis })

/** The snapshot of a ledger up to a position, if it has one that fits its journal; else the start of the journal. */
export const find = Effect.fnUntraced(function* (
  { store, ledger, snapshots }: Opened,
  until: number,
): Effect.fn.Return<Snapshot.Standing> {
  if (snapshots === undefined) return genesis()
  const parts = yield* Effect.orElseSucceed(snapshots.read(ledger), () => [])
  const standing = parts.length === 0 ? undefined : Snapshot.read(parts, sha256)
  if (standing === undefined || standing.head.position > until) return genesis()
  const { position, hash } = standing.head
  const entry = yield* Stream.runHead(store.read(ledger, position - 1)).pipe(
    Effect.orElseSucceed(() => Option.none<Journal.Sealed>()),
  )
  const fits =
    Option.isSome(entry) &&
    entry.value.position === position &&
    entry.value.hash === hash &&
    Journal.hashOf(entry.value.body, sha256) === hash
  return fits ? standing : genesis()
})

/** Whether so many entries beyond the last snapshot deserve a new one. */
export const isDue = (entries: number): boolean => entries >= worthwhile

/** Puts a snapshot beside the journal. That it could not be written harms nobody: the journal is replayed instead. */
export const keep = ({ snapshots, ledger }: Opened, standing: Snapshot.Standing): Effect.Effect<void> =>
  snapshots === undefined
    ? Effect.void
    : Effect.ignore(snapshots.write(ledger, Snapshot.write(standing, sha256)))
