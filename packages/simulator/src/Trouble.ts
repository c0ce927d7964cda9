/**
 * Trouble during one command: a crash or a full disk at the n-th call that writes.
 *
 * The calls of the SQLite driver and those of `node:fs` are counted together. After a crash the program is dead: no
 * further call has an effect, so that nothing is cleaned up. Only closing works, because the system closes the files of
 * a dead program.
 */
import fs from "node:fs"
import { syncBuiltinESMExports } from "node:module"
import Libsql from "libsql"

/** What goes wrong, and at which call, counted from 1. */
export interface Trouble {
  readonly kind: "crash before" | "crash after" | "full disk"
  readonly call: number
}

export interface Troubled {
  readonly end: () => boolean
}

/** Starts trouble. Only one may be active at a time. `end` restores the calls and returns whether it occurred. */
export const begin = (trouble: Trouble): Troubled => {
  let calls = 0
  let [occurred, dead, full] = [false, false, false]

  const guarded = <A>(call: () => A, failure: () => Error): A => {
    if (dead) throw new Crash()
    if (full) throw failure()
    calls += 1
    if (calls !== trouble.call) return call()
    occurred = true
    switch (trouble.kind) {
      case "full disk":
        full = true
        throw failure()
      case "crash before":
        dead = true
        throw new Crash()
      case "crash after":
        call()
        dead = true
        throw new Crash()
    }
  }

  const { close, exec, prepare } = Libsql.prototype
  Object.assign(Libsql.prototype, {
    // The driver closes a connection when its statements are collected as garbage; the system closes it at once.
    close(this: Libsql.Database) {
      if (dead && this.open && this.inTransaction) Reflect.apply(exec, this, ["ROLLBACK"])
      return Reflect.apply(close, this, [])
    },
    exec(this: Libsql.Database, sql: string) {
      // A full disk does not prevent a transaction from being rolled back.
      if (!dead && sql.startsWith("ROLLBACK")) return Reflect.apply(exec, this, [sql])
      return guarded(() => Reflect.apply(exec, this, [sql]), sqliteFull)
    },
    prepare(this: Libsql.Database, sql: string) {
      if (dead) throw new Crash()
      const statement = Reflect.apply(prepare, this, [sql])
      const { all, run } = statement
      return Object.assign(statement, {
        all: (...values: ReadonlyArray<unknown>) => {
          if (dead) throw new Crash()
          return Reflect.apply(all, statement, values)
        },
        run: (...values: ReadonlyArray<unknown>) =>
          guarded(() => Reflect.apply(run, statement, values), sqliteFull),
      })
    },
  })

  const original = { ...fs }
  for (const name of writing)
    Object.assign(fs, {
      [name]: (...args: ReadonlyArray<unknown>) => {
        const call = () => Reflect.apply(original[name], fs, args)
        // Files that are read are opened with the same function.
        if (name === "openSync" && isReading(args[1]) && !dead) return call()
        // A full disk still has room for a removal.
        if (full && removing.has(name)) return call()
        return guarded(call, () => noSpace(name))
      },
    })
  syncBuiltinESMExports()

  return {
    end: () => {
      Object.assign(Libsql.prototype, { close, exec, prepare })
      for (const name of writing) Object.assign(fs, { [name]: original[name] })
      syncBuiltinESMExports()
      return occurred
    },
  }
}

const isReading = (flags: unknown): boolean =>
  flags === undefined || flags === "r" || (typeof flags === "number" && (flags & 3) === fs.constants.O_RDONLY)

/** The program is dead. */
class Crash extends Error {
  constructor() {
    super("simulated crash")
  }
}

const writing = [
  "openSync",
  "writeSync",
  "writeFileSync",
  "fsyncSync",
  "renameSync",
  "rmSync",
  "mkdirSync",
  "linkSync",
  "copyFileSync",
] as const

const removing: ReadonlySet<string> = new Set(["renameSync", "rmSync", "fsyncSync"])

const noSpace = (name: string): Error =>
  Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), { code: "ENOSPC" })

const sqliteFull = (): Error =>
  Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL", rawCode: 13 })
