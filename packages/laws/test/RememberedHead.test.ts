import { hash } from "node:crypto"
import { type Journal, type JournalStore, MemoryStore, Verify } from "@grootboek/core"
import { RememberedHead } from "@grootboek/core/journal"
import { StoreSuite } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

type Store = JournalStore.JournalStoreShape

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

describe("store with a remembered head", () => {
  StoreSuite.suite(test, {
    sha256,
    place: (kept) =>
      Effect.map(MemoryStore.make(sha256, kept), (store) =>
        Effect.sync(() => RememberedHead.over(store, RememberedHead.inMemory())),
      ),
  })
})

const proposal = (name: string, n: number): Journal.Proposal => ({
  id: `${name}:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + n },
})

/** The planted fault: a store that forgets its last entries, after which other writers may continue. */
const forgotten = Effect.fnUntraced(function* (store: Store, kept: number, others: number) {
  const copy = yield* MemoryStore.make(sha256)
  const entries = yield* Stream.runCollect(store.read("main", 0))
  yield* copy.restore("main", 0, entries.slice(0, kept))
  for (let n = 0; n < others; n++) yield* copy.append("main", kept + n, [proposal("other", n)])
  return copy
})

test("remembered head: refuses to write to a store that forgot acknowledged entries, which verification cannot see", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.nat(7), fc.nat(10), (count, cut, others) =>
      Effect.runPromise(
        Effect.gen(function* () {
          const kept = Math.min(cut, count - 1)
          const remembered = RememberedHead.inMemory()
          const before = yield* MemoryStore.make(sha256)
          const writer = RememberedHead.over(before, remembered)
          for (let n = 0; n < count; n++) yield* writer.append("main", n, [proposal("own", n)])
          const cluster = yield* forgotten(before, kept, others)
          const after = RememberedHead.over(cluster, remembered)
          const { position } = yield* after.head("main")
          const outcome = yield* Effect.result(after.append("main", position, [proposal("own", 99)]))
          expect(outcome).toMatchObject({ failure: { problem: { code: "Forgotten", place: "main" } } })
          const { entries, findings } = yield* Verify.ledger(cluster, "main", sha256)
          expect({ entries, findings }).toEqual({ entries: kept + others, findings: [] })
        }),
      ),
    ),
    { numRuns: 60, seed: 1 },
  )
})

test("remembered head: lets a writer continue when others wrote after its head", async () => {
  const remembered = RememberedHead.inMemory()
  await Effect.runPromise(
    Effect.gen(function* () {
      const store = yield* MemoryStore.make(sha256)
      const writer = RememberedHead.over(store, remembered)
      yield* writer.append("main", 0, [proposal("own", 0)])
      yield* store.append("main", 1, [proposal("other", 0)])
      const { head } = yield* writer.append("main", 2, [proposal("own", 1)])
      expect(yield* remembered.recall("main")).toEqual(head)
    }),
  )
})
