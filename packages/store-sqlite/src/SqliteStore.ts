/**
 * The journal in one SQLite file: a write-ahead log that is synchronised before an append is acknowledged.
 *
 * The driver is synchronous, so an append cannot be interrupted half-way, and a read holds one page at a time.
 */
import { hash } from "node:crypto"
import { Batch, type Journal, JournalStore } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Database from "./Database.ts"
import * as Fault from "./Fault.ts"

type StoreError = JournalStore.StoreError

/** How to open a file; by default it is created when it is not there, and a lock of another program is waited for 5 seconds. */
export interface Options {
  readonly access?: Database.Access
  readonly busyTimeoutMs?: number
  /** Entries per page of a read: what a slow reader holds in memory. */
  readonly pageSize?: number
}

/** The store of a file, open for as long as the scope is. */
export const make = Effect.fnUntraced(function* (
  path: string,
  { access = "create", busyTimeoutMs = 5_000, pageSize = 1_000 }: Options = {},
): Effect.fn.Return<JournalStore.JournalStoreShape, StoreError, Scope.Scope> {
  const failed = (operation: string, cause: unknown): StoreError => ({
    _tag: "StoreFailed",
    operation,
    reason: Fault.of(cause, path).reason,
  })
  const database = yield* Effect.acquireRelease(
    Effect.try({
      try: () => Database.open({ path, access, busyTimeoutMs }),
      catch: (cause) => failed("open", cause),
    }),
    (opened) =>
      Effect.try({ try: () => Database.close(opened, access), catch: () => "closed" }).pipe(Effect.ignore),
  )
  const handle = guard(database)

  const page = (ledger: string, after: number): Effect.Effect<ReadonlyArray<Journal.Sealed>, StoreError> =>
    handle("read", () => Result.succeed(database.page.all([bytes(ledger), after, pageSize]).map(sealedOf)))

  return {
    head: (ledger) => handle("head", () => head(database, ledger)),

    append: Effect.fnUntraced(function* (ledger, expected, proposals) {
      const now = yield* Clock.currentTimeMillis
      return yield* handle("append", () => append(database, { ledger, expected, proposals }, now))
    }),

    restore: (ledger, expected, entries) =>
      handle("restore", () => restore(database, { ledger, expected, entries })),

    read: (ledger, after) =>
      Stream.paginate(after, (position) =>
        Effect.map(page(ledger, position), (entries) => {
          const last = entries.at(-1)
          const more = last !== undefined && entries.length === pageSize
          return [entries, more ? Option.some(last.position) : Option.none()] as const
        }),
      ),

    find: (ledger, ids) => handle("find", () => Result.succeed(find(database, ledger, ids))),

    ledgers: handle("ledgers", () => Result.succeed(database.names.all().map(nameOf).sort())),
  }
})

/** The store of a file, as a layer. */
export const layer = (path: string, options?: Options): Layer.Layer<JournalStore.JournalStore, StoreError> =>
  Layer.effect(JournalStore.JournalStore, make(path, options))

type Handle = <A>(operation: string, work: () => Result.Result<A, StoreError>) => Effect.Effect<A, StoreError>

// After a failed synchronisation the kernel may have dropped the pages and a second try would succeed on nothing:
// a handle that met such a fault answers no more, and what the disk holds is read again through a new one.
const guard = ({ path }: Database.Database): Handle => {
  let poison: string | undefined
  return (operation, work) =>
    Effect.suspend(() => {
      if (poison !== undefined)
        return Effect.fail({
          _tag: "StoreFailed" as const,
          operation,
          reason: `${path} failed before and is not trusted any more: reopen the ledger and verify it. It failed with: ${poison}`,
        })
      try {
        return Effect.fromResult(work())
      } catch (cause) {
        const { reason, fatal } = Fault.of(cause, path)
        if (fatal) poison = reason
        return Effect.fail({ _tag: "StoreFailed" as const, operation, reason })
      }
    })
}

