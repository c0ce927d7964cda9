/** Faults of a PostgreSQL cluster under Patroni, etcd and HAProxy, under four writers on two ledgers. */
import { StoreSuite } from "@grootboek/laws"
import { missing } from "@grootboek/testing/ClusterPackages"
import { NotRecovered } from "@grootboek/testing/PostgresCluster"
import { place } from "@grootboek/testing/PostgresPlace"
import * as Random from "@grootboek/testing/Random"
import type { Campaign } from "./Campaign.ts"
import { type ClusterFault, faults } from "./ClusterFault.ts"
import * as ClusterInUse from "./ClusterInUse.ts"
import * as ClusterTrial from "./ClusterTrial.ts"
import { sha256 } from "./Sample.ts"

type Figures = ClusterTrial.ClusterFigures

const shared = ClusterInUse.make("etcd")

/** Ends the cluster of the campaigns. */
export const removeCluster = shared.remove

const row = (fault: ClusterFault): Campaign => ({
  fault: `cluster: ${fault.name}`,
  promise: "acknowledged and lost 0, duplicated 0, findings 0",
  missing,
  run: async ({ seed, scale }) => {
    const seen = await measure(shared, { fault, seed, trials: Math.max(1, Math.round(scale)) })
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
      const cluster = await shared.get()
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
      const own = ClusterInUse.make("etcd3")
      try {
        const seen = await measure(own, { fault: faults.pause, seed, trials: 2 })
        return { figure: text(seen), holds: seen.acknowledged > 0 && (seen.lost === 0 || seen.noticed > 0) }
      } finally {
        await own.remove()
      }
    },
  },
]

const text = ({ trials, acknowledged, lost, twice, findings, ...seen }: Figures): string => {
  const seconds = [...seen.silences].sort((a, b) => a - b).map((ms) => (ms / 1_000).toFixed(1))
  return [
    `${trials} times, ${acknowledged} acknowledged, lost ${lost}, duplicated ${twice}, findings ${findings}`,
    ...(seen.noticed > 0 ? [`writers stopped by the remembered head ${seen.noticed}`] : []),
    ...(seen.waited > 0 ? [`waited until the node was started again ${seen.waited}`] : []),
    ...(seen.stuck.length > 0
      ? [`clusters that did not recover and were replaced ${seen.stuck.length}`]
      : []),
    `silence ${seconds.join(", ")} s`,
    ...seen.stuck,
  ].join(", ")
}

interface Trials {
  readonly fault: ClusterFault
  readonly seed: number
  readonly trials: number
}

/** Runs trials. One whose cluster did not recover is repeated with another cluster, at most twice in a row of the table. */
const measure = async (
  inUse: ClusterInUse.ClusterInUse,
  { fault, seed, trials }: Trials,
): Promise<Figures> => {
  const next = Random.from(seed)
  const seen: Figures = {
    ...{ trials: 0, acknowledged: 0, lost: 0, twice: 0, findings: 0, noticed: 0, waited: 0 },
    ...{ stuck: [], silences: [] },
  }
  while (seen.trials < trials) {
    const cluster = await inUse.get()
    const name = `${seen.trials}${"r".repeat(seen.stuck.length)}`
    try {
      await ClusterTrial.run(cluster, { fault, name, waitMs: next() * 500 }, seen)
    } catch (cause) {
      // The next row is measured on another cluster.
      const logs = cluster.logs()
      await inUse.remove()
      if (!(cause instanceof NotRecovered) || seen.stuck.length === 2) throw cause
      seen.stuck.push(logs)
    }
  }
  return seen
}
