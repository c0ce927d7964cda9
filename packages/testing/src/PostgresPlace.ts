/** Fresh tables per law on the server of a test file, with a writer that is admitted to every ledger. */
import type { StoreSuite } from "@grootboek/laws"
import { PostgresAdmin, PostgresStore } from "@grootboek/store-postgres"
import * as Effect from "effect/Effect"
import pg from "pg"
import { type Server, sql } from "./PostgresServer.ts"

/** A server by its addresses, which may be those of a cluster. */
export type ServerUrls = Pick<Server, "url">

let count = 0

/** Makes a database and returns its name. */
export const database = async (server: ServerUrls): Promise<string> => {
  const name = `ledgers_${process.pid}_${++count}`
  await sql(server.url("postgres"), `CREATE DATABASE ${name}`)
  await Effect.runPromise(PostgresAdmin.migrate(server.url("postgres", name)))
  return name
}

/** Makes a role that may log in and admits it to a ledger. */
export const member = async (
  server: ServerUrls,
  name: string,
  membership: PostgresAdmin.Membership,
): Promise<string> => {
  const { role } = membership
  await sql(
    server.url("postgres"),
    `DO $$ BEGIN CREATE ROLE ${role} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  )
  await Effect.runPromise(PostgresAdmin.admit(server.url("postgres", name), membership))
  return server.url(role, name)
}

export const place =
  (server: () => ServerUrls, options: PostgresStore.PostgresOptions = {}): StoreSuite.Subject["place"] =>
  (kept) =>
    Effect.promise(async () => {
      const name = await emptied(server())
      const url = await member(server(), name, { role: "board", ledger: "*", as: "writer" })
      await plant(server().url("postgres", name), kept)
      return PostgresStore.make(url, { connections: 3, ...options })
    })

const only = new Map<ServerUrls, string>()

// A new database for each law would take longer than the law.
const emptied = async (server: ServerUrls): Promise<string> => {
  const name = only.get(server)
  if (name === undefined) {
    const made = await database(server)
    only.set(server, made)
    return made
  }
  const owner = server.url("postgres", name)
  await sql(owner, "SET client_min_messages = error", "DROP SCHEMA grootboek CASCADE")
  await Effect.runPromise(PostgresAdmin.migrate(owner))
  return name
}

const plant = async (url: string, kept: StoreSuite.InitialEntries): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const [ledger, rows] of kept)
    for (const { position, id, hash, body } of rows)
      await client.query(
        "INSERT INTO grootboek.entries (ledger, position, id, hash, body) VALUES ($1, $2, $3, $4, $5)",
        [ledger, position, id, Buffer.from(hash, "hex"), Buffer.from(body)],
      )
  await client.end()
}
