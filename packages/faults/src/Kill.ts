/** SIGKILL during an append: acknowledged batches stay, and no batch is stored in part. */
import { join } from "node:path"
import type { JournalStore } from "@grootboek/core"
import { PostgresStore } from "@grootboek/store-postgres"
import { SqliteStore } from "@grootboek/store-sqlite"
import { database, member } from "@grootboek/testing/PostgresPlace"
import * as Random from "@grootboek/testing/Random"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Batches from "./Batches.ts"
import { type Campaign, inPairs, type Measure } from "./Campaign.ts"
import * as Child from "./Child.ts"
import { inFolder, sleep } from "./Sample.ts"
import { shared } from "./Server.ts"

const promise = "acknowledged and lost 0, half-visible batches 0"

export const kills: ReadonlyArray<Campaign> = [
  {
    fault: "kill -9 of a program that appends to a SQLite file",
    promise,
    run: ({ seed, scale }) =>
      inFolder((folder) =>
        killed({
          trials: Math.round(700 * scale),
          seed,
          place: async (n) => {
            const path = join(folder, `${n}.db`)
            return { address: path, open: SqliteStore.make(path) }
          },
        }),
      ),
  },
  {
    fault: "kill -9 of a program that appends to PostgreSQL",
    promise,
    run: async ({ seed, scale }) => {
      const server = await shared()
      return killed({
        trials: Math.round(300 * scale),
        seed: seed + 1,
        place: async () => {
          const address = await member(server, await database(server), {
            role: "killed",
            ledger: "*",
            as: "writer",
          })
          return { address, open: PostgresStore.make(address, { connections: 2 }) }
        },
      })
    },
  },
]

type Store = JournalStore.JournalStoreShape

interface Place {
  readonly address: string
  readonly open: Effect.Effect<Store, JournalStore.StoreError, Scope.Scope>
}

interface Trials {
  readonly trials: number
  readonly seed: number
  readonly place: (n: number) => Promise<Place>
}

/** The number of kills on one ledger before a new one is made, so that recovery is tried as well. */
const perPlace = 25

const killed = async ({ trials, seed, place }: Trials): Promise<Measure> => {
  const program = await Child.program("append")
  const sum = { acknowledged: 0, lost: 0, halves: 0, findings: 0, trials: 0 }
  const series = Array.from({ length: Math.ceil(trials / perPlace) }, (_, n) => async () => {
    const at = await place(n)
    const next = Random.from(seed + n)
    for (let trial = 0; trial < Math.min(perPlace, trials - n * perPlace); trial++) {
      const name = `t${trial}`
      const acknowledged: Array<number> = []
      let begun = () => {}
      const first = new Promise<void>((resolve) => {
        begun = resolve
      })
      const running = Child.start(program, [at.address, name, String(Batches.size)], (line) => {
        acknowledged.push(Number(line))
        begun()
      })
      // One in ten is killed while it starts, opens and recovers; the others in the middle of their work.
      if (next() < 0.1) await sleep(next() * 400)
      else await Promise.race([first, running.ended, sleep(20_000)])
      await sleep(next() * 25)
      running.child.kill("SIGKILL")
      await running.ended
      const seen = await Effect.runPromise(
        Effect.scoped(Effect.flatMap(at.open, (store) => Batches.inspect(store, name, acknowledged))),
      )
      sum.trials += 1
      sum.acknowledged += acknowledged.length
      sum.lost += seen.lost
      sum.halves += seen.half
      sum.findings += seen.findings
    }
  })
  await inPairs(series)
  return {
    figure: `${sum.trials} trials, ${sum.acknowledged} batches acknowledged, lost ${sum.lost}, half-visible ${sum.halves}, findings ${sum.findings}`,
    holds: sum.lost === 0 && sum.halves === 0 && sum.findings === 0 && sum.acknowledged > sum.trials / 2,
  }
}
