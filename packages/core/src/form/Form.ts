/**
 * A statutory form (schema) as data: rows that count places, and rows that add rows.
 *
 * Row ids are `SECTION/CODE`. The constructors infer them from the rows, so that a dangling id does not compile.
 * Rows are linear: a form read on a difference is the difference of the readings.
 */
import type { Selector } from "./Selector.ts"

/** How a row gets its amount: it counts places, or adds and subtracts rows, or takes up a row of the year before. */
export type Formula<Id extends string> =
  | { readonly count: Selector }
  | { readonly plus: ReadonlyArray<Id>; readonly minus?: ReadonlyArray<Id>; readonly previousYear?: Id }

/** What a row shows. `level` is its indentation; when left out it follows from the code (`I.A.1` is level 2). */
export interface RowFace {
  readonly label: string
  readonly level?: number
  /** Shown only when something stands in it. */
  readonly optional?: true
  /** `split`: shown only beside another part of the same sum, or when it holds a later year than the first; `never`: a row that others need, which no form prints. */
  readonly shown?: "split" | "never"
  /** Printed as the sum of the printed rows it adds, not rounded from its exact amount. */
  readonly printed?: "rows"
}

/** A row of a form. */
export type Row<Id extends string = string> = RowFace & Formula<Id>

/** What every form states about itself. */
export interface FormFace {
  readonly id: string
  readonly title: string
  readonly titleInEnglish?: string
  /** The edition of the rules that the form belongs to (BBC 3.0). */
  readonly edition: "bbc-3.0"
  /** Decimals that the form prints: whole euro (0) or cents (2). */
  readonly decimals: 0 | 2
  /** The years it shows: all of the plan, or those whose credits the plan sets. */
  readonly years: "plan" | "credit"
}

/** A form whose rows are all known beforehand. */
export interface FixedForm extends FormFace {
  readonly kind: "fixed"
  readonly rows: Readonly<Record<string, Row>>
}

/** What the rows of a grouped form repeat over. `goal` is every node of the objectives tree, a node adding its children. */
export type GroupBy = "policyObjective" | "policyDomain" | "action" | "goal"

/** A row of totals: `sum` adds one template row over all groups. */
export type TotalRow<Template extends string, Id extends string> = RowFace &
  (
    | { readonly sum: Template }
    | { readonly count: Selector }
    | { readonly plus: ReadonlyArray<Id>; readonly minus?: ReadonlyArray<Id>; readonly previousYear?: Id }
  )

/** A form whose rows repeat over what the structure declares. */
export interface GroupedForm extends FormFace {
  readonly kind: "grouped"
  readonly by: GroupBy
  /** `group`: section = the group's name, code = the template id. `code`: section = what the template id has before its last `/`, code = group code + `/` + the rest. */
  readonly address: "group" | "code"
  /** Whether groups without amounts are shown. */
  readonly showEmpty: boolean
  readonly template: Readonly<Record<string, Row>>
  /** The name of the group for what belongs to no group; such a group is shown only when something stands in it. */
  readonly rest?: string
  readonly totals: Readonly<Record<string, TotalRow<string, string>>>
}

/** A form: the rows are all known beforehand, or they repeat over the structure. */
export type Form = FixedForm | GroupedForm

/** Makes a form of fixed rows; the compiler holds every `plus`, `minus` and `previousYear` against the row ids. */
export const fixed = <Id extends string>(
  form: FormFace & { readonly rows: Readonly<Record<Id, Row<NoInfer<Id>>>> },
): FixedForm => ({
  kind: "fixed",
  ...form,
})

/** Makes a form that repeats a template over groups, with totals below. */
export const grouped = <Template extends string, Id extends string>(
  form: Omit<GroupedForm, "kind" | "template" | "totals"> & {
    readonly template: Readonly<Record<Template, Row<NoInfer<Template>>>>
    readonly totals: Readonly<Record<Id, TotalRow<NoInfer<Template>, NoInfer<Id>>>>
  },
): GroupedForm => ({ kind: "grouped", ...form })

/**
 * The rows of a form read on realisations instead of estimates. Results and debts stay what they are: they open a
 * year, nobody realises them.
 */
export const realised = (rows: Readonly<Record<string, Row>>): Readonly<Record<string, Row>> =>
  Object.fromEntries(
    Object.entries(rows).map(([id, row]): [string, Row] => [
      id,
      "count" in row && row.count.phase === undefined && row.count.section !== "result"
        ? { ...row, count: { ...row.count, phase: "actual" } }
        : row,
    ]),
  )

/** The rows of a form under other ids and labels, to stand beside those of another. */
export const suffixed = (
  rows: Readonly<Record<string, Row>>,
  { id: suffix, label }: { readonly id: string; readonly label: string },
): Readonly<Record<string, Row>> => {
  const rename = (id: string): string => `${id}${suffix}`
  return Object.fromEntries(
    Object.entries(rows).map(([id, row]): [string, Row] => [
      rename(id),
      "count" in row
        ? { ...row, label: `${row.label}${label}` }
        : {
            ...row,
            label: `${row.label}${label}`,
            plus: row.plus.map(rename),
            ...(row.minus === undefined ? {} : { minus: row.minus.map(rename) }),
            ...(row.previousYear === undefined ? {} : { previousYear: rename(row.previousYear) }),
          },
    ]),
  )
}
