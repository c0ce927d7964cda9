/** A board's own headers: which of its columns is which field, declared in a small JSON file. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Layout } from "./Layout.ts"

/**
 * `{ "columns": { "action": "Actienummer", "envelope": null }, "years": { "Budget 26": 2026 }, "nothing": ["IE-GEEN"] }`:
 * a header per field, `null` for a field that the file has not, years with other names, and values that mean nothing.
 */
export const Mapping = Schema.Struct({
  columns: Schema.optionalKey(Schema.Record(Schema.String, Schema.NullOr(Schema.String))),
  years: Schema.optionalKey(Schema.Record(Schema.String, Schema.Int)),
  nothing: Schema.optionalKey(Schema.Array(Schema.String)),
}).annotate({ identifier: "Mapping" })

/** See {@link Mapping:var}. */
export type Mapping = typeof Mapping.Type

/** No mapping: the headers of the layout. */
export const none: Mapping = {}

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Mapping), { onExcessProperty: "error" })

/** Reads a mapping from JSON text, or says why it is none. */
export const parse = (json: string): Result.Result<Mapping, string> =>
  Result.mapError(decode(json), (error) => error.message.replace(/\s+/g, " "))

/** The header that a mapping gives a field: a text, `null` for none, `undefined` when it says nothing. */
export const headerOf = (mapping: Mapping, field: string): string | null | undefined =>
  mapping.columns !== undefined && Object.hasOwn(mapping.columns, field) ? mapping.columns[field] : undefined

/** The mapping that says in so many words what a layout expects anyway: a start for an own one. */
export const of = (layout: Layout): Mapping => ({
  columns: Object.fromEntries(layout.columns.map(({ field, headers }) => [field, headers[0] ?? null])),
})

/** A mapping as JSON text. */
export const format = (mapping: Mapping): string => `${JSON.stringify(mapping, null, 2)}\n`
