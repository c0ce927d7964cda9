/** Streams of batches written in one transaction: one batch is in memory at a time. */
import { Batch, type Journal, type JournalStore } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { Database } from "./Database.ts"
import type * as Guard from "./Guard.ts"
import * as Page from "./Page.ts"
import * as Transaction from "./Transaction.ts"

type StoreError = JournalStore.StoreError

interface BatchStream<A, E> {
  readonly ledger: string
  readonly expected: number
  readonly batches: Stream.Stream<ReadonlyArray<A>, E>
}

/** Returns the head after a batch, which it writes. */
type Step<A> = (head: Journal.Head, batch: ReadonlyArray<A>) => Effect.Effect<Journal.Head, StoreError>

/** Appends a stream in one transaction. Rolls it back when the stream fails. */
export const append = <E>(
  database: Database,
  handle: Guard.Guard,
  stream: BatchStream<Journal.Proposal, E>,
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { ledger } = stream
  const settle: Step<Journal.Proposal> = (head, proposals) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      handle("append", () => {
        const ids = proposals.map(({ id }) => id)
        const found = database.entries.find(ledger, ids)
        const batch = { ledger, expected: head.position, proposals }
        return Result.map(
          Batch.settle(batch, { head, found, now }, Transaction.sha256),
          ({ rows, appended }) => {
            database.entries.insert(ledger, rows)
            return appended.head
          },
        )
      }),
    )
  return streamed(database, handle, { ...stream, batches: gathered(stream.batches), settle })
}

/** Returns batches that fill a segment each: smaller ones would be written again, when their segments are joined. */
const gathered = <A, E>(batches: Stream.Stream<ReadonlyArray<A>, E>): Stream.Stream<ReadonlyArray<A>, E> =>
  Stream.chunks(Stream.rechunk(Stream.flattenIterable(batches), Page.mostRows))

/** Restores a stream in one transaction. Rolls it back when the stream fails. */
export const restore = <E>(
  database: Database,
  handle: Guard.Guard,
  stream: BatchStream<Journal.Sealed, E>,
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { ledger } = stream
  const settle: Step<Journal.Sealed> = (head, entries) =>
    handle("restore", () => {
      const found = database.entries.find(ledger, Batch.statedIds(entries))
      const backup = { ledger, expected: head.position, entries }
      return Result.map(Batch.restore(backup, { head, found }, Transaction.sha256), (restored) => {
        database.entries.insert(ledger, restored.rows)
        return restored.head
      })
    })
  return streamed(database, handle, { ...stream, settle })
}

const streamed = <A, E>(
  database: Database,
  handle: Guard.Guard,
  { ledger, expected, batches, settle }: BatchStream<A, E> & { readonly settle: Step<A> },
): Effect.Effect<Journal.Head, StoreError | E> => {
  const { driver } = database
  const run = (statement: "BEGIN IMMEDIATE" | "COMMIT") =>
    handle("append", () => Result.succeed(void driver.exec(statement)))
  return Effect.acquireUseRelease(
    run("BEGIN IMMEDIATE"),
    () =>
      Effect.gen(function* () {
        const before = yield* handle("append", () => Transaction.head(database, ledger))
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
    () => Effect.sync(() => driver.inTransaction && Transaction.rollback(database)),
  )
}
