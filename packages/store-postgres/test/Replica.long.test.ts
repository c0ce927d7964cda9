/** A primary with a synchronous standby: the primary is lost while programs append. */
import { hash } from "node:crypto"
import { type Journal, type JournalStore, Verify } from "@grootboek/core"
import { database, member } from "@grootboek/testing/PostgresPlace"
import { type Server, start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { afterAll, expect, test } from "vitest"
import { PostgresStore } from "../src/index.ts"
import { follow, primarySettings, promote } from "./Replica.ts"

const servers: Array<Server> = []
afterAll(async () => {
  for (const server of servers) await server.remove()
})

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})
const run = <A>(
  effect: Effect.Effect<A, JournalStore.StoreError>,
): Promise<Result.Result<A, JournalStore.StoreError>> => Effect.runPromise(Effect.result(effect))

test("standby: answers statements, rejects writes, and loses no acknowledged entry when it is promoted", async () => {
  const primary = await start(primarySettings)
  servers.push(primary)
  const name = await database(primary)
  const url = await member(primary, name, { role: "authority", ledger: "*", as: "writer" })
  const standby = await follow(primary)
  servers.push(standby)
  const standbyUrl = standby.url("authority", name)

  // Four writers append, one entry at a time, until the primary is gone.
  const acknowledged: Array<string> = []
  const writer = (w: number) =>
    Effect.scoped(
      Effect.gen(function* () {
        const store = yield* PostgresStore.make(url, { connections: 1 })
        for (let n = 0; ; n++) {
          const { position } = yield* store.head("main")
          const one = { ...proposal(n), id: `w${w}:${n}` }
          const outcome = yield* Effect.result(store.append("main", position, [one]))
          if (Result.isSuccess(outcome)) acknowledged.push(one.id)
          else if (outcome.failure._tag !== "PositionConflict") return yield* Effect.fail(outcome.failure)
        }
      }),
    )
  const writers = [0, 1, 2, 3].map((w) => run(writer(w)))
  while (acknowledged.length < 60) await new Promise((resolve) => setTimeout(resolve, 50))

  const onStandby = <A>(
    work: (store: PostgresStore.PostgresStore) => Effect.Effect<A, JournalStore.StoreError>,
  ) => run(Effect.scoped(Effect.flatMap(PostgresStore.make(standbyUrl, { connections: 2 }), work)))
  const early = await onStandby((store) => Stream.runCollect(store.read("main", 0)))
  expect(Result.isSuccess(early) && early.success.length).toBeGreaterThan(0)
  // A standby cannot listen: growth is polled there.
  const grown = await onStandby((store) => Stream.runCollect(Stream.take(store.growth("main"), 2)))
  expect(Result.isSuccess(grown) && (grown.success[1] ?? 0)).toBeGreaterThan(0)
  const refused = await onStandby((store) => store.append("main", 0, [proposal(1)]))
  expect(refused).toMatchObject({ failure: { problem: { code: "Replica" } } })

  await primary.kill()
  for (const outcome of await Promise.all(writers)) expect(Result.isFailure(outcome)).toBe(true)
  await promote(standby)

  const report = await onStandby((store) => Verify.ledger(store, "main", sha256))
  const found = await onStandby((store) => store.find("main", acknowledged))
  expect(Result.isSuccess(report) && report.success.findings).toEqual([])
  expect(Result.isSuccess(found) && acknowledged.length - found.success.length).toBe(0)
  const next = await onStandby((store) =>
    Effect.flatMap(store.head("main"), ({ position }) => store.append("main", position, [proposal(1)])),
  )
  expect(Result.isSuccess(next)).toBe(true)
  console.info(`acknowledged ${acknowledged.length}, lost 0`)
})
