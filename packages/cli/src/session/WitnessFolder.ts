/** A folder of signed checkpoints, compared with a journal. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { Checkpoint, type Finding, Journal, Ledger } from "@grootboek/core"
import type { Audit } from "@grootboek/core/ledger"
import type { WitnessText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, environment } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import { storeError } from "./CoreFailure.ts"
import type { OpenStore } from "./Store.ts"

/** The checkpoints of a folder that a key signed, the shortest journal first. Other files are left out. */
export const read = Effect.fnUntraced(function* (
  folder: string,
  key: Checkpoint.Verifier,
): Effect.fn.Return<ReadonlyArray<Checkpoint.Checkpoint>, CommandFailure> {
  const names = yield* Effect.try({
    try: () => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()),
    catch: (cause) => environment(FileMessage.unreadable(folder, InputFile.codeOf(cause))),
  })
  const signed = yield* Effect.forEach(names, ({ name }) =>
    Effect.map(InputFile.read(join(folder, name)), ({ bytes }) =>
      Checkpoint.open(new TextDecoder().decode(bytes), key, InputFile.sha256),
    ),
  )
  return signed
    .filter(Result.isSuccess)
    .map(({ success }) => success)
    .sort((a, b) => a.entries - b.entries)
})

/** The comparison of checkpoints with a journal. */
export interface WitnessComparison {
  readonly witness: WitnessText.Witness
  readonly findings: ReadonlyArray<Finding.Finding>
}

/** Compares checkpoints with a journal that was audited. */
export const compare = Effect.fnUntraced(function* (
  checkpoints: ReadonlyArray<Checkpoint.Checkpoint>,
  { store, ledger: name }: OpenStore,
  { signer, audited }: { readonly signer: string; readonly audited: Audit.AuditedJournal },
): Effect.fn.Return<WitnessComparison, CommandFailure> {
  const origin = Checkpoint.originOf(Ledger.planAt(audited.ledger)?.entity.name)
  const findings: Array<Finding.Finding> = []
  let [matching, until] = [0, 0]
  let since: string | undefined
  for (const checkpoint of checkpoints) {
    const [entry] = yield* store
      .read(name, Math.max(0, checkpoint.entries - 1))
      .pipe(Stream.take(1), Stream.runCollect, Effect.mapError(storeError))
    const found = [
      ...Checkpoint.compare(checkpoint, audited.head, entry),
      ...Checkpoint.compareOrigin(checkpoint, origin),
    ]
    findings.push(...found)
    if (found.length > 0 || entry === undefined) continue
    const tail = Journal.tail(entry)
    matching += 1
    until = checkpoint.entries
    since ??= Result.isSuccess(tail) ? tail.success.time : undefined
  }
  return { witness: { signer, matching, since, until }, findings }
})
