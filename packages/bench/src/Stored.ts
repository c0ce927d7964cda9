/** Durable appends: our store compared with the bare driver inserting the same bytes, batch by batch in turns. */
import { rmSync } from "node:fs"
import { join } from "node:path"
import { Journal } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Iterable from "effect/Iterable"
import * as BareTable from "./BareTable.ts"
import * as Journals from "./Journals.ts"
import * as Table from "./Table.ts"

/** Measures appends up to this many events: all of them, the last 20,000 when there are more, and single ones. */
export const lines = async (events: number): Promise<ReadonlyArray<Table.Result>> => {
  const batches = await taken(events, 1_000)
  const job = "append, batches of 1,000, durable"
  const rows = compared({ job, events, goal: 2 }, batches)
  if (events > tail) {
    const last = `${job}: the last ${tail.toLocaleString("en")}`
    return [...rows, ...compared({ job: last, events, goal: 2 }, batches.slice(-tail / 1_000))]
  }
  const singles = Math.min(events, 500)
  const alone = await taken(singles, 1)
  return [...rows, ...compared({ job: "append one by one, durable", events: singles, goal: 1.8 }, alone)]
}

const tail = 20_000

interface AppendJob {
  readonly job: string
  readonly events: number
  readonly goal: number
}

/** Compares wall time, which includes the disk and the other programs of the machine, and processor time. */
const compared = (
  { job, events, goal }: AppendJob,
  turns: ReadonlyArray<Turn>,
): ReadonlyArray<Table.Result> => {
  const size = `${events.toLocaleString("en")} events`
  const sum = (side: "ours" | "bare", time: keyof Spent): number =>
    turns.reduce((total, turn) => total + turn[side][time], 0)
  return [
    Table.atMost(
      { job, size, against: "bare driver, same bytes" },
      sum("ours", "wall"),
      sum("bare", "wall"),
      goal,
    ),
    Table.atMost(
      { job, size, against: "bare driver, processor time" },
      sum("ours", "cpu"),
      sum("bare", "cpu"),
      undefined,
    ),
  ]
}

/** Milliseconds of a job. */
interface Spent {
  readonly wall: number
  readonly cpu: number
}

/** The time of a batch with the store and with the bare driver. */
interface Turn {
  readonly ours: Spent
  readonly bare: Spent
}

/** Appends batch after batch to both files. Which one is first changes each time, so that load affects both alike. */
const taken = (events: number, size: number): Promise<ReadonlyArray<Turn>> =>
  Effect.runPromise(
    Effect.orDie(
      Effect.scoped(
        Effect.gen(function* () {
          const store = yield* SqliteStore.make(fresh("ours.db"))
          const bare = BareTable.open(fresh("bare.db"))
          const proposals = Iterable.take(Journals.proposals(events * 6), events)
          const turns: Array<Turn> = []
          let written = 0
          for (const batch of Iterable.chunksOf(proposals, size)) {
            const bodies = sealed(batch, written)
            const append = timed(Effect.asVoid(store.append("main", written, batch)))
            const insert = timed(Effect.sync(() => bare.insert(bodies, written)))
            const isFirst = turns.length % 2 === 0
            const early = isFirst ? yield* append : yield* insert
            const late = isFirst ? yield* insert : yield* append
            turns.push(isFirst ? { ours: early, bare: late } : { ours: late, bare: early })
            written += batch.length
          }
          bare.close()
          return turns
        }),
      ),
    ),
  )

const timed = <E>(job: Effect.Effect<void, E>): Effect.Effect<Spent, E> =>
  Effect.suspend(() => {
    const [start, before] = [performance.now(), process.cpuUsage()]
    return Effect.map(job, () => {
      const { user, system } = process.cpuUsage(before)
      return { wall: performance.now() - start, cpu: (user + system) / 1_000 }
    })
  })

/** Returns bodies of the same lengths as those that the store writes. */
const sealed = (batch: ReadonlyArray<Journal.Proposal>, position: number): ReadonlyArray<Buffer> =>
  batch.map((proposal, at) => {
    const head = { ...Journal.genesis, position: position + at }
    return Buffer.from(Journal.seal(proposal, head, "2026-01-05T09:00:00.000Z", Journals.sha256).body)
  })

const fresh = (name: string): string => {
  const path = join(Journals.folder, name)
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true })
  return path
}
