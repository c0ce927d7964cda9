/** Tries hostile SQL on a ledger of a server, and reports every effect that it has. */
import { createHash } from "node:crypto"
import { Journal } from "@grootboek/core"
import { PostgresStore } from "@grootboek/store-postgres"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import pg from "pg"
import type { HostileRole, HostileStatement } from "./HostileSql.ts"
import * as HostileSql from "./HostileSql.ts"
import { database, member } from "./PostgresPlace.ts"
import { type Server, sql } from "./PostgresServer.ts"

/** A database with two ledgers of three entries, and the roles around them. */
export interface Hostility {
  readonly statements: ReadonlyArray<HostileStatement>
  /** Tries a statement and returns its effects; none is expected. */
  readonly effects: (statement: HostileStatement) => Promise<ReadonlyArray<string>>
  /** Returns the effects of a lock and of the next entry, by a writer who may: controls of this test itself. */
  readonly controls: () => Promise<ReadonlyArray<ReadonlyArray<string>>>
  readonly end: () => Promise<void>
}

const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + n },
})

export const make = async (server: Server): Promise<Hostility> => {
  const name = await database(server)
  const owner = server.url("postgres", name)
  const urls: Readonly<Record<HostileRole, string>> = {
    stranger: server.url("stranger", name),
    auditor: await member(server, name, { role: "hostile_auditor", ledger: "a", as: "auditor" }),
    neighbour: await member(server, name, { role: "neighbour", ledger: "b", as: "writer" }),
    writer: await member(server, name, { role: "hostile_writer", ledger: "a", as: "writer" }),
  }
  await sql(
    owner,
    "DO $$ BEGIN CREATE ROLE stranger LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
  )
  const victim = await connected(await member(server, name, { role: "victim", ledger: "a", as: "writer" }))
  const observer = await connected(owner)
  const [, last] = await Promise.all(
    [urls.neighbour, urls.writer].map((url, index) => appended(url, index === 0 ? "b" : "a")),
  )
  if (last === undefined) throw new Error("nothing was appended")
  const { head, ...sealed } = Journal.seal(
    proposal(4),
    { position: last.position, hash: last.hash, time: last.time },
    new Date().toISOString(),
    sha256,
  )
  const next = { ...sealed, id: "y:4", time: head.time }

  let before = await fingerprint(observer)
  const tried = async (url: string, statement: string): Promise<ReadonlyArray<string>> => {
    const attacker = await connected(url)
    const effects: Array<string> = []
    await attacker.query("BEGIN")
    const outcome = await attacker.query(statement).then(
      (result: pg.QueryResult | ReadonlyArray<pg.QueryResult>) =>
        seen(Array.isArray(result) ? result : [result]),
      () => "",
    )
    if (outcome !== "") effects.push(outcome)
    // While the transaction of the attacker is open, another writer must not be blocked.
    await victim
      .query(
        "BEGIN; SET LOCAL lock_timeout = '2s'; SELECT grootboek.lock_ledger('a'); SELECT count(*) FROM grootboek.entries; ROLLBACK",
      )
      .catch(async (cause: Error) => {
        effects.push(`another writer is stopped: ${cause.message}`)
        await victim.query("ROLLBACK").catch(() => {})
      })
    await attacker.query("COMMIT").catch(() => {})
    await attacker.end()
    const after = await fingerprint(observer)
    for (const [part, value] of Object.entries(after))
      if (before[part] !== value) effects.push(`changed: ${part}`)
    before = after
    return effects
  }
  return {
    statements: HostileSql.statements(next),
    effects: ({ role, sql: statement }) => tried(urls[role], statement),
    controls: async () => [
      await tried(urls.writer, "SELECT grootboek.lock_ledger('a')"),
      await tried(urls.writer, HostileSql.appending("a", next)),
    ],
    end: async () => {
      await victim.end()
      await observer.end()
    },
  }
}

// A connection that is ended must not end the process.
const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  return client
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

const appended = (url: string, ledger: string) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const store = yield* PostgresStore.make(url, { connections: 1 })
        const { head } = yield* store.append(ledger, 0, [1, 2, 3].map(proposal))
        yield* Stream.runDrain(store.read(ledger, 0))
        return head
      }),
    ),
  )

/** What an attacker may not see: bodies of a ledger that is not its own, and the name of a channel. */
const seen = (results: ReadonlyArray<pg.QueryResult>): string => {
  const rows = results.flatMap((result) => result.rows.map((row: unknown) => JSON.stringify(row) ?? ""))
  return rows.some((row) => /grootboek_[0-9a-f]{32}|"rolsuper":true/.test(row)) ? "learns a secret" : ""
}

/** A digest of each part of the database that no attacker may change. */
const fingerprint = async (observer: pg.Client): Promise<Readonly<Record<string, unknown>>> => {
  const { rows } = await observer.query<Record<string, unknown>>(
    `SELECT
      (SELECT md5(string_agg(e::text, '|' ORDER BY ledger, position)) FROM grootboek.entries AS e) AS entries,
      (SELECT md5(string_agg(m::text, '|' ORDER BY member, ledger)) FROM grootboek.members AS m) AS members,
      (SELECT md5(string_agg(l::text, '|' ORDER BY ledger)) FROM grootboek.ledgers AS l) AS ledgers,
      (SELECT md5(string_agg(q::text, '|' ORDER BY number)) FROM grootboek.quarantine AS q) AS quarantine,
      (SELECT md5(string_agg(m::text, '|' ORDER BY version)) FROM grootboek.migrations AS m) AS migrations,
      (SELECT md5(string_agg(concat_ws(':', relname, relacl, relrowsecurity, relforcerowsecurity, relhasrules), '|' ORDER BY relname))
         FROM pg_class WHERE relnamespace = 'grootboek'::regnamespace) AS tables,
      (SELECT md5(string_agg(concat_ws(':', proname, proacl, prosrc, proconfig), '|' ORDER BY proname))
         FROM pg_proc WHERE pronamespace = 'grootboek'::regnamespace) AS functions,
      (SELECT md5(string_agg(concat_ws(':', tgname, tgenabled), '|' ORDER BY tgname)) FROM pg_trigger WHERE NOT tgisinternal) AS triggers,
      (SELECT md5(string_agg(concat_ws(':', polname, polroles, polcmd), '|' ORDER BY polname)) FROM pg_policy) AS policies,
      (SELECT md5(string_agg(concat_ws(':', roleid, member, admin_option), '|' ORDER BY roleid, member)) FROM pg_auth_members) AS grants`,
  )
  return rows[0] ?? {}
}
