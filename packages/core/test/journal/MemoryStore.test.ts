/** The memory store: initial entries, restored entries and rejected ones. */
import { type Batch, Journal, JournalStore, MemoryStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import { altered, chain, sha256 } from "../Sealed.ts"

const rows: ReadonlyArray<Batch.Row> = chain(5).map((sealed, at) => ({ ...sealed, id: `close:${at}` }))
const proposals = (from: number, until: number): ReadonlyArray<Journal.Proposal> =>
  Array.from({ length: until - from }, (_, at) => ({
    id: `new:${from + at}`,
    actor: "tests",
    event: { _tag: "YearClosed", year: 2026 } as const,
  }))

const on = <A>(
  use: (store: JournalStore.JournalStoreShape) => Effect.Effect<A, unknown>,
  contents?: MemoryStore.Contents,
) =>
  Effect.runPromise(
    Effect.result(Effect.flatMap(MemoryStore.make(sha256, contents), use)).pipe(
      Effect.map(Result.match({ onFailure: (failure) => failure, onSuccess: (all) => all as unknown })),
    ),
  )

describe("MemoryStore", () => {
  test("make: returns an empty store, with the head of genesis for every name", async () => {
    expect(
      await on((store) => Effect.all([store.head("main"), store.ledgers, store.find("main", ["x"])])),
    ).toEqual([Journal.genesis, [], []])
  })

  test("makes a store with the given entries by ledger, sorted by name", async () => {
    const contents = new Map([
      ["z", rows],
      ["a", rows.slice(0, 2)],
    ])
    expect(
      await on(
        (store) =>
          Effect.all([
            store.head("z"),
            store.head("a"),
            store.ledgers,
            store.find("z", ["close:4", "close:1", "close:9", "close:1"]),
            store.find("a", ["close:4"]),
            Stream.runCollect(store.read("z", 3)),
            Stream.runCollect(store.read("z", -7)),
            Stream.runCollect(store.read("z", 5)),
          ]),
        contents,
      ),
    ).toEqual([
      { position: 5, hash: rows[4]?.hash, time: "2026-01-01T00:00:04.000Z" },
      { position: 2, hash: rows[1]?.hash, time: "2026-01-01T00:00:01.000Z" },
      ["a", "z"],
      [rows[1], rows[4]],
      [],
      rows.slice(3),
      rows,
      [],
    ])
  })

  test("make: does not change the given entries", async () => {
    const mine = [...rows]
    await on((store) => store.append("main", 5, proposals(0, 1)), new Map([["main", mine]]))
    expect(mine).toEqual(rows)
  })

  test("read: returns the last entry when it ends a page exactly", async () => {
    for (const count of [999, 1_000, 1_001, 2_000])
      expect(
        await on((store) =>
          Effect.andThen(
            store.append("main", 0, proposals(0, count)),
            Effect.map(Stream.runCollect(store.read("main", 0)), (all) => [all.length, all.at(-1)?.position]),
          ),
        ),
      ).toEqual([count, count])
  })

  test("read: returns every entry once over several pages", async () => {
    const read = await on((store) =>
      Effect.andThen(
        store.append("main", 0, proposals(0, 2_500)),
        Effect.map(Stream.runCollect(store.read("main", 499)), (all) => all.map(({ position }) => position)),
      ),
    )
    expect(read).toEqual(Array.from({ length: 2_001 }, (_, at) => 500 + at))
  })

  test("find, ledgers: return entries by id in the order of positions, and ledgers by name", async () => {
    const found = await on((store) =>
      Effect.gen(function* () {
        yield* store.append("stad", 0, proposals(0, 2))
        yield* store.append("ocmw", 0, proposals(0, 1))
        const rows = yield* store.find("stad", ["new:1", "new:0", "new:404"])
        return [yield* store.ledgers, rows.map(({ position }) => position)]
      }),
    )
    expect(found).toEqual([
      ["ocmw", "stad"],
      [1, 2],
    ])
  })

  test("appendAll: appends all batches as one, or nothing when the last one fails", async () => {
    expect(
      await on((store) =>
        Effect.gen(function* () {
          const batches = Stream.make(proposals(0, 2), proposals(2, 3))
          const { position } = yield* store.appendAll("main", 0, batches)
          const failing = Stream.concat(Stream.make(proposals(3, 4)), Stream.fail("torn" as const))
          const torn = yield* Effect.flip(store.appendAll("main", 3, failing))
          const late = yield* Effect.flip(store.appendAll("main", 2, Stream.make(proposals(5, 6))))
          return [position, torn, late, (yield* store.head("main")).position]
        }),
      ),
    ).toEqual([3, "torn", { _tag: "PositionConflict", ledger: "main", expected: 2, actual: 3 }, 3])
  })

  test("ledgers: omits a ledger without entries", async () => {
    expect(
      await on((store) =>
        Effect.gen(function* () {
          yield* store.append("main", 0, [])
          yield* store.restore("side", 0, [])
          return yield* store.ledgers
        }),
      ),
    ).toEqual([])
  })

  test("restore: restores entries unchanged, and rejects altered ones", async () => {
    const sealed = chain(3)
    const wrong = [...sealed.slice(0, 2), altered(sealed[2] as Journal.Sealed, "2028", "2029")]
    expect(
      await on((store) =>
        Effect.gen(function* () {
          const refused = yield* Effect.flip(store.restore("main", 0, wrong))
          const none = yield* store.head("main")
          const head = yield* store.restore("main", 0, sealed)
          const found = yield* store.find("main", ["close:2"])
          const again = yield* Effect.flip(store.restore("main", 1, sealed.slice(1)))
          return [refused._tag, none, head, found.map(({ position }) => position), again]
        }),
      ),
    ).toEqual([
      "Damaged",
      Journal.genesis,
      { position: 3, hash: sealed[2]?.hash, time: "2026-01-01T00:00:02.000Z" },
      [3],
      { _tag: "PositionConflict", ledger: "main", expected: 1, actual: 3 },
    ])
  })

  test("layer: provides the store as a service", async () => {
    const position = Effect.gen(function* () {
      const store = yield* JournalStore.JournalStore
      yield* store.append("main", 0, proposals(0, 2))
      return (yield* store.head("main")).position
    })
    expect(await Effect.runPromise(Effect.provide(position, MemoryStore.layer(sha256)))).toBe(2)
  })

  test("head: fails when the last entry is damaged", async () => {
    const broken = [{ position: 1, hash: "0".repeat(64), body: new Uint8Array(), id: "x" }]
    const failed = await on((store) => store.head("main"), new Map([["main", broken]]))
    expect(failed).toEqual({
      _tag: "StoreFailed",
      operation: "head",
      reason: "DamagedHead: main: 1: MalformedEntry",
      problem: { code: "DamagedHead", place: "main", detail: "1: MalformedEntry" },
    })
    const append = await on((store) => store.append("main", 1, proposals(0, 1)), new Map([["main", broken]]))
    expect(append).toEqual(failed)
  })
})

describe("JournalStore", () => {
  const batches = Stream.make(rows.slice(0, 2), rows.slice(2))

  test("entryAt: reads the entry at a position, and none behind the end", async () => {
    const read = (position: number) =>
      on((store) => JournalStore.entryAt(store, "main", position), new Map([["main", rows]]))
    const hashOf = (entry: unknown) =>
      typeof entry === "object" && entry !== null && "hash" in entry ? entry.hash : entry
    expect([await read(1), await read(3), await read(6)].map(hashOf)).toEqual([
      rows[0]?.hash,
      rows[2]?.hash,
      undefined,
    ])
  })

  test("restoreAll: restores a stream with a store that takes only lists", async () => {
    const restored = (edit: (store: JournalStore.JournalStoreShape) => JournalStore.JournalStoreShape) =>
      on((store) =>
        Effect.flatMap(JournalStore.restoreAll({ store: edit(store), ledger: "main" }, 0, batches), (head) =>
          Effect.map(store.head("main"), (now) => [head.hash, now.hash]),
        ),
      )
    const hash = rows[4]?.hash
    const lists = ({ restoreAll: _, ...store }: JournalStore.JournalStoreShape) => store
    expect(await restored(lists)).toEqual([hash, hash])
    expect(await restored((store) => store)).toEqual([hash, hash])
    const own = { ...Journal.genesis, hash: "of the store" }
    const streams = (store: JournalStore.JournalStoreShape) => ({
      ...store,
      restoreAll: () => Effect.succeed(own),
    })
    expect(await restored(streams)).toEqual(["of the store", Journal.genesis.hash])
  })
})
