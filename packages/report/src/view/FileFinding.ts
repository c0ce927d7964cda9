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
  /** The budget line and year of a closed year that a whole list would change: the recorded amount and that of the list. */
  closed: Schema.optionalKey(
    Schema.Struct({ place: Schema.String, year: Schema.Int, old: Schema.String, new: Schema.String }),
  ),
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

/** Codes of findings about the shape of one row: each row is listed, because each needs another correction. */
const rowShapes: ReadonlySet<string> = new Set(["RaggedRow"])

/** A finding, and the lines of the other rows of its file that have the same fault. */
export interface RepeatedFinding {
  readonly finding: FileFinding
  readonly others: ReadonlyArray<number>
}

/** Returns one finding per cause, in order of the first: rows with the same fault in the same column have one cause. */
export const byCause = (findings: ReadonlyArray<FileFinding>): ReadonlyArray<RepeatedFinding> => {
  const causes = new Map<string, { readonly finding: FileFinding; readonly others: Array<number> }>()
  for (const finding of findings) {
    const { file, line, column, code, message } = finding
    const at = place(finding)
    const words = message.startsWith(at) ? message.slice(at.length) : message
    const key = JSON.stringify([file, column, code, line === null || rowShapes.has(code) ? message : words])
    const known = causes.get(key)
    if (known === undefined) causes.set(key, { finding, others: [] })
    else if (line !== null) known.others.push(line)
  }
  return [...causes.values()]
}
