/** A SQLite file that holds journals: how it is opened, what is in it, and how it is closed. */
import { existsSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { type Access, type Connect, type Driver, libsql } from "./Driver.ts"
import * as Fault from "./Fault.ts"
import * as Tables from "./Tables.ts"

/** How to open a file. */
export interface Opening {
  readonly path: string
  readonly access: Access
  readonly busyTimeoutMs: number
  /** libsql, unless a test lets another driver fail. */
  readonly connect?: Connect
}

/** An open file, with the statements that every operation uses. */
export interface Database extends Tables.Statements {
  readonly path: string
  readonly driver: Driver
}

/** "Grtb", so that tools can tell a ledger from another SQLite file. */
export const applicationId = 0x47727462

/** Opens a file, and makes its tables when it is new. Throws what the driver throws, or an error that says what to do. */
export const open = ({ path, access, busyTimeoutMs, connect = libsql }: Opening): Database => {
  const file = resolve(path)
  refuse(file, access)
  const driver = connect(file, { access, busyTimeoutMs })
  try {
    if (access === "readonly") driver.exec("PRAGMA query_only = ON")
    const version = settle(driver, { path, access })
    return { path, driver, ...Tables.statements(driver, version) }
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

/** Makes the tables when there are none, and answers the version of those that are there. */
const settle = (driver: Driver, { path, access }: Pick<Opening, "path" | "access">): number => {
  // Outside a transaction, because SQLite ignores a change of journal mode inside one.
  const [application, version, tables] = identity(driver)
  if (application === 0 && tables === 0 && access === "create") {
    log(driver)
    return create(driver)
  }
  if (application !== applicationId)
    throw new Fault.Advice(
      application === 0 && tables === 0
        ? `${path} is empty, it is no ledger yet: make one first`
        : `${path} is a SQLite database of another program: name another file`,
    )
  if (version > Tables.version)
    throw new Fault.Advice(
      `${path} was written by a later Grootboek (tables of version ${version}, this one knows ${Tables.version}): upgrade Grootboek`,
    )
  if (access !== "readonly") log(driver)
  return version
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
  // 32 MB of pages, the index of a million keys among them: what does not fit is written and read again and again.
  driver.exec("PRAGMA cache_size = -32000")
}

const identity = (driver: Driver): readonly [application: number, version: number, tables: number] => [
  first(driver.prepare("SELECT application_id AS n FROM pragma_application_id").all([])),
  first(driver.prepare("SELECT user_version AS n FROM pragma_user_version").all([])),
  first(driver.prepare("SELECT count(*) AS n FROM sqlite_master").all([])),
]

const create = (driver: Driver): number => {
  driver.exec("BEGIN IMMEDIATE")
  try {
    // Two programs may have found the file empty at once; the second finds the first's tables here.
    const [application, version] = identity(driver)
    if (application === 0) driver.exec(`${Tables.create} PRAGMA application_id = ${applicationId};`)
    driver.exec("COMMIT")
    return application === 0 ? Tables.version : version
  } catch (cause) {
    driver.exec("ROLLBACK")
    throw cause
  }
}

const first = ([row]: ReadonlyArray<unknown>): number =>
  typeof row === "object" && row !== null && "n" in row && typeof row.n === "number" ? row.n : 0
