/** A finding with its place in a file, as imports and reconciliations report it. */
import * as Schema from "effect/Schema"

/** A finding. `file`, `line` and `column` are `null` where they do not apply; `code` is stable, `message` is for people. */
export const FileFinding = Schema.Struct({
  file: Schema.NullOr(Schema.String),
  line: Schema.NullOr(Schema.Int),
  column: Schema.NullOr(Schema.String),
  code: Schema.String,
  message: Schema.String,
  /** The number of lines that it covers, from `line` on, where it is more than one. */
  lines: Schema.optionalKey(Schema.Int),
}).annotate({ identifier: "Finding" })

/** See {@link FileFinding:var}. */
export type FileFinding = typeof FileFinding.Type

/** Returns `lines.csv:12`, the start of a message about a row; empty for a finding without a file. */
export const place = ({ file, line }: Pick<FileFinding, "file" | "line">): string =>
  file === null ? "" : line === null ? file : `${file}:${line}`

/** Returns a finding as one line: place and message. A message that already begins with its place is unchanged. */
export const format = (finding: FileFinding): string => {
  const at = place(finding)
  return at === "" || finding.message.startsWith(at) ? finding.message : `${at}: ${finding.message}`
}
