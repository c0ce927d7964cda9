/** The units that the titles and headers of a file state. Amounts in thousands would be read as euro. */
import type { Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import * as StatedUnit from "../fault/StatedUnit.ts"
import * as Header from "../header/Header.ts"

/** Returns a problem for each text that states a unit. Headers of years are left out: a mapping decides about them. */
export const problems = (
  header: Header.Header,
  titles: ReadonlyArray<string>,
): ReadonlyArray<Extract<Problem, { readonly _tag: "UnitStated" }>> => {
  if (!Header.hasAmounts(header)) return []
  const isYear = new Set(header.years.map(({ index }) => index))
  const headers = header.cells.slice(0, header.width).filter((_, index) => !isYear.has(index))
  return [...titles, ...headers].flatMap((text) => {
    const unit = StatedUnit.of(text)
    return unit === undefined ? [] : [{ _tag: "UnitStated", value: text.trim(), unit }]
  })
}

/** Returns a note on the first row that states a unit. */
export const notes = (
  rows: ReadonlyArray<{ readonly cells: ReadonlyArray<string>; readonly line: number }>,
): ReadonlyArray<Note> => {
  for (const { cells, line } of rows) {
    const value = cells
      .filter((cell) => cell.trim() !== "")
      .join(" ")
      .trim()
    const unit = StatedUnit.of(value)
    if (unit !== undefined) return [{ _tag: "UnitNotApplied", line, value, unit }]
  }
  return []
}
