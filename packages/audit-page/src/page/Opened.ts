/**
 * The embedded journal opened: verified and folded by the very replay that every other door uses.
 *
 * A large ledger is shown at once from its embedded columns. Until the replay has gone through the whole journal the
 * page says that it is still checking; then the replayed ledger takes the place of the columns.
 */
import { Journal, Ledger, Snapshot } from "@grootboek/core"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import * as Result from "effect/Result"
import type { Label } from "../AuditPage.ts"
import * as Embedded from "./Embedded.ts"

/** A journal opened: its ledger, its entries, and what was found; nothing yet while it is being checked. */
export interface Opened {
  readonly ledger: Ledger.Ledger
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly verdict: Verdict | undefined
}

/** What verification found, over how many entries and bytes, in how much time. */
export interface Verdict {
  readonly entries: number
  readonly bytes: number
  readonly head: string
  readonly finding: Finding | undefined
  readonly elapsedMs: number
}

/** The first thing wrong: an entry, a journal that is not the one the page was made of, or columns that are not its sum. */
export type Finding =
  | Ledger.ReplayError
  | { readonly _tag: "CutOff"; readonly position: number; readonly expected: number }
  | { readonly _tag: "OtherHead"; readonly position: number; readonly expected: string }
  | { readonly _tag: "OtherColumns"; readonly position: number }

/** The texts that a page embeds. */
export interface Packets {
  readonly journal: string
  readonly snapshot: string
}

/** The hash function of the page: pure, for a page from a disk may have no `crypto.subtle`. */
export const hash: Journal.Sha256 = (bytes) => bytesToHex(sha256(bytes))

/** The ledger from its embedded columns, if there are any that hold together. */
export const glance = async ({ snapshot }: Packets): Promise<Opened | undefined> => {
  const parts = await Embedded.parts(snapshot)
  const standing = parts === undefined ? undefined : Snapshot.read(parts, hash)
  return standing === undefined ? undefined : { ledger: standing.ledger, sealed: [], verdict: undefined }
}

/** How long the replay works before the page may answer its reader. */
const sliceMs = 12

/**
 * Unpacks, verifies and folds. With a bad entry, the ledger is what stands before it.
 *
 * @param progress - told how many entries are done, between slices
 */
export const open = async (
  packets: Packets,
  label: Label,
  progress?: (entries: number) => void,
): Promise<Opened> => {
  const began = performance.now()
  const replay = Ledger.begin(hash)
  const sealed: Array<Journal.Sealed> = []
  let finding: Finding | undefined
  let since = began
  for await (const block of Embedded.journal(packets.journal)) {
    for (const one of block.sealed) {
      sealed.push(one)
      if (finding !== undefined) continue
      const taken = replay.take(one)
      if (Result.isFailure(taken)) finding = taken.failure
      if (progress !== undefined && performance.now() - since > sliceMs) {
        progress(sealed.length)
        await new Promise((done) => setTimeout(done))
        since = performance.now()
      }
    }
    finding ??= block.damage
  }
  finding ??= misfit(sealed, label)
  finding ??= (await sameColumns(replay, packets))
    ? undefined
    : { _tag: "OtherColumns", position: sealed.length }
  const verdict: Verdict = {
    entries: sealed.length,
    bytes: sealed.reduce((sum, { body }) => sum + body.length, 0),
    head: sealed.at(-1)?.hash ?? Journal.genesis.hash,
    finding,
    elapsedMs: performance.now() - began,
  }
  return { ledger: replay.ledger, sealed, verdict }
}

// A chain says nothing of what was cut off behind its end: the label of the page does.
const misfit = (sealed: ReadonlyArray<Journal.Sealed>, label: Label): Finding | undefined => {
  if (sealed.length !== label.entries)
    return { _tag: "CutOff", position: sealed.length, expected: label.entries }
  const head = sealed.at(-1)?.hash ?? Journal.genesis.hash
  return head === label.head
    ? undefined
    : { _tag: "OtherHead", position: sealed.length, expected: label.head }
}

// The columns that were shown at first must be those that the replay makes, byte for byte.
const sameColumns = async (replay: Ledger.Replay, { snapshot }: Packets): Promise<boolean> => {
  const parts = await Embedded.parts(snapshot)
  if (parts === undefined) return true
  const made = [...Snapshot.write({ ledger: replay.ledger, head: replay.head() }, hash)]
  return (
    made.length === parts.length &&
    made.every((part, index) => {
      const other = parts[index]
      return (
        other !== undefined && part.length === other.length && part.every((byte, at) => byte === other[at])
      )
    })
  )
}
