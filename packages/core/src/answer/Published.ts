/**
 * A published table, laid out on its form without a ledger.
 *
 * The rows of a fixed form are known; a grouped form takes its groups from the printed rows.
 */
import * as Result from "effect/Result"
import * as Structure from "../event/Structure.ts"
import * as Address from "../form/Address.ts"
import { type FormId, forms } from "../form/bbc3/index.ts"
import type { Form, GroupedForm } from "../form/Form.ts"
import * as Layout from "../form/Layout.ts"
import * as LinearForm from "../form/LinearForm.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"

/** A figure of a published table, with its source line. */
export interface PublishedCell {
  readonly section: string
  readonly code: string
  readonly year: Year
  readonly amount: Money.Money
  readonly line: number
  readonly column: string
}

/** A published table: a form and its printed figures. */
export interface PublishedTable {
  readonly form: FormId
  readonly file?: string
  /** The printed decimals, where they differ from those of the form (some authorities print T2 in cents). */
  readonly decimals?: 0 | 2
  readonly cells: ReadonlyArray<PublishedCell>
}

/** A published figure with its form and file. */
export interface PublishedFigure extends PublishedCell {
  readonly form: FormId
  readonly file: string | undefined
}

/** A published table on its layout: `figures[row][year - first]`, without a figure for a cell that was not printed. */
export interface LaidTable {
  readonly form: FormId
  readonly layout: Layout.Layout
  readonly years: ReadonlyArray<Year>
  readonly figures: ReadonlyArray<ReadonlyArray<PublishedFigure | undefined>>
}

/** A figure without a cell, and the reason. */
export interface Misplaced {
  readonly figure: PublishedFigure
  readonly refusal: Refusal
}

/** Lays tables out on their forms, over all the years that they print; fails with every figure that has no cell. */
export const lay = (
  published: ReadonlyArray<PublishedTable>,
  structure?: Structure.Structure,
): Result.Result<ReadonlyArray<LaidTable>, ReadonlyArray<Misplaced>> => {
  const printed = published.flatMap(({ cells }) => cells.map(({ year }) => year))
  const first = printed.reduce((a, b) => Math.min(a, b), printed[0] ?? 0)
  const last = printed.reduce((a, b) => Math.max(a, b), first)
  const years =
    printed.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, year) => first + year)
  const misplaced: Array<Misplaced> = []
  const tables = [...new Set(published.map(({ form }) => form))].map((id): LaidTable => {
    const parts = published.filter(({ form }) => form === id)
    const figures = parts.flatMap(({ cells, file }) =>
      cells.map((cell): PublishedFigure => ({ ...cell, form: id, file })),
    )
    const form: Form = {
      ...forms[id],
      decimals: parts.find(({ decimals }) => decimals)?.decimals ?? forms[id].decimals,
    }
    const layout = Layout.of(
      form,
      form.kind === "fixed" || structure !== undefined
        ? (structure ?? Structure.empty)
        : groupsOf(form, figures),
    )
    const grid = layout.rows.map((): Array<PublishedFigure | undefined> => years.map(() => undefined))
    const rowOf = finder(layout)
    for (const figure of figures) {
      const row = rowOf(figure)
      const cells = Result.isSuccess(row) ? grid[row.success] : undefined
      const refusal = Result.isFailure(row)
        ? row.failure
        : fault(layout, figure, cells?.[figure.year - first])
      if (refusal !== undefined) misplaced.push({ figure, refusal: { ...refusal, sourceLine: figure.line } })
      else if (cells !== undefined) cells[figure.year - first] = figure
    }
    return { form: id, layout, years, figures: grid }
  })
  return misplaced.length === 0 ? Result.succeed(tables) : Result.fail(misplaced)
}

/** Returns the row that a printed figure names, ignoring case; or a refusal with similar rows. */
export const finder = (
  layout: Layout.Layout,
): ((cell: Pick<PublishedCell, "section" | "code">) => Result.Result<number, Refusal>) => {
  const rows = new Map(layout.rows.map((row) => [Address.format(row).toLowerCase(), row.index]))
  return (cell) => {
    const found = rows.get(Address.format(cell).toLowerCase())
    return found === undefined
      ? Result.map(Address.find(layout, Address.format(cell)), ({ index }) => index)
      : Result.succeed(found)
  }
}

/**
 * Tests whether a cell that was not printed is known to be zero, because its form prints a row or a group only when it
 * is not empty.
 *
 * In the first year, amounts from before the plan may count in a row that is not printed (a carried result that is not
 * split, outstanding debts), so that cell is unknown. Later years add only the year before.
 */
export const holdsNothing = (table: LaidTable): ((row: number, year: number) => boolean) => {
  const { rows } = table.layout
  const isPrinted = table.figures.map((years) => years.some((figure) => figure !== undefined))
  const groups = new Set(rows.filter(({ index }) => isPrinted[index]).map(({ group }) => group))
  const { down } = LinearForm.of(table.layout, 1)
  const leavesOf = (row: number) => [...down.rows.subarray(down.starts[row], down.starts[row + 1])]
  const opening = new Set(
    rows
      .filter(({ terms }) => terms.some(({ lag }) => lag === 1))
      .flatMap(({ terms }) => terms.filter(({ row, lag }) => lag === 0 && rows[row]?.optional))
      .flatMap(({ row }) => leavesOf(row)),
  )
  return (row, year) => {
    const { optional, group } = rows[row] ?? {}
    if (optional !== true || isPrinted[row]) return false
    return group === ""
      ? year > 0 || !leavesOf(row).some((leaf) => opening.has(leaf))
      : group !== undefined && !groups.has(group)
  }
}

const fault = (
  layout: Layout.Layout,
  figure: PublishedFigure,
  taken: PublishedFigure | undefined,
): Refusal | undefined => {
  if (Money.round(figure.amount, layout.form.decimals) !== figure.amount)
    return {
      _tag: "MalformedValue",
      field: figure.column,
      problem: `${Money.format(figure.amount)} is finer than ${layout.form.id} prints`,
      reason: { kind: "finerThanPrinted", values: [Money.format(figure.amount), layout.form.id] },
    }
  if (taken !== undefined)
    return { _tag: "DuplicateCode", what: "printedCell", code: `${Address.format(figure)} ${figure.year}` }
  return undefined
}

/** Returns the printed groups as a structure, so that the form can be laid out over them. */
const groupsOf = (form: GroupedForm, figures: ReadonlyArray<PublishedFigure>): Structure.Structure => {
  const totals = Object.keys(form.totals).map((id) => id.toLowerCase())
  const isTotal = (figure: PublishedFigure) => totals.includes(Address.format(figure).toLowerCase())
  const nameOf = (figure: PublishedFigure) =>
    form.address === "group"
      ? figure.section
      : figure.code.slice(0, Math.max(0, figure.code.lastIndexOf("/")))
  const names = [...new Set(figures.filter((figure) => !isTotal(figure)).map(nameOf))].filter(
    (name) => name !== "" && name !== form.rest,
  )
  if (form.by === "policyDomain")
    return Structure.declare(Structure.empty, {
      policyItems: names.map((name) => ({ code: name, name, field: name, fieldName: name, domain: name })),
    })
  const level = form.by === "policyObjective" ? "policyObjective" : "action"
  return Structure.declare(Structure.empty, {
    goals: names.map((name) => ({ code: name, name, level, priority: false })),
  })
}
