/** The outcome of an import as JSON: counts, every finding, and how each file was read. */
import * as Schema from "effect/Schema"
import { FileFinding } from "../../view/FileFinding.ts"
import { type Imported, ok } from "../../view/Imported.ts"
import * as Revision from "./RevisionDocument.ts"

/** The document of `import --format json`. */
export const ImportDocument = Schema.Struct({
  ok: Schema.Boolean,
  dryRun: Schema.Boolean,
  counts: Schema.Struct({
    accepted: Schema.Int,
    known: Schema.Int,
    conflicting: Schema.Int,
    rejected: Schema.Int,
  }),
  findings: Schema.Array(FileFinding),
  notes: Schema.Array(Schema.String),
  files: Schema.Array(
    Schema.Struct({
      file: Schema.String,
      rows: Schema.Int,
      detected: Schema.Record(Schema.String, Schema.String),
    }),
  ),
  /** Only for a whole list (`--as state`): what it changes. */
  state: Schema.NullOr(Revision.RevisionDocument),
  /** The first and last position written; `null` when nothing was. */
  written: Schema.NullOr(Schema.Struct({ first: Schema.Int, last: Schema.Int })),
  /** Only on a branch: its name and the number of proposals that were added; `written` is then `null`. */
  drafted: Schema.NullOr(Schema.Struct({ branch: Schema.String, proposals: Schema.Int })),
}).annotate({ identifier: "ImportDocument", description: "What became of the rows of an import" })

/** See {@link ImportDocument:var}. */
export type ImportDocument = typeof ImportDocument.Type

/** Returns the document of an import. */
export const of = (imported: Imported): ImportDocument => {
  const { dryRun, counts, findings, more, notes, files, revision, written, drafted } = imported
  const [first, last] = [written[0], written.at(-1)]
  return {
    ok: ok(imported),
    dryRun,
    counts,
    findings: more === undefined ? findings : [...findings, ...more.each()],
    notes,
    files,
    state: revision === undefined ? null : Revision.of(revision),
    written: first === undefined || last === undefined ? null : { first, last },
    drafted: drafted ?? null,
  }
}

/** Returns the text of the document piece by piece, so that millions of findings need no memory. */
export function* pieces(imported: Imported): Generator<string> {
  const { findings, more } = imported
  const { findings: _, ...rest } = of({ ...imported, more: undefined })
  const text = JSON.stringify({ ...rest, findings: [] }, null, 2)
  yield text.slice(0, text.lastIndexOf("[]"))
  let before = "[\n"
  for (const list of [findings, more?.each() ?? []])
    for (const finding of list) {
      yield before + JSON.stringify(finding, null, 2).replace(/^/gm, "    ")
      before = ",\n"
    }
  yield before === "[\n" ? "[]\n}\n" : "\n  ]\n}\n"
}
