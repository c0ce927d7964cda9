/** The manifest of a ledger in the lake: what it was exported from, and the files that belong to it. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Tables from "../table/Tables.ts"

const Sha256Text = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u))
const Whole = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** A file of a table, with the entries that its rows belong to. */
export const SegmentFile = Schema.Struct({
  table: Schema.String,
  path: Schema.String,
  /** The first and the last entry of the export that wrote the file. */
  first: Whole,
  last: Whole,
  rows: Whole,
  bytes: Whole,
  sha256: Sha256Text,
})

/** See {@link SegmentFile:var}. */
export type SegmentFile = typeof SegmentFile.Type

/** The last entry of an export, and its hash. */
export const SegmentHead = Schema.Struct({ position: Whole, hash: Sha256Text })

/** See {@link SegmentHead:var}. */
export type SegmentHead = typeof SegmentHead.Type

/** The manifest. It is written last, so that files that it does not name do not count. */
export const LakeManifest = Schema.Struct({
  format: Schema.Literal("grootboek-lake"),
  version: Schema.Literal(1),
  ledger: Schema.String,
  /** The origin that a checkpoint of the journal has. */
  origin: Schema.String,
  exporter: Schema.String,
  position: Whole,
  hash: Sha256Text,
  /** The head of each export, oldest first: a checkpoint of one of them can be compared. */
  heads: Schema.Array(SegmentHead),
  files: Schema.Array(SegmentFile),
})

/** See {@link LakeManifest:var}. */
export type LakeManifest = typeof LakeManifest.Type

export const folder = "manifests"

/** The tables of the lake, each a folder of its own. */
export const tables: ReadonlyArray<string> = [...Tables.columns().keys()]

export const pathOf = (ledger: string): string => `${folder}/${ledger}.json`

export const segmentPath = (
  table: string,
  { ledger, first, last }: { readonly ledger: string; readonly first: number; readonly last: number },
): string => `${table}/ledger=${ledger}/${digits(first)}-${digits(last)}.parquet`

const digits = (position: number): string => String(position).padStart(9, "0")

export const write = (manifest: LakeManifest): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`)

/** Parses the bytes of a manifest; fails with what is wrong. */
export const read = (bytes: Uint8Array): Result.Result<LakeManifest, string> =>
  Result.flatMap(
    Result.try({
      try: (): unknown => JSON.parse(new TextDecoder().decode(bytes)),
      catch: () => "not JSON",
    }),
    (json) => Result.mapError(decode(json), (error) => error.message),
  )

const decode = Schema.decodeUnknownResult(LakeManifest)
