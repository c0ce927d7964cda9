/** The SQL on the table of entries, and nothing else. */
import { createHash, hash } from "node:crypto"
import { Batch, type Journal, type JournalStore } from "@grootboek/core"
import type * as Result from "effect/Result"
import type pg from "pg"
import { copy } from "./CopyIn.ts"
import { Advice } from "./Fault.ts"
import { current } from "./Migration.ts"

/** SHA-256 of bytes, as hexadecimal digits. */
export const sha256: Journal.Sha256 = (bytes) => hash("sha256", bytes, "hex")

/** Refuses a database whose tables are not those that this adapter knows. */
export const seeVersion = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ version: number | null }>(
    "SELECT max(version) AS version FROM grootboek.migrations",
  )
  const version = rows[0]?.version ?? 0
  if (version > current)
    throw new Advice(
      `the database was migrated by a later Grootboek (version ${version}, this one knows ${current}): upgrade Grootboek`,
    )
  if (version < current)
    throw new Advice(
      `the database is of version ${version}, this Grootboek needs ${current}: let its owner migrate it`,
    )
}

/** Whether a role may see a ledger. */
export interface Admission {
  readonly admits: boolean
  readonly role: string
}

/** The question whether this role is admitted; `ledger` is SQL. */
export const admission = (ledger: string): string =>
  `SELECT grootboek.admits(${ledger}) AS admits, session_user AS role`

/** Refuses a ledger that row-level security would hide: it would look empty, and an empty answer is a wrong one. */
export const seeAdmission = (ledger: string, answer: Admission | undefined): void => {
  if (answer?.admits !== true)
    throw new Advice(
      `the role ${answer?.role} is not admitted to ledger ${ledger}: ask the owner of the database`,
    )
}

/** Asks and refuses. */
export const admitted = async (client: pg.PoolClient, ledger: string): Promise<void> => {
  const { rows } = await client.query<Admission>(admission("$1"), [ledger])
  seeAdmission(ledger, rows[0])
}

/** The question for the last entry; `ledger` is SQL. */
export const last = (ledger: string): string =>
  `SELECT position, id, hash, body FROM grootboek.entries WHERE ledger = ${ledger} ORDER BY position DESC LIMIT 1`

/** The head that the last entry makes. */
export const headIn = (
  ledger: string,
  rows: ReadonlyArray<Stored>,
): Result.Result<Journal.Head, JournalStore.StoreError> => Batch.headAfter(rows.map(rowOf)[0], ledger)

/** The head of a ledger. */
export const headOf = async (
  client: pg.PoolClient,
  ledger: string,
): Promise<Result.Result<Journal.Head, JournalStore.StoreError>> => {
  const { rows } = await client.query<Stored>(last("$1"), [ledger])
  return headIn(ledger, rows)
}

/** The entries that carry one of these ids, by position. */
export const find = async (
  client: pg.PoolClient,
  ledger: string,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyArray<Batch.Row>> => {
  if (ids.length === 0) return []
  const { rows } = await client.query<Stored>(
    "SELECT position, id, hash, body FROM grootboek.entries WHERE ledger = $1 AND id = ANY ($2::text[]) ORDER BY position",
    [ledger, [...new Set(ids)]],
  )
  return rows.map(rowOf)
}

/** The names of the ledgers that may be seen, each found by one step in the index. */
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

/** Opens a cursor on the entries after a position: one snapshot, however long the reading takes. */
export const declare = async (client: pg.PoolClient, ledger: string, after: number): Promise<void> => {
  await client.query("BEGIN READ ONLY")
  await admitted(client, ledger)
  await client.query(
    `DECLARE entries NO SCROLL CURSOR FOR SELECT position, id, hash, body FROM grootboek.entries
     WHERE ledger = $1 AND position > $2 ORDER BY position`,
    [ledger, after],
  )
}

/** The next page of the cursor. */
export const fetchPage = async (
  client: pg.PoolClient,
  size: number,
): Promise<ReadonlyArray<Journal.Sealed>> => {
  const { rows } = await client.query<Stored>(`FETCH ${Math.trunc(size)} FROM entries`)
  return rows.map(rowOf)
}

/** Writes rows: a few in one statement, many by COPY into a table of the session, which row-level security allows. */
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

/** The channel on which a ledger's growth is told: it gives away neither the name nor the length. */
export const channelOf = (ledger: string): string =>
  `grootboek_${createHash("sha256").update(ledger).digest("hex").slice(0, 40)}`

/** A row as the driver gives it. */
export interface Stored {
  readonly position: string
  readonly id: string
  readonly hash: Buffer
  readonly body: Buffer
}

const rowOf = ({ position, id, hash: digest, body }: Stored): Batch.Row => ({
  position: Number(position),
  id,
  hash: digest.toString("hex"),
  body,
})
