/** The widths of the columns of a table on paper, from what its cells hold. */
import type { Document } from "@grootboek/cells"

/** The width of a table, and of a character of its text, in the same unit. */
export interface PaperWidth {
  readonly table: number
  readonly character: number
}

/**
 * Returns the width of each column; together they are the width of the table.
 *
 * A column of figures is as wide as the longest figure of the table, or as its own longest where the page is too narrow for that, so
 * that none is broken over two lines. Columns of words share the rest by the length of their texts; none is narrower than its longest
 * word while there is space.
 */
export const of = (
  { head, rows }: Document.DocumentTable,
  { table, character }: PaperWidth,
): ReadonlyArray<number> => {
  const columns = head.map((top, at) => {
    const texts = [top.text, ...rows.flatMap((row) => (row.isHeading ? [] : [row.cells[at]?.text ?? ""]))]
    const indent = at === 0 ? Math.max(0, ...rows.map(({ level }) => level)) : 0
    return {
      isFigure: top.isFigure === true,
      longest: longest(texts) + indent,
      // The head is bold, and so wider.
      word: Math.max(wordOf(texts) + indent, Math.ceil(wordOf([top.text]) * 1.15)),
    }
  })
  const figures = Math.max(...columns.map(({ isFigure, longest }) => (isFigure ? longest : 0)))
  const leastWith = (space: number, isEven: boolean): ReadonlyArray<number> =>
    columns.map(({ isFigure, longest, word }) => {
      const figure = isEven ? figures : Math.max(longest, word)
      return (space + (isFigure ? figure : word)) * character
    })
  // Where the page is too narrow, there is less space between the columns, and then figures are not equally wide.
  const candidates = [leastWith(2, true), leastWith(1, true), leastWith(2, false)]
  // The space in which each text takes four lines.
  const lines = columns.map(({ isFigure, longest, word }) =>
    isFigure ? 0 : Math.max(0, Math.ceil(longest / 4) - word) * character,
  )
  const least =
    candidates
      .map((widths) => widths.map((width, at) => width + (lines[at] ?? 0)))
      .find((widths) => sum(widths) <= table) ??
    candidates.find((widths) => sum(widths) <= table) ??
    leastWith(1, false)
  const all = sum(least)
  const free = table - all
  // Too many columns for the page: all become narrower, in proportion.
  if (free <= 0)
    return rounded(
      least.map((width) => (width * table) / all),
      table,
    )
  const wants = columns.map(({ isFigure, longest, word }) =>
    isFigure ? 1 : Math.sqrt(Math.max(1, longest - word)),
  )
  const wanted = sum(wants)
  return rounded(
    least.map((width, at) => width + (free * (wants[at] ?? 0)) / wanted),
    table,
  )
}

const wordOf = (texts: ReadonlyArray<string>): number => longest(texts.flatMap((text) => text.split(/[\s-]/)))

const longest = (texts: ReadonlyArray<string>): number =>
  Math.max(0, ...texts.flatMap((text) => text.split("\n").map(({ length }) => length)))

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)

// The last column has what rounding leaves.
const rounded = (widths: ReadonlyArray<number>, table: number): ReadonlyArray<number> => {
  const whole = widths.map(Math.floor)
  return whole.map((width, at) => (at === whole.length - 1 ? width + table - sum(whole) : width))
}
