/**
 * A page of entries in one row: bodies concatenated, hashes concatenated, lengths as a list.
 *
 * In the driver, one row per entry costs more than its bytes. A page whose lengths do not add up is read again row by
 * row, which finds the damaged column; every other entry is still checked against its hash.
 */
import type { Batch, Journal } from "@grootboek/core"
import type { SqlValue } from "./Driver.ts"
import * as Key from "./Key.ts"

/** The page after a position. Binds the ledger, the position and the largest number of entries. */
export const query = `
  SELECT
    CAST(group_concat(body, '') AS BLOB) AS bodies,
    CAST(group_concat(hash, '') AS BLOB) AS hashes,
    CAST(group_concat(length(body)) AS BLOB) AS lengths,
    min(position) AS first,
    max(position) AS last,
    count(*) AS count,
    total(typeof(hash) <> 'blob' OR typeof(body) <> 'blob') AS texts
  FROM (SELECT position, hash, body FROM entries WHERE ledger = ? AND position > ? ORDER BY position LIMIT ?)
`

/** Returns the consecutive entries of a page, or undefined when the row does not add up. */
export const read = (row: unknown): ReadonlyArray<Journal.Sealed> | undefined => {
  if (typeof row !== "object" || row === null) return undefined
  const [first, last, count] = [numberOf(row, "first"), numberOf(row, "last"), numberOf(row, "count")]
  if (count === 0) return []
  const [bodies, hashes] = [bytesOf(row, "bodies"), bytesOf(row, "hashes")]
  const lengths = bytesOf(row, "lengths").toString("latin1").split(",").map(Number)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const isWhole =
    // A flipped bit makes a text of a blob: its bytes are the same here, and cannot be read elsewhere.
    numberOf(row, "texts") === 0 &&
    last - first + 1 === count &&
    lengths.length === count &&
    bodies.length === total &&
    hashes.length === count * 32
  if (!isWhole) return undefined
  const hex = hashes.toString("hex")
  let at = 0
  return lengths.map((length, index) => {
    const body = bodies.subarray(at, at + length)
    at += length
    return { position: first + index, hash: hex.slice(index * 64, index * 64 + 64), body }
  })
}

/** Inserts a page. Binds the ledger, the first position, `[id, key, start, length]` of each entry, hashes and bodies. */
export const insertionWithKeys = `
  INSERT INTO entries (ledger, position, key, id, hash, body)
  SELECT ?1, ?2 + page.key, value ->> 1, CAST(value ->> 0 AS BLOB), substr(?4, 1 + 32 * page.key, 32),
    substr(?5, value ->> 2, value ->> 3)
  FROM json_each(?3) AS page
`

/** The same for tables without keys. */
export const insertion = insertionWithKeys.replace(" key,", "").replace(" value ->> 1,", "")

/** Returns the values that an insertion of consecutive entries binds. */
export const values = (ledger: string, rows: ReadonlyArray<Batch.Row>): Array<SqlValue> => {
  let start = 1
  const list = rows.map(({ id, body }) => {
    const row = [id, Key.of(ledger, id), start, body.length]
    start += body.length
    return row
  })
  const hashes = Buffer.from(rows.map(({ hash }) => hash).join(""), "hex")
  const bodies = Buffer.concat(rows.map(({ body }) => body))
  return [Buffer.from(ledger, "utf8"), rows[0]?.position ?? 1, JSON.stringify(list), hashes, bodies]
}

/** The largest number of rows of a page. */
export const mostRows = 1_000

/** Splits rows into pages of a thousand, or fewer when their bodies are long: a page is copied more than once. */
export const of = (rows: ReadonlyArray<Batch.Row>): ReadonlyArray<ReadonlyArray<Batch.Row>> => {
  const pages: Array<Array<Batch.Row>> = []
  let page: Array<Batch.Row> = []
  let bytes = 0
  for (const row of rows) {
    if (page.length === 0 || page.length === mostRows || bytes > 1 << 22) {
      page = []
      pages.push(page)
      bytes = 0
    }
    page.push(row)
    bytes += row.body.length
  }
  return pages
}

const bytesOf = (row: object, column: string): Buffer => {
  const value: unknown = Reflect.get(row, column)
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  return value instanceof Buffer ? value : Buffer.alloc(0)
}

const numberOf = (row: object, column: string): number => {
  const value: unknown = Reflect.get(row, column)
  return typeof value === "number" ? value : Number.NaN
}
