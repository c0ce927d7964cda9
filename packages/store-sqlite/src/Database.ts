/** A SQLite file that holds journals: how it is opened, what is in it, and how it is closed. */
import { existsSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { type Access, type Connect, type Driver, libsql, type Statement } from "./Driver.ts"
import * as Fault from "./Fault.ts"
import * as Page from "./Page.ts"

/** How to open a file. */
export interface Opening {
  readonly path: string
  readonly access: Access
  readonly busyTimeoutMs: number
  /** libsql, unless a test lets another driver fail. */
  readonly connect?: Connect
}

/** An open file, with the statements that every operation uses. */
export interface Database {
  readonly path: string
  readonly driver: Driver
  readonly last: Statement
  readonly page: Statement
  readonly wholePage: Statement
  readonly byId: Statement
  readonly names: Statement
  readonly insert: Statement
}

/** "Grtb", so that tools can tell a ledger from another SQLite file. */
export const applicationId = 0x47727462

/** The version of the tables; a file of a later version is refused, not guessed at. */
export const schemaVersion = 1

/** Opens a file, and makes its tables when it is new. Throws what the driver throws, or an error that says what to do. */
export const open = ({ path, access, busyTimeoutMs, connect = libsql }: Opening): Database => {
  const file = resolve(path)
  refuse(file, access)
  const driver = connect(file, { access, busyTimeoutMs })
  try {
    if (access === "readonly") driver.exec("PRAGMA query_only = ON")
    settle(driver, { path, access })
    return { path, driver, ...statements(driver) }
  } catch (cause) {
    driver.close()
    throw cause
  }
}

/** Closes a file; what the write-ahead log holds moves into the file first, so that copying the one file is enough. */
export const close = ({ driver }: Database, access: Access): void => {
  try {
    if (access !== "readonly") driver.exec("PRAGMA wal_checkpoint(TRUNCATE)")
  } finally {
    driver.close()
  }
}

const refuse = (file: string, access: Access): void => {
  if (!existsSync(file)) {
    if (access !== "create")
      throw new Fault.Advice(`there is no ledger at ${file}: make one first, or see to the name`)
    return
  }
  if (statSync(file).isDirectory())
    throw new Fault.Advice(`${file} is a folder: name a file in it, such as ${file}/ledger.db`)
}

const settle = (driver: Driver, { path, access }: Pick<Opening, "path" | "access">): void => {
  // Outside a transaction, because SQLite ignores a change of journal mode inside one.
  const [application, version, tables] = identity(driver)
  if (application === 0 && tables === 0 && access === "create") {
    log(driver)
    create(driver)
    return
  }
  if (application !== applicationId)
    throw new Fault.Advice(
      application === 0 && tables === 0
        ? `${path} is empty, it is no ledger yet: make one first`
        : `${path} is a SQLite database of another program: name another file`,
    )
  if (version > schemaVersion)
    throw new Fault.Advice(
      `${path} was written by a later Grootboek (tables of version ${version}, this one knows ${schemaVersion}): upgrade Grootboek`,
    )
  if (access !== "readonly") log(driver)
}

/**
 * A write-ahead log that is synchronised at every commit. It moves into the file once it holds 10,000 pages (40 MB)
 * rather than SQLite's 1,000: moving synchronises the file as well, and no entry is safer for it.
 */
const log = (driver: Driver): void => {
  // The journal mode stays with the file, the others do not.
  driver.exec("PRAGMA journal_mode = WAL")
  driver.exec("PRAGMA synchronous = FULL")
  driver.exec("PRAGMA wal_autocheckpoint = 10000")
}

const identity = (driver: Driver): readonly [application: number, version: number, tables: number] => [
  first(driver.prepare("SELECT application_id AS n FROM pragma_application_id").all([])),
  first(driver.prepare("SELECT user_version AS n FROM pragma_user_version").all([])),
  first(driver.prepare("SELECT count(*) AS n FROM sqlite_master").all([])),
]

/** Every stored byte is a BLOB: this driver aborts the process on a TEXT that is not UTF-8, and a damaged file may hold one. */
const create = (driver: Driver): void => {
  driver.exec("BEGIN IMMEDIATE")
  try {
    // Two programs may have found the file empty at once; the second finds the first's tables here.
    const [application] = identity(driver)
    if (application === 0) {
      driver.exec(`
        CREATE TABLE entries (
          ledger BLOB NOT NULL,
          position INTEGER NOT NULL CHECK (position > 0),
          id BLOB NOT NULL,
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          body BLOB NOT NULL,
          UNIQUE (ledger, position)
        ) STRICT;
        CREATE UNIQUE INDEX entries_by_id ON entries (ledger, id);
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
        CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
        PRAGMA application_id = ${applicationId};
        PRAGMA user_version = ${schemaVersion};
      `)
    }
    driver.exec("COMMIT")
  } catch (cause) {
    driver.exec("ROLLBACK")
    throw cause
  }
}

// In a damaged file a column may be of any type, whatever the table says, and a TEXT of bytes that are not UTF-8 ends
// the process: what is not of its type is passed on as nothing, and told as damage.
const only = (type: "blob" | "integer", column: string): string =>
  `CASE typeof(${column}) WHEN '${type}' THEN ${column} END AS ${column}`

const sealed = `${only("integer", "position")}, ${only("blob", "hash")}, ${only("blob", "body")}`

const statements = (driver: Driver): Omit<Database, "path" | "driver"> => ({
  last: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? ORDER BY entries.position DESC LIMIT 1`,
  ),
  page: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? AND entries.position > ? ORDER BY entries.position LIMIT ?`,
  ),
  wholePage: driver.prepare(Page.query),
  // Named, because without statistics SQLite may walk the whole ledger to spare itself a sort.
  byId: driver.prepare(
    `SELECT ${sealed}, ${only("blob", "id")} FROM entries INDEXED BY entries_by_id WHERE ledger = ? AND entries.id IN (SELECT CAST(value AS BLOB) FROM json_each(?))`,
  ),
  names: driver.prepare(
    `SELECT ${only("blob", "ledger")} FROM (SELECT DISTINCT ledger FROM entries ORDER BY ledger)`,
  ),
  insert: driver.prepare(Page.insertion),
})

const first = ([row]: ReadonlyArray<unknown>): number =>
  typeof row === "object" && row !== null && "n" in row && typeof row.n === "number" ? row.n : 0
