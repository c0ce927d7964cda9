/**
 * Disk failures: every I/O call of SQLite fails once, and the disk is full at every kilobyte.
 *
 * A call of libsql cannot be made to fail without a compiler. Single calls fail in the same store over
 * node-sqlite3-wasm, which uses `node:fs` (with a rollback journal, since it has no write-ahead log). For libsql with
 * its log, a limit on file size simulates a full disk.
 */
import { spawn } from "node:child_process"
import fs, { copyFileSync } from "node:fs"
import { join } from "node:path"
import { type JournalStore, Verify } from "@grootboek/core"
import { type Driver, SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import Wasm from "node-sqlite3-wasm"
import { type Campaign, inPairs, type Measure } from "./Campaign.ts"
import * as Child from "./Child.ts"
import { inFolder, ledger, proposals, sha256 } from "./Sample.ts"

export const disks: ReadonlyArray<Campaign> = [
  {
    fault: "every I/O call fails once (EIO)",
    promise: "acknowledged and lost 0, half-visible 0; the handle is closed",
    run: () => inFolder((folder) => everyCall(folder, "EIO", calls)),
  },
  {
    fault: "every write fails once (ENOSPC)",
    promise: "acknowledged and lost 0, half-visible 0; the handle is closed",
    run: () =>
      inFolder((folder) =>
        everyCall(folder, "ENOSPC", ["writeSync", "ftruncateSync", "openSync", "mkdirSync"]),
      ),
  },
  {
    fault: "the disk is full at every kilobyte (libsql, write-ahead log)",
    promise: "acknowledged and lost 0, half-visible 0",
    run: () => inFolder(fullDisk),
  },
]

type Store = JournalStore.JournalStoreShape

/** The calls of `node:fs` that this SQLite uses. */
const calls = [
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

const size = 5

const everyCall = async (folder: string, code: string, failing: ReadonlyArray<Call>): Promise<Measure> => {
  const base = join(folder, "base.db")
  await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(SqliteStore.make(base, { connect: wasm }), (store) =>
        store.append(ledger, 0, proposals("p", 0, size)),
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
      const outcome = yield* Effect.result(
        store.append(ledger, batch * size, proposals("p", batch * size, size)),
      )
      failures.push(Result.isFailure(outcome))
      if (Result.isSuccess(outcome)) acknowledged.push(batch)
    }
  })
  const opened = await Effect.runPromise(Effect.result(Effect.scoped(work)))
  const { count, fired } = disarm()
  // As after a restart: this driver locks with a folder that is removed when its program ends.
  fs.rmSync(`${path}.lock`, { recursive: true, force: true })
  const seen = await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const store = yield* SqliteStore.make(path)
        const ids = acknowledged.flatMap((batch) => proposals("p", batch * size, size).map(({ id }) => id))
        const found = yield* store.find(ledger, ids)
        const { entries, findings } = yield* Verify.ledger(store, ledger, sha256)
        return {
          lost: ids.length - found.length,
          half: entries % size === 0 ? 0 : 1,
          findings: findings.length,
        }
      }),
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
  const sound = { ...fs }
  for (const name of failing)
    Object.assign(fs, {
      [name]: (...args: ReadonlyArray<unknown>) => {
        count += 1
        if (count === at) {
          fired = true
          throw Object.assign(new Error(`${code}: made to fail, ${name}`), { code })
        }
        return Reflect.apply(sound[name], fs, args)
      },
    })
  return () => {
    for (const name of failing) Object.assign(fs, { [name]: sound[name] })
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

const fullDisk = async (folder: string): Promise<Measure> => {
  const program = await Child.program("append")
  const limits = Array.from({ length: 100 }, (_, i) => 1 + i * 2)
  const sum = { full: 0, acknowledged: 0, lost: 0, halves: 0, findings: 0 }
  await inPairs(
    limits.map((kilobytes) => async () => {
      const path = join(folder, `${kilobytes}.db`)
      const said = await limited(program, kilobytes, path)
      const seen = await Effect.runPromise(
        Effect.scoped(Effect.flatMap(SqliteStore.make(path), (store) => look(store, said.batches))),
      )
      sum.full += said.code === 0 ? 0 : 1
      sum.acknowledged += said.batches.length
      sum.lost += seen.lost
      sum.halves += seen.half
      sum.findings += seen.findings
    }),
  )
  const { full, acknowledged, lost, halves, findings } = sum
  return {
    figure: `${limits.length} limits, full at ${full}, ${acknowledged} batches acknowledged, lost ${lost}, half-visible ${halves}, findings ${findings}`,
    holds: full > limits.length / 2 && lost + halves + findings === 0,
  }
}

const look = (store: Store, batches: ReadonlyArray<number>) =>
  Effect.gen(function* () {
    const ids = batches.flatMap((batch) => proposals("full", batch * size, size).map(({ id }) => id))
    const found = yield* store.find(ledger, ids)
    const { entries, findings } = yield* Verify.ledger(store, ledger, sha256)
    return { lost: ids.length - found.length, half: entries % size === 0 ? 0 : 1, findings: findings.length }
  })

/** Runs the appending program with a limit on the size of its files. */
const limited = ({ file }: Child.Program, kilobytes: number, path: string) =>
  new Promise<{ readonly code: number; readonly batches: ReadonlyArray<number> }>((resolve) => {
    const script = 'ulimit -f "$1"; shift; exec "$@"'
    const child = spawn(
      "bash",
      ["-c", script, "limit", String(kilobytes), process.execPath, file, path, "full", String(size), "30"],
      {
        stdio: ["ignore", "pipe", "ignore"],
      },
    )
    let text = ""
    child.stdout.on("data", (chunk) => {
      text += chunk
    })
    child.once("close", (code) =>
      resolve({
        code: code ?? 1,
        batches: text
          .split("\n")
          .filter((line) => line !== "")
          .map(Number),
      }),
    )
  })
