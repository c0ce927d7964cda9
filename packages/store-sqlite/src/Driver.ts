/** The part of a SQLite driver that the store uses, so that tests can replace it with one that fails. */
import { pathToFileURL } from "node:url"
import Libsql from "libsql"

/** An open connection. Its methods throw the errors of SQLite. */
export interface Driver {
  readonly inTransaction: boolean
  readonly exec: (sql: string) => unknown
  readonly prepare: (sql: string) => PreparedStatement
  readonly close: () => unknown
}

export interface PreparedStatement {
  readonly all: (values: Array<SqlValue>) => ReadonlyArray<unknown>
  readonly run: (values: Array<SqlValue>) => unknown
}

/** A value that can be bound to a statement. */
export type SqlValue = string | number | Uint8Array

/** How a file is used: `create` creates a missing file, `existing` does not, `readonly` never writes. */
export type Access = "create" | "existing" | "readonly"

/** Connects to a file by its absolute path. */
export type Connect = (
  file: string,
  options: { readonly access: Access; readonly busyTimeoutMs: number },
) => Driver

/** Connects with libsql, by a URI: the only way to open a file without creating or writing it. */
export const libsql: Connect = (file, { access, busyTimeoutMs }) => {
  const address = `${pathToFileURL(file).href}?mode=${mode[access]}`
  const driver = new Libsql(address, { timeout: busyTimeoutMs })
  return {
    get inTransaction() {
      return driver.inTransaction
    },
    exec: (sql) => driver.exec(sql),
    prepare: (sql) => {
      const statement = driver.prepare<Array<Array<SqlValue>>>(sql)
      return { all: (values) => statement.all(values), run: (values) => statement.run(values) }
    },
    close: () => driver.close(),
  }
}

const mode: Readonly<Record<Access, string>> = { create: "rwc", existing: "rw", readonly: "ro" }
