/** SQL that must have no effect on a ledger, by the role that tries it. */
import { createHash } from "node:crypto"
import type { Batch } from "@grootboek/core"

/**
 * The role that tries a statement: `stranger` may connect and nothing else, `auditor` may read ledger a, `neighbour` may write ledger b, and
 * `writer` may write ledger a itself, but only the next entry.
 */
export type HostileRole = "stranger" | "auditor" | "neighbour" | "writer"

export interface HostileStatement {
  readonly role: HostileRole
  readonly name: string
  readonly sql: string
}

export const appending = (ledger: string, ...rows: ReadonlyArray<Batch.Row>): string =>
  call(ledger, {
    ids: rows.map(({ id }) => id),
    lengths: rows.map(({ body }) => body.length),
    hashes: rows.map(({ hash }) => hash).join(""),
    bodies: Buffer.concat(rows.map(({ body }) => body)).toString("hex"),
  })

interface Arguments {
  readonly ids: ReadonlyArray<string>
  readonly lengths: ReadonlyArray<number | "NULL">
  readonly hashes: string
  readonly bodies: string
}

const call = (ledger: string, { ids, lengths, hashes, bodies }: Arguments, restores = false): string =>
  `SELECT grootboek.append('${ledger}', ARRAY[${ids.map((id) => `'${id}'`).join(", ")}]::text[], ARRAY[${lengths.join(", ")}]::integer[], '\\x${hashes}'::bytea, '\\x${bodies}'::bytea, ${restores})`

const edited = (row: Batch.Row, edit: (text: string) => string): Batch.Row => {
  const body = Buffer.from(edit(Buffer.from(row.body).toString("utf8")))
  return { ...row, body, hash: hashOf(body) }
}

const hashOf = (body: Uint8Array): string =>
  createHash("sha256").update("grootboek/entry\u0001").update(body).digest("hex")

const by = (role: HostileRole, list: Readonly<Record<string, string>>): ReadonlyArray<HostileStatement> =>
  Object.entries(list).map(([name, sql]) => ({ role, name, sql }))

/** Returns all statements. `next` is the entry that would follow in ledger a. */
export const statements = (next: Batch.Row): ReadonlyArray<HostileStatement> => [
  ...everybody.flatMap((role) => by(role, locks)),
  ...everybody.flatMap((role) => by(role, changes)),
  ...(["stranger", "auditor", "neighbour"] as const).flatMap((role) =>
    by(role, {
      "lock the ledger": "SELECT grootboek.lock_ledger('a')",
      "append the next entry": appending("a", next),
      "append to every ledger": appending("*", next),
      "append under the group": `SET ROLE grootboek_writer; ${appending("a", next)}`,
    }),
  ),
  ...by("stranger", {
    "learn the channel": "SELECT grootboek.channel_of('a')",
    "read the entries": "SELECT * FROM grootboek.entries",
    "read the members": "SELECT * FROM grootboek.members",
    "ask for admission": "SELECT grootboek.admits('a')",
  }),
  ...by("neighbour", {
    "read past row-level security":
      "SET row_security = off; SELECT body FROM grootboek.entries WHERE ledger = 'a'",
    "read through a leaking function":
      "CREATE FUNCTION pg_temp.leak(bytea) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS $$ BEGIN IF position('a' IN convert_from($1, 'UTF8')) < 0 THEN RAISE EXCEPTION 'leak'; END IF; RETURN true; END $$; SELECT count(*) FROM grootboek.entries WHERE pg_temp.leak(body)",
    "pretend to be a superuser":
      "CREATE TEMPORARY TABLE pg_roles (rolname name, rolsuper boolean, rolbypassrls boolean); INSERT INTO pg_roles VALUES (session_user, true, true); SET search_path = pg_temp, pg_catalog; SELECT grootboek.lock_ledger('a')",
    "pretend to be a member":
      "CREATE TEMPORARY TABLE members (member name, ledger text, writes boolean); INSERT INTO members VALUES (session_user, 'a', true); SET search_path = pg_temp, grootboek; SELECT grootboek.lock_ledger('a')",
    "replace an operator":
      "CREATE FUNCTION pg_temp.same(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.same); SET search_path = pg_temp, pg_catalog; SELECT grootboek.lock_ledger('a')",
  }),
  ...by("writer", forgeries(next)),
]

const everybody = ["stranger", "auditor", "neighbour", "writer"] as const

const locks = {
  "hold the advisory lock of an earlier version": "SELECT pg_advisory_lock(hashtextextended('a', 0))",
  "hold the advisory lock of migrations": "SELECT pg_advisory_lock(hashtextextended('grootboek/migrate', 0))",
  "lock the entries": "LOCK TABLE grootboek.entries IN ACCESS EXCLUSIVE MODE",
  "lock the rows of the ledgers": "SELECT * FROM grootboek.ledgers FOR UPDATE",
  "lock the rows of the entries": "SELECT * FROM grootboek.entries FOR UPDATE",
  "share the rows of the entries": "SELECT * FROM grootboek.entries FOR KEY SHARE",
  "lock the migrations": "LOCK TABLE grootboek.migrations IN SHARE MODE",
  "end the other connections":
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename <> session_user",
}

