import { hash } from "node:crypto"
import { type BudgetEvent, type Journal, type JournalStore, MemoryStore } from "@grootboek/core"
import { Router } from "@grootboek/core/journal"
import { StoreSuite } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

type Stores = ReadonlyMap<string, JournalStore.JournalStoreShape>

const stores = (kept: StoreSuite.InitialEntries = new Map()): Promise<Stores> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const own = (name: string) => new Map([...kept].filter(([ledger]) => nameOf(ledger) === name))
      return new Map([
        ["north", yield* MemoryStore.make(sha256, own("north"))],
        ["south", yield* MemoryStore.make(sha256, own("south"))],
      ])
    }),
  )

// Ledgers are divided by the last character of their names.
const nameOf = (ledger: string): string =>
  (ledger.codePointAt(ledger.length - 1) ?? 0) % 2 === 0 ? "north" : "south"

describe("a router over two memory stores", () => {
  StoreSuite.suite(test, {
    sha256,
    place: (kept) =>
      Effect.map(
        Effect.promise(() => stores(kept)),
        (stores) =>
          Effect.succeed(
            Router.make({
              stores,
              routes: { ...Router.inMemory(), storeOf: (ledger) => Effect.succeed(nameOf(ledger)) },
            }),
          ),
      ),
  })
})

const event = (code: string): BudgetEvent.BudgetEvent => ({
  _tag: "StructureDeclared",
  declarations: { goals: [{ code, level: "action", name: code, priority: false }] },
})
const proposals = (from: number, until: number): ReadonlyArray<Journal.Proposal> =>
  Array.from({ length: until - from }, (_, at) => ({
    id: `e${from + at}`,
    actor: "test",
    event: event(`A${from + at}`),
  }))

const opened = async () => {
  const names = new Map([
    ["a", "north"],
    ["lost", "west"],
  ])
  const routed = { stores: await stores(), routes: Router.inMemory(names) }
  const router = Router.make(routed)
  await Effect.runPromise(router.append("a", 0, proposals(0, 2_500)))
  const at = (name: string) => {
    const store = routed.stores.get(name)
    if (store === undefined) throw new Error(name)
    return store
  }
  const bodies = (store: JournalStore.JournalStoreShape) =>
    Effect.runPromise(
      Stream.runCollect(store.read("a", 0)).pipe(Effect.map((all) => all.map(({ hash }) => hash))),
    )
  return { names, routed, router, at, bodies }
}

const failure = <A, E>(effect: Effect.Effect<A, E>) => Effect.runPromise(Effect.flip(effect))

describe("routes", () => {
  test("refuse every operation on a ledger that has no route, or the route of an unknown store", async () => {
    const { router, routed } = await opened()
    for (const ledger of ["unknown", "lost"]) {
      const operations: ReadonlyArray<Effect.Effect<unknown, JournalStore.StoreError>> = [
        router.head(ledger),
        router.append(ledger, 0, proposals(0, 1)),
        router.appendAll(ledger, 0, Stream.empty),
        router.restore(ledger, 0, []),
        Stream.runCollect(router.read(ledger, 0)),
        router.find(ledger, ["e0"]),
      ]
      for (const operation of operations)
        expect(await failure(operation)).toMatchObject({ problem: { code: "NoRoute", place: ledger } })
      expect(await failure(Router.move(routed, ledger, "south"))).toMatchObject({
        problem: { code: "NoRoute" },
      })
    }
    expect(await failure(Router.move(routed, "a", "west"))).toMatchObject({ problem: { code: "NoRoute" } })
    expect(await Effect.runPromise(router.ledgers)).toEqual(["a"])
  })

  test("move: copies a ledger, switches, and lists it once", async () => {
    const { names, routed, router, at, bodies } = await opened()
    const before = await bodies(at("north"))
    expect(await Effect.runPromise(Router.move(routed, "a", "south"))).toMatchObject({ position: 2_500 })
    expect([names.get("a"), await bodies(at("south"))]).toEqual(["south", before])
    await Effect.runPromise(router.append("a", 2_500, proposals(2_500, 2_501)))
    expect([(await bodies(router)).length, (await bodies(at("north"))).length]).toEqual([2_501, 2_500])
    expect(await Effect.runPromise(router.ledgers)).toEqual(["a"])
    // And back: the old store has a shorter copy, which is continued.
    expect(await Effect.runPromise(Router.move(routed, "a", "north"))).toMatchObject({ position: 2_501 })
  })

  test.each(["restoreAll", "assign"] as const)(
    "move: keeps the old route when an entry comes in during %s",
    async (when) => {
      const { names, routed, at } = await opened()
      const late = at("north").append("a", 2_500, proposals(2_500, 2_501))
      const south = at("south")
      const moving: Router.RoutedStores = {
        stores: new Map([
          ...routed.stores,
          [
            "south",
            {
              ...south,
              restore: (ledger, expected, entries) =>
                Effect.tap(south.restore(ledger, expected, entries), () =>
                  when === "restoreAll" ? late : Effect.void,
                ),
            },
          ],
        ]),
        routes: {
          ...routed.routes,
          assign: (ledger, store) =>
            Effect.andThen(
              routed.routes.assign(ledger, store),
              when === "assign" && store === "south" ? Effect.asVoid(late) : Effect.void,
            ),
        },
      }
      expect(await failure(Router.move(moving, "a", "south"))).toEqual({
        _tag: "GrewMeanwhile",
        ledger: "a",
        moved: 2_500,
        last: 2_501,
      })
      expect(names.get("a")).toBe("north")
      // Moved again, it takes the entry along.
      expect(await Effect.runPromise(Router.move(routed, "a", "south"))).toMatchObject({ position: 2_501 })
    },
  )

  test("move: refuses a store that has another journal under the name", async () => {
    const { names, routed, at } = await opened()
    await Effect.runPromise(at("south").append("a", 0, proposals(7, 9)))
    expect(await failure(Router.move(routed, "a", "south"))).toMatchObject({
      _tag: "OtherJournalThere",
      position: 2,
    })
    expect(names.get("a")).toBe("north")
  })
})
