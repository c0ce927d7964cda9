/** Rows of many texts as a list: a line that names each record, and its other fields with their names below it. */
import * as Clean from "./Clean.ts"
import type * as Grid from "./Grid.ts"
import * as Wrapping from "./Wrapping.ts"

/** A text longer than this is broken when it shares a line with others. */
const shortText = 20

/** The number of longer texts above which a row is read more easily as a record. */
const mostTexts = 2

/** Returns whether rows have more texts than a grid of a width shows beside each other. */
export const suits = (
  columns: ReadonlyArray<Grid.GridColumn>,
  needed: ReadonlyArray<number>,
  width: number,
): boolean =>
  needed.reduce((sum, one) => sum + one + 2, -2) > width &&
  columns.filter(({ align }, at) => align === "left" && (needed[at] ?? 0) > shortText).length > mostTexts

/** Returns the lines of the records. Fields up to the first long text name a record; the name of the record above is not repeated. */
export const format = (
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  { needed, width }: { readonly needed: ReadonlyArray<number>; readonly width: number },
): ReadonlyArray<string> => {
  const named = needed.findIndex((one) => one > shortText) + 1
  let above: string | undefined
  return rows.flatMap((row) => {
    const name = row
      .slice(0, named)
      .filter((field) => field !== "")
      .join("  ")
    const isNew = name !== above
    above = name
    const fields = row.slice(named).flatMap((field, at) => {
      const label = head[named + at] ?? ""
      return field === "" ? [] : [label === "" ? field : `${label}: ${field}`]
    })
    return [
      ...(isNew ? Wrapping.paragraph(Clean.line(name), width) : []),
      ...(fields.length === 0 ? [] : indented(fields.join(" · "), width)),
    ]
  })
}

const indented = (text: string, width: number): ReadonlyArray<string> =>
  Wrapping.paragraph(Clean.line(text), Math.max(8, width - 2)).map((line) => `  ${line}`)
