/** What a file, a disk, another program or a stranger may do to a ledger in SQLite. */
import { hash } from "node:crypto"
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Journal, type JournalStore, Verify } from "@grootboek/core"
import * as Program from "@grootboek/testing/Program"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import Libsql from "libsql"
import { describe, expect, test } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { folder, rowTables } from "./Place.ts"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})
const proposals = (from: number, count: number) => Array.from({ length: count }, (_, i) => proposal(from + i))
type Outcome<A> = Result.Result<A, JournalStore.StoreError>

/** Works in a folder of its own. */
const inFolder = <A>(work: (path: string) => Promise<A>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(folder, (path) => Effect.promise(() => work(path)))))
/** Returns the outcome of work with the store of a file. */
const using = <A>(
  path: string,
  work: (store: JournalStore.JournalStoreShape) => Effect.Effect<A, JournalStore.StoreError>,
  options?: SqliteStore.SqliteOptions,
): Promise<Outcome<A>> =>
  Effect.runPromise(Effect.result(Effect.scoped(Effect.flatMap(SqliteStore.make(path, options), work))))
const head = (store: JournalStore.JournalStoreShape) => store.head("main")
const problem = <A>(outcome: Outcome<A>): string =>
  Result.isFailure(outcome) && outcome.failure._tag === "StoreFailed"
    ? outcome.failure.problem.code
    : JSON.stringify(outcome)

describe("a file that is not a ledger", () => {
  test.each<readonly [string, (folder: string) => string, SqliteStore.SqliteOptions["access"], string]>([
    ["a folder", (at) => at, "create", "IsFolder"],
    ["a folder that is not there", (at) => join(at, "none", "l.db"), "create", "CannotOpen"],
    ["a file that is not there", (at) => join(at, "none.db"), "existing", "NoLedger"],
    ["a text file", (at) => made(join(at, "t.csv"), "Jaar;Bedrag\n".repeat(200)), "create", "NotADatabase"],
    ["an empty file", (at) => made(join(at, "e.db"), ""), "existing", "EmptyFile"],
    ["another program's database", foreign, "create", "NotALedger"],
    ["a ledger of a later Grootboek", later, "create", "NewerVersion"],
  ])("open: reports %s", (_, make, access, code) =>
    inFolder(async (at) => {
      expect(problem(await using(make(at), head, { access: access ?? "create" }))).toBe(code)
    }),
  )
})

