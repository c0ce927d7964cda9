/** How a file of another program is read, as JSON: the mapping, what it lacks, and the first rows. */
import * as Schema from "effect/Schema"
import { FileFinding } from "../../view/FileFinding.ts"

/** The document of `mapping --format json`. */
export const MappingDocument = Schema.Struct({
  file: Schema.String,
  kind: Schema.String,
  /** The table of the file: the kind, or one of the tables of the kind. */
  table: Schema.String,
  /** The delimiter of a text file, `null` for a spreadsheet. */
  delimiter: Schema.NullOr(Schema.String),
  /** The mapping, as `--mapping` takes it: see `mapping-file.json`. */
  mapping: Schema.Record(Schema.String, Schema.Unknown),
  /** Fields that every row needs and that the mapping does not give yet. */
  open: Schema.Array(Schema.String),
  notes: Schema.Array(Schema.String),
  findings: Schema.Array(FileFinding),
  rows: Schema.Array(
    Schema.Struct({
      line: Schema.Int,
      values: Schema.Record(Schema.String, Schema.String),
      amounts: Schema.Record(Schema.String, Schema.String),
    }),
  ),
}).annotate({ identifier: "MappingDocument", description: "How the columns of a file are read" })

/** See {@link MappingDocument:var}. */
export type MappingDocument = typeof MappingDocument.Type
