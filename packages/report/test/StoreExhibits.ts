/** An input for every problem of a store. */
import { StoreProblem } from "@grootboek/core"

type Code = StoreProblem.StoreProblemCode

const [file, server] = ["W13.db", "W13@server/ledgers"]

/** Every problem: its cause, its place and the detail of the driver. */
const causes: Readonly<Record<Code, readonly [cause: string, place: string, detail: string]>> = {
  AppendOnly: ["an UPDATE in SQL", server, "GB001"],
  CannotOpen: ["a folder that does not exist", file, "SQLITE_CANTOPEN"],
  CertificateRefused: [
    "a server with the certificate of another authority",
    server,
    "SELF_SIGNED_CERT_IN_CHAIN",
  ],
  ConnectionLost: ["a server that is unplugged", server, "ECONNRESET"],
  Corrupt: ["a file that is cut", file, "SQLITE_CORRUPT"],
  DamagedColumn: ["a bit that turns a hash into text", file, "hash 17"],
  DamagedHead: ["a last entry that is not JSON", "main", "17: MalformedEntry"],
  DiskFailed: ["a bad sector", file, "SQLITE_IOERR"],
  DiskFull: ["a disk that is full", file, "SQLITE_FULL"],
  EmptyFile: ["an empty file", file, ""],
  EntryRefused: ["an entry appended by another program", server, "17: previous"],
  Exhausted: ["a role that takes every lock of the server", server, "53200"],
  Forgotten: ["a failover that lost acknowledged entries", "main", "37 < 40 (/var/lib/grootboek/heads)"],
  HardLink: ["`ln W13.db second.db`, then an import", file, "2"],
  HashRefused: ["a hash that does not match its body", server, "23514"],
  IsFolder: ["`--ledger` with a folder", "W13", ""],
  Locked: ["another program that writes for 30 seconds", file, "SQLITE_BUSY"],
  LoginRefused: ["a wrong password", server, "28P01"],
  MigrationDiffers: ["a migration that was edited", server, "2 (guards)"],
  MigrationNeeded: ["tables of version 1", server, "1 < 2"],
  NewerVersion: ["tables of a later version", file, "9 > 2"],
  NoAnswer: ["a firewall", server, "10 s"],
  NoConnections: ["more programs than the server allows", server, "53300"],
  NoDatabase: ["a misspelt database", server, "3D000"],
  NoHost: ["a misspelt server", server, "ENOTFOUND"],
  NoLedger: ["a misspelt file", file, ""],
  NoServer: ["a server that does not run", server, "ECONNREFUSED"],
  NoTables: ["a database without Grootboek", server, "42P01"],
  NoTls: ["`sslmode=verify-full` on a server without TLS", server, "NO_TLS"],
  NotADatabase: ["a CSV file as ledger", file, "SQLITE_NOTADB"],
  NoRoute: ["a ledger that no route names", "gemeente-x", ""],
  NotAFile: ["a named pipe as ledger", file, ""],
  NotALedger: ["the database of a browser", file, ""],
  NotAdmitted: ["the ledger of another authority", "main", "authority_b"],
  PermissionDenied: ["an auditor who appends", server, "42501"],
  PoolFull: ["ten reads that were never ended", server, "10"],
  ReadOnly: ["a file without write permission", file, "SQLITE_READONLY"],
  Replica: ["an import on a standby", server, ""],
  ServerStopping: ["a server that restarts", server, "57P01"],
  TextRefused: ["a text that PostgreSQL cannot store", server, "22021"],
  TimeAhead: ["a clock that is a year ahead", server, "17: ahead"],
  TimedOut: ["a statement that waits for a lock of the owner", server, "57014, statement_timeout"],
  Unknown: ["an error without a code", "PostgreSQL", "XX000"],
  Untrusted: ["an append after a disk error", file, "DiskFailed: SQLITE_IOERR"],
}

/** Every problem as a failed store, by its code. */
export const problems = Object.fromEntries(
  (Object.keys(causes) as ReadonlyArray<Code>).map((code) => {
    const [cause, place, detail] = causes[code]
    return [code, [cause, StoreProblem.failed("append", { code, place, detail })] as const]
  }),
)
