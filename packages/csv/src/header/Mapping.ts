/** A mapping from a file's own headers to fields, as a small JSON file. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { type Message, quote } from "../fault/Message.ts"
import type { FileLayout } from "./Layout.ts"

/**
 * `{ "columns": { "action": "Actienummer", "envelope": null }, "years": { "Budget 26": 2026 }, "nothing": ["IE-GEEN"] }`:
 * a header per field, `null` for a field without a column, years with other headers, and values that mean blank.
 */
export const Mapping = Schema.Struct({
  columns: Schema.optionalKey(Schema.Record(Schema.String, Schema.NullOr(Schema.String))),
  years: Schema.optionalKey(Schema.Record(Schema.String, Schema.Int)),
  nothing: Schema.optionalKey(Schema.Array(Schema.String)),
}).annotate({ identifier: "Mapping" })

/** See {@link Mapping:var}. */
export type Mapping = typeof Mapping.Type

/** The empty mapping: the headers of the layout. */
export const none: Mapping = {}

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Mapping), { onExcessProperty: "error" })

/** Parses a mapping from JSON text. */
export const parse = (json: string): Result.Result<Mapping, Message> =>
  Result.mapError(decode(json), ({ issue }) => {
    const path = standard(issue).issues[0]?.path?.join(".") ?? ""
    return path === ""
      ? { en: `this is not a mapping; ${example.en}`, nl: `dit is geen kolomtoewijzing; ${example.nl}` }
      : {
          en: `${quote(path)} in the mapping has an unknown name or value; ${example.en}`,
          nl: `${quote(path)} in de kolomtoewijzing heeft een onbekende naam of waarde; ${example.nl}`,
        }
  })

const standard = SchemaIssue.makeFormatterStandardSchemaV1()
const example: Message = {
  en: 'expected {"columns": {"action": "Actie", …}}',
  nl: 'verwacht: {"columns": {"action": "Actie", …}}',
}

/** Returns the header that a mapping gives a field, `null` for none, `undefined` when the mapping lacks the field. */
export const headerOf = (mapping: Mapping, field: string): string | null | undefined =>
  mapping.columns !== undefined && Object.hasOwn(mapping.columns, field) ? mapping.columns[field] : undefined

/** Returns the mapping of a layout's own headers, to start from. */
export const of = (layout: FileLayout): Mapping => ({
  columns: Object.fromEntries(layout.columns.map(({ field, headers }) => [field, headers[0] ?? null])),
})

/** Formats a mapping as JSON text. */
export const format = (mapping: Mapping): string => `${JSON.stringify(mapping, null, 2)}\n`
