/** The source of an amount in JSON documents: the file, its SHA-256, and the line. */
import type { Journal } from "@grootboek/core"
import * as Schema from "effect/Schema"

/** See {@link Source:var}. */
export const Source = Schema.Struct({
  file: Schema.String,
  sha256: Schema.String,
  line: Schema.NullOr(Schema.Int),
}).annotate({ identifier: "Source" })

/** Returns the source of an entry; `null` for an entry that was not read from a file. */
export const of = (source: Journal.Source | undefined): typeof Source.Type | null =>
  source === undefined ? null : { file: source.name, sha256: source.sha256, line: source.line ?? null }
