/** One append as one transaction: lock, look, settle, write, tell. */
import type { Batch, Journal, JournalStore } from "@grootboek/core"
import * as Result from "effect/Result"
import pg from "pg"
import * as Entries from "./Entries.ts"
import { Advice, codeOf } from "./Fault.ts"

/** What to write in a transaction, and where. */
export interface Writing<A extends Written> {
  readonly ledger: string
  readonly lock: "advisory" | "none"
  readonly settle: Settle<A>
}

/** What was settled to be written. */
export interface Written {
  readonly rows: ReadonlyArray<Batch.Row>
}

/** Settles what becomes of a batch on the head that is there. */
export type Settle<A> = (
  client: pg.PoolClient,
  head: Journal.Head,
) => Promise<Result.Result<A, JournalStore.StoreError>>

/** Runs a transaction; when it collides with another, it is rolled back whole and settled anew on what the other left. */
export const transact = async <A extends Written>(
  client: pg.PoolClient,
  writing: Writing<A>,
): Promise<Result.Result<A, JournalStore.StoreError>> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(client, writing)
    } catch (cause) {
      if (attempt === attempts || !collisions.has(codeOf(cause))) throw cause
    }
  }
}

const attempts = 20

/** Unique violation, serialization failure, deadlock. */
const collisions: ReadonlySet<string> = new Set(["23505", "40001", "40P01"])

const once = async <A extends Written>(
  client: pg.PoolClient,
  { ledger, lock, settle }: Writing<A>,
): Promise<Result.Result<A, JournalStore.StoreError>> => {
  try {
    const head = await enter(client, ledger, lock)
    const settled = Result.isSuccess(head) ? await settle(client, head.success) : Result.fail(head.failure)
    const rows = Result.isSuccess(settled) ? settled.success.rows : []
    if (rows.length === 0) await client.query("ROLLBACK")
    else {
      await Entries.insert(client, ledger, rows)
      await leave(client, ledger)
    }
    return settled
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => {})
    throw cause
  }
}

/**
 * What a transaction that writes begins with: a primary, a ledger that admits the writer, the lock, and then the head.
 * One round trip, because everybody else waits for whoever holds the lock.
 */
export const enter = async (
  client: pg.PoolClient,
  ledger: string,
  lock: Writing<Written>["lock"],
): Promise<Result.Result<Journal.Head, JournalStore.StoreError>> => {
  const name = pg.escapeLiteral(ledger)
  const [, modes, admission, , last] = several(
    await client.query<Begun>(
      `BEGIN ISOLATION LEVEL ${isolation[lock]}; ${settings}; ${Entries.admission(name)};
       SELECT ${lock === "advisory" ? `pg_advisory_xact_lock(hashtextextended(${name}, 0))` : "1"}; ${Entries.last(name)}`,
    ),
  )
  if (modes?.rows[0]?.reading === "on")
    throw new Advice("this server is a replica or reads only: write to the primary")
  Entries.seeAdmission(ledger, admission?.rows[0])
  return Entries.headIn(ledger, last?.rows ?? [])
}

/** Commits, and tells whoever listens. */
export const leave = async (client: pg.PoolClient, ledger: string): Promise<void> => {
  await client.query(`SELECT pg_notify('${Entries.channelOf(ledger)}', ''); COMMIT`)
}

// Behind the lock nothing changes any more, so each statement may look anew and must, for the lock was waited for.
// Without it, head and ids have to be seen in one snapshot; who collides on the keys is rolled back and settled anew.
const isolation = { advisory: "READ COMMITTED", none: "REPEATABLE READ" } as const

type Begun = Entries.Stored & Entries.Admission & { readonly reading: string }

// The driver's types know of one result only; a query of several statements gives several.
const several = <A extends pg.QueryResultRow>(
  results: pg.QueryResult<A> | ReadonlyArray<pg.QueryResult<A>>,
): ReadonlyArray<pg.QueryResult<A>> => ("rows" in results ? [results] : results)

// An answer must mean that the entries are on disk, and on the standby if there is one, whatever the server's default.
const settings = `
  SELECT current_setting('transaction_read_only') AS reading,
    set_config('lock_timeout', '30s', true),
    CASE WHEN current_setting('synchronous_commit') IN ('off', 'local')
      THEN set_config('synchronous_commit', 'on', true) END`
