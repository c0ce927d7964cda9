/**
 * Joins small segments, so that entries that are appended one by one take few rows in the end.
 *
 * An entry is written at most three times: alone, in a segment of about 32 entries, and in one of about 512.
 */
import * as Column from "./Column.ts"
import * as Segment from "./Segment.ts"
import * as Segments from "./Segments.ts"

/** The position before an append and after it. */
export interface Growth {
  readonly before: number
  readonly after: number
}

/** Joins the last segments of a ledger when there are many small ones. Looks once in 32 positions. */
export const pack = (statements: Segments.SegmentStatements, number: number, growth: Growth): void => {
  if (Math.floor(growth.before / smallest) === Math.floor(growth.after / smallest)) return
  // Joining the smallest may make another segment too many of the next size.
  while (join(statements, number));
}

/** Joins one run of segments. Returns whether there was one. */
const join = (statements: Segments.SegmentStatements, number: number): boolean => {
  const run = runOf(statements.tail.all([number]).map(sizeOf))
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || first === last) return false
  const parts = partsIn(statements.range.all([number, first.first, last.first]))
  if (parts === undefined) return false
  const { count, keys, lengths, hashes, bodies } = Segment.joined(parts)
  statements.grow.run([number, first.first, count, keys, lengths, hashes, bodies])
  statements.remove.run([number, first.first, last.first])
  return true
}

/** A segment by its first position and its weight: its entries, or its kilobytes when there are more of them. */
interface Size {
  readonly first: number
  readonly weight: number
}

const smallest = 32
const full = 512

/** Returns the segments to join, in order; none when there is nothing to join. */
const runOf = (newestFirst: ReadonlyArray<Size>): ReadonlyArray<Size> => {
  const small = leading(newestFirst, smallest)
  if (small.length >= smallest) return small.reverse()
  const partial = leading(newestFirst, full)
  if (partial.length < Segments.most) return []
  let weight = 0
  return partial.reverse().filter((size) => {
    const isTaken = weight < full
    weight += size.weight
    return isTaken
  })
}

const leading = (sizes: ReadonlyArray<Size>, limit: number): Array<Size> => {
  const end = sizes.findIndex(({ weight }) => weight >= limit)
  return sizes.slice(0, end === -1 ? sizes.length : end)
}

const sizeOf = (row: unknown): Size => ({
  first: Column.integer(row, "first"),
  weight: Math.max(Column.integer(row, "count"), Math.ceil(Column.integer(row, "size") / 1_024)),
})

// A damaged segment is left as it is: an append does not depend on it.
const partsIn = (rows: ReadonlyArray<unknown>): ReadonlyArray<Segment.Segment> | undefined => {
  try {
    return rows.map(Segment.checked)
  } catch {
    return undefined
  }
}
