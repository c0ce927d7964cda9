/** The columns of a row, checked: in a damaged file each may be of any type. */
import { StoreProblem } from "@grootboek/core"

/**
 * Returns SQL that reads a column of another type as NULL. A TEXT that is not UTF-8 ends the process, and a damaged file
 * may have one in any column.
 */
export const only = (type: "blob" | "integer", column: string): string =>
  `CASE typeof(${column}) WHEN '${type}' THEN ${column} END AS ${column.slice(column.indexOf(".") + 1)}`

/** Returns the bytes in a column of a row. Throws `DamagedColumn` for any other value. */
export const bytes = (row: unknown, column: string, place: string | number = ""): Buffer => {
  const value = of(row, column)
  // Drivers return a BLOB as a Uint8Array or as an ArrayBuffer.
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  throw damaged(`${column} ${place}`.trimEnd())
}

/** Returns the number in a column of a row. Throws `DamagedColumn` for any other value. */
export const integer = (row: unknown, column: string): number => {
  const value = of(row, column)
  if (typeof value === "number") return value
  throw damaged(column)
}

/** Returns the error of a column that only a damaged file has. */
export const damaged = (column: string): StoreProblem.StoreProblemError =>
  new StoreProblem.StoreProblemError("DamagedColumn", "ledger", column)

const of = (row: unknown, column: string): unknown =>
  typeof row === "object" && row !== null ? Reflect.get(row, column) : undefined
