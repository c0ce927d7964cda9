/**
 * A private copy of a ledger, for a reader that may not write in its folder: there SQLite cannot coordinate readers and
 * writers, and reading the file directly could show half of what another program writes.
 */
import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { StoreProblem } from "@grootboek/core"

export interface PrivateCopy {
  readonly folder: string
  readonly file: string
}

/** Copies a ledger and its log. Throws `Locked` when another program keeps changing them. */
export const make = (file: string): PrivateCopy => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-read-"))
  const copy = join(folder, basename(file))
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      if (attempt > 1) pause(pauseMs)
      const before = stateOf(file)
      for (const end of parts) {
        rmSync(`${copy}${end}`, { force: true })
        // A file system that shares blocks copies nothing.
        if (existsSync(`${file}${end}`))
          copyFileSync(`${file}${end}`, `${copy}${end}`, constants.COPYFILE_FICLONE)
      }
      if (before !== undefined && before === stateOf(file)) return { folder, file: copy }
    }
  } catch (cause) {
    remove({ folder })
    throw cause
  }
  remove({ folder })
  throw new StoreProblem.StoreProblemError("Locked", file)
}

/** Removes a copy. */
export const remove = ({ folder }: Pick<PrivateCopy, "folder">): void =>
  rmSync(folder, { recursive: true, force: true })

const attempts = 100
const pauseMs = 50

/** The ledger, its log and its rollback journal. */
const parts = ["", "-wal", "-journal"] as const

/**
 * Returns a text that differs after any change of a ledger, or undefined when one happened so recently that a second
 * one might get the same time.
 */
const stateOf = (file: string): string | undefined => {
  const states = parts.map((end) => {
    const found = statSync(`${file}${end}`, { bigint: true, throwIfNoEntry: false })
    return found === undefined ? undefined : { ino: found.ino, size: found.size, time: found.mtimeNs }
  })
  const latest = states.reduce(
    (last, state) => (state !== undefined && state.time > last ? state.time : last),
    0n,
  )
  if (BigInt(Date.now()) * 1_000_000n - latest < BigInt(pauseMs) * 1_000_000n) return undefined
  return states
    .map((state) => (state === undefined ? "-" : `${state.ino}:${state.size}:${state.time}`))
    .join(" ")
}

// The driver is synchronous, so the wait is as well.
const pause = (timeMs: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, timeMs)
}
