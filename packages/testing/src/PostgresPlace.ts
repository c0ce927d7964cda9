/** Fresh tables per law on the server of a test file, with a writer that is admitted to every ledger. */
import type { StoreSuite } from "@grootboek/laws"
import { PostgresAdmin, PostgresStore } from "@grootboek/store-postgres"
import * as Effect from "effect/Effect"
import pg from "pg"
import { type Server, sql } from "./PostgresServer.ts"

/** A server by its addresses, which may be those of a cluster. */
export type ServerUrls = Pick<Server, "url">

let count = 0

/** Creates a database with the tables of the store and returns its name. */
export const database = async (server: ServerUrls): Promise<string> => {
  const name = `ledgers_${process.pid}_${++count}`
  await sql(server.url("postgres"), `CREATE DATABASE ${name}`)
  await Effect.runPromise(PostgresAdmin.migrate(server.url("postgres", name)))
  return name
}

/** Makes a role that may log in, admits it to a ledger, and returns its address. */
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
      const { name, url } = await emptied(server())
      await plant(server().url("postgres", name), kept)
      return PostgresStore.make(url, { connections: 3, ...options })
    })

/** A database of a server, and the address for its writer. */
interface WritersDatabase {
  readonly name: string
  readonly url: string
}

const only = new Map<ServerUrls, WritersDatabase>()

// A new database for each law would take longer than the law, and so would its migrations.
const emptied = async (server: ServerUrls): Promise<WritersDatabase> => {
  const known = only.get(server)
  if (known === undefined) {
    const name = await database(server)
    const url = await member(server, name, { role: "authority", ledger: "*", as: "writer" })
    only.set(server, { name, url })
    return { name, url }
  }
  // Without the triggers that keep entries.
  await sql(
    server.url("postgres", known.name),
    "SET session_replication_role = replica",
    "TRUNCATE grootboek.entries, grootboek.ledgers, grootboek.quarantine",
  )
  return known
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
