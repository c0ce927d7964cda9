/**
 * The journal in PostgreSQL: many local authorities on one server, each with its own ledgers.
 *
 * Each append is one transaction. The primary key (ledger, position) guarantees the order; the advisory lock per ledger
 * only avoids collisions.
 */
import { Batch, type Journal, JournalStore } from "@grootboek/core"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Queue from "effect/Queue"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import pg from "pg"
import * as DriverProblem from "./DriverProblem.ts"
import * as Entries from "./Entries.ts"
import { enter, leave, type Settle, type SettledRows, transact } from "./Transaction.ts"

type StoreError = JournalStore.StoreError

/** How to reach a database. */
export interface PostgresOptions {
  /** The largest number of connections. A reader uses one until it ends. */
  readonly connections?: number
  /** Entries per page of a read, which a slow reader keeps in memory. */
  readonly pageSize?: number
  /** `none` for an engine without advisory locks: writers then collide on the key and try again. */
  readonly lock?: "advisory" | "none"
}

/** A store that also notifies of growth. */
export interface PostgresStore extends JournalStore.JournalStoreShape {
  /** Returns the position of a ledger's head, now and after each append. */
  readonly growth: (ledger: string) => Stream.Stream<number, StoreError>
}

/** Connects to the store of a database until the scope ends. */
export const make = Effect.fnUntraced(function* (
  url: string,
  { connections = 10, pageSize = 1_000, lock = "advisory" }: PostgresOptions = {},
): Effect.fn.Return<PostgresStore, StoreError, Scope.Scope> {
  const pool = yield* Effect.acquireRelease(
    Effect.sync(() => poolOf(url, connections)),
    (opened) => Effect.promise(() => opened.end()),
  )
  const query = <A>(operation: string, work: Work<A>): Effect.Effect<A, StoreError> =>
    attempt(pool, operation, () => borrow(pool, work))

  yield* query("open", Entries.checkVersion)

  const write = <A extends SettledRows>(operation: string, ledger: string, settle: Settle<A>) =>
    Effect.flatMap(
      query(operation, (client) => transact(client, { ledger, lock, settle })),
      Effect.fromResult,
    )

  return {
    head: (ledger) =>
      Effect.flatMap(
        query("head", async (client) => {
          await Entries.requireAdmission(client, ledger)
          return Entries.headOf(client, ledger)
        }),
        Effect.fromResult,
      ),

    append: Effect.fnUntraced(function* (ledger, expected, proposals) {
      const now = yield* Clock.currentTimeMillis
      const ids = proposals.map(({ id }) => id)
      const { appended } = yield* write("append", ledger, async (client, head) => {
        const found = await Entries.find(client, ledger, ids)
        return Batch.settle({ ledger, expected, proposals }, { head, found, now }, Entries.sha256)
      })
      return appended
    }),

    appendAll: (ledger, expected, batches) => appendAll(pool, { ledger, expected, lock, batches }),

    restore: Effect.fnUntraced(function* (ledger, expected, entries) {
      const ids = Batch.idsOf(entries)
      const restored = yield* write("restore", ledger, async (client, head) => {
        const found = await Entries.find(client, ledger, ids)
        return Batch.restore({ ledger, expected, entries }, { head, found }, Entries.sha256)
      })
      return restored.head
    }),

    read: (ledger, after) => read(pool, { ledger, after, pageSize }),

    find: (ledger, ids) =>
      query("find", async (client) => {
        await Entries.requireAdmission(client, ledger)
        return Entries.find(client, ledger, ids)
      }),

    ledgers: query("ledgers", Entries.ledgers),

    growth: (ledger) => growth(pool, ledger),
  }
})

/** Returns the store of a database as a layer. */
export const layer = (
  url: string,
  options?: PostgresOptions,
): Layer.Layer<JournalStore.JournalStore, StoreError> =>
  Layer.effect(JournalStore.JournalStore, make(url, options))

type Work<A> = (client: pg.PoolClient) => Promise<A>

const attempt = <A>(pool: pg.Pool, operation: string, work: () => Promise<A>): Effect.Effect<A, StoreError> =>
  Effect.tryPromise({ try: work, catch: (cause) => failed(pool, operation, cause) })

const failed = (pool: pg.Pool, operation: string, cause: unknown): StoreError =>
  DriverProblem.failed(operation, cause, pool.options.connectionString ?? "")

