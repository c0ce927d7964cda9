/**
 * A form as it is shown: a form of the plan with its years, a form of the annual accounts (jaarrekening) with one year
 * beside the plan in force and the plan that first set the credits of that year.
 *
 * ```ts
 * Result.getOrThrow(ShownStatement.of(ledger, "M2", { year: 2026 })).years // => [2026]
 * ShownStatement.isOfAccounts("J1") // => true
 * ShownStatement.yearOf(plan) // => 2026
 * ```
 */
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import { type FormId, forms, planForms } from "../form/bbc3/index.ts"
import type { Form } from "../form/Form.ts"
import type { Layout, LayoutRow } from "../form/Layout.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Funding from "../rule/Funding.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"

/** The options of a question, and the year of a form of the accounts; the last closed year by default. */
export interface ShownOptions extends Ledger.QuestionOptions {
  readonly year?: Year.Year | undefined
}

/**
 * Fills in a form. A form of the plan shows only `year` when it is given.
 *
 * Without a closed year, a form of the accounts shows the first year of the plan, and `isClosed` is false.
 */
export const of = (
  ledger: Ledger.Ledger,
  form: FormId,
  { year: asked, ...options }: ShownOptions = {},
): Result.Result<Statement.Statement, Refusal> =>
  Result.gen(function* () {
    const { position, plan } = yield* Ledger.requirePlan(ledger, options.at)
    const rowsOf = modelOf(form)
    const only = asked ?? (rowsOf === undefined ? undefined : yearOf(plan))
    const filled = yield* Ledger.statement(ledger, form, { ...options, at: position })
    const statement =
      only === undefined ? filled : yield* Statement.within(filled, { first: only, last: only })
    if (rowsOf === undefined || only === undefined) return statement
    const read = (at: number) =>
      column(ledger, { form, rowsOf, year: only }, { ...options, at, until: position })
    const initial = initialAt(ledger, plan, { year: only, position })
    const beside = [
      { name: "plan" as const, ...(yield* read(position)) },
      ...(initial === undefined ? [] : [{ name: "initial" as const, ...(yield* read(initial)) }]),
    ]
    const isPlanned = planned(Ledger.layout(ledger, form, plan), beside)
    return {
      ...statement,
      rows: statement.rows.map((row, index) => ({ ...row, hidden: row.hidden && !isPlanned(index) })),
      accounts: { year: only, isClosed: plan.closed.has(only), rowsOf, beside },
    }
  })

/** Returns whether the plan has an amount in an optional row, or in its group: such a row is shown when nothing is realised. */
const planned = (
  { rows }: Layout,
  beside: ReadonlyArray<Statement.PlanColumn>,
): ((index: number) => boolean) => {
  const keyed = ({ group, index }: Pick<LayoutRow, "group" | "index">) => (group === "" ? `${index}` : group)
  const filled = new Set(
    rows
      .filter(({ index }) => beside.some(({ cells }) => !Money.isZero(cells[index]?.exact ?? Money.zero)))
      .map(keyed),
  )
  return (index) => {
    const row = rows[index]
    return row?.optional === true && filled.has(keyed(row))
  }
}

/** Returns whether a form is one of the annual accounts, which shows one year. */
export const isOfAccounts = (form: FormId): boolean => modelOf(form) !== undefined

/** Returns the year that a form of the accounts shows: the last closed year, or else the first year of the plan. */
export const yearOf = ({ closed, years }: Plan): Year.Year =>
  Year.list(years).findLast((year) => closed.has(year)) ?? years.first

/** Returns the form of the plan whose rows a form of the accounts reads on realisations. */
const modelOf = (id: FormId): FormId | undefined => {
  const form: Form = forms[id]
  return planForms.find((one) => one === form.accountsOf)
}

/** Returns the end of the decision that first set the credits of a year. */
const initialAt = (
  ledger: Ledger.Ledger,
  { versions }: Plan,
  { year, position }: { readonly year: Year.Year; readonly position: number },
): number | undefined => {
  const version = versions.find(({ creditYears }) => creditYears.includes(year))
  const end = version === undefined ? undefined : Ledger.moment(ledger, `decision:${version.label}`)
  return end === undefined || Result.isFailure(end) ? undefined : Math.min(end.success, position)
}

interface Beside {
  readonly form: FormId
  readonly rowsOf: FormId
  readonly year: Year.Year
}

/** Reads the plan at a position; its cells are in the order of the rows of the accounts at the moment of the question. */
const column = (
  ledger: Ledger.Ledger,
  { form, rowsOf, year }: Beside,
  { at, until, policy = "form", conditional = "with" }: Ledger.QuestionOptions & { readonly until: number },
): Result.Result<Pick<Statement.PlanColumn, "at" | "cells">, Refusal> =>
  Result.gen(function* () {
    const then = yield* Ledger.requirePlan(ledger, at)
    const { plan: last } = yield* Ledger.requirePlan(ledger, until)
    const { plan, position } = then
    const layout = Ledger.layout(ledger, rowsOf, plan)
    // M3 shows the years whose credits one version sets; here it has the year of the accounts.
    const filled = Statement.of(
      layout,
      Funding.reach(plan, conditional)(Balances.of(ledger.columns, position)),
      {
        at: Ledger.label(then),
        entity: plan.entity.name,
        years: [year],
        span: Year.list(plan.years),
        policy,
      },
    )
    // Groups keep their code when their name changes.
    const cells = new Map(layout.rows.map((row) => [keyOf(row), filled.rows[row.index]?.cells[0]]))
    return {
      at: filled.at,
      cells: Ledger.layout(ledger, form, last).rows.map((row) => cells.get(keyOf(row))),
    }
  })

const keyOf = ({ group, section, code }: Pick<LayoutRow, "group" | "section" | "code">): string =>
  JSON.stringify([group, group === "" ? section : "", code])
