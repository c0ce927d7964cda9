/**
 * The journal in PostgreSQL: many local authorities on one server, each with its own ledgers.
 *
 * Each append is one transaction. The primary key (ledger, position) guarantees the order; the lock on the row of the
 * ledger only avoids collisions.
 */
import { Batch, JournalStore } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type pg from "pg"
import * as BatchStream from "./BatchStream.ts"
import * as Connection from "./Connection.ts"
import * as Entries from "./Entries.ts"
import * as Growth from "./Growth.ts"
import { current } from "./Migration.ts"
import { type LedgerLock, type Settle, type SettledRows, transact } from "./Transaction.ts"

type StoreError = JournalStore.StoreError

/** How to reach a database. */
export interface PostgresOptions {
  /** The largest number of connections. A reader uses one until it ends. */
  readonly connections?: number
  /** Entries per page of a read, which a slow reader keeps in memory. */
  readonly pageSize?: number
  /** `none` for an engine without row locks: writers then collide on the key and try again. */
  readonly lock?: LedgerLock
  /** How long to wait for a free connection and for the server to accept one. 10 seconds by default. */
  readonly connectTimeoutMs?: number
  /** How long to wait for another writer of the ledger. 30 seconds by default. */
  readonly lockTimeoutMs?: number
  /** How long a statement may take. By default the server decides. */
  readonly statementTimeoutMs?: number
  /**
   * How long to wait for the answer to a statement, `COMMIT` included; 0 for no limit. Then the connection is closed, and
   * the call fails with `TimedOut`: what it sent may be recorded. 5 minutes by default, and a minute more than the other
   * limits at least.
   */
  readonly answerTimeoutMs?: number
  /** How often `growth` looks at the ledger without a notification. 5 seconds by default. */
  readonly pollMs?: number
}

export interface PostgresStore extends JournalStore.JournalStoreShape {
  /** Returns the position of a ledger's head, now and after each append. */
  readonly growth: (ledger: string) => Stream.Stream<number, StoreError>
}

/** Connects to the store of a database until the scope ends. */
export const make = Effect.fnUntraced(function* (
  url: string,
  {
    connections: count = 10,
    pageSize = 1_000,
    lock = "row",
    connectTimeoutMs = 10_000,
    lockTimeoutMs = 30_000,
    statementTimeoutMs = 0,
    answerTimeoutMs = Math.max(300_000, lockTimeoutMs + 60_000, statementTimeoutMs + 60_000),
    pollMs = 5_000,
  }: PostgresOptions = {},
): Effect.fn.Return<PostgresStore, StoreError, Scope.Scope> {
  const connections = yield* Connection.make(url, {
    connections: count,
    connectTimeoutMs,
    statementTimeoutMs,
    answerTimeoutMs,
  })
  const query = <A>(operation: string, work: Work<A>): Effect.Effect<A, StoreError> =>
    Connection.attempt(connections, operation, () => Connection.borrow(connections, work))

  let version = yield* query("open", Entries.versionOf)
  // The owner may migrate while this store is open.
  const requireCurrent: Work<void> = async (client) => {
    if (version >= current) return
    await Entries.requireCurrent(client)
    version = current
  }
  const write = <A extends SettledRows>(
    operation: "append" | "restore",
    ledger: string,
    settle: Settle<A>,
  ): Effect.Effect<A, StoreError> =>
    Effect.flatMap(
      query(operation, async (client) => {
        await requireCurrent(client)
        return transact(client, { ledger, lock, lockTimeoutMs, restores: operation === "restore", settle })
      }),
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

    appendAll: (ledger, expected, batches) =>
      Effect.andThen(
        query("append", requireCurrent),
        BatchStream.append(connections, { ledger, expected, lock, lockTimeoutMs, batches }),
      ),

    restoreAll: (ledger, expected, batches) =>
      Effect.andThen(
        query("restore", requireCurrent),
        BatchStream.restore(connections, { ledger, expected, lock, lockTimeoutMs, batches }),
      ),

    restore: Effect.fnUntraced(function* (ledger, expected, entries) {
      const ids = Batch.idsOf(entries)
      const restored = yield* write("restore", ledger, async (client, head) => {
        const found = await Entries.find(client, ledger, ids)
        return Batch.restore({ ledger, expected, entries }, { head, found }, Entries.sha256)
      })
      return restored.head
    }),

    read: (ledger, after) => read(connections, { ledger, after, pageSize }),

    find: (ledger, ids) =>
      query("find", async (client) => {
        await Entries.requireAdmission(client, ledger)
        return Entries.find(client, ledger, ids)
      }),

    locate: (ledger, ids) =>
      query("find", async (client) => {
        await Entries.requireAdmission(client, ledger)
        return Entries.positions(client, ledger, ids)
      }),

    ledgers: query("ledgers", Entries.ledgers),

    growth: (ledger) => Growth.follow(connections, { ledger, pollMs }),
  }
})

export const layer = (
  url: string,
  options?: PostgresOptions,
): Layer.Layer<JournalStore.JournalStore, StoreError> =>
  Layer.effect(JournalStore.JournalStore, make(url, options))

type Work<A> = (client: pg.PoolClient) => Promise<A>

interface PagedRead {
  readonly ledger: string
  readonly after: number
  readonly pageSize: number
}

const read = (connections: Connection.Connections, { ledger, after, pageSize }: PagedRead) =>
  Stream.unwrap(
    Effect.gen(function* () {
      const client = yield* Connection.lend(connections, "read")
      yield* Connection.attempt(connections, "read", () => Entries.declare(client, ledger, after))
      const page = Connection.attempt(connections, "read", () => Entries.fetchPage(client, pageSize))
      return Stream.paginate(0, (turn) =>
        Effect.map(page, (entries) => {
          const next = entries.length < pageSize ? Option.none<number>() : Option.some(turn + 1)
          return [entries, next] as const
        }),
      )
    }),
  )
