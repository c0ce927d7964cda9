/** The outcome of an import as JSON: counts, every finding, and how each file was read. */
import * as Schema from "effect/Schema"
import * as JsonText from "../../paint/JsonText.ts"
import { FileFinding } from "../../view/FileFinding.ts"
import { type Imported, type ImportedRevision, ok } from "../../view/Imported.ts"
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

/** Returns the text of the document piece by piece, so that millions of findings, and the lines of a large plan, are not in memory at once. */
export function* pieces(imported: Imported): Generator<string> {
  const { findings, more, revision } = imported
  const { findings: _, ...rest } = of({
    ...imported,
    more: undefined,
    ...(revision === undefined ? {} : { revision: { ...revision, lines: [] } }),
  })
  const text = JsonText.of({ ...rest, findings: [] }, 2)
  // No text of the document contains a line end.
  const at = revision === undefined ? 0 : text.indexOf(noLines) + noLines.length - empty.length
  if (revision !== undefined) {
    yield text.slice(0, at)
    yield* list(linesOf(revision), "    ")
  }
  yield text.slice(revision === undefined ? 0 : at + empty.length, text.lastIndexOf(empty))
  yield* list(all(findings, more?.each() ?? []), "  ")
  yield "\n}\n"
}

const empty = "[]"
const noLines = `\n    "lines": ${empty}`

function* linesOf({ lines }: ImportedRevision): Generator<Revision.RevisionDocument["lines"][number]> {
  for (const line of lines) yield Revision.lineOf(line)
}

function* all<A>(...lists: ReadonlyArray<Iterable<A>>): Generator<A> {
  for (const some of lists) yield* some
}

// The text of a list, as `JSON.stringify` indents it.
function* list(items: Iterable<unknown>, indent: string): Generator<string> {
  let before = "[\n"
  for (const item of items) {
    yield before + JsonText.of(item, 2).replace(/^/gm, `${indent}  `)
    before = ",\n"
  }
  yield before === "[\n" ? empty : `\n${indent}]`
}
