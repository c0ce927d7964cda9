/**
 * The journal in one SQLite file: a write-ahead log that is synchronised before an append is acknowledged.
 *
 * The driver is synchronous, so an append cannot be interrupted half-way, and a read holds one page at a time.
 */
import { Batch, type Journal, JournalStore } from "@grootboek/core"
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
import * as Entries from "./Entries.ts"
import * as Fault from "./Fault.ts"

type StoreError = JournalStore.StoreError

/** How to open a file; by default it is created when it is not there, and a lock of another program is waited for 30 seconds, as long as a large import takes. */
export interface Options {
  readonly access?: Driver.Access
  readonly busyTimeoutMs?: number
  /** Entries per page of a read: what a slow reader holds in memory. */
  readonly pageSize?: number
  /** Another driver than libsql, for tests in which a disk fails. */
  readonly connect?: Driver.Connect
}

/** The store of a file, open for as long as the scope is. */
export const make = Effect.fnUntraced(function* (
  path: string,
  { access = "create", busyTimeoutMs = 30_000, pageSize = 1_000, connect = Driver.libsql }: Options = {},
): Effect.fn.Return<JournalStore.JournalStoreShape, StoreError, Scope.Scope> {
  const failed = (operation: string, cause: unknown): StoreError => ({
    _tag: "StoreFailed",
    operation,
    reason: Fault.of(cause, path).reason,
  })
  const database = yield* Effect.acquireRelease(
    Effect.try({
      try: () => Database.open({ path, access, busyTimeoutMs, connect }),
      catch: (cause) => failed("open", cause),
    }),
    (opened) =>
      Effect.try({ try: () => Database.close(opened, access), catch: () => "closed" }).pipe(Effect.ignore),
  )
  const handle = guard(database)
  const committed = yield* committedOf(database, { path, access, busyTimeoutMs, connect })
  // One connection holds one transaction: who writes while another writes through the same handle waits for it.
  const alone = Semaphore.withPermit(yield* Semaphore.make(1))

  const page = (ledger: string, after: number): Effect.Effect<ReadonlyArray<Journal.Sealed>, StoreError> =>
    handle("read", () => Result.succeed(Entries.page(committed(), ledger, { after, size: pageSize })))

  return {
    head: (ledger) => handle("head", () => Entries.head(committed(), ledger)),

    append: (ledger, expected, proposals) =>
      alone(
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          handle("append", () => append(database, { ledger, expected, proposals }, now)),
        ),
      ),

    appendAll: (ledger, expected, batches) =>
      alone(appendAll(database, handle, { ledger, expected, batches })),

    restore: (ledger, expected, entries) =>
      alone(handle("restore", () => restore(database, { ledger, expected, entries }))),

    read: (ledger, after) =>
      Stream.paginate(after, (position) =>
        Effect.map(page(ledger, position), (entries) => {
          const last = entries.at(-1)
          const more = last !== undefined && entries.length === pageSize
          return [entries, more ? Option.some(last.position) : Option.none()] as const
        }),
      ),

    find: (ledger, ids) => handle("find", () => Result.succeed(Entries.find(committed(), ledger, ids))),

    ledgers: handle("ledgers", () => Result.succeed(committed().names.all([]).map(Entries.nameOf).sort())),
  }
})

/** The store of a file, as a layer. */
export const layer = (path: string, options?: Options): Layer.Layer<JournalStore.JournalStore, StoreError> =>
  Layer.effect(JournalStore.JournalStore, make(path, options))

/**
 * Where readers look. While a stream is being appended, its own connection shows what may yet be taken back; whoever
 * reads through the same handle then does so through a second one, opened when it is first needed.
 */
const committedOf = (
  database: Database.Database,
  opening: Required<Database.Opening>,
): Effect.Effect<() => Database.Database, never, Scope.Scope> => {
  let second: Database.Database | undefined
  const look = () => {
    if (!database.driver.inTransaction) return database
    second ??= Database.open({ ...opening, access: "readonly" })
    return second
  }
  return Effect.acquireRelease(Effect.succeed(look), () =>
    Effect.sync(() => second?.driver.close()).pipe(Effect.ignoreCause),
  )
}

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
    Result.flatMap(Entries.head(database, batch.ledger), (before) =>
      Batch.settle(
        batch,
        { head: before, found: Entries.find(database, batch.ledger, ids), now },
        Entries.sha256,
      ),
    ),
  ).pipe(Result.map(({ appended }) => appended))
}

const restore = (
  database: Database.Database,
  backup: Batch.Backup,
): Result.Result<Journal.Head, StoreError> => {
  const ids = Batch.idsOf(backup.entries)
  return write(database, backup.ledger, () =>
    Result.flatMap(Entries.head(database, backup.ledger), (before) =>
      Batch.restore(
        backup,
        { head: before, found: Entries.find(database, backup.ledger, ids) },
        Entries.sha256,
      ),
    ),
  ).pipe(Result.map((restored) => restored.head))
}

/** Batches on their way into a ledger. */
interface Flow<E> {
  readonly ledger: string
  readonly expected: number
  readonly batches: Stream.Stream<ReadonlyArray<Journal.Proposal>, E>
}

/** One transaction around a whole stream: it is committed when the stream ends well, and rolled back otherwise. */
const appendAll = <E>(
  database: Database.Database,
  handle: Handle,
  { ledger, expected, batches }: Flow<E>,
): Effect.Effect<Journal.Head, StoreError | E> => {
  const run = (statement: "BEGIN IMMEDIATE" | "COMMIT") =>
    handle("append", () => Result.succeed(void database.driver.exec(statement)))
  const settle = (head: Journal.Head, proposals: ReadonlyArray<Journal.Proposal>) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      handle("append", () => {
        const found = Entries.find(
          database,
          ledger,
          proposals.map(({ id }) => id),
        )
        const batch = { ledger, expected: head.position, proposals }
        return Result.map(Batch.settle(batch, { head, found, now }, Entries.sha256), ({ rows, appended }) => {
          Entries.insert(database, ledger, rows)
          return appended.head
        })
      }),
    )
  return Effect.acquireUseRelease(
    run("BEGIN IMMEDIATE"),
    () =>
      Effect.gen(function* () {
        const before = yield* handle("append", () => Entries.head(database, ledger))
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
    () => Effect.sync(() => database.driver.inTransaction && rollback(database.driver)),
  )
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
    Entries.insert(database, ledger, rows)
    driver.exec(rows.length > 0 ? "COMMIT" : "ROLLBACK")
    return settled
  } catch (cause) {
    // SQLite may have rolled back by itself, and the first fault is the one to tell.
    if (driver.inTransaction) rollback(driver)
    throw cause
  }
}

const rollback = (driver: Driver.Driver): void => {
  try {
    driver.exec("ROLLBACK")
  } catch {}
}
