/** Aligned columns: texts to the left, figures to the right. Marks (colour) do not count as width. */
import * as Clean from "./Clean.ts"

/** A column and its alignment. A flexible column breaks its texts at blanks when the grid is too wide. */
export interface GridColumn {
  readonly align: "left" | "right"
  readonly flexible?: true
}

/** A cell: its text, the blanks before it, and its mark. */
export interface GridCell {
  readonly text: string
  readonly indent?: number
  readonly mark?: (text: string) => string
}

/** A row of cells; a text alone is a line outside the columns. */
export type GridRow = ReadonlyArray<GridCell> | string

/** The rows as lines, two blanks between columns, none at the end; at most `width` characters where columns can give way. */
export const format = (
  columns: ReadonlyArray<GridColumn>,
  rows: ReadonlyArray<GridRow>,
  width?: number,
): ReadonlyArray<string> => {
  const { measures, lines } = long(columns, width)
  for (const measure of measures) rows.forEach(measure)
  return rows.flatMap(lines)
}

/** A grid that does not fit in memory: each measure reads all rows, one measure after the other; then rows are printed. */
export interface LongGrid {
  readonly measures: ReadonlyArray<(row: GridRow) => void>
  readonly lines: (row: GridRow) => ReadonlyArray<string>
}

/** {@link format} for rows that are read one at a time. */
export const long = (
  columns: ReadonlyArray<GridColumn>,
  width: number = Number.POSITIVE_INFINITY,
): LongGrid => {
  const rigid = columns.map(() => 0)
  const widths = columns.map(() => 0)
  const broken = (row: ReadonlyArray<GridCell>) =>
    columns.map(({ flexible }, at) =>
      broke(row[at] ?? { text: "" }, flexible ? flexibleWidth(columns, rigid, width) : undefined),
    )
  const measure = (row: GridRow): void => {
    if (typeof row === "string") return
    columns.forEach(({ flexible }, at) => {
      const { text, indent = 0 } = row[at] ?? { text: "" }
      if (!flexible) rigid[at] = Math.max(rigid[at] ?? 0, indent + Clean.width(Clean.line(text)))
    })
  }
  const fit = (row: GridRow): void => {
    if (typeof row === "string") return
    broken(row).forEach((lines, at) => {
      for (const line of lines) widths[at] = Math.max(widths[at] ?? 0, line.width)
    })
  }
  return {
    measures: width === Number.POSITIVE_INFINITY ? [fit] : [measure, fit],
    lines: (row) => (typeof row === "string" ? [row] : printed(columns, widths, broken(row))),
  }
}

const printed = (
  columns: ReadonlyArray<GridColumn>,
  widths: ReadonlyArray<number>,
  row: ReadonlyArray<ReadonlyArray<Line>>,
): ReadonlyArray<string> => {
  const height = Math.max(1, ...row.map((lines) => lines.length))
  return Array.from({ length: height }, (_, turn) =>
    columns
      .map(({ align }, at) => {
        // Figures align with the last line of a broken label, as in the official forms.
        const lines = row[at] ?? []
        const line = lines[align === "right" ? turn - (height - lines.length) : turn] ?? empty
        const blanks = " ".repeat((widths[at] ?? 0) - line.width)
        return align === "right" ? blanks + line.text : line.text + blanks
      })
      .join("  ")
      .trimEnd(),
  )
}

interface Line {
  readonly text: string
  readonly width: number
}

const empty: Line = { text: "", width: 0 }

/** Returns the width that is left for each flexible column, at least twenty characters. */
const flexibleWidth = (
  columns: ReadonlyArray<GridColumn>,
  rigid: ReadonlyArray<number>,
  width: number,
): number => {
  if (width === Number.POSITIVE_INFINITY) return width
  const taken = rigid.reduce((sum, one) => sum + one, 2 * (columns.length - 1))
  const sharers = columns.filter(({ flexible }) => flexible).length
  return Math.max(20, Math.floor((width - taken) / Math.max(1, sharers)))
}

const broke = (
  { text, indent = 0, mark = (one) => one }: GridCell,
  most: number | undefined,
): ReadonlyArray<Line> => {
  const room = most === undefined ? Number.POSITIVE_INFINITY : Math.max(12, most - indent)
  return wrap(Clean.line(text), room).map((line, turn) => {
    const blanks = " ".repeat(indent + (turn === 0 ? 0 : 2))
    return { text: blanks + mark(line), width: blanks.length + Clean.width(line) }
  })
}

/** A text broken at blanks into lines of at most some characters; a word that is longer stays whole. */
export const wrap = (text: string, most: number): ReadonlyArray<string> => {
  if (Clean.width(text) <= most) return [text]
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`
    // A continued line is indented by two.
    if (line !== "" && Clean.width(longer) > most - (lines.length === 0 ? 0 : 2)) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
