/** The migrations of a database: each runs once and is never edited. */
import { entriesMigration } from "./EntriesMigration.ts"
import { guardsMigration } from "./GuardsMigration.ts"
import { queueMigration } from "./QueueMigration.ts"

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/**
 * The migrations in order.
 *
 * They prevent mistakes and access by other roles. The owner can undo them; signed checkpoints detect that.
 */
export const migrations: ReadonlyArray<Migration> = [entriesMigration, guardsMigration, queueMigration]

/** The version that this adapter writes. */
export const current: number = Math.max(...migrations.map(({ version }) => version))

/** The oldest version that this adapter reads. */
export const readable = 1
