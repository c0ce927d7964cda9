/** Errors of the PostgreSQL driver, the server and the connection as problems of the store. */
import { type JournalStore, StoreProblem } from "@grootboek/core"

/** Returns the failure of an operation for an error; its place is the address without a password. */
export const failed = (operation: string, cause: unknown, url: string): JournalStore.StoreError => {
  if (cause instanceof StoreProblem.StoreProblemError) return StoreProblem.failed(operation, cause.problem)
  const sqlState = codeOf(cause)
  const code = problems.find(([prefix]) => sqlState.startsWith(prefix))?.[1] ?? "Unknown"
  return StoreProblem.failed(operation, { code, place: placeOf(url), detail: detailOf(cause, sqlState) })
}

// The code with the setting that ended a statement or a connection, the entry that was refused, or the code alone.
const detailOf = (cause: unknown, sqlState: string): string => {
  const refused = sqlState.startsWith("GB") ? textOf(cause, "detail") : ""
  const setting = settings.get(sqlState)
  if (setting !== undefined) return `${sqlState}, ${setting}`
  return refused || sqlState || String(cause)
}

const settings: ReadonlyMap<string, string> = new Map([
  ["55P03", "lock_timeout"],
  ["57014", "statement_timeout"],
  ["25P03", "idle_in_transaction_session_timeout"],
  ["57P05", "idle_session_timeout"],
  ["25P04", "transaction_timeout"],
])

/** Returns the code of an error: an SQLSTATE, or a code of the operating system. */
export const codeOf = (cause: unknown): string => {
  const code = StoreProblem.driverCode(cause)
  const text = cause instanceof Error ? cause.message : ""
  if (text.includes("does not support SSL")) return "NO_TLS"
  if (text.startsWith("SASL")) return "28P01"
  // Errors of the server and the system have a code. The driver's own errors, plain ones, concern the connection.
  return code === "" && cause instanceof Error && Object.getPrototypeOf(cause) === Error.prototype
    ? "08"
    : code
}

const textOf = (cause: unknown, field: "detail"): string =>
  typeof cause === "object" && cause !== null && field in cause && typeof cause[field] === "string"
    ? cause[field]
    : ""

/** Returns an address without its password and options. */
export const placeOf = (url: string): string => {
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
  // Locks, memory and the queue of notifications, which all roles of a server share.
  ["53", "Exhausted"],
  ["54000", "Exhausted"],
  ["57014", "TimedOut"],
  ["25P03", "TimedOut"],
  ["25P04", "TimedOut"],
  ["57P05", "TimedOut"],
  ["57P", "ServerStopping"],
  ["55P03", "Locked"],
  ["22021", "TextRefused"],
  ["23514", "HashRefused"],
  ["GB001", "AppendOnly"],
  ["GB004", "TimeAhead"],
  ["GB", "EntryRefused"],
  ["22P02", "EntryRefused"],
  ["08", "ConnectionLost"],
  ["ECONNREFUSED", "NoServer"],
  ["ENOTFOUND", "NoHost"],
  ["ECONNRESET", "ConnectionLost"],
  ["EPIPE", "ConnectionLost"],
  ["ETIMEDOUT", "ConnectionLost"],
  ["NO_TLS", "NoTls"],
  // A certificate that Node refuses, or a file of certificates that cannot be read.
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "CertificateRefused"],
  ["SELF_SIGNED_CERT", "CertificateRefused"],
  ["UNABLE_TO_", "CertificateRefused"],
  ["CERT_", "CertificateRefused"],
  ["ERR_TLS_", "CertificateRefused"],
  ["ERR_SSL_", "CertificateRefused"],
  ["ENOENT", "CertificateRefused"],
  ["EACCES", "CertificateRefused"],
]