const changes = {
  "update entries": "UPDATE grootboek.entries SET body = '\\x00'",
  "delete entries": "DELETE FROM grootboek.entries",
  "truncate entries": "TRUNCATE grootboek.entries CASCADE",
  "insert directly":
    "INSERT INTO grootboek.entries (ledger, position, id, hash, body) VALUES ('a', 4, 'x', sha256('grootboek/entry\\001'::bytea || '{}'), '{}')",
  "copy in": "COPY grootboek.entries FROM '/dev/null'",
  "drop the schema": "DROP SCHEMA grootboek CASCADE",
  "drop a policy": "DROP POLICY members_read ON grootboek.entries",
  "add a policy": "CREATE POLICY mine ON grootboek.entries USING (true)",
  "disable triggers": "ALTER TABLE grootboek.entries DISABLE TRIGGER ALL",
  "skip triggers": "SET session_replication_role = replica; DELETE FROM grootboek.entries",
  "add a trigger":
    "CREATE TRIGGER mine BEFORE INSERT ON grootboek.entries FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
  "add a rule": "CREATE RULE mine AS ON INSERT TO grootboek.entries DO INSTEAD NOTHING",
  "replace the function":
    "CREATE OR REPLACE FUNCTION grootboek.may_write(wanted text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
  "admit itself": "INSERT INTO grootboek.members (member, ledger, writes) VALUES (session_user, '*', true)",
  "dismiss others": "DELETE FROM grootboek.members",
  "grant itself the group": "GRANT grootboek_writer TO CURRENT_USER",
  "become the owner": "SET SESSION AUTHORIZATION postgres",
  "become the owner by role": "SET ROLE postgres",
  "empty the quarantine": "DELETE FROM grootboek.quarantine",
  "replace an entry": "SELECT grootboek.replace_damaged('a', 1, '\\x00', '\\x7b7d', 'mine')",
  "change the migrations": "DELETE FROM grootboek.migrations",
}

/** Entries that a writer of the ledger itself may not append. */
const forgeries = (next: Batch.Row): Readonly<Record<string, string>> => {
  const one = {
    ids: [next.id],
    lengths: [next.body.length],
    hashes: next.hash,
    bodies: Buffer.from(next.body).toString("hex"),
  }
  const text = (edit: (text: string) => string) => appending("a", edited(next, edit))
  return {
    "another ledger": appending("b", next),
    "every ledger": appending("*", next),
    "a gap": text((body) => body.replace(`"position":${next.position}`, `"position":${next.position + 1}`)),
    "another previous hash": text((body) => body.replace(/"previous":"\w{8}/, '"previous":"00000000')),
    "another hash": appending("a", { ...next, hash: hashOf(Buffer.from("{}")) }),
    "a short hash": call("a", { ...one, hashes: next.hash.slice(2) }),
    "another id in the column": appending("a", { ...next, id: "other" }),
    "an id with a space": appending("a", {
      ...edited(next, (body) => body.replace(next.id, "a b")),
      id: "a b",
    }),
    "text that is not JSON": text((body) => body.slice(0, -1)),
    "text that is not UTF-8": call("a", { ...one, bodies: `${one.bodies.slice(0, -2)}ff` }),
    "a byte order mark": text((body) => `\ufeff${body}`),
    "blanks around the keys": text((body) => body.replace('{"actor"', '{ "actor"')),
    "a key twice": text((body) => body.replace('"version":', `"position":${next.position},"version":`)),
    "an unknown key": text((body) => body.replace('{"actor"', '{"a":1,"actor"')),
    "no event": text((body) => body.replace(/"event":\{.*?\},"id"/, '"event":1,"id"')),
    "a time before the last entry": text((body) => body.replace(/"time":"\d{4}/, '"time":"1999')),
    "a time that is no time": text((body) => body.replace(/"time":"\d{4}/, '"time":"year')),
    "a time an hour ahead": text((body) => body.replace(/"time":"[^"]*"/, `"time":"${later(1)}"`)),
    "a time a year ahead, as a restoration": appending(
      "a",
      edited(next, (body) => body.replace(/"time":"[^"]*"/, `"time":"${later(8_760)}"`)),
    ).replace(/false\)$/, "true)"),
    "lengths that do not add up": call("a", { ...one, lengths: [next.body.length + 1] }),
    "a negative length": call("a", {
      ...one,
      ids: [next.id, "x"],
      lengths: [next.body.length + 1, -1],
      hashes: next.hash + next.hash,
    }),
    "no length": call("a", { ...one, lengths: ["NULL"] }),
    "more ids than lengths": call("a", { ...one, ids: [next.id, "x"] }),
    "the same entry twice": appending("a", next, next),
    "nothing at all": "SELECT grootboek.append(NULL, NULL, NULL, NULL, NULL, NULL)",
  }
}

const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
