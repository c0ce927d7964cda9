/** The faults of a cluster: what is done to the node that leads, and how it ends. */
import type { ClusterNode } from "@grootboek/testing/ClusterNode"
import type { Cluster } from "@grootboek/testing/PostgresCluster"

/** A fault: what is done to the leader, and how it ends. */
export interface ClusterFault {
  readonly name: string
  readonly begin: (cluster: Cluster, leader: ClusterNode) => void
  readonly end: (cluster: Cluster, leader: ClusterNode) => void
  /** Whether another node must lead before the fault ends. */
  readonly changesLeader: boolean
}

export const faults = {
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

export const keyOf = (fault: ClusterFault): string =>
  Object.entries(faults).find(([, one]) => one === fault)?.[0] ?? "fault"
