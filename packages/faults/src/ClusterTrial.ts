/** One fault of a cluster under four writers, and what it did to their entries. */
import { Verify } from "@grootboek/core"
import { PostgresStore } from "@grootboek/store-postgres"
import * as PostgresCluster from "@grootboek/testing/PostgresCluster"
import { sql } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import { type ClusterFault, faults, keyOf } from "./ClusterFault.ts"
import { type ClusterWriting, database, ledgers, write, writers } from "./ClusterWriters.ts"
import { sha256, sleep } from "./Sample.ts"

type Cluster = PostgresCluster.Cluster

/** What the trials of a row saw. */
export interface ClusterFigures {
  trials: number
  acknowledged: number
  lost: number
  twice: number
  findings: number
  /** Writers that the remembered head stopped. */
  noticed: number
  /** Trials in which nothing was acknowledged until the node was started again, as the runbook of the example says. */
  waited: number
  /** The logs of clusters that did not recover. */
  readonly stuck: Array<string>
  readonly silences: Array<number>
}

export interface ClusterTrial {
  readonly fault: ClusterFault
  readonly name: string
  /** Milliseconds between the first acknowledgements and the fault. */
  readonly waitMs: number
}

/** Runs a trial. Fails with `NotRecovered` when the cluster needs more than its runbook says; its entries are inspected all the same. */
export const run = async (
  cluster: Cluster,
  { fault, name, waitMs }: ClusterTrial,
  seen: ClusterFigures,
): Promise<void> => {
  await cluster.healthy()
  const writing = write(cluster, `${keyOf(fault)}${name}`)
  try {
    try {
      await disturb(cluster, fault, { writing, waitMs, seen })
    } finally {
      await writing.stop()
    }
    // A standby that is rewound would answer with its own journal.
    await cluster.healthy()
  } catch (cause) {
    if (cause instanceof PostgresCluster.NotRecovered && (await cluster.leader()) !== undefined)
      await inspect(cluster, writing, seen)
    throw cause
  }
  await inspect(cluster, writing, seen)
  seen.trials += 1
}

interface Disturbance {
  readonly writing: ClusterWriting
  readonly waitMs: number
  readonly seen: ClusterFigures
}

const disturb = async (
  cluster: Cluster,
  fault: ClusterFault,
  { writing, waitMs, seen }: Disturbance,
): Promise<void> => {
  await writing.grown(40)
  await sleep(waitMs)
  const leader = await cluster.leader()
  if (leader === undefined) throw new Error("no node leads")
  const begun = performance.now()
  fault.begin(cluster, leader)
  if (fault.changesLeader)
    await PostgresCluster.until(async () => (await cluster.leader(leader)) !== undefined)
  // Long enough that a fault without a change of leader shows, or that the new leader acknowledges.
  await sleep(fault.changesLeader ? 0 : 6_000)
  // The more the new leader acknowledged, the more a former leader could undo. Without a second standby it acknowledges nothing.
  await writing.grown(fault === faults.pause ? 200 : 40).catch((cause) => {
    if (!(cause instanceof PostgresCluster.NotRecovered)) throw cause
    seen.waited += 1
  })
  fault.end(cluster, leader)
  // A former leader that wakes acts within two turns of its loop.
  await sleep(fault === faults.pause ? 12_000 : 1_000)
  if (writing.stopped() < writers.length) await writing.grown(20)
  seen.silences.push(writing.silence(begun - 2_000))
}

const inspect = async (
  cluster: Cluster,
  { acknowledged, stopped }: ClusterWriting,
  seen: ClusterFigures,
): Promise<void> => {
  const url = cluster.url("authority", database)
  for (const ledger of ledgers) {
    const ids = acknowledged.filter((one) => one.ledger === ledger).map(({ id }) => id)
    const { report, found } = await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(PostgresStore.make(url, { connections: 2 }), (store) =>
          Effect.all({ report: Verify.ledger(store, ledger, sha256), found: store.find(ledger, ids) }),
        ),
      ),
    )
    const [counted] = await sql(
      cluster.url("postgres", database),
      `SELECT count(*)::int - count(DISTINCT id)::int AS twice FROM grootboek.entries WHERE ledger = '${ledger}'`,
    )
    seen.acknowledged += ids.length
    seen.lost += ids.length - found.length
    seen.twice += Number(counted?.twice ?? 0)
    seen.findings += report.findings.length
  }
  seen.noticed += stopped()
}
