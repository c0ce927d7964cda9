/** The columns of figures of a statement: its years, and for a form of the annual accounts the plan beside its year. */
import { type FormId, Ledger, type Statement } from "@grootboek/core"
import * as Result from "effect/Result"

/** The names of the columns of the plan beside the accounts: the plan in force, and the initial plan. */
export const beside = ["plan", "initial"] as const satisfies ReadonlyArray<Statement.PlanColumn["name"]>

export interface FigureColumn {
  readonly year: number
  /** The plan whose figures the column has; undefined for those of the form itself. */
  readonly plan: Statement.PlanColumn | undefined
  /** The cell of a row by its index in the statement; undefined for a row that the plan does not have. */
  readonly cellOf: (index: number) => Statement.StatementCell | undefined
}

/** Where the figures of a column are explained: its form, and the position of its moment. */
export interface ColumnSource {
  readonly form: FormId
  readonly at: number
}

/** Returns the columns of a statement, in order. */
export const of = ({ years, rows, accounts }: Statement.Statement): ReadonlyArray<FigureColumn> => [
  ...years.map((year, at) => ({
    year,
    plan: undefined,
    cellOf: (index: number) => rows[index]?.cells[at],
  })),
  ...(accounts?.beside ?? []).map((plan) => ({
    year: accounts?.year ?? 0,
    plan,
    cellOf: (index: number) => plan.cells[index],
  })),
]

/** Returns the end of the address of a cell: its year, or the name of the plan. */
export const keyOf = ({ year, plan }: Pick<FigureColumn, "year" | "plan">): string =>
  plan?.name ?? String(year)

/** Returns the form and moment that explain a named column of a form of the accounts; undefined when there is no such column. */
export const source = (
  { accounts }: Statement.Statement,
  name: string | undefined,
): (ColumnSource & { readonly plan: Statement.PlanColumn }) | undefined => {
  const plan = accounts?.beside.find((one) => one.name === name)
  if (accounts === undefined || plan === undefined) return undefined
  const form = Ledger.formOf(accounts.rowsOf)
  return Result.isFailure(form) ? undefined : { form: form.success, at: plan.at.position, plan }
}
