/**
 * What must be equal in published tables: a row and the rows it adds, a row and the year it takes up, and rows of two
 * forms that count the same. All of it follows from the forms; nothing is listed by hand.
 */
import type { Layout } from "../form/Layout.ts"
import * as Part from "./Part.ts"
import type { Cell, Table } from "./Published.ts"

/** `sum`: a row adds rows; `carried`: it takes up the year before; `tie`: another form counts the same. */
export type Kind = "sum" | "carried" | "tie"

/** A cell that must equal a sum of cells. */
export interface Identity {
  readonly kind: Kind
  readonly cell: Cell
  readonly terms: ReadonlyArray<{ readonly cell: Cell; readonly sign: 1 | -1 }>
}

/** Every identity of tables: those within each form, then the tie-outs between each two. */
export const of = (tables: ReadonlyArray<Table>): ReadonlyArray<Identity> => [
  ...tables.flatMap(({ layout, years }, table) =>
    years.flatMap((_, year) => layout.rows.flatMap((row) => within(layout, { table, row: row.index, year }))),
  ),
  ...ties(tables.map(({ layout }) => layout)).flatMap(({ cell, terms }) =>
    (tables[0]?.years ?? []).map(
      (_, year): Identity => ({
        kind: "tie",
        cell: { ...cell, year },
        terms: terms.map((term) => ({ cell: { ...term, year }, sign: 1 })),
      }),
    ),
  ),
]

/** A row of one of several layouts. */
interface RowOf {
  readonly table: number
  readonly row: number
}

/** Rows of two layouts that count the same: a row, and the row or rows that it equals. */
const ties = (
  layouts: ReadonlyArray<Layout>,
): ReadonlyArray<{ readonly cell: RowOf; readonly terms: ReadonlyArray<RowOf> }> => {
  const prints = footprints(layouts)
  return layouts.flatMap((_, one) =>
    layouts.flatMap((_, other) => {
      if (one === other) return []
      return (prints[one] ?? []).flatMap((print, row) => {
        if (print.size === 0) return []
        const equal = (prints[other] ?? []).findIndex((candidate) => isSame(candidate, print))
        // What equals one row of the other form is told once; a sum of several is told from its own side.
        const terms = equal < 0 ? cover(print, prints[other] ?? []) : one < other ? [equal] : []
        return terms.length === 0
          ? []
          : [{ cell: { table: one, row }, terms: terms.map((term) => ({ table: other, row: term })) }]
      })
    }),
  )
}

const within = (layout: Layout, cell: Cell): ReadonlyArray<Identity> => {
  const row = layout.rows[cell.row]
  if (row === undefined || row.count !== undefined) return []
  const carried = row.previousYear
  // What the first year takes up stands in no cell of the table.
  if (carried !== undefined && cell.year === 0 && row.terms.length === 0) return []
  return [
    {
      kind: carried === undefined || cell.year === 0 ? "sum" : "carried",
      cell,
      terms: [
        ...(carried === undefined || cell.year === 0
          ? []
          : [{ cell: { ...cell, row: carried, year: cell.year - 1 }, sign: 1 as const }]),
        ...row.terms.map((term) => ({ cell: { ...cell, row: term.row }, sign: term.sign })),
      ],
    },
  ]
}

/** The parts that a row counts in its own year, with sign; empty for a row that takes up another year. */
type Footprint = ReadonlyMap<number, number>

const footprints = (layouts: ReadonlyArray<Layout>): ReadonlyArray<ReadonlyArray<Footprint>> => {
  const parts = Part.of(layouts)
  return layouts.map((layout, table) => {
    const out: Array<Footprint | undefined> = layout.rows.map(() => undefined)
    const carries = new Set<number>()
    for (const index of layout.order) {
      const row = layout.rows[index]
      if (row === undefined) continue
      if (row.previousYear !== undefined || row.terms.some((term) => carries.has(term.row)))
        carries.add(index)
      const sum = new Map<number, number>()
      for (const part of parts.of[table]?.[index] ?? []) sum.set(part, 1)
      for (const term of row.terms)
        for (const [part, times] of out[term.row] ?? [])
          sum.set(part, (sum.get(part) ?? 0) + term.sign * times)
      out[index] = carries.has(index) ? new Map() : whole(clean(sum), parts.links)
    }
    return out.map((print) => print ?? new Map<number, number>())
  })
}

/** Shares of all groups read as the whole that they share out. */
const whole = (print: Footprint, links: ReadonlyArray<Part.Link>): Footprint => {
  const out = new Map(print)
  for (const { shares, whole } of links) {
    const times = out.get(shares[0] ?? -1)
    if (times === undefined || !shares.every((share) => out.get(share) === times)) continue
    for (const share of shares) out.delete(share)
    for (const part of whole) out.set(part, (out.get(part) ?? 0) + times)
  }
  return clean(out)
}

const clean = (print: Footprint): Footprint => new Map([...print].filter(([, times]) => times !== 0))

const isSame = (a: Footprint, b: Footprint): boolean =>
  a.size === b.size && [...a].every(([part, times]) => b.get(part) === times)

/** Rows that together count exactly what a row counts, largest first; none when there are no such rows. */
const cover = (print: Footprint, others: ReadonlyArray<Footprint>): ReadonlyArray<number> => {
  const left = new Map(print)
  const out: Array<number> = []
  const bySize = others.map((other, row) => ({ other, row })).toSorted((a, b) => b.other.size - a.other.size)
  for (const { other, row } of bySize) {
    if (other.size === 0 || ![...other].every(([part, times]) => left.get(part) === times)) continue
    for (const part of other.keys()) left.delete(part)
    out.push(row)
  }
  return left.size === 0 ? out.toSorted((a, b) => a - b) : []
}
