/**
 * Snapshots of ledgers, kept beside their journals in the same file, one row a part.
 *
 * The table is made when the first snapshot is written: a ledger that is small enough to replay never has one. What is
 * in it is a copy that may be lost or thrown away; whoever reads it holds it against the journal.
 */
import type { JournalStore, Snapshot } from "@grootboek/core"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Database from "./Database.ts"
import type { Access, Driver } from "./Driver.ts"
import * as Fault from "./Fault.ts"

type StoreError = JournalStore.StoreError

/** The snapshots of a file. */
export interface Snapshots {
  /** The parts of a ledger's snapshot; none when there is none. */
  readonly read: (ledger: string) => Effect.Effect<Snapshot.SnapshotParts, StoreError>
  /** Puts a snapshot in the place of the one before. */
  readonly write: (ledger: string, parts: Iterable<Uint8Array>) => Effect.Effect<void, StoreError>
}

/** The snapshots of a file, open for as long as the scope is. */
export const make = Effect.fnUntraced(function* (
  path: string,
  access: Access,
): Effect.fn.Return<Snapshots, StoreError, Scope.Scope> {
  const attempt = <A>(operation: string, work: () => A): Effect.Effect<A, StoreError> =>
    Effect.try({
      try: work,
      catch: (cause) => ({ _tag: "StoreFailed", operation, reason: Fault.of(cause, path).reason }),
    })
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
      // As in the table of entries: nothing but a BLOB may reach the driver.
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

// The driver gives a BLOB as a Buffer or as an ArrayBuffer; anything else is no part of a snapshot.
const bytesOf = (row: unknown): Uint8Array => {
  const bytes = typeof row === "object" && row !== null && "bytes" in row ? row.bytes : undefined
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes)
  return bytes instanceof Uint8Array ? bytes : new Uint8Array(0)
}
