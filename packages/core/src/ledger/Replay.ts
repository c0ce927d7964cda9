/**
 * The replay of a journal: each stored entry is checked against the hash chain and folded into a ledger.
 *
 * ```ts
 * Ledger.position(Result.getOrThrow(Replay.all(sealed, sha256))) // => 9
 * const replay = Replay.begin(sha256)
 * for (const one of sealed.slice(0, 4)) Result.getOrThrow(replay.take(one))
 * replay.head().position // => 4
 * Result.isFailure(Replay.all(sealed.slice(1), sha256)) // => true
 * ```
 */
import * as Result from "effect/Result"
import * as FoldReader from "../codec/FoldReader.ts"
import type { AmountOverflow } from "../fold/Columns.ts"
import * as Journal from "../journal/Journal.ts"
import * as Ledger from "./Ledger.ts"

/** Why a journal cannot be replayed: the damage of the first bad entry. */
export type ReplayError = Journal.Damage | (AmountOverflow & { readonly position: number })

/** A ledger, and the head of the journal that it was folded from. */
export interface ReplayedLedger {
  readonly ledger: Ledger.Ledger
  readonly head: Journal.Head
}

/** A replay in progress. */
export interface Replay {
  readonly ledger: Ledger.Ledger
  /** Takes the next entry. After a failure no more entries may be taken. */
  readonly take: (sealed: Journal.Sealed) => Result.Result<void, ReplayError>
  /** Returns the head after the entries taken. */
  readonly head: () => Journal.Head
}

/** Starts a replay with an empty ledger, or continues after the head of a ledger. */
export const begin = (
  sha256: Journal.Sha256,
  { ledger, head: start }: ReplayedLedger = { ledger: Ledger.empty(), head: Journal.genesis },
): Replay => {
  let head = start
  const read = FoldReader.make()
  const takeChecked = (sealed: Journal.Sealed): Result.Result<void, ReplayError> => {
    const entry = Journal.open(sealed, head, sha256)
    if (Result.isFailure(entry)) return Result.fail(entry.failure)
    const folded = Ledger.append(ledger, entry.success)
    if (Result.isFailure(folded)) return Result.fail({ ...folded.failure, position: sealed.position })
    head = Journal.headOf(entry.success)
    return done
  }
  return {
    ledger,
    head: () => head,
    take: (sealed) => {
      const found = Journal.isNext(sealed, head, sha256) ? read(sealed.body, head) : undefined
      if (found === undefined) return takeChecked(sealed)
      const { kind, content, source, time } = found
      if ("event" in content) {
        const folded = Ledger.append(ledger, { event: content.event, time, ...(source && { source }) })
        if (Result.isFailure(folded)) return takeChecked(sealed)
      } else {
        if (ledger.columns.post(content.changes) !== undefined) return takeChecked(sealed)
        ledger.traces.append({ kind, time, source, event: undefined })
      }
      head = { position: sealed.position, hash: sealed.hash, time }
      return done
    },
  }
}

/** Replays stored entries, and returns their ledger or the first error. */
export const all = (
  sealed: Iterable<Journal.Sealed>,
  sha256: Journal.Sha256,
): Result.Result<Ledger.Ledger, ReplayError> => {
  const replay = begin(sha256)
  for (const one of sealed) {
    const taken = replay.take(one)
    if (Result.isFailure(taken)) return Result.fail(taken.failure)
  }
  return Result.succeed(replay.ledger)
}

const done: Result.Result<void, never> = Result.succeed(undefined)
