/** A grid that fits a width: columns that do not fit beside each other are printed below each other, in blocks. */
import * as Grid from "./Grid.ts"

export interface Folding {
  /** The width to fit; nothing is folded without it. */
  readonly width: number | undefined
  /** The columns at the left that each block repeats. */
  readonly lead: number
  /** The room of a flexible column below which the grid folds. */
  readonly least?: number
}

/** A label in fewer characters takes too many lines. */
const leastLabel = 24

/** Returns the lines of a grid in as few blocks as fit, each with a like number of columns. */
export const format = (
  columns: ReadonlyArray<Grid.GridColumn>,
  rows: ReadonlyArray<Grid.GridRow>,
  { width, lead, least = leastLabel }: Folding,
): ReadonlyArray<string> => {
  if (width === undefined) return Grid.format(columns, rows)
  const needed = Grid.widths(columns, rows)
  const fits = (chosen: ReadonlyArray<number>): boolean => {
    const taken = chosen.reduce((sum, at) => {
      const own = needed[at] ?? 0
      return sum + (columns[at]?.flexible ? Math.min(own, least) : own)
    }, 0)
    return taken + 2 * (chosen.length - 1) <= width
  }
  const all = columns.map((_, at) => at)
  if (fits(all)) return Grid.format(columns, rows, width)
  const [first, rest] = [all.slice(0, lead), all.slice(lead)]
  const apart = textsApart(rest, columns).map((part) => [...first, ...part])
  if (apart.length > 1 && apart.every(fits)) return apart.flatMap((part, at) => block(part, at))
  for (let blocks = 2; blocks <= rest.length; blocks++) {
    const parts = divided(rest, blocks).map((part) => [...first, ...part])
    if (parts.every(fits)) return parts.flatMap((part, at) => block(part, at))
  }
  // Nothing fits: every text is broken, and each other column has a block of its own.
  const flexible = columns.map((column) =>
    column.align === "left" ? { ...column, flexible: true as const } : column,
  )
  const alone = rest.length === 0 ? [first] : rest.map((at) => [...first, at])
  return alone.flatMap((part, at) => block(part, at, flexible))

  function block(
    chosen: ReadonlyArray<number>,
    turn: number,
    from: ReadonlyArray<Grid.GridColumn> = columns,
  ): ReadonlyArray<string> {
    const picked = rows.map(
      (row): Grid.GridRow =>
        typeof row === "string" || "line" in row ? row : chosen.map((at) => row[at] ?? { text: "" }),
    )
    const lines = Grid.format(
      chosen.flatMap((at) => from[at] ?? []),
      picked,
      width,
    )
    return turn === 0 ? lines : ["", ...lines]
  }
}

/** Returns the columns up to the last figure, and the texts after it. */
const textsApart = (
  all: ReadonlyArray<number>,
  columns: ReadonlyArray<Grid.GridColumn>,
): ReadonlyArray<ReadonlyArray<number>> => {
  const texts = all.length - 1 - all.findLastIndex((at) => columns[at]?.align === "right")
  const figures = all.length - texts
  return [all.slice(0, figures), all.slice(figures)].filter((part) => part.length > 0)
}

const divided = (all: ReadonlyArray<number>, parts: number): ReadonlyArray<ReadonlyArray<number>> => {
  const size = Math.ceil(all.length / parts)
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  )
}
