/** A SQLite file of journals: opened, checked, and closed. */
import { StoreProblem } from "@grootboek/core"
import { type Access, type Connect, type Driver, libsql } from "./Driver.ts"
import * as DriverProblem from "./DriverProblem.ts"
import type { EntryTable } from "./EntryTable.ts"
import * as LedgerFile from "./LedgerFile.ts"
import * as PrivateCopy from "./PrivateCopy.ts"
import * as RowTable from "./RowTable.ts"
import * as Segments from "./Segments.ts"
import * as SegmentTable from "./SegmentTable.ts"

/** How to open a file. */
export interface Opening {
  readonly path: string
  readonly access: Access
  readonly busyTimeoutMs: number
  /** libsql, unless a test uses a driver that fails. */
  readonly connect?: Connect
}

/** An open file with its entries. */
export interface Database {
  readonly path: string
  readonly driver: Driver
  readonly entries: EntryTable
}

/** "Grtb": the number by which tools recognise a ledger among SQLite files. */
export const applicationId = 0x47727462

/** The version of the tables that are created today. Files of a later version are refused. */
export const tablesVersion = 3

/** Opens a file and creates the tables of a new one. Throws errors of the driver and `StoreProblemError`. */
export const open = (opening: Opening): Database => {
  const file = LedgerFile.realPath(opening.path)
  LedgerFile.check(file, opening.access)
  try {
    return connect(file, opening)
  } catch (cause) {
    // A reader that may not create the files by which SQLite coordinates readers and writers, while no writer has.
    if (opening.access !== "readonly" || !unshared.has(DriverProblem.of(cause, file).problem.code))
      throw cause
    return openCopy(file, opening)
  }
}

const unshared: ReadonlySet<string> = new Set(["CannotOpen", "ReadOnly"])

/** Opens a private copy, which is removed at once: the driver keeps it open. */
const openCopy = (file: string, opening: Opening): Database => {
  const copy = PrivateCopy.make(file)
  try {
    const database = connect(copy.file, { ...opening, access: "existing" })
    // Moves the log into the copy, so that one open file is left.
    database.driver.exec("PRAGMA journal_mode = MEMORY")
    database.driver.exec("PRAGMA query_only = ON")
    return database
  } finally {
    PrivateCopy.remove(copy)
  }
}

const connect = (
  file: string,
  { path, access, busyTimeoutMs, connect: driverOf = libsql }: Opening,
): Database => {
  const driver = connected(path, () => driverOf(file, { access, busyTimeoutMs }))
  try {
    const version = prepare(driver, { path, access })
    if (access === "readonly") driver.exec("PRAGMA query_only = ON")
    // Before version 3, 32 MB of pages hold the index of a million keys. Segments are written and read in order: more than
    // the 2 MB of SQLite would only touch memory that was not used before, which costs more than writing a page.
    else if (version < 3) driver.exec("PRAGMA cache_size = -32000")
    const entries = version < 3 ? RowTable.make(driver, version) : SegmentTable.make(driver)
    return { path, driver, entries }
  } catch (cause) {
    driver.close()
    throw cause
  }
}

/** Closes a file. Moves the write-ahead log into the file first, so that a copy of that one file is complete. */
export const close = ({ driver }: Database, access: Access): void => {
  try {
    if (access !== "readonly") driver.exec("PRAGMA wal_checkpoint(TRUNCATE)")
  } finally {
    driver.close()
  }
}

// The driver gives no code when a file cannot be opened.
const connected = (file: string, connect: () => Driver): Driver => {
  try {
    return connect()
  } catch (cause) {
    if (DriverProblem.codeOf(cause).startsWith("SQLITE_")) throw cause
    throw new StoreProblem.StoreProblemError("CannotOpen", file)
  }
}

/** Creates the tables when there are none, and returns the version of those in the file. */
const prepare = (driver: Driver, { path, access }: Pick<Opening, "path" | "access">): number => {
  // Outside a transaction, because SQLite ignores a change of journal mode inside one.
  const [application, version, tables] = identity(driver)
  if (application === 0 && tables === 0 && access === "create") {
    log(driver)
    return create(driver)
  }
  if (application !== applicationId)
    throw new StoreProblem.StoreProblemError(
      application === 0 && tables === 0 ? "EmptyFile" : "NotALedger",
      path,
    )
  if (version > tablesVersion)
    throw new StoreProblem.StoreProblemError("NewerVersion", path, `${version} > ${tablesVersion}`)
  if (!hasTables(driver, version < 3 ? ["entries"] : ["ledgers", "segments"]))
    throw new StoreProblem.StoreProblemError("Corrupt", path)
  if (access !== "readonly") log(driver)
  return version
}

// A view in the place of a table could be read without end.
const hasTables = (driver: Driver, names: ReadonlyArray<string>): boolean => {
  const found = driver
    .prepare(
      "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE %' AND name IN (?, ?)",
    )
    .all([names[0] ?? "", names[1] ?? ""])
  return first(found) === names.length
}

/**
 * Sets a write-ahead log that is synchronised at every commit. SQLite moves it into the file after 10,000 pages (40 MB)
 * instead of 1,000: moving it synchronises the file as well, which makes no entry safer.
 */
const log = (driver: Driver): void => {
  // The file keeps its journal mode, but not the other settings.
  driver.exec("PRAGMA journal_mode = WAL")
  driver.exec("PRAGMA synchronous = FULL")
  driver.exec("PRAGMA wal_autocheckpoint = 10000")
}

const identity = (driver: Driver): readonly [application: number, version: number, tables: number] => [
  first(driver.prepare("SELECT application_id AS n FROM pragma_application_id").all([])),
  first(driver.prepare("SELECT user_version AS n FROM pragma_user_version").all([])),
  first(driver.prepare("SELECT count(*) AS n FROM sqlite_master").all([])),
]

const create = (driver: Driver): number => {
  driver.exec("BEGIN IMMEDIATE")
  try {
    // Another program may have created the tables since this one found the file empty.
    const [application, version] = identity(driver)
    if (application === 0) {
      const numbers = `PRAGMA user_version = ${tablesVersion}`
      driver.exec(`${Segments.create} ${numbers}; PRAGMA application_id = ${applicationId};`)
    }
    driver.exec("COMMIT")
    return application === 0 ? tablesVersion : version
  } catch (cause) {
    driver.exec("ROLLBACK")
    throw cause
  }
}

const first = ([row]: ReadonlyArray<unknown>): number =>
  typeof row === "object" && row !== null && "n" in row && typeof row.n === "number" ? row.n : 0
