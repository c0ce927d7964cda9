/** A mapping from a file's own columns and values to fields, as a small JSON file. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { type Message, quote } from "../fault/Message.ts"
import type { LayoutColumn } from "./Column.ts"

const texts = Schema.Record(Schema.String, Schema.Array(Schema.String))

/**
 * `{ "columns": { "action": "Actienummer", "envelope": null }, "values": { "direction": { "D": "U", "R": "O" } } }`.
 * Every part is optional. Fields have the names that `--show-mapping` prints; headers are those of the file.
 */
export const Mapping = Schema.Struct({
  $schema: Schema.optionalKey(Schema.String.annotate({ description: "The address of this schema" })),
  sheet: Schema.optionalKey(Schema.String.annotate({ description: "The sheet of a workbook" })),
  headerLine: Schema.optionalKey(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)).annotate({
      description: "The line of the header, from 1",
    }),
  ),
  columns: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.NullOr(Schema.String)).annotate({
      description: "The header of each field; null: the file has no such column",
    }),
  ),
  constants: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.String).annotate({
      description: "The value of a field in every row, instead of a column",
    }),
  ),
  values: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.String)).annotate({
      description: "For a field: what a value of the file means. Other values are read as they are",
    }),
  ),
  rows: Schema.optionalKey(
    Schema.Struct({ keep: Schema.optionalKey(texts), leaveOut: Schema.optionalKey(texts) }).annotate({
      description: "The rows to read, by header and value; a value that ends in * is a beginning",
    }),
  ),
  unit: Schema.optionalKey(
    Schema.Literals([0.01, 1, 1000, 1_000_000]).annotate({
      description: "Euro in one unit of the amounts: 1000 when the file is in thousands",
    }),
  ),
  dates: Schema.optionalKey(
    Schema.Literals(["dmy", "mdy", "ymd"]).annotate({
      description: "The order of day, month and year in days: dmy is 30/06/2026",
    }),
  ),
  years: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.NullOr(Schema.Int)).annotate({
      description: "The year of a header; null: the column is not read",
    }),
  ),
  nothing: Schema.optionalKey(
    Schema.Array(Schema.String).annotate({ description: "Values that mean blank" }),
  ),
}).annotate({ identifier: "Mapping", description: "How the columns and values of a file are read" })

/** See {@link Mapping:var}. */
export type Mapping = typeof Mapping.Type

/** The empty mapping: the headers of the layout. */
export const none: Mapping = {}

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Mapping), { onExcessProperty: "error" })

export const parse = (json: string): Result.Result<Mapping, Message> =>
  Result.mapError(decode(json.replace(/^\ufeff/, "")), ({ issue }) => {
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

export const constantOf = ({ constants }: Mapping, field: string): string | undefined =>
  constants !== undefined && Object.hasOwn(constants, field) ? constants[field] : undefined

/** Returns the mapping of a layout's own headers, to start from. */
export const of = (layout: { readonly columns: ReadonlyArray<LayoutColumn> }): Mapping => ({
  columns: Object.fromEntries(layout.columns.map(({ field, headers }) => [field, headers[0] ?? null])),
})

export const format = (mapping: Mapping): string => `${JSON.stringify(mapping, null, 2)}\n`
