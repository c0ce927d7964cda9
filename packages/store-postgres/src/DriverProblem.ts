/** Errors of the PostgreSQL driver, the server and the connection as problems of the store. */
import { type JournalStore, StoreProblem } from "@grootboek/core"

/** Returns the error of an operation on a database. */
export const failed = (operation: string, cause: unknown, url: string): JournalStore.StoreError => {
  if (cause instanceof StoreProblem.StoreProblemError) return StoreProblem.failed(operation, cause.problem)
  const sqlState = codeOf(cause)
  const code = problems.find(([prefix]) => sqlState.startsWith(prefix))?.[1] ?? "Unknown"
  return StoreProblem.failed(operation, { code, place: placeOf(url), detail: sqlState || String(cause) })
}

/** Returns the code of an error: an SQLSTATE, or a code of the operating system. */
export const codeOf = (cause: unknown): string => {
  const code = StoreProblem.driverCode(cause)
  // Errors of the server and the system have a code. The driver's own errors, plain ones, concern the connection.
  return code === "" && cause instanceof Error && Object.getPrototypeOf(cause) === Error.prototype
    ? "08"
    : code
}

/** Returns the constraint that an error names, or an empty text. */
export const constraintOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "constraint" in cause && typeof cause.constraint === "string"
    ? cause.constraint
    : ""

// The address without the password.
const placeOf = (url: string): string => {
  if (!URL.canParse(url)) return "PostgreSQL"
  const { host, pathname, username } = new URL(url)
  return `${username === "" ? "" : `${username}@`}${host}${pathname}`
}

// By the beginning of the code; the first match counts.
const problems: ReadonlyArray<readonly [prefix: string, code: StoreProblem.StoreProblemCode]> = [
  ["42501", "PermissionDenied"],
  ["25006", "Replica"],
  ["42P01", "NoTables"],
  ["3F000", "NoTables"],
  ["3D000", "NoDatabase"],
  ["28", "LoginRefused"],
  ["53100", "DiskFull"],
  ["53300", "NoConnections"],
  ["57014", "TimedOut"],
  ["57P", "ServerStopping"],
  ["55P03", "Locked"],
  ["22021", "TextRefused"],
  ["23514", "HashRefused"],
  ["GB", "AppendOnly"],
  ["08", "ConnectionLost"],
  ["ECONNREFUSED", "NoServer"],
  ["ENOTFOUND", "NoHost"],
  ["ECONNRESET", "ConnectionLost"],
  ["EPIPE", "ConnectionLost"],
  ["ETIMEDOUT", "ConnectionLost"],
]
