/**
 * A statutory form (schema) as data: rows that count places, and rows that add rows.
 *
 * Row ids are `SECTION/CODE`. The constructors infer them from the rows, so that a dangling id does not compile.
 * Rows are linear: a form read on a difference is the difference of the readings.
 *
 * ```ts
 * const form = Form.fixed({
 *   id: "X1",
 *   title: "Saldo",
 *   edition: "bbc-3.0",
 *   decimals: 2,
 *   years: "plan",
 *   rows: {
 *     "X/in": { label: "Ontvangsten", count: { direction: "O" } },
 *     "X/out": { label: "Uitgaven", count: { direction: "U" } },
 *     "X/net": { label: "Saldo", plus: ["X/in"], minus: ["X/out"] },
 *   },
 * })
 * Object.keys(form.rows) // => ["X/in", "X/out", "X/net"]
 * Form.readsRealisations(form) // => false
 * Object.keys(Form.suffixed(form.rows, { id: "@JR", label: " (JR)" })) // => ["X/in@JR", "X/out@JR", "X/net@JR"]
 * Form.realised(form.rows)["X/in"] // => { label: "Ontvangsten", count: { direction: "O", phase: "actual" } }
 * Object.keys(Form.block("Uitgaven", "operating", { "I.A": "Goederen" })) // => ["Uitgaven/I.A"]
 * const grouped = Form.grouped({
 *   id: "X2",
 *   title: "Per actie",
 *   edition: "bbc-3.0",
 *   decimals: 2,
 *   years: "plan",
 *   by: "action",
 *   address: "group",
 *   showEmpty: false,
 *   template: { U: { label: "Uitgaven", count: { direction: "U" } } },
 *   totals: { all: { label: "Totaal", sum: "U" } },
 * })
 * grouped.kind // => "grouped"
 * ```
 */
import type { Section } from "../value/Section.ts"
import type { Selector } from "./Selector.ts"

/** The formula of a row: it counts places, or adds and subtracts rows and carries one forward from the year before. */
export type Formula<Id extends string> =
  | { readonly count: Selector }
  | { readonly plus: ReadonlyArray<Id>; readonly minus?: ReadonlyArray<Id>; readonly previousYear?: Id }

/** The appearance of a row. `level` is its indentation; when left out it follows from the code (`I.A.1` is level 2). */
export interface RowFace {
  readonly label: string
  readonly level?: number
  /** Shown only when it is not empty. */
  readonly optional?: true
  /** `split`: shown only when another part of the same sum, or a later year than the first, is not empty; `never`: used by other rows and not printed. */
  readonly shown?: "split" | "never"
  /** Printed as the sum of the printed rows that it adds, instead of its rounded exact amount. */
  readonly printed?: "rows"
}

/** A row of a form. */
export type FormRow<Id extends string = string> = RowFace & Formula<Id>

/** The properties that every form states. */
export interface FormFace {
  readonly id: string
  readonly title: string
  readonly titleInEnglish?: string
  /** The edition of the rules of the form: BBC 3.0, or BBC 2020 for tables that were published before. */
  readonly edition: "bbc-3.0" | "bbc-2020"
  /** Decimals of euro that the form prints: whole euro (0) or cents (2); 1 only in published tables in thousands. */
  readonly decimals: 0 | 1 | 2
  /** The years it shows: all of the plan, or those whose credits the plan sets. */
  readonly years: "plan" | "credit"
  /** The form of the plan whose rows this form of the annual accounts reads on realisations. */
  readonly accountsOf?: string
  /** Claims that each estimate or realisation counts in exactly one leaf row: of the form, or of the named section. */
  readonly complete?: true | string
}

/** A form with a fixed list of rows. */
export interface FixedForm<Id extends string = string> extends FormFace {
  readonly kind: "fixed"
  readonly rows: Readonly<Record<Id, FormRow<Id>>>
}

/** The groups that a grouped form repeats its rows for. `goal` is every node of the objectives tree; a node adds its children. */
export type GroupBy = "policyObjective" | "policyDomain" | "action" | "goal"

/** A row of totals: `sum` adds one template row over all groups. */
export type TotalRow<Template extends string, Id extends string> = RowFace &
  (
    | { readonly sum: Template }
    | { readonly count: Selector }
    | { readonly plus: ReadonlyArray<Id>; readonly minus?: ReadonlyArray<Id>; readonly previousYear?: Id }
  )

