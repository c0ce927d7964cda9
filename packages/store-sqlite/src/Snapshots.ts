/**
 * Snapshots of ledgers in the file of their journals, one row per part.
 *
 * The table is created with the first snapshot. A snapshot is a cache: it may be deleted, and a reader checks it against
 * the journal.
 */
import type { JournalStore, Snapshot } from "@grootboek/core"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Database from "./Database.ts"
import type { Access, Driver } from "./Driver.ts"
import * as DriverProblem from "./DriverProblem.ts"

type StoreError = JournalStore.StoreError

/** The snapshots of a file. */
export interface Snapshots {
  /** Returns the parts of a ledger's snapshot, if there is one. */
  readonly read: (ledger: string) => Effect.Effect<Snapshot.SnapshotParts, StoreError>
  /** Replaces the snapshot of a ledger. */
  readonly write: (ledger: string, parts: Iterable<Uint8Array>) => Effect.Effect<void, StoreError>
}

/** Opens the snapshots of a file until the scope ends. */
export const make = Effect.fnUntraced(function* (
  path: string,
  access: Access,
): Effect.fn.Return<Snapshots, StoreError, Scope.Scope> {
  const attempt = <A>(operation: string, work: () => A): Effect.Effect<A, StoreError> =>
    Effect.try({ try: work, catch: (cause) => DriverProblem.failed(operation, cause, path) })
  const { driver } = yield* Effect.acquireRelease(
    attempt("open", () => Database.open({ path, access, busyTimeoutMs: 5_000 })),
    (opened) => Effect.ignore(attempt("close", () => Database.close(opened, access))),
  )
  return {
    read: (ledger) => attempt("read a snapshot", () => read(driver, ledger)),
    write: (ledger, parts) => attempt("write a snapshot", () => write(driver, ledger, parts)),
  }
})

const read = (driver: Driver, ledger: string): Snapshot.SnapshotParts => {
  if (driver.prepare("SELECT 1 FROM sqlite_master WHERE name = 'snapshots'").all([]).length === 0) return []
  return (
    driver
      // As in the table of entries, a value of another type may not reach the driver.
      .prepare(
        "SELECT CASE typeof(bytes) WHEN 'blob' THEN bytes END AS bytes FROM snapshots WHERE ledger = ? ORDER BY part",
      )
      .all([Buffer.from(ledger, "utf8")])
      .map(bytesOf)
  )
}

const write = (driver: Driver, ledger: string, parts: Iterable<Uint8Array>): void => {
  const name = Buffer.from(ledger, "utf8")
  driver.exec("BEGIN IMMEDIATE")
  try {
    driver.exec(`
      CREATE TABLE IF NOT EXISTS snapshots (
        ledger BLOB NOT NULL,
        part INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (ledger, part)
      ) STRICT;
    `)
    driver.prepare("DELETE FROM snapshots WHERE ledger = ?").run([name])
    const insert = driver.prepare("INSERT INTO snapshots (ledger, part, bytes) VALUES (?, ?, ?)")
    let index = 0
    for (const part of parts)
      insert.run([name, index++, Buffer.from(part.buffer, part.byteOffset, part.byteLength)])
    driver.exec("COMMIT")
  } catch (cause) {
    if (driver.inTransaction) driver.exec("ROLLBACK")
    throw cause
  }
}

// The driver returns a BLOB as a Buffer or as an ArrayBuffer; any other value is read as an empty part.
const bytesOf = (row: unknown): Uint8Array => {
  const bytes = typeof row === "object" && row !== null && "bytes" in row ? row.bytes : undefined
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes)
  return bytes instanceof Uint8Array ? bytes : new Uint8Array(0)
}
