/** The embedded journal, verified and folded by the same `Ledger.replay` that every other door uses. */

import { Journal, Ledger } from "@grootboek/core"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import * as Result from "effect/Result"
import type { Label } from "../AuditPage.ts"
import * as Embedded from "./Embedded.ts"

/** A journal opened: the ledger up to the first bad entry, and what was found. */
export interface Opened {
  readonly ledger: Ledger.Ledger
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly verdict: Verdict
}

/** What verification found, over how many entries and bytes, in how much time. */
export interface Verdict {
  readonly entries: number
  readonly bytes: number
  readonly head: string
  readonly finding: Finding | undefined
  readonly elapsedMs: number
}

/** The first thing wrong: an entry, or a journal that is not the one the page was made of. */
export type Finding =
  | Ledger.ReplayError
  | { readonly _tag: "CutOff"; readonly position: number; readonly expected: number }
  | { readonly _tag: "OtherHead"; readonly position: number; readonly expected: string }

/** The hash function of the page: pure, for a page from a disk may have no `crypto.subtle`. */
export const hash: Journal.Sha256 = (bytes) => bytesToHex(sha256(bytes))

/** Unpacks, verifies and folds. With a bad entry, the ledger is what stands before it. */
export const open = async (packet: string, label: Label): Promise<Opened> => {
  const { sealed, damage } = await Embedded.read(packet)
  const began = performance.now()
  const replayed = Ledger.replay(sealed, hash)
  if (Result.isSuccess(replayed)) {
    const finding = damage ?? misfit(sealed, label)
    return { ledger: replayed.success, sealed, verdict: verdict(sealed, finding, began) }
  }
  const finding = replayed.failure
  const sound = sealed.slice(0, finding.position - 1)
  const ledger = Result.getOrElse(Ledger.replay(sound, hash), Ledger.empty)
  return { ledger, sealed, verdict: verdict(sealed, finding, began) }
}

/** Verifies once more what was opened, on the bytes as the page holds them now. */
export const verify = async (packet: string, label: Label): Promise<Verdict> =>
  (await open(packet, label)).verdict

const verdict = (
  sealed: ReadonlyArray<Journal.Sealed>,
  finding: Finding | undefined,
  began: number,
): Verdict => ({
  entries: sealed.length,
  bytes: sealed.reduce((sum, { body }) => sum + body.length, 0),
  head: sealed.at(-1)?.hash ?? Journal.genesis.hash,
  finding,
  elapsedMs: performance.now() - began,
})

// A chain says nothing of what was cut off behind its end: the label of the page does.
const misfit = (sealed: ReadonlyArray<Journal.Sealed>, label: Label): Finding | undefined => {
  const head = sealed.at(-1)?.hash ?? Journal.genesis.hash
  if (sealed.length !== label.entries)
    return { _tag: "CutOff", position: sealed.length, expected: label.entries }
  return head === label.head
    ? undefined
    : { _tag: "OtherHead", position: sealed.length, expected: label.head }
}
