/**
 * Forwards the connections from each node to etcd and from the other nodes to its PostgreSQL, so that a node can be cut
 * off from its peers while programs still reach it.
 */
import { connect, createServer, type Server, type Socket } from "node:net"
import { type ClusterNode, clusterNodes } from "./ClusterNode.ts"
import { listen } from "./FreePorts.ts"

/** The forwarded ports, and which nodes are cut off. */
export interface Blockade {
  readonly etcdPort: (node: ClusterNode, member: ClusterNode) => number
  readonly postgresPort: (node: ClusterNode) => number
  readonly close: (node: ClusterNode) => void
  readonly open: (node: ClusterNode) => void
  readonly remove: () => Promise<void>
}

/** The ports of the three etcd members and the three servers. */
export interface BlockadeTargets {
  readonly etcd: ReadonlyArray<number>
  readonly postgres: ReadonlyArray<number>
}

export const make = async ({ etcd, postgres }: BlockadeTargets): Promise<Blockade> => {
  const closed = new Set<ClusterNode>()
  const sockets = new Map<Socket, ClusterNode>()
  const servers: Array<Server> = []
  /** Returns the port from which connections of a node are forwarded to another port. */
  const forwarded = (node: ClusterNode, port: number): Promise<number> => {
    const server = createServer((incoming) => {
      if (closed.has(node)) return void incoming.destroy()
      const outgoing = connect(port, "127.0.0.1")
      for (const socket of [incoming, outgoing]) {
        sockets.set(socket, node)
        socket.on("error", () => {})
        socket.on("close", () => {
          sockets.delete(socket)
          incoming.destroy()
          outgoing.destroy()
        })
      }
      incoming.pipe(outgoing).pipe(incoming)
    })
    servers.push(server)
    return listen(server)
  }
  const toEtcd = await Promise.all(
    clusterNodes.map((node) => Promise.all(etcd.map((port) => forwarded(node, port)))),
  )
  const toPostgres = await Promise.all(clusterNodes.map((node) => forwarded(node, postgres[node - 1] ?? 0)))
  const cut = (node: ClusterNode | undefined) => {
    for (const [socket, of] of sockets) if (node === undefined || of === node) socket.destroy()
  }
  return {
    etcdPort: (node, member) => toEtcd[node - 1]?.[member - 1] ?? 0,
    postgresPort: (node) => toPostgres[node - 1] ?? 0,
    close: (node) => {
      closed.add(node)
      cut(node)
    },
    open: (node) => void closed.delete(node),
    remove: async () => {
      cut(undefined)
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}
