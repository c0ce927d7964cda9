/**
 * The tables of a ledger and the statements on them, in every version that was ever made. A file keeps the tables that
 * it was made with: nothing is moved, and an old file is read and written as it always was.
 */
import type { Driver, Statement } from "./Driver.ts"
import * as Page from "./Page.ts"

/** The statements that every operation uses. */
export interface Statements {
  readonly last: Statement
  readonly page: Statement
  readonly wholePage: Statement
  readonly byId: Statement
  readonly names: Statement
  readonly insert: Statement
}

/** The version of the tables that are made today; a file of a later version is refused, not guessed at. */
export const version = 2

/**
 * Today's tables. Every stored byte is a BLOB: this driver aborts the process on a TEXT that is not UTF-8, and a damaged
 * file may hold one. The first version had no keys, and a unique index on ledger and id instead of a trigger.
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

/** The statements on the tables of a version. */
export const statements = (driver: Driver, made: number): Statements => ({
  last: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? ORDER BY entries.position DESC LIMIT 1`,
  ),
  page: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? AND entries.position > ? ORDER BY entries.position LIMIT ?`,
  ),
  wholePage: driver.prepare(Page.query),
  byId: driver.prepare(made < 2 ? byId : byKey),
  names: driver.prepare(
    `SELECT ${only("blob", "ledger")} FROM (SELECT DISTINCT ledger FROM entries ORDER BY ledger) AS entries`,
  ),
  insert: driver.prepare(made < 2 ? Page.insertion : Page.insertionWithKeys),
})

// In a damaged file a column may be of any type, whatever the table says, and a TEXT of bytes that are not UTF-8 ends
// the process: what is not of its type is passed on as nothing, and told as damage.
const only = (type: "blob" | "integer", column: string): string =>
  `CASE typeof(entries.${column}) WHEN '${type}' THEN entries.${column} END AS ${column}`

const sealed = `${only("integer", "position")}, ${only("blob", "hash")}, ${only("blob", "body")}`

// Both take the ledger and a list of `[id, key]`. The index is named, because without statistics SQLite may walk the
// whole ledger to spare itself a sort.
const byId = `
  SELECT ${sealed}, ${only("blob", "id")} FROM entries INDEXED BY entries_by_id
  WHERE ledger = ? AND entries.id IN (SELECT CAST(value ->> 0 AS BLOB) FROM json_each(?))
`
const byKey = `
  SELECT ${sealed}, ${only("blob", "id")}
  FROM json_each(?2) AS wanted CROSS JOIN entries INDEXED BY entries_by_key
  WHERE entries.key = wanted.value ->> 1
    AND entries.ledger = ?1 AND entries.id = CAST(wanted.value ->> 0 AS BLOB)
`
