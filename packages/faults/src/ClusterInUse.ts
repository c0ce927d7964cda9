/** A cluster that several rows use, started on first use and replaced when it did not recover. */
import { PostgresAdmin } from "@grootboek/store-postgres"
import type { EtcdApi } from "@grootboek/testing/ClusterFiles"
import * as PostgresCluster from "@grootboek/testing/PostgresCluster"
import { sql } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import { database } from "./ClusterWriters.ts"

export interface ClusterInUse {
  readonly get: () => Promise<PostgresCluster.Cluster>
  /** Ends the cluster; the next use starts another. */
  readonly remove: () => Promise<void>
}

export const make = (api: EtcdApi): ClusterInUse => {
  let running: Promise<PostgresCluster.Cluster> | undefined
  return {
    get: () => {
      running ??= prepared(api)
      return running
    },
    remove: async () => {
      const ended = running
      running = undefined
      // One that did not start removed itself.
      await ended?.then(
        (cluster) => cluster.remove(),
        () => {},
      )
    },
  }
}

const prepared = async (api: EtcdApi): Promise<PostgresCluster.Cluster> => {
  const cluster = await PostgresCluster.start(api)
  await sql(cluster.url("postgres"), `CREATE DATABASE ${database}`, "CREATE ROLE authority LOGIN")
  const owner = cluster.url("postgres", database)
  await Effect.runPromise(PostgresAdmin.migrate(owner))
  await Effect.runPromise(PostgresAdmin.admit(owner, { role: "authority", ledger: "*", as: "writer" }))
  return cluster
}
