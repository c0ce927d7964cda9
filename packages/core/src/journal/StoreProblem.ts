/**
 * Why a store failed, as data from which messages in every language are made.
 *
 * ```ts
 * const problem = { code: "DiskFull", place: "plan.db", detail: "ENOSPC" } as const
 * StoreProblem.failed("append", problem)._tag // => "StoreFailed"
 * new StoreProblem.StoreProblemError("DiskFull", "plan.db").message // => "DiskFull: plan.db"
 * StoreProblem.driverCode({ code: "ENOSPC", message: "no space" }) // => "ENOSPC"
 * StoreProblem.driverDetail(new Error("no space")) // => "no space"
 * ```
 */

/** The kinds of problem, of files and of servers. */
export type StoreProblemCode =
  | "AppendOnly"
  | "CannotOpen"
  | "CertificateRefused"
  | "ConnectionLost"
  | "Corrupt"
  | "DamagedColumn"
  | "DamagedHead"
  | "DiskFailed"
  | "DiskFull"
  | "EmptyFile"
  | "EntryRefused"
  | "Exhausted"
  | "Forgotten"
  | "HardLink"
  | "HashRefused"
  | "IsFolder"
  | "Locked"
  | "LoginRefused"
  | "MigrationNeeded"
  | "MigrationDiffers"
  | "NewerVersion"
  | "NoAnswer"
  | "NoConnections"
  | "NoDatabase"
  | "NoHost"
  | "NoLedger"
  | "NoRoute"
  | "NoServer"
  | "NoTables"
  | "NoTls"
  | "NotADatabase"
  | "NotAFile"
  | "NotALedger"
  | "NotAdmitted"
  | "PermissionDenied"
  | "PoolFull"
  | "ReadOnly"
  | "Replica"
  | "ServerStopping"
  | "TextRefused"
  | "TimeAhead"
  | "TimedOut"
  | "Unknown"
  | "Untrusted"

/** A problem: its file, ledger or role, and the text that the driver or the system reported. */
export interface StoreProblem {
  readonly code: StoreProblemCode
  readonly place: string
  readonly detail: string
}

/** A problem as an error, for code in which a driver throws its own errors. */
export class StoreProblemError extends Error {
  readonly problem: StoreProblem

  constructor(code: StoreProblemCode, place: string, detail = "") {
    super([code, place, detail].filter((part) => part !== "").join(": "))
    this.problem = { code, place, detail }
  }
}

/** The store itself failed: disk, permission, connection. An append that was not acknowledged may have been recorded. */
export interface StoreFailed {
  readonly _tag: "StoreFailed"
  readonly operation: string
  readonly reason: string
  readonly problem: StoreProblem
}

/** Returns the error of a store that failed in an operation. */
export const failed = (operation: string, problem: StoreProblem): StoreFailed => ({
  _tag: "StoreFailed",
  operation,
  reason: new StoreProblemError(problem.code, problem.place, problem.detail).message,
  problem,
})

/** Returns the text code of a driver error, or an empty text. */
export const driverCode = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : ""

/** Returns the code of a driver error, or its text when it has none. */
export const driverDetail = (cause: unknown): string =>
  driverCode(cause) || (cause instanceof Error ? cause.message : String(cause))
