/**
 * The tables of a ledger, in every version, and the statements on them. A file keeps the tables that it was created with;
 * nothing is migrated.
 */
import type { Driver, PreparedStatement } from "./Driver.ts"
import * as Page from "./Page.ts"

/** The prepared statements of a connection. */
export interface Statements {
  readonly last: PreparedStatement
  readonly page: PreparedStatement
  readonly wholePage: PreparedStatement
  readonly byId: PreparedStatement
  readonly positions: PreparedStatement
  readonly names: PreparedStatement
  readonly insert: PreparedStatement
}

/** The version of the tables that are created today. Files of a later version are refused. */
export const version = 2

/**
 * Creates the tables. Every column of bytes is a BLOB: the driver aborts the process on a TEXT that is not UTF-8, which a
 * damaged file may hold. Version 1 had no keys, and a unique index on ledger and id instead of a trigger.
 */
export const create = `
  CREATE TABLE entries (
    key INTEGER NOT NULL,
    ledger BLOB NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    id BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    body BLOB NOT NULL,
    UNIQUE (ledger, position)
  ) STRICT;
  CREATE INDEX entries_by_key ON entries (key);
  CREATE TRIGGER entries_have_ids_of_their_own BEFORE INSERT ON entries
  WHEN EXISTS (
    SELECT 1 FROM entries INDEXED BY entries_by_key WHERE key = NEW.key AND ledger = NEW.ledger AND id = NEW.id
  )
  BEGIN SELECT RAISE(ABORT, 'an id is used once'); END;
  CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
  CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
  PRAGMA user_version = ${version};
`

/** Prepares the statements on the tables of a version. */
export const statements = (driver: Driver, tables: number): Statements => ({
  last: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? ORDER BY entries.position DESC LIMIT 1`,
  ),
  page: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? AND entries.position > ? ORDER BY entries.position LIMIT ?`,
  ),
  wholePage: driver.prepare(Page.query),
  byId: driver.prepare(tables < 2 ? byId : byKey),
  positions: driver.prepare(`SELECT ${positions} FROM (${tables < 2 ? positionsById : positionsByKey})`),
  names: driver.prepare(
    `SELECT ${only("blob", "ledger")} FROM (SELECT DISTINCT ledger FROM entries ORDER BY ledger) AS entries`,
  ),
  insert: driver.prepare(tables < 2 ? Page.insertion : Page.insertionWithKeys),
})

// In a damaged file a column may be of any type, whatever the table declares, and a TEXT that is not UTF-8 ends the
// process. A value of another type is read as NULL and reported as damage.
const only = (type: "blob" | "integer", column: string): string =>
  `CASE typeof(entries.${column}) WHEN '${type}' THEN entries.${column} END AS ${column}`

const sealed = `${only("integer", "position")}, ${only("blob", "hash")}, ${only("blob", "body")}`

// These bind the ledger and a list of `[id, key]`. The index is named, because SQLite without statistics may scan the
// whole ledger to avoid a sort.
const foundById = `
  FROM entries INDEXED BY entries_by_id
  WHERE ledger = ? AND entries.id IN (SELECT CAST(value ->> 0 AS BLOB) FROM json_each(?))
`
const foundByKey = `
  FROM json_each(?2) AS wanted CROSS JOIN entries INDEXED BY entries_by_key
  WHERE entries.key = wanted.value ->> 1
    AND entries.ledger = ?1 AND entries.id = CAST(wanted.value ->> 0 AS BLOB)
`
const byId = `SELECT ${sealed}, ${only("blob", "id")} ${foundById}`
const byKey = `SELECT ${sealed}, ${only("blob", "id")} ${foundByKey}`

// All positions in one row: a row for each takes most of the time of a lookup.
const positions = "json_group_array(position) FILTER (WHERE position IS NOT NULL) AS positions"
const positionsById = `SELECT ${only("integer", "position")} ${foundById}`
const positionsByKey = `SELECT ${only("integer", "position")} ${foundByKey}`
