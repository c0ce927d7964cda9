/** Exports to a lake, and its verification, as JSON. */
import * as Schema from "effect/Schema"
import { StoredHead } from "./LedgersDocument.ts"

/** The document of `lake export --format json`: what was written per ledger. */
export const LakeExportDocument = Schema.Struct({
  ledgers: Schema.Array(
    Schema.Struct({
      ledger: Schema.String,
      ...StoredHead,
      entries: Schema.Int,
      rows: Schema.Int,
      bytes: Schema.Int,
    }),
  ),
}).annotate({
  identifier: "LakeExportDocument",
  description: "What an export to a lake wrote for each ledger",
})

/** See {@link LakeExportDocument:var}. */
export type LakeExportDocument = typeof LakeExportDocument.Type

/** The document of `lake verify --format json`. Which facts a finding has depends on its code. */
export const LakeVerificationDocument = Schema.Struct({
  ok: Schema.Boolean,
  ledgers: Schema.Array(Schema.Struct({ ledger: Schema.String, ...StoredHead })),
  files: Schema.Int,
  findings: Schema.Array(
    Schema.Struct({
      code: Schema.String,
      message: Schema.String,
      ledger: Schema.optionalKey(Schema.String),
      path: Schema.optionalKey(Schema.String),
      problem: Schema.optionalKey(Schema.String),
      position: Schema.optionalKey(Schema.Int),
      reached: Schema.optionalKey(Schema.Int),
      signed: Schema.optionalKey(Schema.Int),
      positions: Schema.optionalKey(Schema.Array(Schema.Int)),
      origin: Schema.optionalKey(Schema.String),
      origins: Schema.optionalKey(Schema.Array(Schema.String)),
    }),
  ),
}).annotate({
  identifier: "LakeVerificationDocument",
  description:
    "Manifests and files of a lake, compared with a checkpoint; ok is false when there are findings",
})

/** See {@link LakeVerificationDocument:var}. */
export type LakeVerificationDocument = typeof LakeVerificationDocument.Type
