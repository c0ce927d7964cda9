/** A folder of signed checkpoints, compared with a journal. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { Checkpoint, Journal, Ledger } from "@grootboek/core"
import type { Audit } from "@grootboek/core/ledger"
import type { VerifiedJournal, WitnessText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, environment } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import * as ArchiveFile from "./ArchiveFile.ts"
import { storeError } from "./CoreFailure.ts"
import type * as KeyFile from "./KeyFile.ts"
import type { OpenStore } from "./Store.ts"

/** What a folder holds about a journal. */
export interface Kept {
  /** The checkpoints that a key signed, the shortest journal first. */
  readonly checkpoints: ReadonlyArray<KeyFile.SignedFile>
  /** The checkpoints that the key did not sign, or that were changed. */
  readonly uncounted: ReadonlyArray<WitnessText.UncountedCheckpoint>
  /** The paths of exports (`.ndjson`). */
  readonly exports: ReadonlyArray<string>
}

/** Reads a folder. Files that are neither checkpoints nor exports are left out. */
export const read = Effect.fnUntraced(function* (
  folder: string,
  key: Checkpoint.Verifier,
): Effect.fn.Return<Kept, CommandFailure> {
  const names = yield* Effect.try({
    try: () => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()),
    catch: (cause) => environment(FileMessage.unreadable(folder, InputFile.codeOf(cause))),
  })
  const paths = names.map(({ name }) => join(folder, name))
  const exports = paths.filter(isExport)
  const checkpoints: Array<KeyFile.SignedFile> = []
  const uncounted: Array<WitnessText.UncountedCheckpoint> = []
  for (const file of paths.filter((path) => !isExport(path) && InputFile.isSmall(path))) {
    const text = new TextDecoder().decode((yield* InputFile.readSmall(file)).bytes)
    const opened = Checkpoint.open(text, key, InputFile.sha256)
    if (Result.isSuccess(opened)) checkpoints.push({ file, checkpoint: opened.success })
    else if (isSigned(text)) uncounted.push({ file, reason: reasons[opened.failure._tag] })
  }
  checkpoints.sort((a, b) => a.checkpoint.entries - b.checkpoint.entries)
  return { checkpoints, uncounted, exports }
})

/** Returns whether a text has a line like the signature of a checkpoint. */
const isSigned = (text: string): boolean => /^— \S+ \S+$/m.test(text)

const reasons = {
  NotACheckpoint: "unreadable",
  NotSignedBy: "otherKey",
  ForgedSignature: "changed",
} as const

const isExport = (path: string): boolean => /\.ndjson$/i.test(path)

export interface WitnessComparison {
  readonly witness: WitnessText.Witness
  readonly findings: ReadonlyArray<VerifiedJournal.FiledFinding>
}

/** Compares checkpoints with a journal that was audited. */
export const compare = Effect.fnUntraced(function* (
  { checkpoints, uncounted, exports }: Kept,
  opened: OpenStore,
  { signer, audited }: { readonly signer: string; readonly audited: Audit.AuditedJournal },
): Effect.fn.Return<WitnessComparison, CommandFailure> {
  const { store, ledger: name } = opened
  const origin = Checkpoint.originOf(Ledger.planAt(audited.ledger)?.entity.name)
  const findings: Array<VerifiedJournal.FiledFinding> = []
  let [matching, until] = [0, 0]
  let since: string | undefined
  let other: Checkpoint.Checkpoint | undefined
  for (const { file, checkpoint } of checkpoints) {
    const [entry] = yield* store
      .read(name, Math.max(0, checkpoint.entries - 1))
      .pipe(Stream.take(1), Stream.runCollect, Effect.mapError(storeError))
    const found = [
      ...Checkpoint.compare(checkpoint, audited.head, entry),
      ...Checkpoint.compareOrigin(checkpoint, origin),
    ]
    findings.push(...found.map((finding) => ({ ...finding, file })))
    if (found.some(({ code }) => code !== "OtherOrigin")) other ??= checkpoint
    if (found.length > 0 || entry === undefined) continue
    const tail = Journal.tail(entry)
    matching += 1
    until = checkpoint.entries
    since ??= Result.isSuccess(tail) ? tail.success.time : undefined
  }
  const disagreement =
    other === undefined ? undefined : yield* locate(other, { after: until, exports, opened })
  const found = disagreement === undefined ? {} : { disagreement }
  return { witness: { signer, matching, since, until, uncounted, ...found }, findings }
})

/** Where a journal and the history of a checkpoint may differ: after an entry that both have. */
interface Search {
  readonly after: number
  readonly exports: ReadonlyArray<string>
  readonly opened: OpenStore
}

// A checkpoint has the hash of one entry. An intact export with that entry is the history that was signed.
const locate = Effect.fnUntraced(function* (
  { entries: until, hash }: Checkpoint.Checkpoint,
  { after, exports, opened }: Search,
): Effect.fn.Return<WitnessText.Disagreement, CommandFailure> {
  if (until === after + 1) return { after, until, entry: until }
  for (const path of exports) {
    const file = yield* InputFile.chunked(path)
    if (ArchiveFile.hashAt(file, until) !== hash) continue
    if ((yield* ArchiveFile.audit(file)).findings.length > 0) continue
    const { other, present } = yield* ArchiveFile.compare(file, opened)
    return { after, until, entry: other ?? present + 1, export: file.name }
  }
  return { after, until }
})
