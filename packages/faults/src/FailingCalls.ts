/**
 * Every I/O call of SQLite fails once.
 *
 * A call of libsql cannot be made to fail without a compiler. So single calls fail in the same store over
 * node-sqlite3-wasm, which uses `node:fs` (with a rollback journal, since it has no write-ahead log).
 */
import fs, { copyFileSync } from "node:fs"
import { join } from "node:path"
import { type Driver, SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import Wasm from "node-sqlite3-wasm"
import * as Batches from "./Batches.ts"
import type { Measure } from "./Campaign.ts"
import { ledger } from "./Sample.ts"

/** The calls of `node:fs` that this SQLite uses. */
export const calls = [
  "openSync",
  "closeSync",
  "readSync",
  "writeSync",
  "fsyncSync",
  "ftruncateSync",
  "fstatSync",
  "unlinkSync",
  "accessSync",
  "mkdirSync",
  "rmdirSync",
] as const

type Call = (typeof calls)[number]

/** Makes each of some calls fail once with an error code, in a run of its own. */
export const each = async (folder: string, code: string, failing: ReadonlyArray<Call>): Promise<Measure> => {
  const base = join(folder, "base.db")
  await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(SqliteStore.make(base, { connect: wasm }), (store) =>
        store.append(ledger, 0, Batches.of("p", 0)),
      ),
    ),
  )
  const whole = await trial(base, join(folder, "whole.db"), { code, failing, at: Number.POSITIVE_INFINITY })
  const sum = { fired: 0, reported: 0, lost: 0, halves: 0, findings: 0, trusted: 0 }
  for (let at = 1; at <= whole.count; at++) {
    const seen = await trial(base, join(folder, `${at}.db`), { code, failing, at })
    sum.fired += seen.fired ? 1 : 0
    sum.reported += seen.reported ? 1 : 0
    sum.lost += seen.lost
    sum.halves += seen.half
    sum.findings += seen.findings
    sum.trusted += seen.trusted
  }
  const { fired, reported, lost, halves, findings, trusted } = sum
  return {
    figure: `${fired} of ${whole.count} points, reported ${reported}, lost ${lost}, half-visible ${halves}, findings ${findings}, handles used after a failed write ${trusted}`,
    holds: fired === whole.count && lost + halves + findings + trusted === 0 && whole.count > 20,
  }
}

/** Which calls fail, and how. */
interface Arming {
  readonly code: string
  readonly failing: ReadonlyArray<Call>
  /** The call that fails, counted from 1. */
  readonly at: number
}

const trial = async (base: string, path: string, arming: Arming) => {
  copyFileSync(base, path)
  const acknowledged: Array<number> = []
  const failures: Array<boolean> = []
  const disarm = arm(arming)
  const work = Effect.gen(function* () {
    const store = yield* SqliteStore.make(path, { connect: wasm })
    for (const batch of [1, 2, 3]) {
      const outcome = yield* Effect.result(store.append(ledger, batch * Batches.size, Batches.of("p", batch)))
      failures.push(Result.isFailure(outcome))
      if (Result.isSuccess(outcome)) acknowledged.push(batch)
    }
  })
  const opened = await Effect.runPromise(Effect.result(Effect.scoped(work)))
  const { count, fired } = disarm()
  // As after a restart of the machine: this driver locks with a folder that is removed when its program ends.
  fs.rmSync(`${path}.lock`, { recursive: true, force: true })
  const seen = await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(SqliteStore.make(path), (store) => Batches.inspect(store, "p", acknowledged)),
    ),
  )
  const first = failures.indexOf(true)
  return {
    ...seen,
    count,
    fired,
    reported: Result.isFailure(opened) || first !== -1,
    // After the first append that failed on the disk, no other may have been answered by the same handle.
    trusted: first === -1 ? 0 : failures.slice(first).filter((failed) => !failed).length,
  }
}

/** Makes the n-th of some calls fail. Returns a function that restores the calls and reports what happened. */
const arm = ({ code, failing, at }: Arming) => {
  let count = 0
  let fired = false
  const original = { ...fs }
  for (const name of failing)
    Object.assign(fs, {
      [name]: (...args: ReadonlyArray<unknown>) => {
        count += 1
        if (count === at) {
          fired = true
          throw Object.assign(new Error(`${code}: made to fail, ${name}`), { code })
        }
        return Reflect.apply(original[name], fs, args)
      },
    })
  return () => {
    for (const name of failing) Object.assign(fs, { [name]: original[name] })
    return { count, fired }
  }
}

const wasm: Driver.Connect = (file, { access }) => {
  const driver = new Wasm.Database(file, {
    fileMustExist: access !== "create",
    readOnly: access === "readonly",
  })
  return {
    get inTransaction() {
      return driver.inTransaction
    },
    exec: (sql) => driver.exec(sql),
    prepare: (sql) => {
      const statement = driver.prepare(sql)
      return { all: (values) => statement.all(values), run: (values) => statement.run(values) }
    },
    close: () => driver.close(),
  }
}
