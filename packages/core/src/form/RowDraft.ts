/**
 * The rows of a form over a structure, before their references are resolved to indexes.
 */
import type { Structure } from "../event/Structure.ts"
import type { FixedForm, Form, FormRow, GroupedForm, RowFace } from "./Form.ts"
import * as RowGroup from "./RowGroup.ts"
import type { Selector } from "./Selector.ts"

/** A row whose references are still ids. */
export interface RowDraft extends RowFace {
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

/** Returns the rows of a form in its order: a template repeats for each group, and totals are last. */
export const of = (form: Form, structure: Structure): ReadonlyArray<RowDraft> =>
  form.kind === "fixed" ? fixedRows(form) : groupedRows(form, structure)

const adding = (plus: ReadonlyArray<string>) => ({ plus, minus: [], previous: [], count: undefined })

const formula = (row: FormRow, idOf: (id: string) => string = (id) => id) =>
  "count" in row
    ? { ...adding([]), count: row.count }
    : {
        ...adding(row.plus.map(idOf)),
        minus: (row.minus ?? []).map(idOf),
        previous: row.previousYear === undefined ? [] : [idOf(row.previousYear)],
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

const fixedRows = (form: FixedForm): ReadonlyArray<RowDraft> =>
  Object.entries(form.rows).map(([id, row]) => {
    const { section, code } = address(id)
    return { id, section, code, level: row.level ?? depth(code), group: "", ...face(row), ...formula(row) }
  })

const groupedRows = (form: GroupedForm, structure: Structure): ReadonlyArray<RowDraft> => {
  const rest: ReadonlyArray<RowGroup.RowGroup> =
    form.rest === undefined ? [] : [{ key: RowGroup.restKey, name: form.rest, level: 0, below: undefined }]
  const groups = [...RowGroup.of(form.by, structure), ...rest]
  const sectionOf = sections(form, groups)
  const rowId = (group: string, template: string) => `${group}\u001f${template}`
  const isByName = form.address === "group"
  const inGroups = groups.flatMap((group) =>
    Object.entries(form.template).map(([template, row]): RowDraft => {
      const isRest = group.key === RowGroup.restKey
      const { section, code } = address(template)
      const own = formula(row, (id) => rowId(group.key, id))
      const { below } = group
      return {
        id: rowId(group.key, template),
        section: isByName ? sectionOf(group) : section,
        code: isByName ? template : `${isRest ? group.name : group.key}/${code}`,
        group: group.key,
        ...face(row),
        label: isByName ? row.label : `${isRest ? "" : `${group.key} `}${group.name} – ${row.label}`,
        level: isByName ? (row.level ?? 0) : group.level,
        ...(form.showEmpty && !isRest ? {} : { optional: true as const }),
        ...(below === undefined || own.count === undefined
          ? own
          : adding(below.map((key) => rowId(key, template)))),
      }
    }),
  )
  const totals = Object.entries(form.totals).map(([id, row]): RowDraft => {
    const own = "sum" in row ? adding(groups.map((group) => rowId(group.key, row.sum))) : formula(row)
    return {
      id,
      ...(isByName ? address(id) : { section: "", code: id }),
      level: row.level ?? 0,
      group: "",
      ...face(row),
      ...own,
    }
  })
  return [...inGroups, ...totals]
}

/** The section of a group in the address of its rows: its name, with its code where other groups have the same name. */
const sections = (
  form: GroupedForm,
  groups: ReadonlyArray<RowGroup.RowGroup>,
): ((group: RowGroup.RowGroup) => string) => {
  const taken = new Map<string, number>()
  const totals = new Set(Object.keys(form.totals).map((id) => address(id).section))
  for (const name of [...groups.map((group) => group.name), ...totals])
    taken.set(name.toLowerCase(), (taken.get(name.toLowerCase()) ?? 0) + 1)
  return ({ key, name }) =>
    key === RowGroup.restKey || key === name || (taken.get(name.toLowerCase()) ?? 0) < 2
      ? name
      : `${key} ${name}`
}
