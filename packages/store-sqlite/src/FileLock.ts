/**
 * An exclusive lock between programs, held on a file of its own.
 *
 * SQLite holds it, because Node cannot lock a file. The system releases it when the program ends, however it ends, so a
 * lock is never left behind. The file stays: removing it would let two programs lock two files of one name.
 */
import { type JournalStore, StoreProblem } from "@grootboek/core"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type Driver, libsql } from "./Driver.ts"
import * as DriverProblem from "./DriverProblem.ts"

/** How long to wait for another program. */
export interface LockOptions {
  /** 30 seconds by default. */
  readonly waitMs?: number
}

/** Acquires the lock of a path until the scope ends. Fails with `Locked` when another program keeps it. */
export const acquire = (
  path: string,
  { waitMs = 30_000 }: LockOptions = {},
): Effect.Effect<void, JournalStore.StoreError, Scope.Scope> =>
  Effect.gen(function* () {
    const driver = yield* Effect.acquireRelease(
      attempt(path, () => libsql(path, { access: "create", busyTimeoutMs: 0 })),
      (opened) => Effect.sync(() => opened.close()).pipe(Effect.ignoreCause),
    )
    // Waits without blocking this process, which may hold the lock itself in another fiber.
    for (let waitedMs = 0; !(yield* attempt(path, () => isAcquired(driver))); waitedMs += stepMs) {
      if (waitedMs >= waitMs)
        return yield* Effect.fail(StoreProblem.failed("lock", { code: "Locked", place: path, detail: "" }))
      yield* Effect.sleep(stepMs)
    }
  })

const stepMs = 20

const isAcquired = (driver: Driver): boolean => {
  try {
    driver.exec("BEGIN IMMEDIATE")
    return true
  } catch (cause) {
    if (DriverProblem.codeOf(cause) !== "SQLITE_BUSY") throw cause
    return false
  }
}

const attempt = <A>(path: string, work: () => A): Effect.Effect<A, JournalStore.StoreError> =>
  Effect.try({ try: work, catch: (cause) => DriverProblem.failed("lock", cause, path) })
