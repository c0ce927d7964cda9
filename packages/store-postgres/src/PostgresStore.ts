/**
 * The journal in PostgreSQL: many boards on one server, each with its own ledgers.
 *
 * One transaction per append. What keeps the order is the primary key (ledger, position); the
 * advisory lock per ledger only spares writers the trouble of colliding.
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
import * as Entries from "./Entries.ts"
import * as Fault from "./Fault.ts"
import { enter, leave, type Settle, transact, type Written } from "./Transaction.ts"

type StoreError = JournalStore.StoreError

/** How to reach a database. */
export interface Options {
  /** Connections at once; a reader holds one for as long as it reads. */
  readonly connections?: number
  /** Entries per page of a read: what a slow reader holds in memory. */
  readonly pageSize?: number
  /** `none` for an engine that has no advisory locks: writers then collide on the key, and are told so. */
  readonly lock?: "advisory" | "none"
}

/** A store that can also tell when a ledger grew. */
export interface PostgresStore extends JournalStore.JournalStoreShape {
  /** The position of a ledger's head, now and whenever it grew. */
  readonly growth: (ledger: string) => Stream.Stream<number, StoreError>
}

/** The store of a database, connected for as long as the scope is open. */
export const make = Effect.fnUntraced(function* (
  url: string,
  { connections = 10, pageSize = 1_000, lock = "advisory" }: Options = {},
): Effect.fn.Return<PostgresStore, StoreError, Scope.Scope> {
  const pool = yield* Effect.acquireRelease(
    Effect.sync(() => poolOf(url, connections)),
    (opened) => Effect.promise(() => opened.end()),
  )
  const ask = <A>(operation: string, work: Work<A>): Effect.Effect<A, StoreError> =>
    attempt(operation, () => borrow(pool, work))

  yield* ask("open", Entries.seeVersion)

  const write = <A extends Written>(operation: string, ledger: string, settle: Settle<A>) =>
    Effect.flatMap(
      ask(operation, (client) => transact(client, { ledger, lock, settle })),
      Effect.fromResult,
    )

  return {
    head: (ledger) =>
      Effect.flatMap(
        ask("head", async (client) => {
          await Entries.admitted(client, ledger)
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
      ask("find", async (client) => {
        await Entries.admitted(client, ledger)
        return Entries.find(client, ledger, ids)
      }),

    ledgers: ask("ledgers", Entries.ledgers),

    growth: (ledger) => growth(pool, ledger),
  }
})

/** The store of a database, as a layer. */
export const layer = (url: string, options?: Options): Layer.Layer<JournalStore.JournalStore, StoreError> =>
  Layer.effect(JournalStore.JournalStore, make(url, options))

type Work<A> = (client: pg.PoolClient) => Promise<A>

const attempt = <A>(operation: string, work: () => Promise<A>): Effect.Effect<A, StoreError> =>
  Effect.tryPromise({ try: work, catch: (cause) => Fault.of(cause, operation) })

const poolOf = (url: string, connections: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: "grootboek",
  })
  // A connection that breaks while it is idle must not end the process; whoever uses the store next is told.
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

// A connection on which something failed is not used again: nobody knows what state it is in.
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

/** Batches on their way into a ledger. */
interface Flow<E> {
  readonly ledger: string
  readonly expected: number
  readonly lock: "advisory" | "none"
  readonly batches: Stream.Stream<ReadonlyArray<Journal.Proposal>, E>
}

/** One transaction around a whole stream; a connection that is given back before COMMIT is rolled back. */
const appendAll = <E>(pool: pg.Pool, { ledger, expected, lock, batches }: Flow<E>) =>
  Effect.scoped(
    Effect.gen(function* () {
      const client = yield* lend(pool, "append")
      const step = <A>(work: () => Promise<A>) => attempt("append", work)
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

interface Reading {
  readonly ledger: string
  readonly after: number
  readonly pageSize: number
}

const read = (pool: pg.Pool, { ledger, after, pageSize }: Reading) =>
  Stream.unwrap(
    Effect.gen(function* () {
      const client = yield* lend(pool, "read")
      yield* attempt("read", () => Entries.declare(client, ledger, after))
      const page = attempt("read", () => Entries.fetchPage(client, pageSize))
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
        client.on("error", (cause) => Queue.failCauseUnsafe(queue, Cause.fail(Fault.of(cause, "growth"))))
        yield* attempt("growth", async () => {
          await Entries.admitted(client, ledger)
          await client.query(`LISTEN ${Entries.channelOf(ledger)}`)
        })
        // What was appended before anybody listened is told by this one.
        Queue.offerUnsafe(queue, undefined)
        yield* Effect.never
      }),
    { bufferSize: 1, strategy: "sliding" },
  ).pipe(
    Stream.mapEffect(() =>
      Effect.flatMap(
        attempt("growth", () => borrow(pool, (client) => Entries.headOf(client, ledger))),
        (head) => Effect.fromResult(head),
      ),
    ),
    Stream.map(({ position }) => position),
    Stream.changes,
  )

// Given back clean when its scope closes, or not at all.
const lend = (pool: pg.Pool, operation: string): Effect.Effect<pg.PoolClient, StoreError, Scope.Scope> =>
  Effect.acquireRelease(
    attempt(operation, () => pool.connect()),
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
