/**
 * A journal store in Web Storage, such as the `localStorage` of a browser.
 *
 * Storage writes an item whole or not at all, so a batch is one item. Core decides on a batch; the store keeps its bytes.
 */
import { Batch, type Journal, JournalStore } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** The part of `Storage` that the store uses. */
export type Items = Pick<Storage, "getItem" | "setItem" | "key" | "length">

/** Returns a store in items. */
export const make = (items: Items, sha256: Journal.Sha256): JournalStore.JournalStoreShape => {
  const head = (ledger: string) => Effect.fromResult(Batch.headAfter(rows(items, ledger).at(-1), ledger))

  const append: JournalStore.JournalStoreShape["append"] = Effect.fnUntraced(
    function* (ledger, expected, proposals) {
      const now = yield* Clock.currentTimeMillis
      const ids = new Set(proposals.map(({ id }) => id))
      const found = rows(items, ledger).filter(({ id }) => ids.has(id))
      const ground = { head: yield* head(ledger), found, now }
      const settled = Batch.settle({ ledger, expected, proposals }, ground, sha256)
      const batch = yield* Effect.fromResult(settled)
      if (batch.rows.length > 0) items.setItem(`${ledger} ${ground.head.position}`, written(batch.rows))
      return batch.appended
    },
  )

  return {
    head: (ledger) => Effect.suspend(() => head(ledger)),

    append,

    appendAll: JournalStore.gathering(append),

    restore: Effect.fnUntraced(function* (ledger, expected, entries) {
      const ground = { head: yield* head(ledger), found: rows(items, ledger) }
      const restored = yield* Effect.fromResult(Batch.restore({ ledger, expected, entries }, ground, sha256))
      if (entries.length > 0) items.setItem(`${ledger} ${expected}`, written(restored.rows))
      return restored.head
    }),

    read: (ledger, after) =>
      Stream.suspend(() => Stream.fromIterable(rows(items, ledger).slice(after), { chunkSize: 1_000 })),

    find: (ledger, ids) => Effect.sync(() => rows(items, ledger).filter(({ id }) => ids.includes(id))),

    ledgers: Effect.sync(() => [...new Set(keys(items).map(([ledger]) => ledger))].sort()),
  }
}

/** Returns the text of an item: a row per line, `id hash body`. */
export const written = (rows: ReadonlyArray<Batch.Row>): string =>
  rows.map(({ id, hash, body }) => `${id} ${hash} ${decoder.decode(body)}`).join("\n")

const rows = (items: Items, ledger: string): ReadonlyArray<Batch.Row> =>
  keys(items)
    .filter(([name]) => name === ledger)
    .sort(([, a], [, b]) => a - b)
    .flatMap(([name, after]) =>
      (items.getItem(`${name} ${after}`) ?? "").split("\n").map((line, i) => {
        const [id = "", hash = ""] = line.split(" ", 2)
        const body = encoder.encode(line.slice(id.length + hash.length + 2))
        return { id, hash, body, position: after + i + 1 }
      }),
    )

const keys = (items: Items): ReadonlyArray<readonly [ledger: string, after: number]> =>
  Array.from({ length: items.length }, (_, i) => items.key(i) ?? "").map((key) => {
    const space = key.lastIndexOf(" ")
    return [key.slice(0, space), Number(key.slice(space + 1))]
  })

const encoder = new TextEncoder()
const decoder = new TextDecoder()
