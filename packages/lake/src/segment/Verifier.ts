/** The verification of a lake: its manifests, its files, and a signed checkpoint of one of its journals. */
import type { Checkpoint, Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { LakeFiles, LakeFilesFailed } from "../file/LakeFiles.ts"
import * as Exporter from "./Exporter.ts"
import * as LakeManifest from "./LakeManifest.ts"

/** What is wrong with a lake. */
export type LakeFinding =
  | { readonly _tag: "ManifestUnreadable"; readonly path: string; readonly problem: string }
  /** The manifest names a file that does not exist. */
  | { readonly _tag: "SegmentMissing"; readonly ledger: string; readonly path: string }
  /** The bytes of a file do not have the hash that the manifest names. */
  | { readonly _tag: "SegmentChanged"; readonly ledger: string; readonly path: string }
  /** The files do not reach the position of the manifest, or leave entries out. */
  | {
      readonly _tag: "ManifestAhead"
      readonly ledger: string
      readonly position: number
      readonly reached: number
    }
  /** There is a file that the manifest does not name: an export that was stopped, or an earlier manifest. */
  | { readonly _tag: "ManifestBehind"; readonly ledger: string; readonly path: string }
  /** No ledger of the lake has the origin of the checkpoint. */
  | {
      readonly _tag: "NoLedgerOfCheckpoint"
      readonly origin: string
      readonly origins: ReadonlyArray<string>
    }
  /** The lake has another hash than the checkpoint at the same position: it was exported from another journal. */
  | { readonly _tag: "OtherJournal"; readonly ledger: string; readonly position: number }
  /** The lake ends before the checkpoint. */
  | {
      readonly _tag: "BehindCheckpoint"
      readonly ledger: string
      readonly position: number
      readonly signed: number
    }
  /** No export ended at the position of the checkpoint, so the lake does not have the hash of that entry. */
  | {
      readonly _tag: "BetweenExports"
      readonly ledger: string
      readonly signed: number
      readonly positions: ReadonlyArray<number>
    }

export interface VerifiedLake {
  readonly ledgers: ReadonlyArray<LakeManifest.LakeManifest>
  readonly files: number
  readonly findings: ReadonlyArray<LakeFinding>
}

/** Verifies the manifests and files of a lake, and compares it with a checkpoint when one is given. */
export const run = Effect.fnUntraced(function* (
  files: LakeFiles,
  {
    sha256,
    checkpoint,
  }: {
    readonly sha256: Journal.Sha256
    readonly checkpoint?: Checkpoint.Checkpoint | undefined
  },
): Effect.fn.Return<VerifiedLake, LakeFilesFailed> {
  const findings: Array<LakeFinding> = []
  const manifests: Array<LakeManifest.LakeManifest> = []
  const names = yield* Exporter.ledgers(files)
  const paths: Array<string> = []
  for (const table of LakeManifest.tables) paths.push(...(yield* files.list(table)))
  for (const ledger of names) {
    const manifest = yield* Effect.result(Exporter.manifestOf(files, ledger))
    if (Result.isFailure(manifest)) {
      if (manifest.failure._tag === "LakeFilesFailed") return yield* Effect.fail(manifest.failure)
      findings.push(manifest.failure)
      continue
    }
    if (manifest.success === undefined) continue
    manifests.push(manifest.success)
    findings.push(...reach(manifest.success))
    for (const file of manifest.success.files) {
      const bytes = yield* files.read(file.path)
      if (bytes === undefined) findings.push({ _tag: "SegmentMissing", ledger, path: file.path })
      else if (sha256(bytes) !== file.sha256)
        findings.push({ _tag: "SegmentChanged", ledger, path: file.path })
    }
  }
  const known = new Set(manifests.flatMap((manifest) => manifest.files.map(({ path }) => path)))
  const unreadable = new Set(names.filter((name) => !manifests.some(({ ledger }) => ledger === name)))
  for (const path of paths) {
    const [, ledger = ""] = /\/ledger=([^/]+)\//.exec(path) ?? []
    if (!known.has(path) && !unreadable.has(ledger)) findings.push({ _tag: "ManifestBehind", ledger, path })
  }
  if (checkpoint !== undefined) findings.push(...compare(manifests, checkpoint))
  return { ledgers: manifests, files: known.size, findings }
})

/** Every entry has a row in the table of entries, so its files must follow each other up to the position of the manifest. */
const reach = ({
  ledger,
  position,
  hash,
  heads,
  files,
}: LakeManifest.LakeManifest): ReadonlyArray<LakeFinding> => {
  let reached = 0
  for (const { table, first, last, rows } of files)
    if (table === "entries" && first === reached + 1 && rows === last - first + 1) reached = last
  const head = heads.at(-1)
  const isHead = head?.position === position && head.hash === hash
  return reached === position && isHead ? [] : [{ _tag: "ManifestAhead", ledger, position, reached }]
}

const compare = (
  manifests: ReadonlyArray<LakeManifest.LakeManifest>,
  { origin, entries: signed, hash }: Checkpoint.Checkpoint,
): ReadonlyArray<LakeFinding> => {
  const own = manifests.filter((manifest) => manifest.origin === origin)
  if (own.length === 0)
    return [{ _tag: "NoLedgerOfCheckpoint", origin, origins: manifests.map((manifest) => manifest.origin) }]
  return own.flatMap(({ ledger, position, heads }): ReadonlyArray<LakeFinding> => {
    if (position < signed) return [{ _tag: "BehindCheckpoint", ledger, position, signed }]
    const head = heads.find((one) => one.position === signed)
    if (head === undefined)
      return [{ _tag: "BetweenExports", ledger, signed, positions: heads.map((one) => one.position) }]
    return head.hash === hash ? [] : [{ _tag: "OtherJournal", ledger, position: signed }]
  })
}
