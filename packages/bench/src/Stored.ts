/** Durable appends: our store compared with the bare driver inserting the same bytes. */
import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Journal } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import Libsql from "libsql"
import * as Journals from "./Journals.ts"
import { timedOf } from "./Measure.ts"
import * as Table from "./Table.ts"

/** Measures appends. */
export const lines = async (events: number): Promise<ReadonlyArray<Table.Result>> => {
  const size = `${events.toLocaleString("en")} events`
  const list = [...Journals.proposals(events * 6)].slice(0, events)
  const bodies = [...Journals.sealed(events * 6)].slice(0, events).map(({ body }) => Buffer.from(body))
  const singles = Math.min(events, 200)
  const rounds = { bare: 0, ours: 0, bareSingle: 0, oursSingle: 0 }
  const taken = Object.fromEntries(Object.keys(rounds).map((name) => [name, [] as Array<number>]))
  for (let round = 0; round < 5; round++) {
    taken.bare?.push(bare(bodies, 1_000))
    taken.ours?.push(await ours(list, 1_000))
    taken.bareSingle?.push(bare(bodies.slice(0, singles), 1))
    taken.oursSingle?.push(await ours(list.slice(0, singles), 1))
  }
  const median = (name: string): number => timedOf(taken[name] ?? []).median
  return [
    Table.atMost(
      { job: "append, batches of 1,000, durable (rate ≥ 0.6 ×)", size, against: "bare driver, same bytes" },
      median("ours"),
      median("bare"),
      1 / 0.6,
    ),
    Table.atMost(
      {
        job: "append one by one, durable",
        size: `${singles} events`,
        against: "bare driver, single commits",
      },
      median("oursSingle"),
      median("bareSingle"),
      1.3,
    ),
  ]
}

const fresh = (name: string): string => {
  const path = join(Journals.folder, name)
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true })
  return path
}

const bare = (bodies: ReadonlyArray<Buffer>, batch: number): number => {
  const driver = new Libsql(fresh("bare.db"))
  driver.pragma("journal_mode = WAL")
  driver.pragma("synchronous = FULL")
  driver.exec("CREATE TABLE entries (position INTEGER PRIMARY KEY, body BLOB NOT NULL)")
  const insert = driver.prepare("INSERT INTO entries (position, body) VALUES (?, ?)")
  const start = performance.now()
  for (let from = 0; from < bodies.length; from += batch) {
    driver.exec("BEGIN IMMEDIATE")
    for (let at = from; at < Math.min(from + batch, bodies.length); at++) insert.run([at + 1, bodies[at]])
    driver.exec("COMMIT")
  }
  const ms = performance.now() - start
  driver.close()
  return ms
}

const ours = (list: ReadonlyArray<Journal.Proposal>, batch: number): Promise<number> =>
  Effect.runPromise(
    Effect.orDie(
      Effect.scoped(
        Effect.gen(function* () {
          const store = yield* SqliteStore.make(fresh("ours.db"))
          const start = performance.now()
          for (let from = 0; from < list.length; from += batch)
            yield* store.append("main", from, list.slice(from, from + batch))
          return performance.now() - start
        }),
      ),
    ),
  )
