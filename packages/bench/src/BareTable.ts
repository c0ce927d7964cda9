/** A bare table of bodies: the least work of a durable insertion. */
import Libsql from "libsql"

export interface BareTable {
  /** Inserts bodies in one transaction. */
  readonly insert: (bodies: ReadonlyArray<Buffer>, after: number) => void
  readonly close: () => void
}

/** Creates the table in a new file. */
export const open = (path: string): BareTable => {
  const driver = new Libsql(path)
  driver.pragma("journal_mode = WAL")
  driver.pragma("synchronous = FULL")
  driver.exec("CREATE TABLE entries (position INTEGER PRIMARY KEY, body BLOB NOT NULL)")
  const statement = driver.prepare("INSERT INTO entries (position, body) VALUES (?, ?)")
  return {
    insert: (bodies, after) => {
      driver.exec("BEGIN IMMEDIATE")
      for (const [at, body] of bodies.entries()) statement.run([after + at + 1, body])
      driver.exec("COMMIT")
    },
    close: () => void driver.close(),
  }
}
