/** Rows without amounts, read by their texts: a comment, a repeated header, a text alone, and empty cells at the end. */
import type * as Header from "../header/Header.ts"
import * as Layout from "../header/Layout.ts"

/** Returns whether a row has cells from a column on, and all of them are empty. */
export const isBlankFrom = (cells: ReadonlyArray<string>, from: number): boolean =>
  cells.length > from && cells.slice(from).every((cell) => cell.trim() === "")

/** Returns whether a row is a comment: `#` begins its first cell and the others are empty, so that it holds no row. */
export const isComment = (cells: ReadonlyArray<string>): boolean =>
  cells[0]?.includes("#") === true &&
  cells[0].trimStart().startsWith("#") &&
  cells.every((cell, index) => index === 0 || cell.trim() === "")

/** Returns whether a row repeats the header, as a page break or a second table does. */
export const isHeaderAgain = (
  cells: ReadonlyArray<string>,
  { cells: own, width, faults }: Header.Header,
): boolean =>
  faults.length === 0 &&
  width > 1 &&
  cells.length >= width &&
  cells.every((cell, index) =>
    index < width ? Layout.plain(cell) === Layout.plain(own[index] ?? "") : cell.trim() === "",
  )

/** Returns the text of a row that has nothing else, under a header with several columns that every row must fill. */
export const only = (cells: ReadonlyArray<string>, { layout, fields }: Header.Header): string | undefined => {
  const [text = "", other] = cells.filter((cell) => cell.trim() !== "")
  if (text === "" || other !== undefined) return undefined
  const blank = layout.columns.filter(
    ({ field, presence }) => presence === "required" && (cells[fields.get(field) ?? -1] ?? "").trim() === "",
  )
  return blank.length < 2 ? undefined : text.trim()
}
