/**
 * A form laid out over a structure: its rows in order, the terms of each row, and the leaf rows that count a place.
 *
 * Compiled once per form and structure.
 *
 * ```ts
 * const layout = Layout.of(forms.M2, plan.structure)
 * layout.rows.find(({ code }) => code === "VII")?.label // => "Gecumuleerd budgettair resultaat (V+VI)"
 * [...Layout.countingGroups("action", plan.structure)] // => ["A1", "A2"]
 * const dimensions = Dimension.of(plan.structure, { ...rent, phase: "estimate" })
 * Dimension.isUnplaced(dimensions) ? undefined : Layout.groupCode("action", dimensions) // => "A1"
 * ```
 */
import type { Structure } from "../event/Structure.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Dimension from "./Dimension.ts"
import type { Form, GroupBy, RowFace } from "./Form.ts"
import * as RowDraft from "./RowDraft.ts"
import * as RowGroup from "./RowGroup.ts"
import { matches, type Selector } from "./Selector.ts"

export { countingGroups, groupCode } from "./RowGroup.ts"

/** A term of a row: another row by index, with its sign; of the year before when `lag` is 1. */
export interface RowTerm {
  readonly row: number
  readonly sign: 1 | -1
  readonly lag: 0 | 1
}

/** One row with its terms. */
export interface LayoutRow extends RowFace {
  readonly index: number
  readonly section: string
  readonly code: string
  readonly level: number
  /** The group that the row belongs to: an action, a domain, a node; empty outside groups. */
  readonly group: string
  /** The rows that it adds and subtracts, then the row that it carries forward from the year before. */
  readonly terms: ReadonlyArray<RowTerm>
  readonly count: Selector | undefined
}

/** A form laid out over a structure. */
export interface Layout {
  readonly form: Form
  readonly structure: Structure
  readonly rows: ReadonlyArray<LayoutRow>
  /** Row indexes, each after those of the rows that it adds in the same year. */
  readonly order: ReadonlyArray<number>
  /** The leaf rows that count a place. */
  readonly leavesOf: (place: Place) => ReadonlyArray<number>
}

/** Lays a form out over a structure. */
export const of = (form: Form, structure: Structure): Layout => {
  const drafts = RowDraft.of(form, structure)
  const indexes = new Map(drafts.map((draft, index) => [draft.id, index]))
  const indexOf = (id: string): number => {
    const index = indexes.get(id)
    if (index === undefined) throw new RangeError(`form ${form.id} has no row ${id}`)
    return index
  }
  const rows = drafts.map(
    ({ id: _, plus, minus, previous, ...row }, index): LayoutRow => ({
      ...row,
      index,
      terms: [
        ...plus.map((id) => ({ row: indexOf(id), sign: 1, lag: 0 }) as const),
        ...minus.map((id) => ({ row: indexOf(id), sign: -1, lag: 0 }) as const),
        ...previous.map((id) => ({ row: indexOf(id), sign: 1, lag: 1 }) as const),
      ],
    }),
  )
  return { form, structure, rows, order: sorted(rows), leavesOf: incidence(form, structure, rows) }
}

/** Sorts rows depth-first, so that each comes after those that it adds. A cycle is a defect of the form's data. */
const sorted = (rows: ReadonlyArray<LayoutRow>): ReadonlyArray<number> => {
  const order: Array<number> = []
  const done = new Uint8Array(rows.length)
  const visit = (index: number): void => {
    if (done[index] === 2) return
    if (done[index] === 1) throw new RangeError(`row ${rows[index]?.code} adds itself`)
    done[index] = 1
    for (const term of rows[index]?.terms ?? []) if (term.lag === 0) visit(term.row)
    done[index] = 2
    order.push(index)
  }
  for (const { index } of rows) visit(index)
  return order
}

interface Leaf {
  readonly index: number
  readonly count: Selector
}

// Every selector gets the same shape, so that V8 compiles the test of a place once and not again for each form.
const any: Selector = {
  phase: undefined,
  section: undefined,
  direction: undefined,
  row: undefined,
  under: undefined,
  accounts: undefined,
  notAccounts: undefined,
  part: undefined,
  parts: undefined,
}

// Indexed by group, then by the T2 row that a leaf counts: most leaves count exactly one. The key of the others is empty.
const incidence = (form: Form, structure: Structure, rows: ReadonlyArray<LayoutRow>): Layout["leavesOf"] => {
  const byGroup = new Map<string, Map<string, Array<Leaf>>>()
  for (const { index, group, count } of rows) {
    if (count === undefined) continue
    const byRow = byGroup.get(group) ?? new Map<string, Array<Leaf>>()
    byGroup.set(group, byRow)
    const leaf = { index, count: { ...any, ...count } }
    byRow.set(count.row ?? "", [...(byRow.get(count.row ?? "") ?? []), leaf])
  }
  const by = form.kind === "fixed" ? undefined : form.by
  const known: KnownDimensions = dimensionsByStructure.get(structure) ?? new WeakMap()
  dimensionsByStructure.set(structure, known)
  return (place) => {
    const found = known.get(place)
    const dimensions = found ?? Dimension.of(structure, place)
    if (found === undefined) known.set(place, dimensions)
    if (Dimension.isUnplaced(dimensions)) return []
    const leaves: Array<number> = []
    for (const group of groupKeys(by, dimensions, byGroup)) {
      const byRow = byGroup.get(group)
      for (const row of dimensions.row === "" ? [""] : [dimensions.row, ""]) {
        for (const { index, count } of byRow?.get(row) ?? []) {
          if (matches(count, place, dimensions)) leaves.push(index)
        }
      }
    }
    return leaves.sort((a, b) => a - b)
  }
}

// The dimensions of a place depend on the structure only, so all forms share them.
type KnownDimensions = WeakMap<Place, Dimension.Dimensions | Dimension.Unplaced>

const dimensionsByStructure = new WeakMap<Structure, KnownDimensions>()

/** The groups whose leaves may count a place: its own or the rest, and the rows outside groups. */
const groupKeys = (
  by: GroupBy | undefined,
  dimensions: Dimension.Dimensions,
  byGroup: ReadonlyMap<string, unknown>,
): ReadonlyArray<string> => {
  if (by === undefined) return [""]
  const own = RowGroup.groupCode(by, dimensions)
  return [own !== undefined && byGroup.has(own) ? own : RowGroup.restKey, ""]
}
