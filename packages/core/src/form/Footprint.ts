/** How often a row counts each part of what forms share: rows with the same footprint count the same. */
import type { Layout } from "./Layout.ts"
import * as LinearForm from "./LinearForm.ts"
import * as Part from "./Part.ts"

/** How often a row counts each part, by part and lag. */
export interface Footprint {
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
      return footprint(counts, parts, isCarried)
    })
  })
}

// Where all groups count equally often, their shares are replaced by the whole that they share out.
const footprint = (counts: Map<number, number>, parts: Part.FormParts, isCarried: boolean): Footprint => {
  const lags = new Set([...counts.keys()].map((key) => Math.floor(key / parts.count) * parts.count))
  for (const lag of lags) {
    for (const { shares, whole } of parts.links) {
      const times = counts.get(lag + (shares[0] ?? -1))
      if (times === undefined || !shares.every((share) => counts.get(lag + share) === times)) continue
      for (const share of shares) counts.delete(lag + share)
      for (const part of whole) counts.set(lag + part, (counts.get(lag + part) ?? 0) + times)
    }
  }
  const clean = [...counts].filter(([, times]) => times !== 0).sort(([a], [b]) => a - b)
  return { counts: new Map(clean), key: clean.join(";"), isCarried }
}

/** The footprints of a layout, by key and by part. */
export interface FootprintIndex {
  readonly prints: ReadonlyArray<Footprint>
  readonly byKey: ReadonlyMap<string, number>
  readonly byPart: ReadonlyMap<number, ReadonlyArray<number>>
}

/** Indexes the footprints of the rows of a layout. */
export const indexOf = (prints: ReadonlyArray<Footprint>): FootprintIndex => {
  const byKey = new Map<string, number>()
  const byPart = new Map<number, Array<number>>()
  prints.forEach(({ key, counts }, row) => {
    if (!byKey.has(key)) byKey.set(key, row)
    for (const part of counts.keys()) {
      const rows = byPart.get(part)
      if (rows === undefined) byPart.set(part, [row])
      else rows.push(row)
    }
  })
  return { prints, byKey, byPart }
}

/** Rows that together count exactly the parts of a row, largest first; none when there are no such rows. */
export const cover = ({ counts }: Footprint, { prints, byPart }: FootprintIndex): ReadonlyArray<number> => {
  const candidates = new Set<number>()
  for (const part of counts.keys()) {
    const rows = byPart.get(part)
    // A part that no row counts cannot be covered.
    if (rows === undefined) return []
    for (const row of rows) candidates.add(row)
  }
  const sizeOf = (row: number): number => prints[row]?.counts.size ?? 0
  const left = new Map(counts)
  const out: Array<number> = []
  const fitting = [...candidates].filter((row) => sizeOf(row) <= counts.size)
  for (const row of fitting.sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)) {
    const own = prints[row]?.counts
    if (own === undefined || !isWithin(own, left)) continue
    for (const part of own.keys()) left.delete(part)
    out.push(row)
    if (left.size === 0) break
  }
  return left.size === 0 ? out.sort((a, b) => a - b) : []
}

const isWithin = (some: Footprint["counts"], all: Footprint["counts"]): boolean => {
  for (const [part, times] of some) if (all.get(part) !== times) return false
  return true
}
