/** One append as one transaction: lock, look, settle, write, tell. */
import type { Batch, Journal, JournalStore } from "@grootboek/core"
import * as Result from "effect/Result"
import type pg from "pg"
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
  await client.query("BEGIN")
  try {
    await enter(client, ledger, lock)
    const head = await Entries.headOf(client, ledger)
    const settled = Result.isSuccess(head) ? await settle(client, head.success) : Result.fail(head.failure)
    const rows = Result.isSuccess(settled) ? settled.success.rows : []
    if (rows.length > 0) {
      await Entries.insert(client, ledger, rows)
      await tell(client, ledger)
    }
    await client.query(rows.length > 0 ? "COMMIT" : "ROLLBACK")
    return settled
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => {})
    throw cause
  }
}

/** What a transaction that writes begins with: a primary, a ledger that admits the writer, and the lock. */
export const enter = async (
  client: pg.PoolClient,
  ledger: string,
  lock: Writing<Written>["lock"],
): Promise<void> => {
  const { rows: modes } = await client.query<{ readonly reading: string }>(settings)
  if (modes[0]?.reading === "on")
    throw new Advice("this server is a replica or reads only: write to the primary")
  await Entries.admitted(client, ledger)
  if (lock === "advisory")
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [ledger])
}

/** Tells whoever listens, once the transaction is committed. */
export const tell = async (client: pg.PoolClient, ledger: string): Promise<void> => {
  await client.query("SELECT pg_notify($1, '')", [Entries.channelOf(ledger)])
}

// An answer must mean that the entries are on disk, and on the standby if there is one, whatever the server's default.
const settings = `
  SELECT current_setting('transaction_read_only') AS reading,
    set_config('lock_timeout', '30s', true),
    CASE WHEN current_setting('synchronous_commit') IN ('off', 'local')
      THEN set_config('synchronous_commit', 'on', true) END`
