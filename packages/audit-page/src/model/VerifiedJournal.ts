/**
 * A journal verified in a worker, so that the page stays usable, in the form in which it is sent to the page.
 *
 * The bodies of the entries are moved, not copied. The ledger is sent only where it differs from that of the page.
 */
import type { Journal, Ledger } from "@grootboek/core"
import { Snapshot } from "@grootboek/core/ledger"
import type { Label } from "../pack/Label.ts"
import {
  type CheckedJournal,
  hash,
  type JournalCheck,
  type OpenedJournal,
  type Packets,
} from "./OpenedJournal.ts"

/** The request to the worker. */
export interface VerificationRequest {
  readonly packets: Packets
  readonly label: Label
}

/** What the worker sends: the number of entries done, or the result. */
export type VerificationMessage =
  | { readonly kind: "progress"; readonly entries: number }
  | ({ readonly kind: "done" } & SentJournal)

/** A verified journal as the worker sends it. */
export interface SentJournal {
  readonly check: JournalCheck
  readonly blocks: ReadonlyArray<SentBlock>
  /** The ledger, where it is not that of the embedded columns. */
  readonly snapshot: ReadonlyArray<Uint8Array> | undefined
}

/** Entries whose bodies are parts of one buffer. */
interface SentBlock {
  readonly positions: ReadonlyArray<number>
  readonly hashes: ReadonlyArray<string>
  /** The first byte of each body, and the byte after its last. */
  readonly ends: Uint32Array
  readonly bytes: ArrayBuffer
}

/** Returns an opened journal to send, and the buffers that are moved with it. */
export const send = ({
  ledger,
  sealed,
  check,
  head,
}: CheckedJournal): { readonly sent: SentJournal; readonly moved: ReadonlyArray<ArrayBuffer> } => {
  const blocks = blocksOf(sealed)
  const snapshot = check.fault === undefined ? undefined : [...Snapshot.write({ ledger, head }, hash)]
  return { sent: { check, blocks, snapshot }, moved: blocks.map(({ bytes }) => bytes) }
}

/** Returns the journal that was sent. `shown` is the ledger of the embedded columns. */
export const receive = ({ check, blocks, snapshot }: SentJournal, shown: Ledger.Ledger): OpenedJournal => ({
  check,
  ledger: (snapshot === undefined ? undefined : Snapshot.read(snapshot, hash)?.ledger) ?? shown,
  sealed: blocks.flatMap(({ positions, hashes, ends, bytes }) =>
    positions.map((position, index) => {
      const [from = 0, to = 0] = ends.subarray(2 * index, 2 * index + 2)
      return { position, hash: hashes[index] ?? "", body: new Uint8Array(bytes, from, to - from) }
    }),
  ),
})

const blocksOf = (sealed: ReadonlyArray<Journal.Sealed>): ReadonlyArray<SentBlock> => {
  const out: Array<SentBlock> = []
  for (let first = 0; first < sealed.length; ) {
    const { buffer } = sealed[first]?.body ?? new Uint8Array()
    let end = first
    while (end < sealed.length && sealed[end]?.body.buffer === buffer) end++
    const block = sealed.slice(first, end)
    const ends = new Uint32Array(2 * block.length)
    for (const [index, { body }] of block.entries())
      ends.set([body.byteOffset, body.byteOffset + body.length], 2 * index)
    out.push({
      positions: block.map(({ position }) => position),
      hashes: block.map((one) => one.hash),
      ends,
      bytes: buffer instanceof ArrayBuffer ? buffer : new ArrayBuffer(0),
    })
    first = end
  }
  return out
}
