/**
 * A published table, laid out on its form without a ledger.
 *
 * The rows of a fixed form are known; a grouped form takes its groups from the printed rows.
 *
 * ```ts
 * const cell = { section: "Budgettair resultaat", code: "VII", year: 2026, line: 2, column: "2026" }
 * const cells = [{ ...cell, amount: Money.from("100.00") }]
 * const [table] = Result.getOrThrow(Published.lay([{ form: "M2", cells }]))
 * table?.years // => [2026]
 * table && Result.isSuccess(Published.finder(table.layout)(cell)) // => true
 * table && Published.holdsNothing(table)(0, 0) // => false
 * table && Published.emptyCells("zero")(table)(0, 0) // => false
 * const figure = { ...cell, amount: Money.from("100.00"), form: "M2", file: "m2.csv" } as const
 * Published.format(figure) // => "M2 Budgettair resultaat/VII 2026"
 * ```
 */
import * as Result from "effect/Result"
import * as Structure from "../event/Structure.ts"
import * as Address from "../form/Address.ts"
import { type FormId, forms } from "../form/bbc3/index.ts"
import { earlier } from "../form/bbc2020/index.ts"
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
  /** The figure as printed, with its sign, where it differs from the amount. */
  readonly text?: string
}

/** The part of a publication that a table is: one of its legal entities, one of its columns of a year. */
export interface PublishedPart {
  /** The legal entity of the figures, where a publication prints several: the town and its OCMW in M3. */
  readonly entity?: string
  /** The kind of column, where several columns print one year: `JR` and `MJP`. */
  readonly series?: string
}

/** A published table: a form and its printed figures. */
export interface PublishedTable extends PublishedPart {
  readonly form: FormId
  readonly file?: string
  /** The edition of the rules that the table follows; the current one when omitted. Only M1 and T1 differ. */
  readonly edition?: "bbc-2020"
  /** The printed decimals, where they differ from those of the form: T2 in cents, tables in thousands with one decimal. */
  readonly decimals?: 0 | 1 | 2
  readonly cells: ReadonlyArray<PublishedCell>
}

/** A published figure with its form, part and file. */
export interface PublishedFigure extends PublishedCell, PublishedPart {
  readonly form: FormId
  readonly file: string | undefined
}

/** A published table on its layout: `figures[row][year - first]`, without a figure for a cell that was not printed. */
export interface LaidTable extends PublishedPart {
  readonly form: FormId
  readonly layout: Layout.Layout
  readonly years: ReadonlyArray<Year>
  readonly figures: ReadonlyArray<ReadonlyArray<PublishedFigure | undefined>>
}

/** Whether a cell that was not printed is unknown, or zero where its sum is printed with other rows of it. */
export type Unprinted = "unknown" | "zero"

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
  const tables = [...new Map(published.map((one) => [keyOf(one), one]))].map(([key, one]): LaidTable => {
    const { form: id, entity, series } = one
    const parts = published.filter((other) => keyOf(other) === key)
    const part = { ...(entity === undefined ? {} : { entity }), ...(series === undefined ? {} : { series }) }
    const figures = parts.flatMap(({ cells, file }) =>
      cells.map((cell): PublishedFigure => ({ ...cell, ...part, form: id, file })),
    )
    const base = parts.some(({ edition }) => edition === "bbc-2020") ? (earlier[id] ?? forms[id]) : forms[id]
    const form: Form = {
      ...base,
      decimals: parts.find(({ decimals }) => decimals)?.decimals ?? base.decimals,
    }
    const layout = Layout.of(
      form,
      form.kind === "fixed" || structure !== undefined
        ? (structure ?? Structure.empty)
        : groupsOf(form, figures),
    )
    const grid = layout.rows.map((): Array<PublishedFigure | undefined> => years.map(() => undefined))
    const rowOf = finder(layout)
    const lines = new Set<string>()
    for (const figure of figures) {
      const row = rowOf(figure)
      const cells = Result.isSuccess(row) ? grid[row.success] : undefined
      const refusal = Result.isFailure(row)
        ? row.failure
        : fault(layout, figure, cells?.[figure.year - first])
      const isNext = refusal?._tag === "DuplicateCode" && lines.has(`${figure.file}:${figure.line}`)
      // A row that is printed twice is one fault, at its first year.
      if (refusal?._tag === "DuplicateCode") lines.add(`${figure.file}:${figure.line}`)
      if (refusal !== undefined) {
        if (!isNext) misplaced.push({ figure, refusal: { ...refusal, sourceLine: figure.line } })
      } else if (cells !== undefined) cells[figure.year - first] = figure
    }
    return { form: id, ...part, layout, years, figures: grid }
  })
  return misplaced.length === 0 ? Result.succeed(tables) : Result.fail(misplaced)
}

/** Formats a figure: its form, part, row and year. `M3 OCMW Exploitatie/U 2026`. */
export const format = (figure: PublishedFigure): string =>
  [figure.form, figure.entity, Address.format(figure), figure.series, figure.year]
    .filter((part) => part !== undefined)
    .join(" ")

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

/**
 * Returns the test of {@link holdsNothing}, or one that also takes cells for zero that a publication without empty rows
 * leaves out: no figure is printed in them or below them, and another row of the same sum is printed. Where no row of a
 * sum is printed, the table only shows the sum.
 */
export const emptyCells =
  (unprinted: Unprinted) =>
  (table: LaidTable): ((row: number, year: number) => boolean) => {
    const base = holdsNothing(table)
    if (unprinted === "unknown") return base
    const zeros = unprintedZeros(table)
    return (row, year) => zeros[row]?.[year] === true || base(row, year)
  }

const unprintedZeros = ({ layout, figures, years }: LaidTable): ReadonlyArray<ReadonlyArray<boolean>> => {
  const isShown = layout.rows.map(({ index }) => years.map((_, year) => figures[index]?.[year] !== undefined))
  const zeros = layout.rows.map(() => years.map(() => false))
  const termsOf = (index: number) => (layout.rows[index]?.terms ?? []).filter(({ lag }) => lag === 0)
  for (const year of years.keys()) {
    for (const index of layout.order)
      for (const { row } of termsOf(index)) if (isShown[row]?.[year] === true) at(isShown, index)[year] = true
    for (const index of layout.order.toReversed()) {
      const isSplit = termsOf(index).some(({ row }) => isShown[row]?.[year] === true)
      if (!isSplit && zeros[index]?.[year] !== true) continue
      for (const { row } of termsOf(index)) if (isShown[row]?.[year] !== true) at(zeros, row)[year] = true
    }
  }
  return zeros
}

const at = (rows: ReadonlyArray<Array<boolean>>, row: number): Array<boolean> => rows[row] ?? []

const keyOf = ({ form, entity = "", series = "" }: PublishedTable): string =>
  [form, entity, series].join("\u001f")

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
    return {
      _tag: "DuplicateCode",
      what: "printedCell",
      code: `${Address.format(figure)} ${figure.year}`,
      printed: [taken, figure].map(({ file, line, amount }) => ({
        ...(file === undefined || (file === taken.file && file === figure.file) ? {} : { file }),
        line,
        amount: Money.format(amount),
      })),
    }
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
