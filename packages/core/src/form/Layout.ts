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

import * as Structure from "../event/Structure.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Dimension from "./Dimension.ts"
import type { FixedForm, Form, FormRow, GroupBy, GroupedForm, RowFace } from "./Form.ts"
import { matches, type Selector } from "./Selector.ts"

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
  readonly structure: Structure.Structure
  readonly rows: ReadonlyArray<LayoutRow>
  /** Row indexes, each after those of the rows that it adds in the same year. */
  readonly order: ReadonlyArray<number>
  /** The leaf rows that count a place. */
  readonly leavesOf: (place: Place) => ReadonlyArray<number>
}

/** Lays a form out over a structure. */
export const of = (form: Form, structure: Structure.Structure): Layout => {
  const drafts = form.kind === "fixed" ? fixedRows(form) : groupedRows(form, structure)
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

/** Returns the groups that count places themselves; the other groups add groups. */
export const countingGroups = (by: GroupBy, structure: Structure.Structure): ReadonlySet<string> =>
  new Set(groupsOf(by, structure).flatMap(({ key, below }) => (below === undefined ? [key] : [])))

/** Returns the code of the group that a place belongs to, whether or not the structure declares it. */
export const groupCode = (by: GroupBy, dimensions: Dimension.Dimensions): string | undefined =>
  ({
    policyObjective: dimensions.policyObjective,
    policyDomain: dimensions.domain,
    action: dimensions.action,
    goal: dimensions.action,
  })[by]

/** A row whose references are still ids. */
interface Draft extends RowFace {
  readonly id: string
  readonly section: string
  readonly code: string
  readonly level: number
  readonly group: string
  readonly plus: ReadonlyArray<string>
  readonly minus: ReadonlyArray<string>
  readonly previous: ReadonlyArray<string>
  readonly count: Selector | undefined
}

const formula = (row: FormRow, idOf: (id: string) => string = (id) => id) =>
  "count" in row
    ? { plus: [], minus: [], previous: [], count: row.count }
    : {
        plus: row.plus.map(idOf),
        minus: (row.minus ?? []).map(idOf),
        previous: row.previousYear === undefined ? [] : [idOf(row.previousYear)],
        count: undefined,
      }

const face = ({ label, optional, shown, printed }: RowFace): Omit<RowFace, "level"> => ({
  label,
  ...(optional === undefined ? {} : { optional }),
  ...(shown === undefined ? {} : { shown }),
  ...(printed === undefined ? {} : { printed }),
})

const depth = (code: string): number => code.split(/[.-]/).length - 1

/** The section and code of an id `SECTION/CODE`; an id without `/` is a code. */
const address = (id: string): { readonly section: string; readonly code: string } => {
  const slash = id.indexOf("/")
  return slash < 0 ? { section: "", code: id } : { section: id.slice(0, slash), code: id.slice(slash + 1) }
}

const fixedRows = (form: FixedForm): ReadonlyArray<Draft> =>
  Object.entries(form.rows).map(([id, row]) => {
    const { section, code } = address(id)
    return { id, section, code, level: row.level ?? depth(code), group: "", ...face(row), ...formula(row) }
  })

/** A group that rows repeat for; `below` lists the groups that it adds instead of counting places. */
interface Group {
  readonly key: string
  readonly name: string
  readonly level: number
  readonly below: ReadonlyArray<string> | undefined
}

const restKey = "\u001frest"

const groupsOf = (by: GroupBy, structure: Structure.Structure): ReadonlyArray<Group> => {
  const group = (key: string, name: string, level = 0, below?: ReadonlyArray<string>): Group => ({
    key,
    name,
    level,
    below,
  })
  const goals = [...structure.goals.values()]
  switch (by) {
    case "policyObjective":
    case "action":
      return goals.filter((goal) => goal.level === by).map((goal) => group(goal.code, goal.name))
    case "policyDomain":
      return [...new Set([...structure.policyItems.values()].map((item) => item.domain))].map((domain) =>
        group(domain, domain.toLocaleUpperCase("nl-BE")),
      )
    case "goal": {
      const walk = (parent: string | undefined, level: number): ReadonlyArray<Group> =>
        Structure.children(structure, parent).flatMap((goal) => {
          const below = Structure.children(structure, goal.code).map((child) => child.code)
          const node = group(goal.code, goal.name, level, goal.level === "action" ? undefined : below)
          return [node, ...walk(goal.code, level + 1)]
        })
      return walk(undefined, 0)
    }
  }
}

const groupedRows = (form: GroupedForm, structure: Structure.Structure): ReadonlyArray<Draft> => {
  const rest: ReadonlyArray<Group> =
    form.rest === undefined ? [] : [{ key: restKey, name: form.rest, level: 0, below: undefined }]
  const groups = [...groupsOf(form.by, structure), ...rest]
  const sectionOf = sections(form, groups)
  const rowId = (group: string, template: string) => `${group}\u001f${template}`
  const inGroups = groups.flatMap((group) =>
    Object.entries(form.template).map(([template, row]): Draft => {
      const { section, code } = address(template)
      const own = formula(row, (id) => rowId(group.key, id))
      const adds = group.below !== undefined && own.count !== undefined
      const name = group.key === restKey ? group.name : group.key
      return {
        id: rowId(group.key, template),
        section: form.address === "group" ? sectionOf(group) : section,
        code: form.address === "group" ? template : `${name}/${code}`,
        group: group.key,
        ...face(row),
        label:
          form.address === "group"
            ? row.label
            : `${group.key === restKey ? "" : `${group.key} `}${group.name} – ${row.label}`,
        level: form.address === "group" ? (row.level ?? 0) : group.level,
        ...(form.showEmpty && group.key !== restKey ? {} : { optional: true as const }),
        ...own,
        ...(adds ? { plus: (group.below ?? []).map((key) => rowId(key, template)), count: undefined } : {}),
      }
    }),
  )
  const totals = Object.entries(form.totals).map(([id, row]): Draft => {
    const own =
      "sum" in row
        ? {
            plus: groups.map((group) => rowId(group.key, row.sum)),
            minus: [],
            previous: [],
            count: undefined,
          }
        : formula(row)
    const whole = form.address === "code"
    return {
      id,
      ...(whole ? { section: "", code: id } : address(id)),
      level: row.level ?? 0,
      group: "",
      ...face(row),
      ...own,
    }
  })
  return [...inGroups, ...totals]
}

/** The section of a group in the address of its rows: its name, with its code where other groups have the same name. */
const sections = (form: GroupedForm, groups: ReadonlyArray<Group>): ((group: Group) => string) => {
  const taken = new Map<string, number>()
  const totals = new Set(Object.keys(form.totals).map((id) => address(id).section))
  for (const name of [...groups.map((group) => group.name), ...totals])
    taken.set(name.toLowerCase(), (taken.get(name.toLowerCase()) ?? 0) + 1)
  return ({ key, name }) =>
    key === restKey || key === name || (taken.get(name.toLowerCase()) ?? 0) < 2 ? name : `${key} ${name}`
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

// Indexed by group, then by the T2 row that a leaf counts: most leaves count exactly one. The key of the others is empty.
const incidence = (
  form: Form,
  structure: Structure.Structure,
  rows: ReadonlyArray<LayoutRow>,
): Layout["leavesOf"] => {
  const byGroup = new Map<string, Map<string, Array<Leaf>>>()
  for (const { index, group, count } of rows) {
    if (count === undefined) continue
    const byRow = byGroup.get(group) ?? new Map<string, Array<Leaf>>()
    byGroup.set(group, byRow)
    byRow.set(count.row ?? "", [...(byRow.get(count.row ?? "") ?? []), { index, count }])
  }
  return (place) => {
    const dimensions = readingOf(structure, place)
    if (Dimension.isUnplaced(dimensions)) return []
    const leaves: Array<number> = []
    for (const group of groupKeys(form, dimensions, byGroup)) {
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
const readings = new WeakMap<Structure.Structure, WeakMap<Place, Dimension.Dimensions | Dimension.Unplaced>>()

const readingOf = (
  structure: Structure.Structure,
  place: Place,
): Dimension.Dimensions | Dimension.Unplaced => {
  const known = readings.get(structure) ?? new WeakMap<Place, Dimension.Dimensions | Dimension.Unplaced>()
  readings.set(structure, known)
  const reading = known.get(place) ?? Dimension.of(structure, place)
  known.set(place, reading)
  return reading
}

/** The groups whose leaves may count a place: its own or the rest, and the rows outside groups. */
const groupKeys = (
  form: Form,
  dimensions: Dimension.Dimensions,
  byGroup: ReadonlyMap<string, unknown>,
): ReadonlyArray<string> => {
  if (form.kind === "fixed") return [""]
  const own = groupCode(form.by, dimensions)
  return [own !== undefined && byGroup.has(own) ? own : restKey, ""]
}
