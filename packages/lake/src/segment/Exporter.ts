/** The export of a ledger to the lake: the rows that are new since the last export, then the manifest. */
import { Checkpoint, Journal, type JournalStore, Ledger, Replay } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { LakeFiles, LakeFilesFailed } from "../file/LakeFiles.ts"
import * as Parquet from "../file/Parquet.ts"
import type { LakeTable } from "../table/LakeTable.ts"
import * as Tables from "../table/Tables.ts"
import * as LakeManifest from "./LakeManifest.ts"
import * as LakeName from "./LakeName.ts"

/** The version of the exporter, which decides the columns of the files. */
export const version = "1"

/** A ledger to export: its store, its name there, and its name in the lake. */
export interface ExportedLedger {
  readonly store: JournalStore.JournalStoreShape
  readonly ledger: string
  readonly name: string
  readonly sha256: Journal.Sha256
  /** Receives the position that was read last. */
  readonly progress?: (position: number) => void
}

/** What an export wrote. */
export interface ExportedGrowth {
  readonly manifest: LakeManifest.LakeManifest
  /** The number of entries that the lake did not have. */
  readonly entries: number
  readonly rows: number
  readonly bytes: number
}

/** Why nothing was exported. The lake is unchanged. */
export type ExportRefused =
  | LakeName.NameRefused
  | LakeFilesFailed
  | JournalStore.StoreError
  | { readonly _tag: "JournalDamaged"; readonly ledger: string; readonly error: Replay.ReplayError }
  | { readonly _tag: "EmptyLedger"; readonly ledger: string }
  /** The manifest in the lake cannot be read. */
  | { readonly _tag: "ManifestUnreadable"; readonly path: string; readonly problem: string }
  /** The lake has entries of another journal under this name. */
  | { readonly _tag: "AnotherJournal"; readonly ledger: string; readonly position: number }

/** Exports a ledger: writes the new rows, and the manifest last, so that a reader never sees half an export. */
export const run = Effect.fnUntraced(function* (
  files: LakeFiles,
  source: ExportedLedger,
): Effect.fn.Return<ExportedGrowth, ExportRefused> {
  const { name, sha256 } = source
  const refused = LakeName.refusal(name, yield* ledgers(files))
  if (refused !== undefined) return yield* Effect.fail(refused)
  const known = yield* manifestOf(files, name)
  const after = known?.position ?? 0
  const { ledger, head, actors, hash } = yield* read(source, after)
  if (known !== undefined && hash !== known.hash)
    return yield* Effect.fail<ExportRefused>({ _tag: "AnotherJournal", ledger: name, position: after })
  if (head.position === 0)
    return yield* Effect.fail<ExportRefused>({ _tag: "EmptyLedger", ledger: source.ledger })
  if (known !== undefined && head.position === after)
    return { manifest: known, entries: 0, rows: 0, bytes: 0 }
  const span = { ledger: name, first: after + 1, last: head.position }
  const written: Array<LakeManifest.SegmentFile> = []
  for (const table of Tables.of({ name, ledger, after, actors }))
    if (table.rows > 0) written.push(yield* segment(files, table, { ...span, sha256 }))
  const manifest: LakeManifest.LakeManifest = {
    format: "grootboek-lake",
    version: 1,
    ledger: name,
    origin: Checkpoint.originOf(Ledger.planAt(ledger)?.entity.name),
    exporter: version,
    position: head.position,
    hash: head.hash,
    heads: [...(known?.heads ?? []), { position: head.position, hash: head.hash }],
    files: [...(known?.files ?? []), ...written],
  }
  yield* files.write(LakeManifest.pathOf(name), LakeManifest.write(manifest))
  return {
    manifest,
    entries: head.position - after,
    rows: written.reduce((sum, { rows }) => sum + rows, 0),
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
  }
})

/** Returns the names of the ledgers that have a manifest in the lake. */
export const ledgers = (files: LakeFiles): Effect.Effect<ReadonlyArray<string>, LakeFilesFailed> =>
  Effect.map(files.list(LakeManifest.folder), (paths) =>
    paths.flatMap((path) => {
      const [, name] = /^manifests\/([^/]+)\.json$/.exec(path) ?? []
      return name === undefined ? [] : [name]
    }),
  )

/** Returns the manifest of a ledger; `undefined` when the lake does not have the ledger. */
export const manifestOf = Effect.fnUntraced(function* (
  files: LakeFiles,
  ledger: string,
): Effect.fn.Return<
  LakeManifest.LakeManifest | undefined,
  LakeFilesFailed | Extract<ExportRefused, { readonly _tag: "ManifestUnreadable" }>
> {
  const path = LakeManifest.pathOf(ledger)
  const bytes = yield* files.read(path)
  if (bytes === undefined) return undefined
  const manifest = LakeManifest.read(bytes)
  return Result.isSuccess(manifest) && manifest.success.ledger === ledger
    ? manifest.success
    : yield* Effect.fail({
        _tag: "ManifestUnreadable" as const,
        path,
        problem: Result.isFailure(manifest)
          ? manifest.failure
          : `it names the ledger ${manifest.success.ledger}`,
      })
})

/** Replays the journal of a ledger. `hash` is that of the entry at `after`; `actors` are those of the entries after it. */
const read = Effect.fnUntraced(function* (
  { store, ledger: name, sha256, progress }: ExportedLedger,
  after: number,
) {
  const replay = Replay.begin(sha256)
  const actors: Array<string> = []
  let hash: string | undefined = after === 0 ? Journal.genesis.hash : undefined
  yield* Stream.runForEachArray(store.read(name, 0), (page) => {
    for (const sealed of page) {
      const taken = replay.take(sealed)
      if (Result.isFailure(taken))
        return Effect.fail<ExportRefused>({ _tag: "JournalDamaged", ledger: name, error: taken.failure })
      if (sealed.position === after) hash = sealed.hash
      if (sealed.position > after)
        actors.push(
          Result.getOrElse(
            Result.map(Journal.parse(sealed), ({ actor }) => actor),
            () => "",
          ),
        )
    }
    progress?.(replay.head().position)
    return Effect.void
  })
  return { ledger: replay.ledger, head: replay.head(), actors, hash }
})

/** Writes a table as a file. Returns what the manifest states about it. */
const segment = Effect.fnUntraced(function* (
  files: LakeFiles,
  table: LakeTable,
  {
    sha256,
    ...span
  }: {
    readonly ledger: string
    readonly first: number
    readonly last: number
    readonly sha256: Journal.Sha256
  },
): Effect.fn.Return<LakeManifest.SegmentFile, LakeFilesFailed> {
  const bytes = Parquet.write(table)
  const path = LakeManifest.segmentPath(table.name, span)
  yield* files.write(path, bytes)
  const { first, last } = span
  return {
    table: table.name,
    path,
    first,
    last,
    rows: table.rows,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }
})
