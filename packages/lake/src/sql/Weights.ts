/**
 * How often each counting row of a form counts in each of its rows, and how many years later: the linear form of core, with
 * equal weights of successive years together.
 *
 * The rows of all groups have the same weights, so the weights of one group are those of all.
 */
import { type Form, Layout, LinearForm, type Selector, Structure } from "@grootboek/core"

/** A row of a form, once for all groups. */
export interface WeighedRow {
  readonly id: string
  readonly section: string
  readonly code: string
  readonly label: string
  readonly isInGroup: boolean
  readonly count: Selector.Selector | undefined
}

/** A weight: the row counts the counting row so many times, in cells from `firstLag` to `lastLag` years later. */
export interface Weight {
  readonly leaf: string
  readonly row: string
  readonly firstLag: number
  readonly lastLag: number
  readonly factor: number
}

export interface WeighedForm {
  readonly rows: ReadonlyArray<WeighedRow>
  readonly weights: ReadonlyArray<Weight>
}

/** The most years that a plan can have. */
const mostYears = 60

export const of = (form: Form.Form): WeighedForm => {
  // An empty structure has no groups, so that the rest is the only one.
  const layout = Layout.of(
    form.kind === "fixed" ? form : { ...form, rest: form.rest ?? "-" },
    Structure.empty,
  )
  const rows = layout.rows.map((row) => weighed(form, row))
  const { up } = LinearForm.of(layout, mostYears)
  const weights = layout.rows.flatMap(({ index, count }) =>
    count === undefined
      ? []
      : runs(
          Array.from(up.rows.subarray(up.starts[index], up.starts[index + 1]), (row, entry) => {
            const at = (up.starts[index] as number) + entry
            return {
              leaf: idOf(rows, index),
              row,
              lag: up.lags[at] as number,
              factor: up.factors[at] as number,
            }
          }),
          rows,
        ),
  )
  return { rows, weights }
}

const idOf = (rows: ReadonlyArray<WeighedRow>, index: number): string => rows[index]?.id ?? ""

const weighed = (form: Form.Form, { group, section, code, label, count }: Layout.LayoutRow): WeighedRow => {
  const whole = (section: string, code: string) => (section === "" ? code : `${section}/${code}`)
  if (group === "" || form.kind === "fixed")
    return { id: whole(section, code), section, code, label, isInGroup: false, count }
  // The name of the rest is in the section or before the code, and in the label of a code; the template has neither.
  const own =
    form.address === "group" ? { section: "", code } : { section, code: code.slice(code.indexOf("/") + 1) }
  const id = whole(own.section, own.code)
  return { id: `group/${id}`, ...own, label: form.template[id]?.label ?? label, isInGroup: true, count }
}

const runs = (
  entries: ReadonlyArray<{
    readonly leaf: string
    readonly row: number
    readonly lag: number
    readonly factor: number
  }>,
  rows: ReadonlyArray<WeighedRow>,
): ReadonlyArray<Weight> => {
  const out: Array<Weight> = []
  const sorted = [...entries].sort((a, b) => a.row - b.row || a.lag - b.lag)
  for (const { leaf, row, lag, factor } of sorted) {
    const id = idOf(rows, row)
    const before = out.at(-1)
    if (before?.row === id && before.factor === factor && before.lastLag === lag - 1)
      out[out.length - 1] = { ...before, lastLag: lag }
    else out.push({ leaf, row: id, firstLag: lag, lastLag: lag, factor })
  }
  return out
}
