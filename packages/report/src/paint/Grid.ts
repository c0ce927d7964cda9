/** Aligned columns: texts to the left, figures to the right. Marks (colour) do not count as width. */
import * as Clean from "./Clean.ts"
import * as Wrapping from "./Wrapping.ts"

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

/** A line outside the columns, broken when it is longer than the grid. */
export interface GridLine {
  readonly line: GridCell
}

/** A row of cells, a line outside the columns, or a text that is printed as it is. */
export type GridRow = ReadonlyArray<GridCell> | GridLine | string

/** Returns the rows as lines, two blanks between columns, none at the end; at most `width` characters where flexible columns allow it. */
export const format = (
  columns: ReadonlyArray<GridColumn>,
  rows: ReadonlyArray<GridRow>,
  width?: number,
): ReadonlyArray<string> => {
  const { measures, lines } = long(columns, width)
  for (const measure of measures) rows.forEach(measure)
  return rows.flatMap(lines)
}

/** Returns the width that each column needs, its texts unbroken. */
export const widths = (
  columns: ReadonlyArray<GridColumn>,
  rows: ReadonlyArray<GridRow>,
): ReadonlyArray<number> => {
  const measured = measures(columns)
  rows.forEach(measured.measure)
  return measured.needed
}

/** Measures rows as they are read: `needed` is the width of unbroken texts, `words` that of the longest words. */
const measures = (columns: ReadonlyArray<GridColumn>) => {
  const [needed, words] = [columns.map(() => 0), columns.map(() => 0)]
  const measure = (row: GridRow): void => {
    if (typeof row === "string" || "line" in row) return
    columns.forEach(({ flexible }, at) => {
      const { text, indent = 0 } = row[at] ?? { text: "" }
      const line = Clean.line(text)
      needed[at] = Math.max(needed[at] ?? 0, indent + Clean.width(line))
      if (flexible) words[at] = Math.max(words[at] ?? 0, indent + Wrapping.longest(line) + 2)
    })
  }
  return { needed, words, measure }
}

/** A grid that does not fit in memory: each measure reads all rows, one measure after the other; then rows are printed. */
export interface LongGrid {
  /** The width that each column needs, once the first measure has read all rows of a grid with a width. */
  readonly needed: ReadonlyArray<number>
  readonly measures: ReadonlyArray<(row: GridRow) => void>
  readonly lines: (row: GridRow) => ReadonlyArray<string>
}

/** Returns a grid whose rows are read one at a time. */
export const long = (
  columns: ReadonlyArray<GridColumn>,
  width: number = Number.POSITIVE_INFINITY,
): LongGrid => {
  const { needed, words, measure } = measures(columns)
  const widths = columns.map(() => 0)
  let rooms: ReadonlyArray<number> | undefined
  const broken = (row: ReadonlyArray<GridCell>) => {
    if (width !== Number.POSITIVE_INFINITY) rooms ??= roomsOf(columns, { needed, words }, width)
    return columns.map(({ flexible }, at) =>
      linesOf(row[at] ?? { text: "" }, flexible ? rooms?.[at] : undefined),
    )
  }
  const fit = (row: GridRow): void => {
    if (typeof row === "string" || "line" in row) return
    broken(row).forEach((lines, at) => {
      for (const line of lines) widths[at] = Math.max(widths[at] ?? 0, line.width)
    })
  }
  return {
    needed,
    measures: width === Number.POSITIVE_INFINITY ? [fit] : [measure, fit],
    lines: (row) => {
      if (typeof row === "string") return [row]
      if ("line" in row)
        return linesOf(row.line, width === Number.POSITIVE_INFINITY ? undefined : width).map(
          ({ text }) => text,
        )
      return printed(columns, widths, broken(row))
    },
  }
}

const printed = (
  columns: ReadonlyArray<GridColumn>,
  widths: ReadonlyArray<number>,
  row: ReadonlyArray<ReadonlyArray<Line>>,
): ReadonlyArray<string> => {
  const height = Math.max(1, ...row.map((lines) => lines.length))
  const firstFigure = columns.findIndex(({ align }) => align === "right")
  return Array.from({ length: height }, (_, turn) =>
    columns
      .map(({ align, flexible }, at) => {
        // Figures and what follows them align with the last line of a broken label, as in the official forms.
        const lines = row[at] ?? []
        const isBelow = firstFigure > 0 && (at >= firstFigure || (at > 0 && !flexible))
        const line = lines[isBelow ? turn - (height - lines.length) : turn] ?? empty
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

/** The least room of a flexible column. */
const leastRoom = 12

interface Needs {
  readonly needed: ReadonlyArray<number>
  readonly words: ReadonlyArray<number>
}

/** Returns the room of each column: what it needs, where the flexible ones share what the others leave. */
const roomsOf = (
  columns: ReadonlyArray<GridColumn>,
  { needed, words }: Needs,
  width: number,
): ReadonlyArray<number> => {
  const rooms = [...needed]
  let left = width - 2 * (columns.length - 1)
  const sharers: Array<number> = []
  columns.forEach(({ flexible }, at) => {
    if (flexible) sharers.push(at)
    else left -= needed[at] ?? 0
  })
  sharers.sort((a, b) => (needed[a] ?? 0) - (needed[b] ?? 0))
  const least = sharers.map((at) => Math.min(needed[at] ?? 0, Math.max(leastRoom, words[at] ?? 0)))
  let reserved = least.reduce((sum, one) => sum + one, 0)
  // Where not all words fit, none is kept whole: the width matters more.
  const keepsWords = reserved <= left
  // Those that need least come first, so that the longer texts share what they leave.
  sharers.forEach((at, turn) => {
    const own = least[turn] ?? 0
    reserved -= own
    const share = Math.floor(Math.max(0, left) / (sharers.length - turn))
    const most = keepsWords ? Math.max(own, Math.min(share, left - reserved)) : Math.max(leastRoom, share)
    const room = Math.min(needed[at] ?? 0, most)
    rooms[at] = room
    left -= room
  })
  return rooms
}

const linesOf = (
  { text, indent = 0, mark = (one) => one }: GridCell,
  most: number | undefined,
): ReadonlyArray<Line> => {
  const room = most === undefined ? Number.POSITIVE_INFINITY : Math.max(8, most - indent)
  return Wrapping.wrap(Clean.line(text), room).map((line, turn) => {
    const blanks = " ".repeat(indent + (turn === 0 ? 0 : 2))
    return { text: blanks + mark(line), width: blanks.length + Clean.width(line) }
  })
}
