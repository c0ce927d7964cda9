/**
 * The journal in one SQLite file. The write-ahead log is synchronised before an append is acknowledged.
 *
 * The driver is synchronous: an append cannot be interrupted, and a read keeps one page in memory.
 */
import { hash } from "node:crypto"
import { Batch, type Journal, JournalStore, StoreProblem } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Semaphore from "effect/Semaphore"
import * as Stream from "effect/Stream"
import * as Database from "./Database.ts"
import * as Driver from "./Driver.ts"
import * as DriverProblem from "./DriverProblem.ts"
import * as Page from "./Page.ts"

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
  const handle = guard(database)
  const committed = yield* committedOf(database, { path, access, busyTimeoutMs, connect })
  // One connection runs one transaction at a time.
  const exclusive = Semaphore.withPermit(yield* Semaphore.make(1))

  const page = (ledger: string, after: number): Effect.Effect<ReadonlyArray<Journal.Sealed>, StoreError> =>
    handle("read", () => Result.succeed(committed().entries.page(ledger, { after, size: pageSize })))

  return {
    head: (ledger) => handle("head", () => head(committed(), ledger)),

    append: (ledger, expected, proposals) =>
      exclusive(
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          handle("append", () => append(database, { ledger, expected, proposals }, now)),
        ),
      ),

    appendAll: (ledger, expected, batches) =>
      exclusive(appendAll(database, handle, { ledger, expected, batches })),

    restoreAll: (ledger, expected, batches) =>
      exclusive(restoreAll(database, handle, { ledger, expected, batches })),

    restore: (ledger, expected, entries) =>
      exclusive(handle("restore", () => restore(database, { ledger, expected, entries }))),

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

const head = ({ entries }: Database.Database, ledger: string): Result.Result<Journal.Head, StoreError> => {
  const last = entries.last(ledger)
  const known = last === undefined ? undefined : heads.get(last)
  return known === undefined ? Batch.headAfter(last, ledger) : Result.succeed(known)
}

// The heads of entries that this program appended: reading one from its body takes longer than sealing the next entry.
const heads = new WeakMap<Journal.Sealed, Journal.Head>()

const sha256: Journal.Sha256 = (content) => hash("sha256", content, "hex")

type Handle = <A>(operation: string, work: () => Result.Result<A, StoreError>) => Effect.Effect<A, StoreError>

// After a failed synchronisation the kernel may have dropped the pages, so that a second attempt would succeed without
// writing them. A connection with such an error is not used again.
const guard = ({ path }: Database.Database): Handle => {
  let fatal: StoreProblem.StoreProblem | undefined
  return (operation, work) =>
    Effect.suspend(() => {
      if (fatal !== undefined) {
        const detail = `${fatal.code}: ${fatal.detail}`
        return Effect.fail(StoreProblem.failed(operation, { code: "Untrusted", place: path, detail }))
      }
      try {
        return Effect.fromResult(work())
      } catch (cause) {
        const { problem, isFatal } = DriverProblem.of(cause, path)
        if (isFatal) fatal = problem
        return Effect.fail(StoreProblem.failed(operation, problem))
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

const restore = (
  database: Database.Database,
  backup: Batch.Backup,
): Result.Result<Journal.Head, StoreError> => {
  const ids = Batch.idsOf(backup.entries)
  return write(database, backup.ledger, () =>
    Result.flatMap(head(database, backup.ledger), (before) =>
      Batch.restore(backup, { head: before, found: database.entries.find(backup.ledger, ids) }, sha256),
    ),
  ).pipe(Result.map((restored) => restored.head))
}

interface BatchStream<A, E> {
  readonly ledger: string
  readonly expected: number
  readonly batches: Stream.Stream<ReadonlyArray<A>, E>
}

/** Returns the head after a batch, which it writes. */
type Step<A> = (head: Journal.Head, batch: ReadonlyArray<A>) => Effect.Effect<Journal.Head, StoreError>

/** Appends a stream in one transaction. Rolls it back when the stream fails. */
const appendAll = <E>(
  database: Database.Database,
  handle: Handle,
  stream: BatchStream<Journal.Proposal, E>,
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { ledger } = stream
  const settle: Step<Journal.Proposal> = (head, proposals) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      handle("append", () => {
        const ids = proposals.map(({ id }) => id)
        const found = database.entries.find(ledger, ids)
        const batch = { ledger, expected: head.position, proposals }
        return Result.map(Batch.settle(batch, { head, found, now }, sha256), ({ rows, appended }) => {
          database.entries.insert(ledger, rows)
          return appended.head
        })
      }),
    )
  return streamed(database, handle, { ...stream, batches: gathered(stream.batches), settle })
}

/** Returns batches that fill a segment each: smaller ones would be written again, when their segments are joined. */
const gathered = <A, E>(batches: Stream.Stream<ReadonlyArray<A>, E>): Stream.Stream<ReadonlyArray<A>, E> =>
  Stream.chunks(Stream.rechunk(Stream.flattenIterable(batches), Page.mostRows))

/** Restores a stream in one transaction. Rolls it back when the stream fails. */
const restoreAll = <E>(
  database: Database.Database,
  handle: Handle,
  stream: BatchStream<Journal.Sealed, E>,
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { ledger } = stream
  const settle: Step<Journal.Sealed> = (head, entries) =>
    handle("restore", () => {
      const found = database.entries.find(ledger, Batch.statedIds(entries))
      const backup = { ledger, expected: head.position, entries }
      return Result.map(Batch.restore(backup, { head, found }, sha256), (restored) => {
        database.entries.insert(ledger, restored.rows)
        return restored.head
      })
    })
  return streamed(database, handle, { ...stream, settle })
}

const streamed = <A, E>(
  database: Database.Database,
  handle: Handle,
  { ledger, expected, batches, settle }: BatchStream<A, E> & { readonly settle: Step<A> },
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { driver } = database
  const run = (statement: "BEGIN IMMEDIATE" | "COMMIT") =>
    handle("append", () => Result.succeed(void driver.exec(statement)))
  return Effect.acquireUseRelease(
    run("BEGIN IMMEDIATE"),
    () =>
      Effect.gen(function* () {
        const before = yield* handle("append", () => head(database, ledger))
        if (before.position !== expected)
          return yield* Effect.fail({
            _tag: "PositionConflict" as const,
            ledger,
            expected,
            actual: before.position,
          })
        const after = yield* Stream.runFoldEffect(batches, () => before, settle)
        yield* run("COMMIT")
        return after
      }),
    () => Effect.sync(() => driver.inTransaction && rollback(database)),
  )
}

/** Settles a batch under the write lock and writes its rows. */
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

const rollback = ({ driver, entries }: Database.Database): void => {
  entries.forget()
  try {
    driver.exec("ROLLBACK")
  } catch {}
}
