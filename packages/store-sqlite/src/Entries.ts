/** The SQL on the table of entries. */
import { hash } from "node:crypto"
import { Batch, type Journal, type JournalStore, StoreProblem } from "@grootboek/core"
import type * as Result from "effect/Result"
import type * as Database from "./Database.ts"
import type { SqlValue } from "./Driver.ts"
import * as DriverProblem from "./DriverProblem.ts"
import * as Key from "./Key.ts"
import * as Page from "./Page.ts"

type StoreError = JournalStore.StoreError

/** Inserts consecutive sealed rows. */
export const insert = (database: Database.Database, ledger: string, rows: ReadonlyArray<Batch.Row>): void => {
  for (const some of Page.of(rows)) database.insert.run(Page.values(ledger, some))
}

/** Returns the head of a ledger. */
export const head = (database: Database.Database, ledger: string): Result.Result<Journal.Head, StoreError> =>
  Batch.headAfter(database.last.all([bytes(ledger)]).map(sealedOf)[0], ledger)

/** Returns at most `size` entries after a position. */
export const page = (
  database: Database.Database,
  ledger: string,
  { after, size }: { readonly after: number; readonly size: number },
): ReadonlyArray<Journal.Sealed> => {
  const values = [bytes(ledger), after, size]
  return Page.read(whole(database, values)) ?? database.page.all(values).map(sealedOf)
}

// A page of very large entries may exceed the size of one row. Then it is read row by row.
const whole = (database: Database.Database, values: Array<SqlValue>): unknown => {
  try {
    return database.wholePage.all(values)[0]
  } catch (cause) {
    if (DriverProblem.codeOf(cause) !== "SQLITE_TOOBIG") throw cause
    return undefined
  }
}

/** Returns the entries with one of these ids, by position. */
export const find = (
  database: Database.Database,
  ledger: string,
  ids: ReadonlyArray<string>,
): ReadonlyArray<Batch.Row> => {
  const name = bytes(ledger)
  const found: Array<Batch.Row> = []
  for (const some of keyed(ledger, ids))
    for (const row of database.byId.all([name, some])) found.push(rowOf(row))
  return found.sort((a, b) => a.position - b.position)
}

/** Returns the positions of the entries with one of these ids. */
export const positions = (
  database: Database.Database,
  ledger: string,
  ids: ReadonlyArray<string>,
): ReadonlyArray<number> => {
  const name = bytes(ledger)
  const found: Array<number> = []
  for (const some of keyed(ledger, ids)) {
    const [row] = database.positions.all([name, some])
    const listed: unknown =
      isRecord(row) && typeof row.positions === "string" ? JSON.parse(row.positions) : []
    for (const position of Array.isArray(listed) ? listed : [])
      if (typeof position === "number") found.push(position)
  }
  return found
}

/** Returns ids with their keys as JSON. Five hundred are bound as one text: a statement per id takes three times as long. */
function* keyed(ledger: string, ids: ReadonlyArray<string>): Generator<string> {
  const wanted = [...new Set(ids)]
  for (let from = 0; from < wanted.length; from += 500)
    yield JSON.stringify(wanted.slice(from, from + 500).map((id) => [id, Key.of(ledger, id)]))
}

/** Returns the SHA-256 of bytes as hexadecimal digits. */
export const sha256: Journal.Sha256 = (content) => hash("sha256", content, "hex")

/** Returns a text as the columns store it. */
export const bytes = (text: string): Buffer => Buffer.from(text, "utf8")

/** Returns the entry in a row. Throws for a column of the wrong type, which only a damaged file has. */
export const sealedOf = (row: unknown): Journal.Sealed => {
  if (!isRecord(row) || typeof row.position !== "number") throw damaged("position")
  const { position } = row
  const bytesIn = (column: "hash" | "body") => blob(row[column], `${column} ${position}`)
  return { position, hash: bytesIn("hash").toString("hex"), body: bytesIn("body") }
}

const rowOf = (row: unknown): Batch.Row => {
  const sealed = sealedOf(row)
  const id = blob(isRecord(row) && row.id, `id ${sealed.position}`)
  return { ...sealed, id: id.toString("utf8") }
}

/** Returns the name of the ledger in a row. */
export const nameOf = (row: unknown): string => blob(isRecord(row) && row.ledger, "ledger").toString("utf8")

const isRecord = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === "object" && row !== null

// Drivers return a BLOB as a Uint8Array or as an ArrayBuffer.
const blob = (value: unknown, column: string): Buffer => {
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  throw damaged(column)
}

const damaged = (column: string): StoreProblem.StoreProblemError =>
  new StoreProblem.StoreProblemError("DamagedColumn", "ledger", column)
