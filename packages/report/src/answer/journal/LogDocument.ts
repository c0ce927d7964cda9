/** Entries of the journal as JSON, as they were recorded. */
import { BudgetEvent, type Journal } from "@grootboek/core"
import * as Schema from "effect/Schema"
import * as JsonText from "../../paint/JsonText.ts"
import type * as LongText from "../../paint/LongText.ts"
import * as Fields from "../../view/Fields.ts"
import { Source, of as sourceOf } from "../../view/Source.ts"

export const LogEntry = Schema.Struct({
  position: Schema.Int,
  id: Schema.String,
  time: Schema.String,
  actor: Schema.String,
  source: Schema.NullOr(Source),
  event: BudgetEvent.BudgetEvent,
  previous: Schema.String,
  hash: Schema.String,
}).annotate({ identifier: "Entry" })

/** The document of `log --format json`. */
export const LogDocument = Schema.Struct({ entries: Schema.Array(LogEntry) }).annotate({
  identifier: "LogDocument",
  description: "Entries of the journal, in order",
})

/** See {@link LogDocument:var}. */
export type LogDocument = typeof LogDocument.Type

export const of = (entries: ReadonlyArray<Journal.Entry>): LogDocument => ({ entries: entries.map(entry) })

/** Prints the document entry by entry, byte for byte as if it were printed whole. */
export const printing = (): LongText.LongText<Journal.Entry> => ({
  // Every entry must be readable before the first is printed: half a document is not valid.
  measures: [() => {}],
  before: '{\n  "entries": [\n',
  one: (one, index) =>
    `${index === 0 ? "" : ",\n"}    ${JsonText.of(entry(one), 2).replaceAll("\n", "\n    ")}`,
  after: "\n  ]\n}\n",
  none: '{\n  "entries": []\n}\n',
})

export const entry = (entry: Journal.Entry): typeof LogEntry.Type =>
  Fields.of(LogEntry.fields, { ...entry, source: sourceOf(entry.source) })