const poolOf = (url: string, connections: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: "grootboek",
  })
  // A connection that breaks while it is idle must not end the process; the next query fails.
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

// A connection on which a query failed is closed, because its state is not known.
const borrow = async <A>(pool: pg.Pool, work: Work<A>): Promise<A> => {
  const client = await pool.connect()
  try {
    const answer = await work(client)
    client.release()
    return answer
  } catch (cause) {
    client.release(true)
    throw cause
  }
}

/** A stream of batches to append. */
interface BatchStream<E> {
  readonly ledger: string
  readonly expected: number
  readonly lock: "advisory" | "none"
  readonly batches: Stream.Stream<ReadonlyArray<Journal.Proposal>, E>
}

/** Appends a stream in one transaction. A connection that is released before COMMIT is rolled back. */
const appendAll = <E>(pool: pg.Pool, { ledger, expected, lock, batches }: BatchStream<E>) =>
  Effect.scoped(
    Effect.gen(function* () {
      const client = yield* lend(pool, "append")
      const step = <A>(work: () => Promise<A>) => attempt(pool, "append", work)
      const before = yield* Effect.fromResult(yield* step(() => enter(client, ledger, lock)))
      if (before.position !== expected)
        return yield* Effect.fail({
          _tag: "PositionConflict" as const,
          ledger,
          expected,
          actual: before.position,
        })
      const settle = (head: Journal.Head, proposals: ReadonlyArray<Journal.Proposal>) =>
        Effect.gen(function* () {
          const now = yield* Clock.currentTimeMillis
          const ids = proposals.map(({ id }) => id)
          const found = yield* step(() => Entries.find(client, ledger, ids))
          const batch = { ledger, expected: head.position, proposals }
          const { rows, appended } = yield* Effect.fromResult(
            Batch.settle(batch, { head, found, now }, Entries.sha256),
          )
          if (rows.length > 0) yield* step(() => Entries.insert(client, ledger, rows))
          return appended.head
        })
      const after = yield* Stream.runFoldEffect(batches, () => before, settle)
      yield* step(() => leave(client, ledger))
      return after
    }),
  )

interface PagedRead {
  readonly ledger: string
  readonly after: number
  readonly pageSize: number
}

const read = (pool: pg.Pool, { ledger, after, pageSize }: PagedRead) =>
  Stream.unwrap(
    Effect.gen(function* () {
      const client = yield* lend(pool, "read")
      yield* attempt(pool, "read", () => Entries.declare(client, ledger, after))
      const page = attempt(pool, "read", () => Entries.fetchPage(client, pageSize))
      return Stream.paginate(0, (turn) =>
        Effect.map(page, (entries) => {
          const next = entries.length < pageSize ? Option.none<number>() : Option.some(turn + 1)
          return [entries, next] as const
        }),
      )
    }),
  )

const growth = (pool: pg.Pool, ledger: string): Stream.Stream<number, StoreError> =>
  Stream.callback<void, StoreError>(
    (queue) =>
      Effect.gen(function* () {
        const client = yield* lend(pool, "growth")
        client.on("notification", () => Queue.offerUnsafe(queue, undefined))
        client.on("error", (cause) => Queue.failCauseUnsafe(queue, Cause.fail(failed(pool, "growth", cause))))
        yield* attempt(pool, "growth", async () => {
          await Entries.requireAdmission(client, ledger)
          await client.query(`LISTEN ${Entries.channelOf(ledger)}`)
        })
        // Emits the entries that were appended before LISTEN.
        Queue.offerUnsafe(queue, undefined)
        yield* Effect.never
      }),
    { bufferSize: 1, strategy: "sliding" },
  ).pipe(
    Stream.mapEffect(() =>
      Effect.flatMap(
        attempt(pool, "growth", () => borrow(pool, (client) => Entries.headOf(client, ledger))),
        (head) => Effect.fromResult(head),
      ),
    ),
    Stream.map(({ position }) => position),
    Stream.changes,
  )

// Releases the connection without a transaction when the scope ends, or closes it.
const lend = (pool: pg.Pool, operation: string): Effect.Effect<pg.PoolClient, StoreError, Scope.Scope> =>
  Effect.acquireRelease(
    attempt(pool, operation, () => pool.connect()),
    (client) =>
      Effect.promise(() =>
        client.query("ROLLBACK; UNLISTEN *").then(
          () => {
            client.removeAllListeners("notification")
            client.release()
          },
          () => client.release(true),
        ),
      ),
  )
