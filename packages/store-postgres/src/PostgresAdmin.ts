/** Tasks of the owner of a database: migrations, and the admission of roles to ledgers. */
import { createHash } from "node:crypto"
import { type JournalStore, StoreProblem } from "@grootboek/core"
import * as Effect from "effect/Effect"
import pg from "pg"
import * as DriverProblem from "./DriverProblem.ts"
import { migrations } from "./Migration.ts"

type StoreError = JournalStore.StoreError

/** Migrates a database to the version of this adapter and returns the migrations that ran. Running it again does nothing. */
export const migrate = (ownerUrl: string): Effect.Effect<ReadonlyArray<number>, StoreError> =>
  asOwner(ownerUrl, "migrate", async (client) => {
    // Two processes that migrate at once wait for each other, so that each migration runs once.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('grootboek/migrate', 0))")
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS grootboek;
      CREATE TABLE IF NOT EXISTS grootboek.migrations (
        version integer PRIMARY KEY,
        name text NOT NULL,
        sha256 text NOT NULL,
        taken timestamptz NOT NULL DEFAULT now()
      )`)
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

/** Admits a role to a ledger, as a reader or a writer; `*` means every ledger. */
export const admit = (ownerUrl: string, membership: Membership): Effect.Effect<void, StoreError> =>
  asOwner(ownerUrl, "admit", async (client) => {
    const { role, ledger, as } = membership
    await client.query(
      `GRANT ${as === "writer" ? "grootboek_writer" : "grootboek_auditor"} TO ${pg.escapeIdentifier(role)}`,
    )
    await client.query(
      "INSERT INTO grootboek.members (member, ledger) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      [role, ledger],
    )
  })

/** Removes a role from a ledger. Its entries stay. */
export const dismiss = (
  ownerUrl: string,
  { role, ledger }: Pick<Membership, "role" | "ledger">,
): Effect.Effect<void, StoreError> =>
  asOwner(ownerUrl, "dismiss", async (client) => {
    await client.query("DELETE FROM grootboek.members WHERE member = $1 AND ledger = $2", [role, ledger])
  })

/** The admission of a role to a ledger. */
export interface Membership {
  readonly role: string
  readonly ledger: string
  readonly as: "writer" | "auditor"
}

const asOwner = <A>(
  url: string,
  operation: string,
  work: (client: pg.Client) => Promise<A>,
): Effect.Effect<A, StoreError> =>
  Effect.tryPromise({
    try: async () => {
      const client = new pg.Client({ connectionString: url })
      // A connection that breaks while it is idle must not end the process; the next query fails.
      client.on("error", () => {})
      await client.connect()
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
