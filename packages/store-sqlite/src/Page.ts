/**
 * A page of entries in one row: bodies end to end, hashes end to end, positions and lengths as lists.
 *
 * A row for every entry costs the driver more than the entry's bytes. What does not add up is read again row by row,
 * where a damaged column can be told from the others.
 */
import type { Journal } from "@grootboek/core"

/** The page behind a position of a ledger: ledger, position and largest number of entries. */
export const query = `
  SELECT
    CAST(group_concat(body, '') AS BLOB) AS bodies,
    CAST(group_concat(hash, '') AS BLOB) AS hashes,
    CAST(group_concat(length(body)) AS BLOB) AS lengths,
    CAST(group_concat(position) AS BLOB) AS positions,
    sum(typeof(body) = 'blob' AND typeof(hash) = 'blob' AND length(hash) = 32 AND typeof(position) = 'integer') AS sound
  FROM (SELECT position, hash, body FROM entries WHERE ledger = ? AND position > ? ORDER BY position LIMIT ?)
`

/** The entries of a page; nothing when the row does not add up. */
export const read = (row: unknown): ReadonlyArray<Journal.Sealed> | undefined => {
  if (typeof row !== "object" || row === null || !("sound" in row)) return undefined
  if (row.sound === null) return []
  const [bodies, hashes] = [bytesOf(row, "bodies"), bytesOf(row, "hashes")]
  const [lengths, positions] = [numbersOf(row, "lengths"), numbersOf(row, "positions")]
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const isWhole =
    row.sound === positions.length &&
    lengths.length === positions.length &&
    bodies.length === total &&
    hashes.length === positions.length * 32
  if (!isWhole) return undefined
  const hex = hashes.toString("hex")
  let at = 0
  return positions.map((position, index) => {
    const from = at
    at += lengths[index] as number
    const body = bodies.subarray(from, at)
    return { position, hash: hex.slice(index * 64, index * 64 + 64), body }
  })
}

const bytesOf = (row: object, column: string): Buffer => {
  const value: unknown = Reflect.get(row, column)
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  return value instanceof Buffer ? value : Buffer.alloc(0)
}

const numbersOf = (row: object, column: string): ReadonlyArray<number> =>
  bytesOf(row, column).toString("latin1").split(",").map(Number)
