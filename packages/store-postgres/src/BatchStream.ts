/** Streams of batches written in one transaction: one batch is in memory at a time. */
import { Batch, type Journal, type JournalStore } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type pg from "pg"
import * as Connection from "./Connection.ts"
import * as Entries from "./Entries.ts"
import { enter, type LedgerLock } from "./Transaction.ts"

type StoreError = JournalStore.StoreError

export interface BatchStream<A, E> {
  readonly ledger: string
  readonly expected: number
  readonly lock: LedgerLock
  readonly lockTimeoutMs: number
  readonly batches: Stream.Stream<ReadonlyArray<A>, E>
}

export const append = <E>(
  connections: Connection.Connections,
  stream: BatchStream<Journal.Proposal, E>,
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { ledger } = stream
  const settle: Step<Journal.Proposal> = (client, head, proposals) =>
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const step = <A>(work: () => Promise<A>) => Connection.attempt(connections, "append", work)
      const ids = proposals.map(({ id }) => id)
      const found = yield* step(() => Entries.find(client, ledger, ids))
      const batch = { ledger, expected: head.position, proposals }
      const { rows, appended } = yield* Effect.fromResult(
        Batch.settle(batch, { head, found, now }, Entries.sha256),
      )
      if (rows.length > 0) yield* step(() => Entries.insert(client, ledger, { rows, restores: false }))
      return appended.head
    })
  return streamed(connections, "append", { ...stream, settle })
}

export const restore = <E>(
  connections: Connection.Connections,
  stream: BatchStream<Journal.Sealed, E>,
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { ledger } = stream
  const settle: Step<Journal.Sealed> = (client, head, entries) =>
    Effect.gen(function* () {
      const step = <A>(work: () => Promise<A>) => Connection.attempt(connections, "restore", work)
      const found = yield* step(() => Entries.find(client, ledger, Batch.statedIds(entries)))
      const backup = { ledger, expected: head.position, entries }
      const restored = yield* Effect.fromResult(Batch.restore(backup, { head, found }, Entries.sha256))
      if (restored.rows.length > 0)
        yield* step(() => Entries.insert(client, ledger, { rows: restored.rows, restores: true }))
      return restored.head
    })
  return streamed(connections, "restore", { ...stream, settle })
}

/** Returns the head after a batch, which it writes. */
type Step<A> = (
  client: pg.PoolClient,
  head: Journal.Head,
  batch: ReadonlyArray<A>,
) => Effect.Effect<Journal.Head, StoreError>

/** Writes a stream in one transaction. A connection that is released before COMMIT is rolled back. */
const streamed = <A, E>(
  connections: Connection.Connections,
  operation: "append" | "restore",
  { batches, expected, settle, ...writing }: BatchStream<A, E> & { readonly settle: Step<A> },
): Effect.Effect<Journal.Head, StoreError | E> =>
  Effect.scoped(
    Effect.gen(function* () {
      const { ledger } = writing
      const client = yield* Connection.lend(connections, operation)
      const step = <B>(work: () => Promise<B>) => Connection.attempt(connections, operation, work)
      const before = yield* Effect.fromResult(yield* step(() => enter(client, writing)))
      if (before.position !== expected)
        return yield* Effect.fail({
          _tag: "PositionConflict" as const,
          ledger,
          expected,
          actual: before.position,
        })
      const after = yield* Stream.runFoldEffect(
        batches,
        () => before,
        (head, batch) => settle(client, head, batch),
      )
      yield* step(() => client.query("COMMIT"))
      return after
    }),
  )
