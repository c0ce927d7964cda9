/** The SQL on the table of entries. */
import { hash } from "node:crypto"
import { Batch, type Journal, type JournalStore, StoreProblem } from "@grootboek/core"
import type * as Result from "effect/Result"
import type pg from "pg"
import { current, readable } from "./Migration.ts"

/** Returns the SHA-256 of bytes as hexadecimal digits. */
export const sha256: Journal.Sha256 = (bytes) => hash("sha256", bytes, "hex")

/** Returns the version of the tables of a database. Throws when this adapter cannot read it. */
export const versionOf = async (client: pg.PoolClient): Promise<number> => {
  const { rows } = await client.query<{ version: number | null }>(
    "SELECT max(version) AS version FROM grootboek.migrations",
  )
  const version = rows[0]?.version ?? 0
  if (version > current)
    throw new StoreProblem.StoreProblemError("NewerVersion", "PostgreSQL", `${version} > ${current}`)
  if (version < readable) throw migrationNeeded(version)
  return version
}

/** Throws when the tables of a database are of an earlier version, which this adapter does not write. */
export const requireCurrent = async (client: pg.PoolClient): Promise<void> => {
  const version = await versionOf(client)
  if (version < current) throw migrationNeeded(version)
}

const migrationNeeded = (version: number): StoreProblem.StoreProblemError =>
  new StoreProblem.StoreProblemError("MigrationNeeded", "PostgreSQL", `${version} < ${current}`)

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

export const headIn = (
  ledger: string,
  rows: ReadonlyArray<StoredRow>,
): Result.Result<Journal.Head, JournalStore.StoreError> => Batch.headAfter(rows.map(rowOf)[0], ledger)

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

/** Queries the positions of the entries with one of these ids, in order, without their bodies. */
export const positions = async (
  client: pg.PoolClient,
  ledger: string,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyArray<number>> => {
  if (ids.length === 0) return []
  const { rows } = await client.query<Pick<StoredRow, "position">>(
    "SELECT position FROM grootboek.entries WHERE ledger = $1 AND id = ANY ($2::text[]) ORDER BY position",
    [ledger, [...new Set(ids)]],
  )
  return rows.map(({ position }) => Number(position))
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

export const fetchPage = async (
  client: pg.PoolClient,
  size: number,
): Promise<ReadonlyArray<Journal.Sealed>> => {
  const { rows } = await client.query<StoredRow>(`FETCH ${Math.trunc(size)} FROM entries`)
  return rows.map(rowOf)
}

/** Rows to append, and whether they restore a journal, whose times may be ahead of the clock when the owner restores it. */
export interface Insertion {
  readonly rows: ReadonlyArray<Batch.Row>
  readonly restores: boolean
}

/** Appends rows through the function of the database that checks the caller and every entry. */
export const insert = async (
  client: pg.PoolClient,
  ledger: string,
  { rows, restores }: Insertion,
): Promise<void> => {
  for (const page of pagesOf(rows))
    await client.query("SELECT grootboek.append($1, $2, $3, $4, $5, $6)", [
      ledger,
      page.map(({ id }) => id),
      page.map(({ body }) => body.length),
      Buffer.from(page.map((row) => row.hash).join(""), "hex"),
      Buffer.concat(page.map(({ body }) => body)),
      restores,
    ])
}

// Hashes and bodies are two values: an array of binary values is written as text, which is twice as long.
function* pagesOf(rows: ReadonlyArray<Batch.Row>): Generator<ReadonlyArray<Batch.Row>> {
  let page: Array<Batch.Row> = []
  let bytes = 0
  for (const row of rows) {
    page.push(row)
    bytes += row.body.length
    if (page.length < 5_000 && bytes < 1 << 23) continue
    yield page
    page = []
    bytes = 0
  }
  if (page.length > 0) yield page
}

/** Returns the notification channel of a ledger: a secret that only members learn. */
export const channelOf = async (client: pg.PoolClient, ledger: string): Promise<string | undefined> => {
  const { rows } = await client.query<{ channel: string | null }>(
    "SELECT grootboek.channel_of($1) AS channel",
    [ledger],
  )
  return rows[0]?.channel ?? undefined
}

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
