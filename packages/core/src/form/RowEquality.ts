/**
 * The equalities between rows of one form that no formula of it states, but that follow from its formulas: a total that
 * continues a total of the year before (T3 A and D), and a total that other rows divide (T3 D and D.1 to D.4).
 *
 * They check a table that prints only its totals, or only some parts of them.
 *
 * ```ts
 * const layout = Ledger.layout(ledger, "T3", plan)
 * const nameOf = (row: number) => layout.rows[row]?.code
 * const equalities = RowEquality.of(layout, 6)
 * equalities.map(({ row }) => nameOf(row)) // => ["A", "D"]
 * equalities[1]?.terms.map(({ row }) => nameOf(row)) // => ["D.1", "D.2", "D.3", "D.4"]
 * ```
 */
import type { Layout, LayoutRow, RowTerm } from "./Layout.ts"
import * as LinearForm from "./LinearForm.ts"

/** A row that equals a sum of rows. Where a term is of the year before, the first year is left out. */
export interface RowEquality {
  readonly row: number
  readonly terms: ReadonlyArray<RowTerm>
}

/** Returns the equalities of a layout over a number of years that no formula states. */
export const of = (layout: Layout, years: number): ReadonlyArray<RowEquality> => {
  const counted = countedBy(layout, Math.max(2, years))
  const carried = layout.rows.filter(({ index, count, terms }) => {
    const isCarried = counted[index]?.some((leaves, lag) => lag > 0 && leaves.size > 0)
    return isCarried && count === undefined && terms.every(({ lag }) => lag === 0)
  })
  return [
    ...carried.flatMap((row) => continued(layout, counted, row)),
    ...carried.flatMap((row) => divided(layout, counted, row)),
  ]
}

/** By row and lag: the leaf rows that a row counts, each with its factor. */
type CountedLeaves = ReadonlyArray<ReadonlyArray<ReadonlyMap<number, number>>>

const countedBy = (layout: Layout, years: number): CountedLeaves => {
  const { down } = LinearForm.of(layout, years)
  return layout.rows.map(({ index }) => {
    const byLag = Array.from({ length: years }, () => new Map<number, number>())
    for (let at = down.starts[index] as number; at < (down.starts[index + 1] as number); at++)
      byLag[down.lags[at] as number]?.set(down.rows[at] as number, down.factors[at] as number)
    return byLag
  })
}

/** Returns the row that a total continues from the year before, with the amounts from before the plan that it adds. */
const continued = (
  { rows }: Layout,
  counted: CountedLeaves,
  { index }: LayoutRow,
): ReadonlyArray<RowEquality> => {
  const [opening = new Map<number, number>(), ...earlier] = counted[index] ?? []
  const terms = [...opening].map(([row, sign]): RowTerm => ({ row, sign: sign > 0 ? 1 : -1, lag: 0 }))
  if (!terms.every(({ row }) => rows[row]?.shown === "never")) return []
  const previous = rows.find(({ index: row }) =>
    earlier.every((leaves, lag) => isSame(leaves, counted[row]?.[lag])),
  )
  return previous === undefined
    ? []
    : [{ row: index, terms: [{ row: previous.index, sign: 1, lag: 1 }, ...terms] }]
}

/** Returns rows that together count exactly what a row counts, other than the rows that it adds. */
const divided = (
  { rows }: Layout,
  counted: CountedLeaves,
  { index, terms }: LayoutRow,
): ReadonlyArray<RowEquality> => {
  const left = (counted[index] ?? []).map((leaves) => new Map(leaves))
  const size = (row: number): number => (counted[row] ?? []).reduce((sum, leaves) => sum + leaves.size, 0)
  const parts: Array<RowTerm> = []
  for (const { index: row } of rows.toSorted((a, b) => size(b.index) - size(a.index))) {
    const own = counted[row] ?? []
    const isPart = own.every((leaves, lag) =>
      [...leaves].every(([leaf, factor]) => left[lag]?.get(leaf) === factor),
    )
    if (row === index || terms.some((term) => term.row === row) || size(row) === 0 || !isPart) continue
    for (const [lag, leaves] of own.entries()) for (const leaf of leaves.keys()) left[lag]?.delete(leaf)
    parts.push({ row, sign: 1, lag: 0 })
  }
  const isWhole = parts.length > 1 && left.every((leaves) => leaves.size === 0)
  return isWhole ? [{ row: index, terms: parts.toSorted((a, b) => a.row - b.row) }] : []
}

const isSame = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number> | undefined): boolean =>
  one.size === other?.size && [...one].every(([leaf, factor]) => other.get(leaf) === factor)
