/**
 * Consecutive entries as one row: keys, lengths and hashes as lists, and bodies one after the other.
 *
 * An index of ids in random order dirties a page per entry. A list of keys in the row costs four bytes an entry.
 */
import type { Batch, Journal } from "@grootboek/core"
import * as Column from "./Column.ts"
import * as Key from "./Key.ts"

/** The lists of a segment as they are stored. */
export interface Segment {
  readonly count: number
  /** A key of four bytes, the lowest first, for each entry. */
  readonly keys: Buffer
  /** The length of each body in decimal digits, with commas between them. */
  readonly lengths: Buffer
  readonly hashes: Buffer
  readonly bodies: Buffer
}

/** Returns the segment of consecutive entries. */
export const of = (ledger: string, rows: ReadonlyArray<Batch.Row>): Segment => {
  const keys = Buffer.alloc(rows.length * keySize)
  for (let index = 0; index < rows.length; index++)
    keys.writeUInt32LE(keyOf(ledger, (rows[index] as Batch.Row).id), index * keySize)
  return {
    count: rows.length,
    keys,
    lengths: Buffer.from(rows.map(({ body }) => body.length).join(), "latin1"),
    hashes: Buffer.from(rows.map(({ hash }) => hash).join(""), "hex"),
    bodies: Buffer.concat(rows.map(({ body }) => body)),
  }
}

/** Returns one segment of several that follow each other. */
export const joined = (segments: ReadonlyArray<Segment>): Segment => ({
  count: segments.reduce((sum, { count }) => sum + count, 0),
  keys: Buffer.concat(segments.map(({ keys }) => keys)),
  lengths: Buffer.from(segments.map(({ lengths }) => lengths.toString("latin1")).join(), "latin1"),
  hashes: Buffer.concat(segments.map(({ hashes }) => hashes)),
  bodies: Buffer.concat(segments.map(({ bodies }) => bodies)),
})

/** Returns the segment in a row of all its columns. Throws `DamagedColumn` when its lists do not add up. */
export const checked = (row: unknown): Segment => {
  const count = Math.min(entries(row).length, keys(row).length)
  return {
    count,
    keys: Column.bytes(row, "keys"),
    lengths: Column.bytes(row, "lengths"),
    hashes: Column.bytes(row, "hashes"),
    bodies: Column.bytes(row, "bodies"),
  }
}

/** Returns the entries in a row. Throws `DamagedColumn` when its lists do not add up. */
export const entries = (row: unknown): ReadonlyArray<Journal.Sealed> => {
  const [first, count] = [Column.integer(row, "first"), Column.integer(row, "count")]
  const hashes = Column.bytes(row, "hashes", first)
  const bodies = Column.bytes(row, "bodies", first)
  const lengths = Column.bytes(row, "lengths", first).toString("latin1").split(",").map(Number)
  if (hashes.length !== count * hashSize) throw Column.damaged(`hashes ${first}`)
  if (lengths.length !== count || lengths.reduce((sum, length) => sum + length, 0) !== bodies.length)
    throw Column.damaged(`lengths ${first}`)
  const hex = hashes.toString("hex")
  let at = 0
  return lengths.map((length, index) => {
    const body = bodies.subarray(at, at + length)
    at += length
    const digits = index * hashSize * 2
    return { position: first + index, hash: hex.slice(digits, digits + hashSize * 2), body }
  })
}

/** Returns the keys in a row. Throws `DamagedColumn` when they do not add up. */
export const keys = (row: unknown): Uint32Array => {
  const [first, count] = [Column.integer(row, "first"), Column.integer(row, "count")]
  const stored = Column.bytes(row, "keys", first)
  if (stored.length !== count * keySize) throw Column.damaged(`keys ${first}`)
  const keys = new Uint32Array(count)
  for (let index = 0; index < count; index++) keys[index] = stored.readUInt32LE(index * keySize)
  return keys
}

/** Returns the key of an id in a segment: the lower half of its {@link Key}. */
export const keyOf = (ledger: string, id: string): number => Key.of(ledger, id) >>> 0

const keySize = 4
const hashSize = 32
