/**
 * A journal verified in a worker, so that the page stays usable, in the form in which it is sent to the page.
 *
 * The bodies of the entries are moved, not copied. The ledger is sent only where it differs from that of the page.
 */
import type { Ledger } from "@grootboek/core"
import { Snapshot } from "@grootboek/core/ledger"
import type { Label } from "../pack/Label.ts"
import {
  type CheckedJournal,
  hash,
  type JournalCheck,
  type OpenedJournal,
  type Packets,
} from "./OpenedJournal.ts"
import * as SentBlock from "./SentBlock.ts"

/** What is verified. */
export interface VerificationRequest {
  readonly packets: Packets
  readonly label: Label
}

/** The request to a worker: to unpack and hash the journal for another worker, or to verify what that one sends. */
export type WorkerRequest =
  | { readonly kind: "hash"; readonly journal: string; readonly port: MessagePort }
  | { readonly kind: "verify"; readonly snapshot: string; readonly label: Label; readonly port: MessagePort }

/** What the worker sends: the number of entries done, or the result. */
export type VerificationMessage =
  | { readonly kind: "progress"; readonly entries: number }
  | ({ readonly kind: "done" } & SentJournal)

/** See the first line of this file. */
export interface SentJournal {
  readonly check: JournalCheck
  readonly blocks: ReadonlyArray<SentBlock.SentBlock>
  /** The ledger, where it is not that of the embedded columns. */
  readonly snapshot: ReadonlyArray<Uint8Array> | undefined
}

/** Returns an opened journal to send, and the buffers that are moved with it. */
export const send = ({
  ledger,
  sealed,
  check,
  head,
}: CheckedJournal): { readonly sent: SentJournal; readonly moved: ReadonlyArray<ArrayBuffer> } => {
  const blocks = SentBlock.of(sealed)
  const snapshot = check.fault === undefined ? undefined : [...Snapshot.write({ ledger, head }, hash)]
  return { sent: { check, blocks, snapshot }, moved: blocks.map(({ bytes }) => bytes) }
}

/** Returns the journal that was sent. `shown` is the ledger of the embedded columns. */
export const receive = ({ check, blocks, snapshot }: SentJournal, shown: Ledger.Ledger): OpenedJournal => ({
  check,
  ledger: (snapshot === undefined ? undefined : Snapshot.read(snapshot, hash)?.ledger) ?? shown,
  sealed: blocks.flatMap(SentBlock.entries),
})
