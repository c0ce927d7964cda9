/** Calls of `record` from several programs at once: none is lost, none is recorded twice, none in part. */
import { join } from "node:path"
import { database, member } from "@grootboek/testing/PostgresPlace"
import * as Random from "@grootboek/testing/Random"
import { open } from "grootboek"
import type { Campaign, Measure } from "./Campaign.ts"
import * as Child from "./Child.ts"
import { ids, plan } from "./Pairs.ts"
import { inFolder, sleep } from "./Sample.ts"
import { shared } from "./Server.ts"

const programs = 4
const calls = 50
const promise = "lost 0, twice 0, half 0"

const onSqlite = <A>(work: (place: string) => Promise<A>): Promise<A> =>
  inFolder(async (folder) => work(join(folder, "l.db")))

const onPostgres = async <A>(work: (place: string) => Promise<A>): Promise<A> => {
  const server = await shared()
  return work(await member(server, await database(server), { role: "recorders", ledger: "*", as: "writer" }))
}

export const recordings: ReadonlyArray<Campaign> = [
  {
    fault: "200 concurrent record calls of 4 programs on one SQLite file",
    promise,
    run: () => onSqlite((place) => recorded(place, () => Promise.resolve())),
  },
  {
    fault: "200 concurrent record calls of 4 programs on PostgreSQL",
    promise,
    run: () => onPostgres((place) => recorded(place, () => Promise.resolve())),
  },
  {
    fault: "200 concurrent record calls on one SQLite file, killed at random and repeated",
    promise,
    run: ({ seed, scale }) => onSqlite((place) => recorded(place, killing(seed, scale))),
  },
  {
    fault: "200 concurrent record calls on PostgreSQL, killed at random and repeated",
    promise,
    run: ({ seed, scale }) => onPostgres((place) => recorded(place, killing(seed + 1, scale))),
  },
]

type Interruption = (program: Child.Program, place: string, name: string) => Promise<void>

/** Starts a program again and again, and kills it within its first second. */
const killing = (seed: number, scale: number): Interruption => {
  const next = Random.from(seed)
  const kills = Math.max(2, Math.round(3 * scale))
  return async (program, place, name) => {
    for (let kill = 0; kill < kills; kill++) {
      const running = Child.start(program, [place, name, String(calls)], () => {})
      await Promise.race([running.ended, sleep(300 + next() * 1_500)])
      running.child.kill("SIGKILL")
      await running.ended
    }
  }
}

const recorded = async (place: string, interrupt: Interruption): Promise<Measure> => {
  const first = await open(place, { access: "create" })
  const begun = (await first.record(plan, { actor: "faults" })).position
  await first.close()
  const program = await Child.program("record")
  const acknowledged = await Promise.all(
    Array.from({ length: programs }, async (_, p) => {
      const name = `p${p}`
      await interrupt(program, place, name)
      let count = 0
      const running = Child.start(program, [place, name, String(calls)], () => {
        count += 1
      })
      await running.ended
      return count
    }),
  )
  const ledger = await open(place, { access: "readonly" })
  const end = await ledger.position()
  const found = new Map<string, number>()
  if (end > begun)
    for await (const { id, position } of ledger.follow({ from: begun })) {
      found.set(id, (found.get(id) ?? 0) + 1)
      if (position === end) break
    }
  const { ok, findings } = await ledger.check()
  await ledger.close()
  const pairs = Array.from({ length: programs * calls }, (_, n) =>
    ids(`p${Math.floor(n / calls)}:${n % calls}`).map((id) => found.get(id) ?? 0),
  )
  const lost = pairs.filter((pair) => pair.every((times) => times === 0)).length
  const half = pairs.filter((pair) => new Set(pair).size > 1).length
  const twice = [...found.values()].filter((times) => times > 1).length
  const all = acknowledged.reduce((sum, count) => sum + count, 0)
  const extra = end - begun - 2 * programs * calls
  return {
    figure: `${all} acknowledged, lost ${lost}, twice ${twice}, half ${half}, other entries ${extra}, findings ${findings.length}`,
    holds: all === programs * calls && lost + twice + half === 0 && extra === 0 && ok,
  }
}