describe("a ledger", () => {
  test("open: uses a file name literally when it has special characters of a URI or shell", () =>
    inFolder(async (at) => {
      const path = join(at, "a b?mode=memory&x=#1 %41 é.db")
      await using(path, (store) => store.append("main", 0, [proposal(1)]))
      expect(readFileSync(path).subarray(0, 15).toString()).toBe("SQLite format 3")
      expect(await using(path, head, { access: "existing" })).toMatchObject({ success: { position: 1 } })
    }))

  test("open: does not change the file when it is read only", () =>
    inFolder(async (at) => {
      const path = join(at, "l.db")
      await using(path, (store) => store.append("main", 0, proposals(1, 3)))
      const before = readFileSync(path)
      expect(await using(path, head, { access: "readonly" })).toMatchObject({ success: { position: 3 } })
      const refused = await using(path, (store) => store.append("main", 3, [proposal(4)]), {
        access: "readonly",
      })
      expect(problem(refused)).toBe("ReadOnly")
      expect(readFileSync(path).equals(before)).toBe(true)
    }))

  test("open: reads and does not write when the folder is read only", () =>
    inFolder(async (at) => {
      const path = join(at, "l.db")
      await using(path, (store) => store.append("main", 0, proposals(1, 3)))
      chmodSync(path, 0o444)
      chmodSync(at, 0o555)
      const outcomes = await asStranger(() =>
        Promise.all([
          using(path, (store) => Verify.ledger(store, "main", sha256), { access: "readonly" }),
          using(path, (store) => store.append("main", 3, [proposal(4)]), { access: "existing" }),
        ]),
      )
      chmodSync(at, 0o755)
      expect(outcomes[0]).toMatchObject({ success: { entries: 3, findings: [] } })
      expect(problem(outcomes[1])).toBe("ReadOnly")
    }))

  test("append: waits for a locked file, then fails with its name", () =>
    inFolder(async (at) => {
      const path = join(at, "l.db")
      await using(path, (store) => store.append("main", 0, [proposal(1)]))
      const other = new Libsql(path)
      other.exec("BEGIN IMMEDIATE")
      const outcome = await using(path, (store) => store.append("main", 1, [proposal(2)]), {
        busyTimeoutMs: 100,
      })
      expect(problem(outcome)).toBe("Locked")
      expect(await using(path, head, { busyTimeoutMs: 100 })).toMatchObject({ success: { position: 1 } })
      other.exec("ROLLBACK")
      other.close()
      expect(await using(path, (store) => store.append("main", 1, [proposal(2)]))).toMatchObject({
        success: { written: [2] },
      })
    }))

  test("close: leaves one file with every entry", () =>
    inFolder(async (at) => {
      const [path, copy] = [join(at, "l.db"), join(at, "copy.db")]
      await using(path, (store) => store.append("main", 0, proposals(1, 50)))
      writeFileSync(copy, readFileSync(path))
      expect(await using(copy, head)).toMatchObject({ success: { position: 50 } })
    }))

  test.each(["rows", "segments"])(
    "read: reports damage when a flipped bit turns bytes into text, and the process survives, in %s",
    (tables) =>
      inFolder(async (at) => {
        const path = join(at, "l.db")
        if (tables === "rows") rowTables(path)
        await using(path, (store) => store.append("main", 0, proposals(1, 3)))
        const bytes = readFileSync(path)
        // The types of the columns precede them. In a row, the key (six bytes) precedes the ledger's name, and the type of
        // the hash is the third from the end. In a segment, the count (one byte) and the keys precede the lengths, and
        // the type of the hashes ends three bytes before the columns.
        const type =
          tables === "rows" ? bytes.indexOf("mainy:1") - 6 - 3 : bytes.indexOf("206,206,206") - 3 * 4 - 1 - 3
        // The type of three hashes has the same last byte.
        expect(bytes[type]).toBe(32 * 2 + 12)
        bytes[type] = 32 * 2 + 13
        writeFileSync(path, bytes)
        const report = await using(path, (store) => Verify.ledger(store, "main", sha256))
        expect(problem(report)).toBe("DamagedColumn")
      }),
  )

  test("create: creates one ledger when eight programs do it at once", () =>
    inFolder(async (at) => {
      const path = join(at, "l.db")
      const codes = await Promise.all(
        Array.from({ length: 8 }, (_, n) => child("append", path, `w${n}`, "5")),
      )
      expect(codes).toEqual(Array.from({ length: 8 }, () => "5"))
      const report = await using(path, (store) => Verify.ledger(store, "main", sha256))
      expect(report).toMatchObject({ success: { entries: 40, findings: [] } })
    }))

  test("append: fails after a disk error until the ledger is opened again", () =>
    inFolder(async (at) => {
      const path = join(at, "l.db")
      await using(path, (store) => store.append("main", 0, proposals(1, 400)))
      const outcome = await using(path, (store) =>
        Effect.gen(function* () {
          yield* Effect.sync(() => truncateSync(path, 4_096))
          const first = yield* Effect.result(Stream.runCollect(store.read("main", 0)))
          const second = yield* Effect.result(store.append("main", 400, [proposal(401)]))
          return [problem(first), problem(second)]
        }),
      )
      const [first, second] = Result.isSuccess(outcome) ? outcome.success : []
      expect(first).toMatch(/Corrupt|DiskFailed/)
      expect(second).toBe("Untrusted")
    }))
})

/** Runs a task without the rights of root. */
const asStranger = async <A>(work: () => Promise<A>): Promise<A> => {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

const made = (path: string, text: string): string => {
  mkdirSync(join(path, ".."), { recursive: true })
  writeFileSync(path, text)
  return path
}

function foreign(at: string): string {
  const driver = new Libsql(join(at, "other.db"))
  driver.exec("CREATE TABLE bookmarks (url TEXT)")
  driver.close()
  return join(at, "other.db")
}

function later(at: string): string {
  const driver = new Libsql(join(at, "later.db"))
  driver.exec("CREATE TABLE entries (x); PRAGMA application_id = 1198683234; PRAGMA user_version = 9")
  driver.close()
  return join(at, "later.db")
}

const child = async (...args: ReadonlyArray<string>): Promise<string> => {
  const running = Program.start(await Program.bundle(join(import.meta.dirname, "Appender.ts")), args)
  let printed = ""
  running.stdout?.on("data", (chunk) => (printed += chunk))
  running.stderr?.on("data", (chunk) => (printed += chunk))
  return new Promise((resolve) => running.once("exit", () => resolve(printed.trim())))
}
