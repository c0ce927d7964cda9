/** Faults of a PostgreSQL cluster under Patroni, etcd and HAProxy, under four writers on two ledgers. */
import { Verify } from "@grootboek/core"
import { StoreSuite } from "@grootboek/laws"
import { PostgresAdmin, PostgresStore } from "@grootboek/store-postgres"
import type { EtcdApi } from "@grootboek/testing/ClusterFiles"
import { missing } from "@grootboek/testing/ClusterPackages"
import * as PostgresCluster from "@grootboek/testing/PostgresCluster"
import { place } from "@grootboek/testing/PostgresPlace"
import { sql } from "@grootboek/testing/PostgresServer"
import * as Random from "@grootboek/testing/Random"
import * as Effect from "effect/Effect"
import type { Campaign } from "./Campaign.ts"
import { type ClusterFault, faults, keyOf } from "./ClusterFault.ts"
import { type ClusterWriting, database, ledgers, write, writers } from "./ClusterWriters.ts"
import { sha256, sleep } from "./Sample.ts"

type Cluster = PostgresCluster.Cluster

const row = (fault: ClusterFault): Campaign => ({
  fault: `cluster: ${fault.name}`,
  promise: "acknowledged and lost 0, duplicated 0, findings 0",
  missing,
  run: async ({ seed, scale }) => {
    const seen = await measure(await shared(), { fault, seed, trials: Math.max(1, Math.round(scale)) })
    return {
      figure: text(seen),
      holds: seen.lost + seen.twice + seen.findings === 0 && seen.acknowledged > 0,
    }
  },
})

export const clusters: ReadonlyArray<Campaign> = [
  ...Object.values(faults).map(row),
  {
    fault: "cluster: the store through HAProxy",
    promise: "all store laws",
    missing,
    run: async () => {
      const cluster = await shared()
      await cluster.healthy()
      const subject = { sha256, place: place(() => cluster) }
      const broken: Array<string> = []
      for (const law of StoreSuite.laws)
        await StoreSuite.prove(law, subject).catch((cause) => broken.push(`${law.name}: ${cause.message}`))
      const kept = StoreSuite.laws.length - broken.length
      const figure = [`${kept} of ${StoreSuite.laws.length} laws`, ...broken].join(", ")
      return { figure, holds: broken.length === 0 }
    },
  },
  {
    fault: "cluster: the same pause with Patroni's etcd3 interface, which loses entries",
    promise: "what is lost is noticed by the remembered head",
    missing,
    isLong: true,
    run: async ({ seed }) => {
      const cluster = await prepared("etcd3")
      try {
        const seen = await measure(cluster, { fault: faults.pause, seed, trials: 2 })
        return { figure: text(seen), holds: seen.acknowledged > 0 && (seen.lost === 0 || seen.noticed > 0) }
      } finally {
        await cluster.remove()
      }
    },
  },
]

/** Ends the cluster of the campaigns. */
export const removeCluster = async (): Promise<void> => {
  await (await running)?.remove()
}

let running: Promise<Cluster> | undefined

const shared = (): Promise<Cluster> => {
  running ??= prepared("etcd")
  return running
}

const prepared = async (api: EtcdApi): Promise<Cluster> => {
  const cluster = await PostgresCluster.start(api)
  await sql(cluster.url("postgres"), `CREATE DATABASE ${database}`, "CREATE ROLE authority LOGIN")
  const owner = cluster.url("postgres", database)
  await Effect.runPromise(PostgresAdmin.migrate(owner))
  await Effect.runPromise(PostgresAdmin.admit(owner, { role: "authority", ledger: "*", as: "writer" }))
  return cluster
}

interface Seen {
  trials: number
  acknowledged: number
  lost: number
  twice: number
  findings: number
  /** Writers that the remembered head stopped. */
  noticed: number
  readonly silences: Array<number>
}

const text = ({ trials, acknowledged, lost, twice, findings, noticed, silences }: Seen): string => {
  const seconds = [...silences].sort((a, b) => a - b).map((ms) => (ms / 1_000).toFixed(1))
  const noticing = noticed > 0 ? `, writers stopped by the remembered head ${noticed}` : ""
  return `${trials} times, ${acknowledged} acknowledged, lost ${lost}, duplicated ${twice}, findings ${findings}${noticing}, silence ${seconds.join(", ")} s`
}

interface Trials {
  readonly fault: ClusterFault
  readonly seed: number
  readonly trials: number
}

const measure = async (cluster: Cluster, { fault, seed, trials }: Trials): Promise<Seen> => {
  const next = Random.from(seed)
  const seen: Seen = { trials, acknowledged: 0, lost: 0, twice: 0, findings: 0, noticed: 0, silences: [] }
  for (let trial = 0; trial < trials; trial++) {
    await cluster.healthy()
    const writing = write(cluster, `${keyOf(fault)}${trial}`)
    try {
      await disturb(cluster, fault, { writing, waitMs: next() * 500, seen })
    } finally {
      await writing.stop()
    }
    // A standby that is rewound would answer with its own journal.
    await cluster.healthy()
    await inspect(cluster, writing, seen)
  }
  return seen
}

const disturb = async (
  cluster: Cluster,
  fault: ClusterFault,
  {
    writing,
    waitMs,
    seen,
  }: { readonly writing: ClusterWriting; readonly waitMs: number; readonly seen: Seen },
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
  // The more the new leader acknowledged, the more a former leader could undo.
  await writing.grown(fault === faults.pause ? 200 : 40)
  fault.end(cluster, leader)
  // A former leader that wakes acts within two turns of its loop.
  await sleep(fault === faults.pause ? 12_000 : 1_000)
  if (writing.stopped() < writers.length) await writing.grown(20)
  seen.silences.push(writing.silence(begun - 2_000))
}

const inspect = async (
  cluster: Cluster,
  { acknowledged, stopped }: ClusterWriting,
  seen: Seen,
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
