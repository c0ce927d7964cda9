/** A statement as JSON: every printed row, each cell exact and as printed. */
import { Money, Statement } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact, Printed } from "../../view/Decimal.ts"
import { Moment } from "../../view/Moment.ts"

/** The document of `statement --format json`. */
export const StatementDocument = Schema.Struct({
  form: Schema.String,
  edition: Schema.String,
  at: Moment,
  years: Schema.Array(Schema.Int),
  rows: Schema.Array(
    Schema.Struct({
      section: Schema.String,
      code: Schema.String,
      label: Schema.String,
      level: Schema.Int,
      cells: Schema.Array(Schema.Struct({ year: Schema.Int, exact: Exact, printed: Printed })),
    }),
  ),
}).annotate({ identifier: "StatementDocument", description: "A form filled in at one moment of the journal" })

/** See {@link StatementDocument:var}. */
export type StatementDocument = typeof StatementDocument.Type

/** Returns the document of a statement. Rows that print leaves out are left out. */
export const of = (statement: Statement.Statement): StatementDocument => ({
  form: statement.form,
  edition: statement.edition,
  at: statement.at,
  years: statement.years,
  rows: Statement.shown(statement).map(({ section, code, label, level, cells }) => ({
    section,
    code,
    label,
    level,
    cells: cells.map(({ year, exact, printed }) => ({
      year,
      exact: Money.format(exact),
      printed: Statement.figure(statement, printed),
    })),
  })),
})
