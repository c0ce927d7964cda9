/** Errors of the SQLite driver as problems of the store. */
import { type JournalStore, StoreProblem } from "@grootboek/core"

/** A problem, and whether the connection may still be used after it. */
export interface DriverProblem {
  readonly problem: StoreProblem.StoreProblem
  readonly isFatal: boolean
}

/** Returns the problem behind an error about a file. */
export const of = (cause: unknown, path: string): DriverProblem => {
  if (cause instanceof StoreProblem.StoreProblemError) return { problem: cause.problem, isFatal: true }
  const { code, isFatal } = problems.get(codeOf(cause)) ?? fatal("Unknown")
  return { problem: { code, place: path, detail: StoreProblem.driverDetail(cause) }, isFatal }
}

export const failed = (operation: string, cause: unknown, path: string): JournalStore.StoreError =>
  StoreProblem.failed(operation, of(cause, path).problem)

/** Returns the result code of SQLite without its extension: `SQLITE_IOERR` for `SQLITE_IOERR_FSYNC`. */
export const codeOf = (cause: unknown): string => {
  const code = StoreProblem.driverCode(cause)
  // The driver has no names for some extended codes; the last byte of their number is the result code.
  const [, number] = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code) ?? []
  if (number !== undefined)
    return shortReads.has(Number(number)) ? "SQLITE_CORRUPT" : (names.get(Number(number) & 0xff) ?? code)
  if (code === "SQLITE_IOERR_SHORT_READ") return "SQLITE_CORRUPT"
  return code.split("_").slice(0, 2).join("_")
}

const harmless = (code: StoreProblem.StoreProblemCode) => ({ code, isFatal: false })
// After a failed write the content of the disk is not known, so the connection is not used again.
const fatal = (code: StoreProblem.StoreProblemCode) => ({ code, isFatal: true })

const problems: ReadonlyMap<
  string,
  { readonly code: StoreProblem.StoreProblemCode; readonly isFatal: boolean }
> = new Map([
  ["SQLITE_BUSY", harmless("Locked")],
  ["SQLITE_LOCKED", harmless("Locked")],
  ["SQLITE_READONLY", harmless("ReadOnly")],
  ["SQLITE_CONSTRAINT", harmless("AppendOnly")],
  ["SQLITE_NOTADB", fatal("NotADatabase")],
  ["SQLITE_CORRUPT", fatal("Corrupt")],
  ["SQLITE_FULL", fatal("DiskFull")],
  ["SQLITE_IOERR", fatal("DiskFailed")],
  ["SQLITE_CANTOPEN", fatal("CannotOpen")],
  // Errors of the system while a private copy is made.
  ["ENOSPC", fatal("DiskFull")],
  ["EACCES", fatal("CannotOpen")],
  ["EPERM", fatal("CannotOpen")],
])

// The file ends before the page that was read, so it was cut.
const shortReads: ReadonlySet<number> = new Set([522])

const names: ReadonlyMap<number, string> = new Map([
  [5, "SQLITE_BUSY"],
  [6, "SQLITE_LOCKED"],
  [8, "SQLITE_READONLY"],
  [10, "SQLITE_IOERR"],
  [11, "SQLITE_CORRUPT"],
  [13, "SQLITE_FULL"],
  [14, "SQLITE_CANTOPEN"],
  [18, "SQLITE_TOOBIG"],
  [19, "SQLITE_CONSTRAINT"],
  [26, "SQLITE_NOTADB"],
])
