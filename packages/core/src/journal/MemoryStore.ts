/**
 * A journal store in memory, for tests, trials and pages in a browser.
 *
 * ```ts
 * const store = await Effect.runPromise(MemoryStore.make(sha256))
 * const { written } = await Effect.runPromise(store.append("demo", 0, proposals.slice(0, 2)))
 * written // => [1, 2]
 * const program = Effect.flatMap(JournalStore.JournalStore, (store) => store.head("demo"))
 * (await Effect.runPromise(Effect.provide(program, MemoryStore.layer(sha256)))).position // => 0
 * ```
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as Batch from "./Batch.ts"
import type * as Journal from "./Journal.ts"
import { gathering, JournalStore, type JournalStoreShape } from "./JournalStore.ts"

/** Entries by ledger. */
export type Contents = ReadonlyMap<string, ReadonlyArray<Batch.Row>>

/** Makes a store, empty or with the given entries. */
export const make = (
  sha256: Journal.Sha256,
  contents: Contents = new Map(),
): Effect.Effect<JournalStoreShape> =>
  Effect.sync(() => {
    const ledgers = new Map([...contents].map(([ledger, rows]) => [ledger, extend(empty(), rows)]))
    const stored = (ledger: string): StoredLedger => ledgers.get(ledger) ?? empty()
    const head = (ledger: string) => Batch.headAfter(stored(ledger).rows.at(-1), ledger)

    const append: JournalStoreShape["append"] = Effect.fnUntraced(function* (ledger, expected, proposals) {
      const now = yield* Clock.currentTimeMillis
      const before = stored(ledger)
      const found = pick(before, new Set(proposals.map(({ id }) => id)))
      const state = { head: yield* Effect.fromResult(head(ledger)), found, now }
      const settled = Batch.settle({ ledger, expected, proposals }, state, sha256)
      const { rows, appended } = yield* Effect.fromResult(settled)
      if (rows.length > 0) ledgers.set(ledger, extend(before, rows))
      return appended
    })

    return {
      head: (ledger) => Effect.suspend(() => Effect.fromResult(head(ledger))),

      append,

      appendAll: gathering(append),

      restore: Effect.fnUntraced(function* (ledger, expected, entries) {
        const before = stored(ledger)
        const state = { head: yield* Effect.fromResult(head(ledger)), found: before.rows }
        const restored = yield* Effect.fromResult(Batch.restore({ ledger, expected, entries }, state, sha256))
        if (restored.rows.length > 0) ledgers.set(ledger, extend(before, restored.rows))
        return restored.head
      }),

      read: (ledger, after) =>
        Stream.paginate(Math.max(0, after), (from) =>
          Effect.sync(() => {
            const page = stored(ledger).rows.slice(from, from + pageSize)
            return [page, page.length < pageSize ? Option.none() : Option.some(from + pageSize)] as const
          }),
        ),

      find: (ledger, ids) => Effect.sync(() => pick(stored(ledger), new Set(ids))),

      ledgers: Effect.sync(() => [...ledgers.keys()].sort()),
    }
  })

/** The memory store as a layer. */
export const layer = (sha256: Journal.Sha256): Layer.Layer<JournalStore> =>
  Layer.effect(JournalStore, make(sha256))

const pageSize = 1_000

interface StoredLedger {
  readonly rows: Array<Batch.Row>
  readonly positions: Map<string, number>
}

const empty = (): StoredLedger => ({ rows: [], positions: new Map() })

const extend = ({ rows, positions }: StoredLedger, more: ReadonlyArray<Batch.Row>): StoredLedger => {
  for (const row of more) {
    rows.push(row)
    positions.set(row.id, row.position)
  }
  return { rows, positions }
}

const pick = ({ rows, positions }: StoredLedger, ids: ReadonlySet<string>): ReadonlyArray<Batch.Row> =>
  [...ids]
    .flatMap((id) => positions.get(id) ?? [])
    .sort((a, b) => a - b)
    .flatMap((position) => rows[position - 1] ?? [])
