/** A statement as JSON: every printed row, each cell exact and as printed. */
import { Money, Statement } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact, Printed } from "../../view/Decimal.ts"
import { Moment } from "../../view/Moment.ts"

const Figure = Schema.Struct({ exact: Exact, printed: Printed })

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
      cells: Schema.Array(
        Schema.Struct({
          year: Schema.Int,
          ...Figure.fields,
          plan: Schema.optionalKey(Figure),
          initial: Schema.optionalKey(Figure),
        }),
      ),
    }),
  ),
  accounts: Schema.optionalKey(
    Schema.Struct({
      year: Schema.Int,
      closed: Schema.Boolean,
      rowsOf: Schema.String.annotate({
        description:
          "The form of the plan whose rows it has; the official model of the edition was not found",
      }),
      plan: Schema.optionalKey(Moment),
      initial: Schema.optionalKey(Moment),
    }),
  ).annotate({
    description: "Of a form of the annual accounts: its year, and the moments of the plan beside it",
  }),
}).annotate({ identifier: "StatementDocument", description: "A form filled in at one moment of the journal" })

/** See {@link StatementDocument:var}. */
export type StatementDocument = typeof StatementDocument.Type

/** Returns the document of a statement. Rows that print leaves out are left out. */
export const of = (statement: Statement.Statement): StatementDocument => ({
  form: statement.form,
  edition: statement.edition,
  at: statement.at,
  years: statement.years,
  rows: statement.rows.flatMap(({ section, code, label, level, cells, hidden }, index) =>
    hidden
      ? []
      : [
          {
            section,
            code,
            label,
            level,
            cells: cells.map((cell) => ({
              year: cell.year,
              ...figure(statement, cell),
              ...beside(statement, (column) => {
                const cell = column.cells[index]
                return cell === undefined ? undefined : figure(statement, cell)
              }),
            })),
          },
        ],
  ),
  ...(statement.accounts === undefined
    ? {}
    : {
        accounts: {
          year: statement.accounts.year,
          closed: statement.accounts.isClosed,
          rowsOf: statement.accounts.rowsOf,
          ...beside(statement, ({ at }) => at),
        },
      }),
})

const figure = (statement: Statement.Statement, { exact, printed }: Statement.StatementCell) => ({
  exact: Money.format(exact),
  printed: Statement.figure(statement, printed),
})

/** Returns what a column of the plan has, under its name. */
const beside = <A>(
  { accounts }: Statement.Statement,
  read: (column: Statement.PlanColumn) => A | undefined,
): { readonly [name in Statement.PlanColumn["name"]]?: A } =>
  Object.fromEntries(
    (accounts?.beside ?? []).flatMap((column) => {
      const found = read(column)
      return found === undefined ? [] : [[column.name, found]]
    }),
  )
