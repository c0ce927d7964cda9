/** Concurrent writers, repeated deliveries, and a server that is killed. */
import { join } from "node:path"
import { type JournalStore, Verify } from "@grootboek/core"
import { PostgresStore } from "@grootboek/store-postgres"
import { SqliteStore } from "@grootboek/store-sqlite"
import { database, member } from "@grootboek/testing/PostgresPlace"
import * as Server from "@grootboek/testing/PostgresServer"
import * as Random from "@grootboek/testing/Random"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import type { Campaign, Measure } from "./Campaign.ts"
import * as Child from "./Child.ts"
import { inFolder, insist, ledger, proposals, sha256, sleep } from "./Sample.ts"
import { shared } from "./Server.ts"

type Store = JournalStore.JournalStoreShape

const writers = 8
const appends = 1_000

export const contests: ReadonlyArray<Campaign> = [
  {
    fault: "8 programs append 1,000 times each to one SQLite file",
    promise: "lost 0, duplicated 0, order total",
    run: () => inFolder((folder) => contest(join(folder, "l.db"), (place) => SqliteStore.make(place))),
  },
  {
    fault: "8 programs append 1,000 times each to PostgreSQL",
    promise: "lost 0, duplicated 0, order total",
    run: async () => {
      const server = await shared()
      const url = await member(server, await database(server), { role: "writers", ledger: "*", as: "writer" })
      return contest(url, (place) => PostgresStore.make(place, { connections: 2 }))
    },
  },
  {
    fault: "every batch delivered two or three times, in any order",
    promise: "written once each",
    run: ({ seed }) =>
      inFolder((folder) => using(SqliteStore.make(join(folder, "l.db")), (store) => repeated(store, seed))),
  },
  {
    fault: "a PostgreSQL server killed (SIGKILL) under four writers",
    promise: "acknowledged and lost 0",
    run: ({ seed, scale }) => killedServer(seed, Math.max(3, Math.round(3 * scale))),
  },
]

const using = <A>(
  open: Effect.Effect<Store, JournalStore.StoreError, Scope.Scope>,
  work: (store: Store) => Effect.Effect<A, JournalStore.StoreError>,
): Promise<A> => Effect.runPromise(Effect.scoped(Effect.flatMap(open, work)))

const contest = async (
  place: string,
  open: (place: string) => Parameters<typeof using>[0],
): Promise<Measure> => {
  const program = await Child.program("append")
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, w) => {
      let acknowledged = 0
      const running = Child.start(program, [place, `w${w}`, "1", String(appends)], () => {
        acknowledged += 1
      })
      await running.ended
      return acknowledged
    }),
  )
  const ids = counts.flatMap((count, w) => proposals(`w${w}`, 0, count).map(({ id }) => id))
  const { report, found } = await using(open(place), (store) =>
    Effect.all({ report: Verify.ledger(store, ledger, sha256), found: store.find(ledger, ids) }),
  )
  const acknowledged = counts.reduce((sum, count) => sum + count, 0)
  const [lost, twice] = [ids.length - found.length, report.entries - found.length]
  return {
    figure: `${acknowledged} of ${writers * appends} acknowledged, lost ${lost}, duplicated ${twice}, findings ${report.findings.length}`,
    holds: acknowledged === writers * appends && lost === 0 && twice === 0 && report.findings.length === 0,
  }
}

const repeated = (store: Store, seed: number): Effect.Effect<Measure, JournalStore.StoreError> =>
  Effect.gen(function* () {
    const next = Random.from(seed)
    const batches = Array.from({ length: 200 }, (_, n) => proposals("b", n * 3, 3))
    const deliveries = batches.flatMap((batch) =>
      Array.from({ length: 2 + Math.floor(next() * 2) }, () => batch),
    )
    deliveries.sort(() => next() - 0.5)
    for (const batch of deliveries) yield* insist(store, ledger, batch)
    const { entries, findings } = yield* Verify.ledger(store, ledger, sha256)
    return {
      figure: `${deliveries.length} deliveries of ${batches.length} batches, ${entries} entries of 600, findings ${findings.length}`,
      holds: entries === 600 && findings.length === 0,
    }
  })

const killedServer = async (seed: number, trials: number): Promise<Measure> => {
  const next = Random.from(seed)
  let server = await Server.start()
  let [acknowledged, lost, findings] = [0, 0, 0]
  const name = await database(server)
  await member(server, name, { role: "authority", ledger: "*", as: "writer" })
  for (let trial = 0; trial < trials; trial++) {
    const acknowledgedIds: Array<string> = []
    const writing = Array.from({ length: 4 }, (_, w) =>
      keepOn(server.url("authority", name), `t${trial}w${w}`, acknowledgedIds),
    )
    for (let wait = 0; acknowledgedIds.length < 20 && wait < 400; wait++) await sleep(50)
    await sleep(next() * 500)
    await server.kill()
    await Promise.all(writing)
    server = await server.restart()
    const seen = await using(PostgresStore.make(server.url("authority", name)), (store) =>
      Effect.all({
        report: Verify.ledger(store, ledger, sha256),
        found: store.find(ledger, acknowledgedIds),
      }),
    )
    acknowledged += acknowledgedIds.length
    lost += acknowledgedIds.length - seen.found.length
    findings += seen.report.findings.length
  }
  await server.remove()
  return {
    figure: `${trials} times, ${acknowledged} acknowledged, lost ${lost}, findings ${findings}`,
    holds: lost === 0 && findings === 0 && acknowledged > 0,
  }
}

/** Appends single entries until the server has ended. */
const keepOn = async (url: string, name: string, acknowledgedIds: Array<string>): Promise<void> => {
  const work = Effect.scoped(
    Effect.gen(function* () {
      const store = yield* PostgresStore.make(url, { connections: 1 })
      for (let n = 0; ; n++) {
        const [one] = proposals(name, n, 1)
        if (one === undefined) return
        yield* insist(store, ledger, [one])
        acknowledgedIds.push(one.id)
      }
    }),
  )
  Result.isFailure(await Effect.runPromise(Effect.result(work)))
}
