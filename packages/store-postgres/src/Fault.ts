/** What the server or the connection complained of, told to the person who has to do something about it. */
import type { JournalStore } from "@grootboek/core"

/** A reason that says by itself what to do. */
export class Advice extends Error {}

/** Reads a complaint. */
export const of = (cause: unknown, operation: string): JournalStore.StoreError => {
  const complaint = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof Advice) return { _tag: "StoreFailed", operation, reason: complaint }
  // The driver gives no code when it finds out by itself that the other end is gone.
  const code = codeOf(cause) || (/connection|terminated/i.test(complaint) ? "08" : "")
  const told = advice.find(([prefix]) => code.startsWith(prefix))?.[1]
  const reason =
    told === undefined ? `${complaint}${code === "" ? "" : ` (${code})`}` : `${told} (${code}: ${complaint})`
  return { _tag: "StoreFailed", operation, reason }
}

/** The code of a complaint: an SQLSTATE or that of the operating system; empty if it has none. */
export const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : ""

/** The constraint that a complaint names; empty if it names none. */
export const constraintOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "constraint" in cause && typeof cause.constraint === "string"
    ? cause.constraint
    : ""

const unknown = "whether the last append was recorded is not known: read again, the ids tell"
const advice: ReadonlyArray<readonly [prefix: string, told: string]> = [
  ["42501", "the database refused: this role is not admitted to this ledger, or may only read it"],
  ["25006", "this server is a replica or reads only: write to the primary"],
  ["42P01", "there are no tables of Grootboek in this database: let its owner migrate it first"],
  ["3F000", "there are no tables of Grootboek in this database: let its owner migrate it first"],
  ["3D000", "there is no such database: see to the name, or let an administrator make it"],
  ["28", "the server did not let this role in: see to its name and password"],
  ["53100", "the server's disk is full: nothing was recorded"],
  ["53300", "the server has no free connections: try again later or raise its limit"],
  ["57014", "the server stopped the statement because it took too long: try again"],
  ["57P", `the server is shutting down or starting; ${unknown}`],
  ["55P03", "the ledger is locked by a long write of somebody else: try again"],
  ["22021", "a text holds a character that PostgreSQL cannot keep"],
  ["23514", "the database refused the entry: its hash is not that of its body"],
  ["GB", "the database refused: the journal is only ever added to"],
  ["08", `the connection broke; ${unknown}`],
  ["ECONNREFUSED", "no server answers there: see whether it runs, and to the host and port"],
  ["ENOTFOUND", "there is no such host"],
  ["ECONNRESET", `the connection broke; ${unknown}`],
  ["EPIPE", `the connection broke; ${unknown}`],
  ["ETIMEDOUT", `the connection timed out; ${unknown}`],
]
