/** What the driver complained of, told to the person who has to do something about it. */

/** A complaint of the driver: what to say, and whether the handle can still be trusted. */
export interface Fault {
  readonly reason: string
  readonly fatal: boolean
}

/** A reason not to open a file that says by itself what to do. */
export class Advice extends Error {}

/** Reads a complaint of the driver about a file. */
export const of = (cause: unknown, path: string): Fault => {
  if (cause instanceof Advice) return { reason: cause.message, fatal: true }
  const complaint = cause instanceof Error ? cause.message : String(cause)
  const code = codeOf(cause)
  const row = advice.find(([prefix]) => code.startsWith(prefix))
  if (row === undefined)
    return { reason: `${path}: ${complaint} (${code}): reopen the ledger and verify it`, fatal: true }
  const [, told, fatal] = row
  return { reason: `${path} ${told} (${code}: ${complaint})`, fatal }
}

// After a failed write nobody knows what the disk holds, so the handle is not trusted again: no retry can mend it.
const advice: ReadonlyArray<readonly [prefix: string, told: string, fatal: boolean]> = [
  ["SQLITE_BUSY", "is locked by another program: let it finish or close it, then try again", false],
  ["SQLITE_LOCKED", "is locked by another program: let it finish or close it, then try again", false],
  [
    "SQLITE_READONLY",
    "may not be written to: give yourself write permission on the file and its folder, or open it to read only",
    false,
  ],
  ["SQLITE_CONSTRAINT", "refused the entry: the journal is only ever added to", false],
  [
    "SQLITE_NOTADB",
    "is not a ledger (it is not even a SQLite database): name another file, or restore an export into a new one",
    true,
  ],
  [
    "SQLITE_CORRUPT",
    "is damaged: stop writing to it, keep a copy, and restore the last export or backup into a new file",
    true,
  ],
  [
    "SQLITE_FULL",
    "could not grow, the disk is full: nothing was recorded; free some space, then reopen the ledger",
    true,
  ],
  [
    "SQLITE_IOERR",
    "could not be read or written, the disk failed: reopen the ledger and verify it before you go on",
    true,
  ],
  [
    "SQLITE_CANTOPEN",
    "cannot be opened: see whether the file and its folder exist, that it is a file and that you may read and write both",
    true,
  ],
]

const codeOf = (cause: unknown): string => {
  if (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    typeof cause.code === "string" &&
    cause.code !== ""
  ) {
    // Some codes the driver knows by their number only, of which the last byte is the kind.
    const [, number] = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(cause.code) ?? []
    return number === undefined ? cause.code : (kinds.get(Number(number) & 0xff) ?? cause.code)
  }
  // The driver gives the result code of a failed opening as the last number of its text only.
  return cause instanceof Error && /: 14"\)$/.test(cause.message) ? "SQLITE_CANTOPEN" : "unknown"
}

const kinds: ReadonlyMap<number, string> = new Map([
  [5, "SQLITE_BUSY"],
  [6, "SQLITE_LOCKED"],
  [8, "SQLITE_READONLY"],
  [10, "SQLITE_IOERR"],
  [11, "SQLITE_CORRUPT"],
  [13, "SQLITE_FULL"],
  [14, "SQLITE_CANTOPEN"],
  [19, "SQLITE_CONSTRAINT"],
  [26, "SQLITE_NOTADB"],
])