const append = (
  database: Database.Database,
  batch: Batch.Batch,
  now: number,
): Result.Result<JournalStore.Appended, StoreError> => {
  const ids = batch.proposals.map(({ id }) => id)
  return write(database, batch.ledger, () =>
    Result.flatMap(head(database, batch.ledger), (before) =>
      Batch.settle(batch, { head: before, found: find(database, batch.ledger, ids), now }, sha256),
    ),
  ).pipe(Result.map(({ appended }) => appended))
}

const restore = (
  database: Database.Database,
  backup: Batch.Backup,
): Result.Result<Journal.Head, StoreError> => {
  const ids = Batch.idsOf(backup.entries)
  return write(database, backup.ledger, () =>
    Result.flatMap(head(database, backup.ledger), (before) =>
      Batch.restore(backup, { head: before, found: find(database, backup.ledger, ids) }, sha256),
    ),
  ).pipe(Result.map((restored) => restored.head))
}

/** Writes what is settled under the write lock, or nothing. */
const write = <A extends { readonly rows: ReadonlyArray<Batch.Row> }>(
  database: Database.Database,
  ledger: string,
  settle: () => Result.Result<A, StoreError>,
): Result.Result<A, StoreError> => {
  const { driver } = database
  driver.exec("BEGIN IMMEDIATE")
  try {
    const settled = settle()
    const rows = Result.isSuccess(settled) ? settled.success.rows : []
    insert(database, ledger, rows)
    driver.exec(rows.length > 0 ? "COMMIT" : "ROLLBACK")
    return settled
  } catch (cause) {
    // SQLite may have rolled back by itself, and the first fault is the one to tell.
    if (driver.inTransaction) rollback(driver)
    throw cause
  }
}

const rollback = (driver: Database.Database["driver"]): void => {
  try {
    driver.exec("ROLLBACK")
  } catch {}
}

const insert = (database: Database.Database, ledger: string, rows: ReadonlyArray<Batch.Row>): void => {
  const name = bytes(ledger)
  for (const { position, id, hash: digest, body } of rows)
    database.insert.run([name, position, bytes(id), Buffer.from(digest, "hex"), body])
}

const head = (database: Database.Database, ledger: string): Result.Result<Journal.Head, StoreError> =>
  Batch.headAfter(database.last.all([bytes(ledger)]).map(sealedOf)[0], ledger)

// Ids go in as one JSON text per some hundreds: a statement per id costs three times as much.
const find = (
  database: Database.Database,
  ledger: string,
  ids: ReadonlyArray<string>,
): ReadonlyArray<Batch.Row> => {
  const name = bytes(ledger)
  const wanted = [...new Set(ids)]
  const found: Array<Batch.Row> = []
  for (let from = 0; from < wanted.length; from += 500) {
    const some = JSON.stringify(wanted.slice(from, from + 500))
    for (const row of database.byId.all([name, some])) found.push(rowOf(row))
  }
  return found.sort((a, b) => a.position - b.position)
}

const sha256: Journal.Sha256 = (content) => hash("sha256", content, "hex")

const bytes = (text: string): Buffer => Buffer.from(text, "utf8")

// A damaged file may hold anything in any column; what is of the wrong kind must not pass for an entry.
const sealedOf = (row: unknown): Journal.Sealed => {
  if (!isRecord(row) || typeof row.position !== "number")
    throw new Error("a row of the table of entries is damaged")
  return { position: row.position, hash: blob(row.hash).toString("hex"), body: blob(row.body) }
}

const rowOf = (row: unknown): Batch.Row => ({
  ...sealedOf(row),
  id: blob(isRecord(row) && row.id).toString("utf8"),
})

const nameOf = (row: unknown): string => blob(isRecord(row) && row.ledger).toString("utf8")

const isRecord = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === "object" && row !== null

// The driver gives a BLOB as a Buffer or as an ArrayBuffer, depending on how it is asked.
const blob = (value: unknown): Buffer => {
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value instanceof Buffer) return value
  throw new Error("a column of the table of entries is damaged")
}
