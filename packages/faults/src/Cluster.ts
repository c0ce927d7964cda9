/** Faults of a PostgreSQL cluster under Patroni, etcd and HAProxy, under four writers on two ledgers. */
import { type Journal, type JournalStore, Redelivery, RememberedHead, Verify } from "@grootboek/core"
import { PostgresAdmin, PostgresStore } from "@grootboek/store-postgres"
import * as PostgresCluster from "@grootboek/testing/PostgresCluster"
import { sql } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Campaign, random } from "./Campaign.ts"
import { proposals, sha256, sleep } from "./Sample.ts"

type Cluster = PostgresCluster.Cluster
type Node = PostgresCluster.ClusterNode
type Store = JournalStore.JournalStoreShape

/** A fault: what is done to the leader, and how it ends. */
interface ClusterFault {
  readonly name: string
  readonly begin: (cluster: Cluster, leader: Node) => void
  readonly end: (cluster: Cluster, leader: Node) => void
  /** Whether another node must lead before the fault ends. */
  readonly changesLeader: boolean
}

const faults = {
  node: {
    name: "the leader's node killed (Patroni and PostgreSQL, SIGKILL)",
    begin: (cluster, leader) => cluster.killNode(leader),
    end: (cluster, leader) => cluster.startNode(leader),
    changesLeader: true,
  },
  postmaster: {
    name: "the leader's PostgreSQL killed (SIGKILL), its Patroni goes on",
    begin: (cluster, leader) => cluster.killPostmaster(leader),
    end: () => undefined,
    changesLeader: false,
  },
  pause: {
    name: "the leader's Patroni paused (SIGSTOP) until another leads and acknowledges, then continued",
    begin: (cluster, leader) => cluster.pausePatroni(leader),
    end: (cluster, leader) => cluster.continuePatroni(leader),
    changesLeader: true,
  },
  etcd: {
    name: "an etcd member killed (SIGKILL)",
    begin: (cluster, leader) => cluster.killEtcd(leader),
    end: (cluster, leader) => cluster.startEtcd(leader),
    changesLeader: false,
  },
  partition: {
    name: "the leader cut off from etcd and its standbys, while programs reach it",
    begin: (cluster, leader) => cluster.cutOff(leader),
    end: (cluster, leader) => cluster.reconnect(leader),
    changesLeader: true,
  },
} satisfies Readonly<Record<string, ClusterFault>>

const keyOf = (fault: ClusterFault): string =>
  Object.entries(faults).find(([, one]) => one === fault)?.[0] ?? "fault"

const row = (fault: ClusterFault): Campaign => ({
  fault: `cluster: ${fault.name}`,
  promise: "acknowledged and lost 0, duplicated 0, findings 0",
  missing: PostgresCluster.missing,
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
    fault: "cluster: the same pause with Patroni's etcd3 interface, which loses entries",
    promise: "what is lost is noticed by the remembered head",
    missing: PostgresCluster.missing,
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

const [database, ledgers, writers] = ["ledgers", ["a", "b"] as const, [0, 1, 2, 3] as const]

const prepared = async (api: PostgresCluster.EtcdApi): Promise<Cluster> => {
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
  const next = random(seed)
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
  { writing, waitMs, seen }: { readonly writing: Writing; readonly waitMs: number; readonly seen: Seen },
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
  await writing.grown(40)
  fault.end(cluster, leader)
  // A former leader that wakes acts within two turns of its loop.
  await sleep(fault === faults.pause ? 12_000 : 1_000)
  if (writing.stopped() < writers.length) await writing.grown(20)
  seen.silences.push(writing.silence(begun - 2_000))
}

interface Writing {
  /** Waits until so many more entries are acknowledged. */
  readonly grown: (more: number) => Promise<void>
  /** Returns how many writers the remembered head stopped. */
  readonly stopped: () => number
  /** Returns the longest time without an acknowledgement since a moment. */
  readonly silence: (since: number) => number
  readonly acknowledged: ReadonlyArray<{ readonly ledger: string; readonly id: string }>
  readonly stop: () => Promise<void>
}

const write = (cluster: Cluster, name: string): Writing => {
  const acknowledged: Array<{ readonly ledger: string; readonly id: string; readonly at: number }> = []
  let [isOver, stopped] = [false, 0]
  const url = cluster.url("authority", database)
  const all = writers.map(async (writer) => {
    const ledger = ledgers[writer % ledgers.length] ?? "a"
    const opening = Effect.map(
      PostgresStore.make(url, { connections: 2, connectTimeoutMs: 3_000, statementTimeoutMs: 10_000 }),
      (store) => RememberedHead.over(store, memory()),
    )
    const work = Effect.gen(function* () {
      const store = yield* Redelivery.open(opening, { forMs: 110_000 })
      for (let n = 0; !isOver; n++) {
        const batch = proposals(`${name}:w${writer}`, n, 1)
        yield* insist(store, ledger, batch)
        for (const { id } of batch) acknowledged.push({ ledger, id, at: performance.now() })
        yield* Effect.sleep(5)
      }
    })
    const outcome = await Effect.runPromise(Effect.result(Effect.scoped(work)))
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
      const failed = (await ended).find((outcome) => outcome.status === "rejected")
      if (failed?.status === "rejected") throw failed.reason
    },
  }
}

const inspect = async (cluster: Cluster, { acknowledged, stopped }: Writing, seen: Seen): Promise<void> => {
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

/** Appends until acknowledged, reading on after each position conflict. */
const insist = Effect.fnUntraced(function* (
  store: Store,
  ledger: string,
  batch: ReadonlyArray<Journal.Proposal>,
): Effect.fn.Return<JournalStore.Appended, JournalStore.StoreError> {
  let { position } = yield* store.head(ledger)
  for (;;) {
    const outcome = yield* Effect.result(store.append(ledger, position, batch))
    if (Result.isSuccess(outcome)) return outcome.success
    if (outcome.failure._tag !== "PositionConflict") return yield* Effect.fail(outcome.failure)
    position = outcome.failure.actual
  }
})

/** The heads of one writer, outside the cluster. */
const memory = (): RememberedHead.HeadMemory => {
  const heads = new Map<string, Journal.Head>()
  return {
    place: "memory",
    recall: (ledger) => Effect.sync(() => heads.get(ledger)),
    remember: (ledger, head) =>
      Effect.sync(() => {
        if (head.position > (heads.get(ledger)?.position ?? 0)) heads.set(ledger, head)
      }),
  }
}
