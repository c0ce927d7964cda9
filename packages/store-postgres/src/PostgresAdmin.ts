/** Tasks of the owner of a database: migrations, and the admission of roles to ledgers. */
import { createHash } from "node:crypto"
import { type Journal, type JournalStore, StoreProblem } from "@grootboek/core"
import * as Effect from "effect/Effect"
import pg from "pg"
import * as Connection from "./Connection.ts"
import * as DriverProblem from "./DriverProblem.ts"
import { migrations } from "./Migration.ts"

type StoreError = JournalStore.StoreError

/** Migrates a database to the version of this adapter and returns the migrations that ran. Running it again does nothing. */
export const migrate = (ownerUrl: string): Effect.Effect<ReadonlyArray<number>, StoreError> =>
  asOwner(ownerUrl, "migrate", async (client) => {
    await client.query("SELECT set_config('lock_timeout', '30s', true)")
    await begun(client)
    // Two processes that migrate at once wait for each other, so that each migration runs once. Other roles cannot take
    // this lock: they may only read the table.
    await client.query("LOCK TABLE grootboek.migrations IN SHARE ROW EXCLUSIVE MODE")
    const { rows } = await client.query<{ version: number; sha256: string }>(
      "SELECT version, sha256 FROM grootboek.migrations",
    )
    const taken = new Map(rows.map(({ version, sha256 }) => [version, sha256]))
    const steps: Array<number> = []
    for (const { version, name, sql } of migrations) {
      const digest = createHash("sha256").update(sql).digest("hex")
      const before = taken.get(version)
      if (before !== undefined && before !== digest)
        throw new StoreProblem.StoreProblemError("MigrationDiffers", "PostgreSQL", `${version} (${name})`)
      if (before !== undefined) continue
      await client.query(sql)
      await client.query("INSERT INTO grootboek.migrations (version, name, sha256) VALUES ($1, $2, $3)", [
        version,
        name,
        digest,
      ])
      steps.push(version)
    }
    return steps
  })

/** Creates the schema and the table of migrations. Another process may create them at the same time. */
const begun = async (client: pg.Client): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    await client.query("SAVEPOINT begun")
    try {
      await client.query(`
        CREATE SCHEMA IF NOT EXISTS grootboek;
        CREATE TABLE IF NOT EXISTS grootboek.migrations (
          version integer PRIMARY KEY,
          name text NOT NULL,
          sha256 text NOT NULL,
          taken timestamptz NOT NULL DEFAULT now()
        )`)
      return
    } catch (cause) {
      if (attempt === 5 || !created.has(DriverProblem.codeOf(cause))) throw cause
      await client.query("ROLLBACK TO SAVEPOINT begun")
    }
  }
}

/** Unique violation in a catalogue, duplicate schema, duplicate table, duplicate type. */
const created: ReadonlySet<string> = new Set(["23505", "42P06", "42P07", "42710"])

/** Admits a role to a ledger, as a reader or a writer; `*` means every ledger. */
export const admit = (ownerUrl: string, membership: Membership): Effect.Effect<void, StoreError> =>
  asOwner(ownerUrl, "admit", async (client) => {
    const { role, ledger, as } = membership
    await client.query(
      `GRANT ${as === "writer" ? "grootboek_writer" : "grootboek_auditor"} TO ${pg.escapeIdentifier(role)}`,
    )
    await client.query(
      `INSERT INTO grootboek.members (member, ledger, writes) VALUES ($1, $2, $3)
       ON CONFLICT (member, ledger) DO UPDATE SET writes = EXCLUDED.writes`,
      [role, ledger, as === "writer"],
    )
    if (ledger !== "*")
      await client.query("INSERT INTO grootboek.ledgers (ledger) VALUES ($1) ON CONFLICT DO NOTHING", [
        ledger,
      ])
  })

/** Removes a role from a ledger. Its entries stay. The channel of notification changes, so that it is not notified again. */
export const dismiss = (
  ownerUrl: string,
  { role, ledger }: Pick<Membership, "role" | "ledger">,
): Effect.Effect<void, StoreError> =>
  asOwner(ownerUrl, "dismiss", async (client) => {
    await client.query("DELETE FROM grootboek.members WHERE member = $1 AND ledger = $2", [role, ledger])
    await client.query("UPDATE grootboek.ledgers SET channel = DEFAULT WHERE ledger = $1 OR $1 = '*'", [
      ledger,
    ])
  })

/** A damaged entry, the entry of a backup that replaces it, and why. */
export interface Replacement {
  readonly ledger: string
  readonly sealed: Journal.Sealed
  readonly reason: string
}

/**
 * Sets a damaged entry aside in the quarantine and puts the entry of a backup in its place. The database refuses when the
 * entry is intact, or when the replacement does not have the hash that the next entry demands.
 */
export const replaceDamaged = (
  ownerUrl: string,
  { ledger, sealed, reason }: Replacement,
): Effect.Effect<void, StoreError> =>
  asOwner(ownerUrl, "replace", async (client) => {
    await client.query("SELECT grootboek.replace_damaged($1, $2, $3, $4, $5)", [
      ledger,
      sealed.position,
      Buffer.from(sealed.hash, "hex"),
      Buffer.from(sealed.body),
      reason,
    ])
  })

export interface Membership {
  readonly role: string
  readonly ledger: string
  readonly as: "writer" | "auditor"
}

const connectTimeoutMs = 10_000

const asOwner = <A>(
  url: string,
  operation: string,
  work: (client: pg.Client) => Promise<A>,
): Effect.Effect<A, StoreError> =>
  Effect.tryPromise({
    try: async () => {
      const client = new pg.Client(Connection.settings(url, connectTimeoutMs))
      // A connection that breaks while it is idle must not end the process; the next query fails.
      client.on("error", () => {})
      await client.connect().catch((cause) => Promise.reject(Connection.named(cause, url, connectTimeoutMs)))
      try {
        await client.query("BEGIN")
        const answer = await work(client)
        await client.query("COMMIT")
        return answer
      } finally {
        await client.end()
      }
    },
    catch: (cause) => DriverProblem.failed(operation, cause, url),
  })
