/** What the store asks of a SQLite driver: little enough that another one can stand in when a disk has to fail. */
import { accessSync, constants, existsSync } from "node:fs"
import { dirname } from "node:path"
import { pathToFileURL } from "node:url"
import Libsql from "libsql"

/** An open connection. Calls throw what SQLite complains of. */
export interface Driver {
  readonly inTransaction: boolean
  readonly exec: (sql: string) => unknown
  readonly prepare: (sql: string) => Statement
  readonly close: () => unknown
}

/** A prepared statement. */
export interface Statement {
  readonly all: (values: Array<Value>) => ReadonlyArray<unknown>
  readonly run: (values: Array<Value>) => unknown
}

/** What can be bound to a statement. */
export type Value = string | number | Uint8Array

/** What may be done with the file: `create` makes it when it is not there, `existing` refuses to, `readonly` never writes. */
export type Access = "create" | "existing" | "readonly"

/** Connects to a file, by its whole path. */
export type Connect = (
  file: string,
  options: { readonly access: Access; readonly busyTimeoutMs: number },
) => Driver

/** The driver that is used. As a URI, the only way to tell it not to create the file, or not to write. */
export const libsql: Connect = (file, { access, busyTimeoutMs }) => {
  const still = access === "readonly" && isStill(file) ? "&immutable=1" : ""
  const address = `${pathToFileURL(file).href}?mode=${mode[access]}${still}`
  const driver = new Libsql(address, { timeout: busyTimeoutMs })
  return {
    get inTransaction() {
      return driver.inTransaction
    },
    exec: (sql) => driver.exec(sql),
    prepare: (sql) => {
      const statement = driver.prepare<Array<Array<Value>>>(sql)
      return { all: (values) => statement.all(values), run: (values) => statement.run(values) }
    },
    close: () => driver.close(),
  }
}

// Where nothing may be written, as on a disc or in an archive, SQLite cannot make the files with which readers and writers
// find each other; a ledger that was closed there is read without them.
const isStill = (file: string): boolean => {
  if (existsSync(`${file}-wal`)) return false
  try {
    accessSync(dirname(file), constants.W_OK)
    return false
  } catch {
    return true
  }
}

const mode: Readonly<Record<Access, string>> = { create: "rwc", existing: "rw", readonly: "ro" }
