/** A journal store in memory: for tests, for trials, and for a page in a browser. What it holds ends with it. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as Batch from "./Batch.ts"
import * as Journal from "./Journal.ts"
import { JournalStore, type JournalStoreShape } from "./JournalStore.ts"

/** An empty store. */
export const make = (sha256: Journal.Sha256): Effect.Effect<JournalStoreShape> =>
  Effect.sync(() => {
    const chains = new Map<string, Chain>()
    const chain = (ledger: string): Chain =>
      chains.get(ledger) ?? { head: Journal.genesis, rows: [], positions: new Map() }

    return {
      head: (ledger) => Effect.sync(() => chain(ledger).head),

      append: Effect.fnUntraced(function* (ledger, expected, proposals) {
        const now = yield* Clock.currentTimeMillis
        const before = chain(ledger)
        const found = pick(before, new Set(proposals.map(({ id }) => id)))
        const ground = { head: before.head, found, now }
        const settled = Batch.settle({ ledger, expected, proposals }, ground, sha256)
        const { rows, appended } = yield* Effect.fromResult(settled)
        if (rows.length > 0) chains.set(ledger, extend(before, rows, appended.head))
        return appended
      }),

      read: (ledger, after) =>
        Stream.suspend(() => Stream.fromArray(chain(ledger).rows.slice(Math.max(0, after)))),

      find: (ledger, ids) => Effect.sync(() => pick(chain(ledger), new Set(ids))),

      ledgers: Effect.sync(() => [...chains.keys()].sort()),
    }
  })

/** The store in memory, as a layer. */
export const layer = (sha256: Journal.Sha256): Layer.Layer<JournalStore> =>
  Layer.effect(JournalStore, make(sha256))

interface Chain {
  readonly head: Journal.Head
  readonly rows: Array<Batch.Row>
  readonly positions: Map<string, number>
}

const extend = (chain: Chain, rows: ReadonlyArray<Batch.Row>, head: Journal.Head): Chain => {
  for (const row of rows) {
    chain.rows.push(row)
    chain.positions.set(row.id, row.position)
  }
  return { ...chain, head }
}

const pick = ({ rows, positions }: Chain, ids: ReadonlySet<string>): ReadonlyArray<Batch.Row> =>
  [...ids]
    .flatMap((id) => positions.get(id) ?? [])
    .sort((a, b) => a - b)
    .flatMap((position) => rows[position - 1] ?? [])
