/**
 * The journal in one SQLite file. The write-ahead log is synchronised before an append is acknowledged.
 *
 * The driver is synchronous: an append cannot be interrupted, and a read keeps one page in memory.
 */
import { type Journal, JournalStore } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Semaphore from "effect/Semaphore"
import * as Stream from "effect/Stream"
import * as BatchStream from "./BatchStream.ts"
import * as Database from "./Database.ts"
import * as Driver from "./Driver.ts"
import * as DriverProblem from "./DriverProblem.ts"
import * as Guard from "./Guard.ts"
import * as Transaction from "./Transaction.ts"

type StoreError = JournalStore.StoreError

/** How to open a file. By default a missing file is created, and the lock of another program is awaited for 30 seconds. */
export interface SqliteOptions {
  readonly access?: Driver.Access
  readonly busyTimeoutMs?: number
  /** Entries per page of a read, which a slow reader keeps in memory. */
  readonly pageSize?: number
  /** Another driver than libsql, for tests with a failing disk. */
  readonly connect?: Driver.Connect
}

/** Opens the store of a file until the scope ends. */
export const make = Effect.fnUntraced(function* (
  path: string,
  {
    access = "create",
    busyTimeoutMs = 30_000,
    pageSize = 1_000,
    connect = Driver.libsql,
  }: SqliteOptions = {},
): Effect.fn.Return<JournalStore.JournalStoreShape, StoreError, Scope.Scope> {
  const database = yield* Effect.acquireRelease(
    Effect.try({
      try: () => Database.open({ path, access, busyTimeoutMs, connect }),
      catch: (cause) => DriverProblem.failed("open", cause, path),
    }),
    (opened) =>
      Effect.try({ try: () => Database.close(opened, access), catch: () => "closed" }).pipe(Effect.ignore),
  )
  const handle = Guard.of(database)
  const committed = yield* committedOf(database, { path, access, busyTimeoutMs, connect })
  // One connection runs one transaction at a time.
  const exclusive = Semaphore.withPermit(yield* Semaphore.make(1))

  const page = (ledger: string, after: number): Effect.Effect<ReadonlyArray<Journal.Sealed>, StoreError> =>
    handle("read", () => Result.succeed(committed().entries.page(ledger, { after, size: pageSize })))

  return {
    head: (ledger) => handle("head", () => Transaction.head(committed(), ledger)),

    append: (ledger, expected, proposals) =>
      exclusive(
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          handle("append", () => Transaction.append(database, { ledger, expected, proposals }, now)),
        ),
      ),

    appendAll: (ledger, expected, batches) =>
      exclusive(BatchStream.append(database, handle, { ledger, expected, batches })),

    restoreAll: (ledger, expected, batches) =>
      exclusive(BatchStream.restore(database, handle, { ledger, expected, batches })),

    restore: (ledger, expected, entries) =>
      exclusive(handle("restore", () => Transaction.restore(database, { ledger, expected, entries }))),

    read: (ledger, after) =>
      Stream.paginate(after, (position) =>
        Effect.map(page(ledger, position), (entries) => {
          const last = entries.at(-1)
          return [entries, last === undefined ? Option.none() : Option.some(last.position)] as const
        }),
      ),

    find: (ledger, ids) => handle("find", () => Result.succeed(committed().entries.find(ledger, ids))),

    locate: (ledger, ids) => handle("find", () => Result.succeed(committed().entries.positions(ledger, ids))),

    ledgers: handle("ledgers", () => Result.succeed([...committed().entries.names()].sort())),
  }
})

export const layer = (
  path: string,
  options?: SqliteOptions,
): Layer.Layer<JournalStore.JournalStore, StoreError> =>
  Layer.effect(JournalStore.JournalStore, make(path, options))

/**
 * Returns the connection for readers. While a stream is appended, the writing connection shows uncommitted entries, so
 * readers use a second connection then, which is opened on first use.
 */
const committedOf = (
  database: Database.Database,
  opening: Required<Database.Opening>,
): Effect.Effect<() => Database.Database, never, Scope.Scope> => {
  let second: Database.Database | undefined
  const reader = () => {
    if (!database.driver.inTransaction) return database
    second ??= Database.open({ ...opening, access: "readonly" })
    return second
  }
  return Effect.acquireRelease(Effect.succeed(reader), () =>
    Effect.sync(() => second?.driver.close()).pipe(Effect.ignoreCause),
  )
}
