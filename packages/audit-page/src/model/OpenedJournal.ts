/**
 * The embedded journal, verified and folded by the replay of core.
 *
 * A large ledger is first shown from its embedded columns. When the replay of the whole journal is done, the replayed
 * ledger replaces them.
 */
import { Journal, type Ledger, Replay } from "@grootboek/core"
import { Snapshot } from "@grootboek/core/ledger"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import * as Result from "effect/Result"
import * as Embedded from "../pack/Embedded.ts"
import type { Label } from "../pack/Label.ts"

/** A ledger with its entries, and the result of its check; undefined while the check runs. */
export interface OpenedJournal {
  readonly ledger: Ledger.Ledger
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly check: JournalCheck | undefined
}

/** The result of a check. */
export interface JournalCheck {
  readonly entries: number
  readonly bytes: number
  readonly head: string
  readonly fault: JournalFault | undefined
  readonly elapsedMs: number
}

/** The first fault: a bad entry, another journal than the page was made from, or columns that are not its sum. */
export type JournalFault =
  | Replay.ReplayError
  | { readonly _tag: "CutOff"; readonly position: number; readonly expected: number }
  | { readonly _tag: "OtherHead"; readonly position: number; readonly expected: string }
  | { readonly _tag: "OtherColumns"; readonly position: number }

/** The texts that a page embeds. */
export interface Packets {
  readonly journal: string
  readonly snapshot: string
}

/** The hash function of the page, without `crypto.subtle`, which a page opened from a file may not have. */
export const hash: Journal.Sha256 = (bytes) => bytesToHex(sha256(bytes))

/** A journal that was checked, and the head of what was folded. */
export interface CheckedJournal extends OpenedJournal {
  readonly check: JournalCheck
  readonly head: Journal.Head
}

/** What happens while a journal is opened. */
export interface OpeningSteps {
  /** Called with the number of entries done. */
  readonly progress?: (entries: number) => void
  /** Lets the browser handle events, where the journal is opened by the page itself. */
  readonly pause?: () => Promise<void>
}

/** Returns the ledger of the embedded columns, if there are any and they are undamaged. */
export const preview = async ({ snapshot }: Packets): Promise<OpenedJournal | undefined> => {
  const parts = await Embedded.parts(snapshot)
  const read = parts === undefined ? undefined : Snapshot.read(parts, hash)
  return read === undefined ? undefined : { ledger: read.ledger, sealed: [], check: undefined }
}

/** Unpacks, verifies and folds a journal. After a bad entry, the ledger ends before it. */
export const open = async (
  packets: Packets,
  label: Label,
  { progress, pause }: OpeningSteps = {},
): Promise<CheckedJournal> => {
  const began = performance.now()
  const replay = Replay.begin(hash)
  const sealed: Array<Journal.Sealed> = []
  let fault: JournalFault | undefined
  for await (const block of Embedded.journal(packets.journal)) {
    for (const one of block.sealed) {
      sealed.push(one)
      if (fault !== undefined) continue
      const taken = replay.take(one)
      if (Result.isFailure(taken)) fault = taken.failure
      if (pause !== undefined && sealed.length % 64 === 0) await pause()
    }
    fault ??= block.damage
    progress?.(sealed.length)
  }
  fault ??= compare(sealed, label)
  fault ??= (await sameColumns(replay, packets))
    ? undefined
    : { _tag: "OtherColumns", position: sealed.length }
  const check: JournalCheck = {
    entries: sealed.length,
    bytes: sealed.reduce((sum, { body }) => sum + body.length, 0),
    head: sealed.at(-1)?.hash ?? Journal.genesis.hash,
    fault,
    elapsedMs: performance.now() - began,
  }
  return { ledger: replay.ledger, sealed, check, head: replay.head() }
}

// A chain does not show that its end was cut off; the label of the page does.
const compare = (sealed: ReadonlyArray<Journal.Sealed>, label: Label): JournalFault | undefined => {
  if (sealed.length !== label.entries)
    return { _tag: "CutOff", position: sealed.length, expected: label.entries }
  const head = sealed.at(-1)?.hash ?? Journal.genesis.hash
  return head === label.head
    ? undefined
    : { _tag: "OtherHead", position: sealed.length, expected: label.head }
}

// The embedded columns must equal those of the replay, byte for byte, so that their hashes need not be computed again.
const sameColumns = async (replay: Replay.Replay, { snapshot }: Packets): Promise<boolean> => {
  const parts = await Embedded.parts(snapshot)
  if (parts === undefined) return true
  const made = [...Snapshot.write({ ledger: replay.ledger, head: replay.head() }, () => "")]
  return (
    made.length === parts.length &&
    made.slice(1).every((part, index) => {
      const other = parts[index + 1]
      return (
        other !== undefined && part.length === other.length && part.every((byte, at) => byte === other[at])
      )
    })
  )
}
