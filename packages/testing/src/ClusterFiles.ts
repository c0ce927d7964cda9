/** The files of `examples/patroni` for a cluster on loopback: other addresses, no passwords, no watchdog, little memory. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Blockade } from "./Blockade.ts"
import { type ClusterNode, clusterNodes, nodeOf } from "./ClusterNode.ts"

/** The interface between Patroni and etcd: version 2 as in the example, or 3, with which entries were lost. */
export type EtcdApi = "etcd" | "etcd3"

export interface ClusterPorts {
  readonly etcd: (member: ClusterNode) => number
  readonly etcdPeer: (member: ClusterNode) => number
  readonly rest: (node: ClusterNode) => number
  readonly postgres: (node: ClusterNode) => number
}

/** Returns twelve ports by what they are for. */
export const portsOf = (free: ReadonlyArray<number>): ClusterPorts => {
  const from = (first: number) => (node: ClusterNode) => free[first + node - 1] ?? 0
  return { etcd: from(0), etcdPeer: from(3), rest: from(6), postgres: from(9) }
}

export const etcd = (
  ports: ClusterPorts,
  { home, member, isNew }: { readonly home: string; readonly member: ClusterNode; readonly isNew: boolean },
): string =>
  example("etcd.sh")
    .replaceAll(/etcd([123]):2380/g, (_, n) => local(ports.etcdPeer(nodeOf(n))))
    .replaceAll("$1:2379", local(ports.etcd(member)))
    .replaceAll("$1:2380", local(ports.etcdPeer(member)))
    .replaceAll("/var/lib/etcd", home)
    .replace("cluster-state new", isNew ? "cluster-state new" : "cluster-state existing")

/** Where a node runs, and how it reaches etcd and the other nodes. */
export interface PatroniPlace {
  readonly home: string
  readonly node: ClusterNode
  readonly api: EtcdApi
  readonly blockade: Blockade
}

export const patroni = (ports: ClusterPorts, { home, node, api, blockade }: PatroniPlace): string =>
  example("patroni.yml")
    .replace("THIS_NODE\n", `node${node}\n`)
    .replaceAll("THIS_NODE:8008", local(ports.rest(node)))
    .replace("connect_address: THIS_NODE:5432", `connect_address: ${local(blockade.postgresPort(node))}`)
    .replaceAll("THIS_NODE:5432", local(ports.postgres(node)))
    // Without it Patroni asks etcd for the addresses of its members, and does not use the forwarders.
    .replace(/^etcd:$/m, api === "etcd" ? "etcd:\n  use_proxies: true" : `${api}:`)
    .replaceAll(/etcd([123]):2379/g, (_, n) => local(blockade.etcdPort(node, nodeOf(n))))
    .replace("/var/lib/postgresql/15/grootboek", join(home, `data${node}`))
    .replace("/var/run/postgresql", home)
    .replace("postgres peer", "all trust")
    .replaceAll("samenet scram-sha-256", "127.0.0.1/32 trust")
    .replace("mode: required", "mode: off")
    .replace("max_connections: 60", "max_connections: 60\n        shared_buffers: 16MB")

export const haproxy = (ports: ClusterPorts, port: number): string =>
  clusterNodes
    .reduce(
      (text, node) =>
        text.replace(
          `node${node}:5432 check port 8008`,
          `${local(ports.postgres(node))} check port ${ports.rest(node)}`,
        ),
      example("haproxy.cfg"),
    )
    .replace("THIS_PROXY:5432", local(port))

const local = (port: number): string => `127.0.0.1:${port}`

const example = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../../examples/patroni", name), "utf8")
