/** A list of ledgers as JSON. */
import * as Schema from "effect/Schema"

/** The last entry of a journal: its position and its hash. */
export const StoredHead = { position: Schema.Int, hash: Schema.String } as const

/** The document of `ledgers --format json`; `bytes` is the size of the entries. */
export const LedgersDocument = Schema.Struct({
  ledgers: Schema.Array(
    Schema.Struct({
      address: Schema.String,
      ledger: Schema.String,
      ...StoredHead,
      time: Schema.String,
      bytes: Schema.Int,
    }),
  ),
}).annotate({
  identifier: "LedgersDocument",
  description: "Every ledger of files and servers, with its last entry and its size",
})

/** See {@link LedgersDocument:var}. */
export type LedgersDocument = typeof LedgersDocument.Type
