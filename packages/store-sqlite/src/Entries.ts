/** The SQL on the table of entries, and nothing else. */
import { hash } from "node:crypto"
import { Batch, type Journal, type JournalStore } from "@grootboek/core"
import type * as Result from "effect/Result"
import type * as Database from "./Database.ts"
import type { Value } from "./Driver.ts"
import * as Fault from "./Fault.ts"
import * as Key from "./Key.ts"
import * as Page from "./Page.ts"

type StoreError = JournalStore.StoreError

/** Inserts sealed rows that follow each other. */
export const insert = (database: Database.Database, ledger: string, rows: ReadonlyArray<Batch.Row>): void => {
  for (const some of Page.of(rows)) database.insert.run(Page.values(ledger, some))
}

/** The head of a ledger. */
export const head = (database: Database.Database, ledger: string): Result.Result<Journal.Head, StoreError> =>
  Batch.headAfter(database.last.all([bytes(ledger)]).map(sealedOf)[0], ledger)

/** The entries behind a position, at most so many. */
export const page = (
  database: Database.Database,
  ledger: string,
  { after, size }: { readonly after: number; readonly size: number },
): ReadonlyArray<Journal.Sealed> => {
  const values = [bytes(ledger), after, size]
  return Page.read(whole(database, values)) ?? database.page.all(values).map(sealedOf)
}

// A page of very large entries may be more than one row can hold; every other fault is one.
const whole = (database: Database.Database, values: Array<Value>): unknown => {
  try {
    return database.wholePage.all(values)[0]
  } catch (cause) {
    if (!String(cause).includes("too big")) throw cause
    return undefined
  }
}

/** The entries that carry one of these ids, by position. */
// Ids go in as one JSON text per some hundreds: a statement per id costs three times as much.
export const find = (
  database: Database.Database,
  ledger: string,
  ids: ReadonlyArray<string>,
): ReadonlyArray<Batch.Row> => {
  const name = bytes(ledger)
  const wanted = [...new Set(ids)]
  const found: Array<Batch.Row> = []
  for (let from = 0; from < wanted.length; from += 500) {
    const some = wanted.slice(from, from + 500).map((id) => [id, Key.of(ledger, id)])
    for (const row of database.byId.all([name, JSON.stringify(some)])) found.push(rowOf(row))
  }
  return found.sort((a, b) => a.position - b.position)
}

/** SHA-256 of bytes, as hexadecimal digits. */
export const sha256: Journal.Sha256 = (content) => hash("sha256", content, "hex")

/** A text as the columns keep it. */
export const bytes = (text: string): Buffer => Buffer.from(text, "utf8")

/** An entry of a row. */
// A damaged file may hold anything in any column; what is of the wrong kind must not pass for an entry.
export const sealedOf = (row: unknown): Journal.Sealed => {
  if (!isRecord(row) || typeof row.position !== "number") throw damaged("the position of an entry")
  const { position } = row
  const bytesIn = (column: "hash" | "body") => blob(row[column], `the ${column} of entry ${position}`)
  return { position, hash: bytesIn("hash").toString("hex"), body: bytesIn("body") }
}

const rowOf = (row: unknown): Batch.Row => {
  const sealed = sealedOf(row)
  const id = blob(isRecord(row) && row.id, `the id of entry ${sealed.position}`)
  return { ...sealed, id: id.toString("utf8") }
}

/** The name of a ledger of a row. */
export const nameOf = (row: unknown): string =>
  blob(isRecord(row) && row.ledger, "the name of a ledger").toString("utf8")

const isRecord = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === "object" && row !== null

// Drivers give a BLOB as a Uint8Array or as an ArrayBuffer, depending on how they are asked.
const blob = (value: unknown, what: string): Buffer => {
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  throw damaged(what)
}

const damaged = (what: string): Fault.Advice =>
  new Fault.Advice(
    `${what} is damaged: stop writing to the file, keep a copy, and restore the last export or backup into a new one`,
  )
