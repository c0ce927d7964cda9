/** A synchronous standby of a server: a copy of its data taken while it runs, following its log. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { launch, own, place, type Server, sql } from "@grootboek/testing/PostgresServer"
import pg from "pg"

/** What a primary needs to be followed. */
export const primarySettings = {
  wal_level: "replica",
  max_wal_senders: "5",
  hot_standby: "on",
  // Without a connected standby of this name, commits wait: that is what synchronous means.
  synchronous_commit: "on",
}

/** Makes a standby, waits until it follows, and makes the primary wait for it from then on. */
export const follow = async (primary: Server): Promise<Server> => {
  const data = join(place(), "data")
  // The copy must begin and end in one session.
  const client = new pg.Client({ connectionString: primary.url("postgres") })
  await client.connect()
  await client.query("SELECT pg_backup_start('standby', true)")
  copy(primary.data, data)
  const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)")
  await client.end()
  writeFileSync(join(data, "backup_label"), rows[0]?.labelfile ?? "")
  writeFileSync(join(data, "standby.signal"), "")
  own(data)
  const standby = await launch(data, {
    ...primarySettings,
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres application_name=standby`,
  })
  await sql(
    primary.url("postgres"),
    "ALTER SYSTEM SET synchronous_standby_names = 'standby'",
    "SELECT pg_reload_conf()",
  )
  await until(primary.url("postgres"), "SELECT sync_state = 'sync' AS yes FROM pg_stat_replication")
  return standby
}

/** Makes a standby the primary. */
export const promote = async (standby: Server): Promise<void> => {
  await sql(
    standby.url("postgres"),
    "SELECT pg_promote(true, 60)",
    "ALTER SYSTEM SET synchronous_standby_names = ''",
    "SELECT pg_reload_conf()",
  )
  await until(standby.url("postgres"), "SELECT NOT pg_is_in_recovery() AS yes")
}

/** Waits until a question is answered with yes. */
export const until = async (url: string, question: string): Promise<void> => {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    const [row] = await sql(url, question)
    if (row?.yes === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`never came true: ${question}`)
}

// Files of the running server, which are not copied with its data.
const excluded =
  /^(postmaster\.(pid|opts)|pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)$/

const copy = (from: string, to: string): void => {
  mkdirSync(to, { mode: 0o700 })
  for (const name of readdirSync(from)) {
    if (excluded.test(name) && !name.startsWith("postmaster")) mkdirSync(join(to, name), { mode: 0o700 })
    if (excluded.test(name)) continue
    // Files may vanish while they are copied; the standby reads from the log what it missed.
    cpSync(join(from, name), join(to, name), { recursive: true, filter: (path) => existsSync(path) })
  }
  for (const name of ["archive_status", "summaries"]) mkdirSync(join(to, "pg_wal", name), { mode: 0o700 })
  rmSync(join(to, "postmaster.pid"), { force: true })
}
