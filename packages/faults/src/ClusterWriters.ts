/** Four writers that append to two ledgers of a cluster until they are stopped, and what was acknowledged to them. */
import { Redelivery, RememberedHead } from "@grootboek/core/journal"
import { PostgresStore } from "@grootboek/store-postgres"
import * as PostgresCluster from "@grootboek/testing/PostgresCluster"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { insist, proposals } from "./Sample.ts"

/** The database, the ledgers in it, and the writers, which take turns over the ledgers. */
export const [database, ledgers, writers] = ["ledgers", ["a", "b"] as const, [0, 1, 2, 3] as const]

export interface ClusterWriting {
  /** Waits until so many more entries are acknowledged. */
  readonly grown: (more: number) => Promise<void>
  /** Returns how many writers the remembered head stopped. */
  readonly stopped: () => number
  /** Returns the longest time without an acknowledgement since a moment. */
  readonly silence: (since: number) => number
  readonly acknowledged: ReadonlyArray<{ readonly ledger: string; readonly id: string }>
  /** Lets the writers finish what they send, at most for half a minute. */
  readonly stop: () => Promise<void>
}

/** Starts the writers; their ids begin with a name. */
export const write = (cluster: PostgresCluster.Cluster, name: string): ClusterWriting => {
  const acknowledged: Array<{ readonly ledger: string; readonly id: string; readonly at: number }> = []
  let [isOver, stopped] = [false, 0]
  const interruption = new AbortController()
  const url = cluster.url("authority", database)
  const all = writers.map(async (writer) => {
    const ledger = ledgers[writer % ledgers.length] ?? "a"
    const opening = Effect.map(
      PostgresStore.make(url, {
        connections: 2,
        connectTimeoutMs: 3_000,
        statementTimeoutMs: 10_000,
        answerTimeoutMs: 20_000,
      }),
      (store) => RememberedHead.over(store, RememberedHead.inMemory()),
    )
    const work = Effect.gen(function* () {
      const store = yield* Redelivery.open(opening, { forMs: 600_000 })
      for (let n = 0; !isOver; n++) {
        const batch = proposals(`${name}:w${writer}`, n, 1)
        yield* insist(store, ledger, batch)
        for (const { id } of batch) acknowledged.push({ ledger, id, at: performance.now() })
        yield* Effect.sleep(5)
      }
    })
    const outcome = await Effect.runPromise(Effect.result(Effect.scoped(work)), {
      signal: interruption.signal,
    })
    if (Result.isSuccess(outcome)) return
    stopped += 1
    if (outcome.failure._tag !== "StoreFailed" || outcome.failure.problem.code !== "Forgotten")
      throw outcome.failure
  })
  const ended = Promise.allSettled(all)
  return {
    acknowledged,
    stopped: () => stopped,
    grown: (more) => {
      const from = acknowledged.length
      return PostgresCluster.until(() => acknowledged.length >= from + more || stopped === writers.length, 50)
    },
    silence: (since) => {
      const times = acknowledged.map(({ at }) => at).filter((at) => at >= since)
      return times.slice(1).reduce((longest, at, index) => Math.max(longest, at - (times[index] ?? at)), 0)
    },
    stop: async () => {
      isOver = true
      // A writer of a cluster that did not recover would repeat its call for long.
      const patience = setTimeout(() => interruption.abort(), 30_000)
      const failed = (await ended).find((outcome) => outcome.status === "rejected")
      clearTimeout(patience)
      if (failed?.status === "rejected" && !interruption.signal.aborted) throw failed.reason
    },
  }
}
