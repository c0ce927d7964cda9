/** One thing that was found, with its place in a file: what imports and reconciliations report. */
import * as Schema from "effect/Schema"

/** A finding. What it is not about a file, line or column is `null`; `code` is stable, `message` is for people. */
export const FileFinding = Schema.Struct({
  file: Schema.NullOr(Schema.String),
  line: Schema.NullOr(Schema.Int),
  column: Schema.NullOr(Schema.String),
  code: Schema.String,
  message: Schema.String,
}).annotate({ identifier: "Finding" })

/** See {@link FileFinding:var}. */
export type FileFinding = typeof FileFinding.Type

/** `lines.csv:12`, as every message about a row begins; empty when the finding is not about a file. */
export const place = ({ file, line }: Pick<FileFinding, "file" | "line">): string =>
  file === null ? "" : line === null ? file : `${file}:${line}`

/** A finding as one line: its place, and what it says. A message that begins with its place is left as it is. */
export const format = (finding: FileFinding): string => {
  const at = place(finding)
  return at === "" || finding.message.startsWith(at) ? finding.message : `${at}: ${finding.message}`
}
