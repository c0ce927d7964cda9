/** The SQL on the table of entries. */
import { createHash, hash } from "node:crypto"
import { Batch, type Journal, type JournalStore, StoreProblem } from "@grootboek/core"
import type * as Result from "effect/Result"
import type pg from "pg"
import { copy } from "./CopyIn.ts"
import { current } from "./Migration.ts"

/** Returns the SHA-256 of bytes as hexadecimal digits. */
export const sha256: Journal.Sha256 = (bytes) => hash("sha256", bytes, "hex")

/** Throws when the tables of a database have another version than this adapter. */
export const checkVersion = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ version: number | null }>(
    "SELECT max(version) AS version FROM grootboek.migrations",
  )
  const version = rows[0]?.version ?? 0
  const detail = `${version}, ${current}`
  if (version > current) throw new StoreProblem.StoreProblemError("NewerVersion", "PostgreSQL", detail)
  if (version < current) throw new StoreProblem.StoreProblemError("MigrationNeeded", "PostgreSQL", detail)
}

/** Whether a role is admitted to a ledger. */
export interface Admission {
  readonly admits: boolean
  readonly role: string
}

/** Returns the query for the admission of the current role; `ledger` is SQL. */
export const admission = (ledger: string): string =>
  `SELECT grootboek.admits(${ledger}) AS admits, session_user AS role`

/** Throws for a role that is not admitted: row-level security would show it an empty ledger. */
export const checkAdmission = (ledger: string, answer: Admission | undefined): void => {
  if (answer?.admits !== true)
    throw new StoreProblem.StoreProblemError("NotAdmitted", ledger, answer?.role ?? "?")
}

/** Queries the admission of the current role and throws when it is not admitted. */
export const requireAdmission = async (client: pg.PoolClient, ledger: string): Promise<void> => {
  const { rows } = await client.query<Admission>(admission("$1"), [ledger])
  checkAdmission(ledger, rows[0])
}

/** Returns the query for the last entry; `ledger` is SQL. */
export const last = (ledger: string): string =>
  `SELECT position, id, hash, body FROM grootboek.entries WHERE ledger = ${ledger} ORDER BY position DESC LIMIT 1`

/** Returns the head of a ledger from the row of its last entry. */
export const headIn = (
  ledger: string,
  rows: ReadonlyArray<StoredRow>,
): Result.Result<Journal.Head, JournalStore.StoreError> => Batch.headAfter(rows.map(rowOf)[0], ledger)

/** Queries the head of a ledger. */
export const headOf = async (
  client: pg.PoolClient,
  ledger: string,
): Promise<Result.Result<Journal.Head, JournalStore.StoreError>> => {
  const { rows } = await client.query<StoredRow>(last("$1"), [ledger])
  return headIn(ledger, rows)
}

/** Queries the entries with one of these ids, by position. */
export const find = async (
  client: pg.PoolClient,
  ledger: string,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyArray<Batch.Row>> => {
  if (ids.length === 0) return []
  const { rows } = await client.query<StoredRow>(
    "SELECT position, id, hash, body FROM grootboek.entries WHERE ledger = $1 AND id = ANY ($2::text[]) ORDER BY position",
    [ledger, [...new Set(ids)]],
  )
  return rows.map(rowOf)
}

/** Queries the names of the ledgers that the role may see, one index step for each. */
export const ledgers = async (client: pg.PoolClient): Promise<ReadonlyArray<string>> => {
  const { rows } = await client.query<{ ledger: string }>(`
    WITH RECURSIVE names AS (
      (SELECT ledger FROM grootboek.entries ORDER BY ledger LIMIT 1)
      UNION ALL
      SELECT (SELECT ledger FROM grootboek.entries WHERE ledger > names.ledger ORDER BY ledger LIMIT 1)
      FROM names WHERE names.ledger IS NOT NULL
    )
    SELECT ledger FROM names WHERE ledger IS NOT NULL`)
  return rows.map(({ ledger }) => ledger).sort()
}

/** Opens a cursor on the entries after a position, on one snapshot for the whole read. */
export const declare = async (client: pg.PoolClient, ledger: string, after: number): Promise<void> => {
  await client.query("BEGIN READ ONLY")
  await requireAdmission(client, ledger)
  await client.query(
    `DECLARE entries NO SCROLL CURSOR FOR SELECT position, id, hash, body FROM grootboek.entries
     WHERE ledger = $1 AND position > $2 ORDER BY position`,
    [ledger, after],
  )
}

/** Fetches the next page of the cursor. */
export const fetchPage = async (
  client: pg.PoolClient,
  size: number,
): Promise<ReadonlyArray<Journal.Sealed>> => {
  const { rows } = await client.query<StoredRow>(`FETCH ${Math.trunc(size)} FROM entries`)
  return rows.map(rowOf)
}

/** Inserts rows: a few in one statement, many by COPY through a temporary table, because COPY cannot write to a table with row-level security. */
export const insert = async (
  client: pg.PoolClient,
  ledger: string,
  rows: ReadonlyArray<Batch.Row>,
): Promise<void> => {
  if (rows.length < 200) {
    await client.query(
      `INSERT INTO grootboek.entries (ledger, position, id, hash, body)
       SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::bytea[], $5::bytea[])`,
      [
        ledger,
        rows.map(({ position }) => position),
        rows.map(({ id }) => id),
        rows.map((row) => Buffer.from(row.hash, "hex")),
        rows.map(({ body }) => Buffer.from(body)),
      ],
    )
    return
  }
  await client.query(
    "CREATE TEMPORARY TABLE IF NOT EXISTS grootboek_batch (position bigint, id text, hash bytea, body bytea) ON COMMIT DELETE ROWS",
  )
  await copy(client, "pg_temp.grootboek_batch", rows)
  await client.query(
    `INSERT INTO grootboek.entries (ledger, position, id, hash, body)
     SELECT $1, position, id, hash, body FROM pg_temp.grootboek_batch`,
    [ledger],
  )
}

/** Returns the notification channel of a ledger. It reveals neither the name nor the length of the ledger. */
export const channelOf = (ledger: string): string =>
  `grootboek_${createHash("sha256").update(ledger).digest("hex").slice(0, 40)}`

/** A row as the driver returns it. */
export interface StoredRow {
  readonly position: string
  readonly id: string
  readonly hash: Buffer
  readonly body: Buffer
}

const rowOf = ({ position, id, hash: digest, body }: StoredRow): Batch.Row => ({
  position: Number(position),
  id,
  hash: digest.toString("hex"),
  body,
})
