/** One append as one transaction: lock, read the head, settle, insert, notify. */
import { type Batch, type Journal, type JournalStore, StoreProblem } from "@grootboek/core"
import * as Result from "effect/Result"
import pg from "pg"
import { codeOf } from "./DriverProblem.ts"
import * as Entries from "./Entries.ts"

/** A transaction that settles a batch and inserts its rows. */
export interface Writing<A extends SettledRows> {
  readonly ledger: string
  readonly lock: LedgerLock
  /** How long to wait for another writer. */
  readonly lockTimeoutMs: number
  readonly restores: boolean
  readonly settle: Settle<A>
}

/** `row` locks the row of the ledger; with `none` writers collide on the keys and try again. */
export type LedgerLock = "row" | "none"

export interface SettledRows {
  readonly rows: ReadonlyArray<Batch.Row>
}

/** Settles a batch on the current head. */
export type Settle<A> = (
  client: pg.PoolClient,
  head: Journal.Head,
) => Promise<Result.Result<A, JournalStore.StoreError>>

/** Runs a transaction. One that collides with another is rolled back and settled again. */
export const transact = async <A extends SettledRows>(
  client: pg.PoolClient,
  writing: Writing<A>,
): Promise<Result.Result<A, JournalStore.StoreError>> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(client, writing)
    } catch (cause) {
      // The connection of any other failure is closed, which rolls back.
      if (attempt === attempts || !collisions.has(codeOf(cause))) throw cause
      await client.query("ROLLBACK")
    }
  }
}

const attempts = 20

/** Unique violation, serialization failure, deadlock. */
const collisions: ReadonlySet<string> = new Set(["23505", "40001", "40P01"])

const once = async <A extends SettledRows>(
  client: pg.PoolClient,
  { settle, restores, ...writing }: Writing<A>,
): Promise<Result.Result<A, JournalStore.StoreError>> => {
  const { ledger } = writing
  const head = await enter(client, writing)
  const settled = Result.isSuccess(head) ? await settle(client, head.success) : Result.fail(head.failure)
  const rows = Result.isSuccess(settled) ? settled.success.rows : []
  if (rows.length === 0) await client.query("ROLLBACK")
  else {
    await Entries.insert(client, ledger, { rows, restores })
    await client.query("COMMIT")
  }
  return settled
}

/**
 * Begins a transaction that writes: checks that the server is a primary and that the role is admitted, takes the lock,
 * and reads the head. All in one round trip, because other writers wait for the lock.
 */
export const enter = async (
  client: pg.PoolClient,
  { ledger, lock, lockTimeoutMs }: Pick<Writing<SettledRows>, "ledger" | "lock" | "lockTimeoutMs">,
): Promise<Result.Result<Journal.Head, JournalStore.StoreError>> => {
  const name = pg.escapeLiteral(ledger)
  const right = lock === "row" ? "lock_ledger" : "may_write"
  const [, modes, admission, rights, last] = several(
    await client.query<BeginRow>(
      `BEGIN ISOLATION LEVEL ${isolation[lock]}; ${settings(lockTimeoutMs)}; ${Entries.admission(name)};
       SELECT grootboek.${right}(${name}) AS writes; ${Entries.last(name)}`,
    ),
  )
  if (modes?.rows[0]?.reading === "on") throw new StoreProblem.StoreProblemError("Replica", "PostgreSQL")
  Entries.checkAdmission(ledger, admission?.rows[0])
  if (rights?.rows[0]?.writes !== true) throw new StoreProblem.StoreProblemError("PermissionDenied", ledger)
  return Entries.headIn(ledger, last?.rows ?? [])
}

// With the lock, nothing changes after it is taken, and each statement needs a snapshot from after the wait. Without it,
// head and ids are read from one snapshot, and a collision on the keys rolls the transaction back.
const isolation = { row: "READ COMMITTED", none: "REPEATABLE READ" } as const

type BeginRow = Entries.StoredRow & Entries.Admission & { readonly reading: string; readonly writes: boolean }

// The driver's types have one result only, but a query of several statements returns several.
const several = <A extends pg.QueryResultRow>(
  results: pg.QueryResult<A> | ReadonlyArray<pg.QueryResult<A>>,
): ReadonlyArray<pg.QueryResult<A>> => ("rows" in results ? [results] : results)

// An acknowledged entry is on disk, and on the standby if there is one, whatever the default of the server. A program that
// is suspended in a transaction does not keep the lock of its ledger.
const settings = (lockTimeoutMs: number): string => `
  SELECT current_setting('transaction_read_only') AS reading,
    set_config('lock_timeout', '${Math.trunc(lockTimeoutMs)}', true),
    CASE WHEN current_setting('idle_in_transaction_session_timeout') = '0'
      THEN set_config('idle_in_transaction_session_timeout', '5min', true) END,
    CASE WHEN current_setting('synchronous_commit') IN ('off', 'local')
      THEN set_config('synchronous_commit', 'on', true) END`
