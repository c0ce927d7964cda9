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
import { forms } from "../form/bbc3/index.ts"
import { earlier } from "../form/bbc2020/index.ts"
import type { Form, GroupedForm } from "../form/Form.ts"
import * as Layout from "../form/Layout.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type {
  LaidTable,
  Misplaced,
  PublishedCell,
  PublishedFigure,
  PublishedTable,
} from "./PublishedTable.ts"

export {
  format,
  type LaidTable,
  type Misplaced,
  type PublishedCell,
  type PublishedFigure,
  type PublishedPart,
  type PublishedTable,
} from "./PublishedTable.ts"
export { emptyCells, holdsNothing, type Unprinted } from "./UnprintedCells.ts"

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
    const decimals = parts.map((part) => part.decimals ?? base.decimals).toSorted()
    const form: Form = { ...base, decimals: decimals.at(-1) ?? base.decimals }
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
