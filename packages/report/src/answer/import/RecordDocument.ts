/** What the library recorded, as JSON. */
import * as Schema from "effect/Schema"

/** The document of `record` and `import` of the library. */
export const RecordDocument = Schema.Struct({
  /** The positions of the new entries. */
  written: Schema.Array(Schema.Int),
  /** The ids of requests that the journal had already. */
  known: Schema.Array(Schema.String),
  /** The known ones whose declaration or rule a later entry replaced. */
  replaced: Schema.Array(Schema.String),
  position: Schema.Int,
}).annotate({ identifier: "RecordDocument", description: "The entries that a call of the library recorded" })

/** See {@link RecordDocument:var}. */
export type RecordDocument = typeof RecordDocument.Type