/** A form whose rows repeat for groups that the structure declares. */
export interface GroupedForm extends FormFace {
  readonly kind: "grouped"
  readonly by: GroupBy
  /**
   * The address of the rows. `group`: the section is the name of the group, the code is the template id. `code`: the
   * section is the part of the template id before its last `/`; the code is that of the group, `/`, and the rest of the
   * id.
   */
  readonly address: "group" | "code"
  /** Whether groups without amounts are shown. */
  readonly showEmpty: boolean
  readonly template: Readonly<Record<string, FormRow>>
  /** The name of the group for amounts without a group; it is shown only when it is not empty. */
  readonly rest?: string
  readonly totals: Readonly<Record<string, TotalRow<string, string>>>
}

/** A form with fixed rows, or with rows that repeat for groups. */
export type Form = FixedForm | GroupedForm

/** Makes a form of fixed rows; the compiler checks every `plus`, `minus` and `previousYear` against the row ids. */
export const fixed = <Id extends string>(
  form: FormFace & { readonly rows: Readonly<Record<Id, FormRow<NoInfer<Id>>>> },
): FixedForm<Id> => ({
  kind: "fixed",
  ...form,
})

/** Makes a form that repeats a template for groups, with totals below. */
export const grouped = <Template extends string, Id extends string>(
  form: Omit<GroupedForm, "kind" | "template" | "totals"> & {
    readonly template: Readonly<Record<Template, FormRow<NoInfer<Template>>>>
    readonly totals: Readonly<Record<Id, TotalRow<NoInfer<Template>, NoInfer<Id>>>>
  },
): GroupedForm => ({ kind: "grouped", ...form })

/**
 * Makes the rows of a block from its codes and labels: a code with finer codes adds them, every other code counts the T2
 * row of its name. The codes of expenditure begin with `I`, those of receipts with `II`.
 */
export const block = <Name extends string, Code extends string>(
  name: Name,
  section: Section,
  labels: Readonly<Record<Code, string>>,
): Readonly<Record<`${Name}/${Code}`, FormRow<`${Name}/${Code}`>>> => {
  const codes: Array<Code> = []
  for (const code in labels) codes.push(code)
  const rows = {} as Record<`${Name}/${Code}`, FormRow<`${Name}/${Code}`>>
  for (const code of codes) {
    const finer = codes.filter((one) => one.startsWith(code) && /^[.-][^.-]+$/.test(one.slice(code.length)))
    const direction = code.startsWith("II") ? "O" : "U"
    rows[`${name}/${code}`] = {
      label: labels[code],
      ...(finer.length > 0
        ? { plus: finer.map((one) => `${name}/${one}` as const) }
        : { count: { section, direction, row: code } }),
    }
  }
  return rows
}

/** Returns rows with realisations instead of estimates. Results and debts stay, because they are not realised. */
export const realised = <Id extends string>(
  rows: Readonly<Record<Id, FormRow<Id>>>,
): Readonly<Record<Id, FormRow<Id>>> =>
  renamed(
    rows,
    (id) => id,
    (row) =>
      "count" in row && row.count.phase === undefined && row.count.section !== "result"
        ? { ...row, count: { ...row.count, phase: "actual" } }
        : row,
  )

/** Whether a row of a form counts realisations. */
export const readsRealisations = (form: Form): boolean =>
  Object.values<FormRow | TotalRow<string, string>>(
    form.kind === "fixed" ? form.rows : { ...form.template, ...form.totals },
  ).some((row) => "count" in row && row.count.phase === "actual")

/** Returns rows with a suffix to ids and labels, so that they can be combined with those of another form. */
export const suffixed = <Id extends string, Suffix extends string>(
  rows: Readonly<Record<Id, FormRow<Id>>>,
  { id: suffix, label }: { readonly id: Suffix; readonly label: string },
): Readonly<Record<`${Id}${Suffix}`, FormRow<`${Id}${Suffix}`>>> => {
  const rename = (id: Id) => `${id}${suffix}` as const
  return renamed<Id, `${Id}${Suffix}`>(rows, rename, (row) => {
    const { label: own } = row
    if ("count" in row) return { ...row, label: `${own}${label}` }
    const { plus, minus, previousYear, ...face } = row
    return {
      ...face,
      label: `${own}${label}`,
      plus: plus.map(rename),
      ...(minus === undefined ? {} : { minus: minus.map(rename) }),
      ...(previousYear === undefined ? {} : { previousYear: rename(previousYear) }),
    }
  })
}

const renamed = <Id extends string, Other extends string>(
  rows: Readonly<Record<Id, FormRow<Id>>>,
  rename: (id: Id) => Other,
  change: (row: FormRow<Id>) => FormRow<Other>,
): Readonly<Record<Other, FormRow<Other>>> => {
  const out = {} as Record<Other, FormRow<Other>>
  for (const id in rows) out[rename(id)] = change(rows[id])
  return out
}
