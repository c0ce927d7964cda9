/** The node of a cluster that answers at an address. */
import type { JournalStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Connection from "./Connection.ts"
import * as DriverProblem from "./DriverProblem.ts"

/** A node: its own address behind a proxy, whether it leads, its version, and the name of its cluster or "". */
export interface ServerNode {
  readonly node: string
  readonly leads: boolean
  readonly version: string
  readonly cluster: string
}

/** Asks the server at an address which node it is. */
export const of = (
  url: string,
  connectTimeoutMs = 10_000,
): Effect.Effect<ServerNode, JournalStore.StoreError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const limits = {
        connections: 1,
        connectTimeoutMs,
        statementTimeoutMs: connectTimeoutMs,
        answerTimeoutMs: 2 * connectTimeoutMs,
      }
      const connections = yield* Connection.make(url, limits)
      return yield* Connection.attempt(connections, "open", () =>
        Connection.borrow(connections, async (client) => {
          const { rows } = await client.query<NodeRow>(
            `SELECT host(inet_server_addr()) AS host, inet_server_port() AS port, pg_is_in_recovery() AS follows,
               current_setting('server_version') AS version, current_setting('cluster_name', true) AS cluster`,
          )
          return nodeOf(url, rows[0])
        }),
      )
    }),
  )

interface NodeRow {
  readonly host: string | null
  readonly port: number | null
  readonly follows: boolean
  readonly version: string
  readonly cluster: string | null
}

// A connection over a Unix socket has no address.
const nodeOf = (url: string, row: NodeRow | undefined): ServerNode => ({
  node: row?.host == null ? DriverProblem.placeOf(url) : `${row.host}:${row.port}`,
  leads: row?.follows === false,
  version: row?.version ?? "",
  cluster: row?.cluster ?? "",
})
