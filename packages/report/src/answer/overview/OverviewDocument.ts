/** Tables as JSON: every amount an exact decimal text. */
import { Money } from "@grootboek/core"
import * as Schema from "effect/Schema"
import type * as Table from "../../paint/Table.ts"

export const OneTable = Schema.Struct({
  title: Schema.String,
  head: Schema.Array(Schema.String),
  rows: Schema.Array(Schema.Array(Schema.String)),
}).annotate({ identifier: "Table" })

/** The document of `overview --format json`: the tables of one topic. */
export const OverviewDocument = Schema.Struct({
  topic: Schema.String,
  plan: Schema.String,
  position: Schema.Int,
  tables: Schema.Array(OneTable),
}).annotate({ identifier: "OverviewDocument", description: "What the plan's own rules say, as tables" })

/** See {@link OverviewDocument:var}. */
export type OverviewDocument = typeof OverviewDocument.Type

export const of = (
  about: { readonly topic: string; readonly plan: string; readonly position: number },
  tables: ReadonlyArray<Table.Table>,
): OverviewDocument => ({ ...about, tables: tables.map(table) })

const table = ({ title, head, rows }: Table.Table): typeof OneTable.Type => ({
  title,
  head,
  rows: rows.map((row) => row.map(text)),
})

const text = (cell: Table.TableCell): string =>
  typeof cell === "string" ? cell : typeof cell === "bigint" ? Money.format(cell) : cell.document
