/** The health of a ledger's store as JSON. */
import * as Schema from "effect/Schema"
import { StoredHead } from "./LedgersDocument.ts"

/** The document of `health --format json`. */
export const HealthDocument = Schema.Struct({
  ok: Schema.Boolean,
  address: Schema.String,
  ledger: Schema.String,
  /** The server that answered; `null` for a file. */
  server: Schema.NullOr(
    Schema.Struct({
      node: Schema.String,
      leads: Schema.Boolean,
      version: Schema.String,
      cluster: Schema.NullOr(Schema.String),
    }),
  ),
  head: Schema.NullOr(Schema.Struct({ ...StoredHead, time: Schema.String })),
  /** The age of the last entry. */
  ageSeconds: Schema.NullOr(Schema.Int),
  /** Whether an append would be admitted; `null` when that was not asked or the store did not answer. */
  admitsWrites: Schema.NullOr(Schema.Boolean),
  /** The furthest head that was acknowledged to this writer. */
  remembered: Schema.NullOr(Schema.Struct({ place: Schema.String, ...StoredHead })),
  findings: Schema.Array(Schema.Struct({ code: Schema.String, message: Schema.String })),
}).annotate({
  identifier: "HealthDocument",
  description: "Whether a store answers, who leads, its last entry, and whether it admits writes",
})

/** See {@link HealthDocument:var}. */
export type HealthDocument = typeof HealthDocument.Type
