/** One batch in one transaction. */
import { hash } from "node:crypto"
import { Batch, type Journal, type JournalStore } from "@grootboek/core"
import * as Result from "effect/Result"
import type { Database } from "./Database.ts"

type StoreError = JournalStore.StoreError

/** Returns the head of a ledger. */
export const head = ({ entries }: Database, ledger: string): Result.Result<Journal.Head, StoreError> => {
  const last = entries.last(ledger)
  const known = last === undefined ? undefined : heads.get(last)
  return known === undefined ? Batch.headAfter(last, ledger) : Result.succeed(known)
}

// The heads of entries that this program appended: reading one from its body takes longer than sealing the next entry.
const heads = new WeakMap<Journal.Sealed, Journal.Head>()

export const sha256: Journal.Sha256 = (content) => hash("sha256", content, "hex")

/** Appends a batch in one transaction; `now` is the time of the clock in milliseconds. */
export const append = (
  database: Database,
  batch: Batch.Batch,
  now: number,
): Result.Result<JournalStore.Appended, StoreError> => {
  const ids = batch.proposals.map(({ id }) => id)
  return write(database, batch.ledger, () =>
    Result.flatMap(head(database, batch.ledger), (before) =>
      Batch.settle(batch, { head: before, found: database.entries.find(batch.ledger, ids), now }, sha256),
    ),
  ).pipe(
    Result.map(({ appended, rows }) => {
      const last = rows.at(-1)
      if (last !== undefined) heads.set(last, appended.head)
      return appended
    }),
  )
}

/** Restores a backup in one transaction. */
export const restore = (
  database: Database,
  backup: Batch.Backup,
): Result.Result<Journal.Head, StoreError> => {
  const ids = Batch.idsOf(backup.entries)
  return write(database, backup.ledger, () =>
    Result.flatMap(head(database, backup.ledger), (before) =>
      Batch.restore(backup, { head: before, found: database.entries.find(backup.ledger, ids) }, sha256),
    ),
  ).pipe(Result.map((restored) => restored.head))
}

/** Settles a batch under the write lock and writes its rows. */
const write = <A extends { readonly rows: ReadonlyArray<Batch.Row> }>(
  database: Database,
  ledger: string,
  settle: () => Result.Result<A, StoreError>,
): Result.Result<A, StoreError> => {
  const { driver } = database
  driver.exec("BEGIN IMMEDIATE")
  try {
    const settled = settle()
    const rows = Result.isSuccess(settled) ? settled.success.rows : []
    database.entries.insert(ledger, rows)
    driver.exec(rows.length > 0 ? "COMMIT" : "ROLLBACK")
    return settled
  } catch (cause) {
    // SQLite may have rolled back already. The first error is the one to report.
    if (driver.inTransaction) rollback(database)
    else database.entries.forget()
    throw cause
  }
}

/** Rolls back, also where SQLite did so already, and forgets the rows that were written. */
export const rollback = ({ driver, entries }: Database): void => {
  entries.forget()
  try {
    driver.exec("ROLLBACK")
  } catch {}
}
