/** How often a row counts each part of what forms share: rows with the same footprint count the same. */
import type { Layout } from "./Layout.ts"
import * as LinearForm from "./LinearForm.ts"
import * as Part from "./Part.ts"

/** How often a row counts each part, by part and lag. */
export interface Footprint {
  readonly row: number
  /** The key of a part is `lag * number of parts + part`. */
  readonly counts: ReadonlyMap<number, number>
  /** Equal for rows that count the same. */
  readonly key: string
  readonly isCarried: boolean
}

/** Returns the footprints of the rows of layouts: `[layout][row]`. */
export const of = (
  layouts: ReadonlyArray<Layout>,
  years: number,
): ReadonlyArray<ReadonlyArray<Footprint>> => {
  const parts = Part.of(layouts)
  return layouts.map((layout, table) => {
    // Two years at least, so that a row that carries another forward is recognised.
    const { down } = LinearForm.of(layout, Math.max(2, years))
    return layout.rows.map(({ index }) => {
      const counts = new Map<number, number>()
      let isCarried = false
      for (let at = down.starts[index] as number; at < (down.starts[index + 1] as number); at++) {
        const lag = down.lags[at] as number
        isCarried ||= lag > 0
        for (const part of parts.of[table]?.[down.rows[at] as number] ?? []) {
          const key = lag * parts.count + part
          counts.set(key, (counts.get(key) ?? 0) + (down.factors[at] as number))
        }
      }
      return { row: index, isCarried, ...divided(counts, parts) }
    })
  })
}

// Where all groups count equally often, their shares are replaced by the whole that they share out.
const divided = (counts: Map<number, number>, parts: Part.FormParts): Pick<Footprint, "counts" | "key"> => {
  const lags = new Set([...counts.keys()].map((key) => Math.floor(key / parts.count) * parts.count))
  for (const lag of lags) {
    for (const { shares, whole } of parts.links) {
      const times = counts.get(lag + (shares[0] as number))
      if (times === undefined || !shares.every((share) => counts.get(lag + share) === times)) continue
      for (const share of shares) counts.delete(lag + share)
      for (const part of whole) counts.set(lag + part, (counts.get(lag + part) ?? 0) + times)
    }
  }
  const clean = [...counts].filter(([, times]) => times !== 0).sort(([a], [b]) => a - b)
  return { counts: new Map(clean), key: clean.join(";") }
}

/** The footprints of a layout, by key and by part. */
export interface FootprintIndex {
  readonly prints: ReadonlyArray<Footprint>
  readonly byKey: ReadonlyMap<string, number>
  readonly byPart: ReadonlyMap<number, ReadonlyArray<Footprint>>
}

/** Indexes the footprints of the rows of a layout. */
export const indexOf = (prints: ReadonlyArray<Footprint>): FootprintIndex => {
  const byKey = new Map<string, number>()
  const byPart = new Map<number, Array<Footprint>>()
  for (const print of prints) {
    if (!byKey.has(print.key)) byKey.set(print.key, print.row)
    for (const part of print.counts.keys()) {
      const counting = byPart.get(part)
      if (counting === undefined) byPart.set(part, [print])
      else counting.push(print)
    }
  }
  return { prints, byKey, byPart }
}

/** Rows that together count exactly the parts of a row, largest first; none when there are no such rows. */
export const cover = ({ counts }: Footprint, { byPart }: FootprintIndex): ReadonlyArray<number> => {
  const candidates = new Set<Footprint>()
  for (const part of counts.keys()) {
    const counting = byPart.get(part)
    // A part that no row counts cannot be covered.
    if (counting === undefined) return []
    for (const print of counting) candidates.add(print)
  }
  const left = new Map(counts)
  const out: Array<number> = []
  for (const print of [...candidates].sort((a, b) => b.counts.size - a.counts.size || a.row - b.row)) {
    if (!isWithin(print.counts, left)) continue
    for (const part of print.counts.keys()) left.delete(part)
    out.push(print.row)
  }
  return left.size === 0 ? out.sort((a, b) => a - b) : []
}

const isWithin = (some: Footprint["counts"], all: Footprint["counts"]): boolean => {
  for (const [part, times] of some) if (all.get(part) !== times) return false
  return true
}
