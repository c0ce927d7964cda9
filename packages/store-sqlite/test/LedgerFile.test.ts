/** Paths that cannot hold a ledger, and files with several names. */
import { execFileSync } from "node:child_process"
import { hash } from "node:crypto"
import { copyFileSync, linkSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { type Journal, type JournalStore, Verify } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import Libsql from "libsql"
import { describe, expect, test } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { folder } from "./Place.ts"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})
const inFolder = <A>(work: (path: string) => Promise<A>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(folder, (path) => Effect.promise(() => work(path)))))
const using = <A>(
  path: string,
  access: "create" | "existing" | "readonly",
  work: (store: JournalStore.JournalStoreShape) => Effect.Effect<A, JournalStore.StoreError>,
): Promise<Result.Result<A, JournalStore.StoreError>> =>
  Effect.runPromise(Effect.result(Effect.scoped(Effect.flatMap(SqliteStore.make(path, { access }), work))))
const append = (position: number) => (store: JournalStore.JournalStoreShape) =>
  store.append("main", position, [proposal(position + 1)])
const head = (store: JournalStore.JournalStoreShape) => store.head("main")
const problem = <A>(outcome: Result.Result<A, JournalStore.StoreError>): string =>
  Result.isFailure(outcome) && outcome.failure._tag === "StoreFailed"
    ? outcome.failure.problem.code
    : JSON.stringify(outcome)

describe.each(["create", "existing", "readonly"] as const)("access %s", (access) => {
  test("open: refuses a pipe at once", () =>
    inFolder(async (at) => {
      execFileSync("mkfifo", [join(at, "pipe.db")])
      expect(problem(await using(join(at, "pipe.db"), access, head))).toBe("NotAFile")
    }))

  test("open: refuses a ledger whose log is a pipe at once", () =>
    inFolder(async (at) => {
      await using(join(at, "l.db"), "create", append(0))
      rmSync(join(at, "l.db-wal"), { force: true })
      execFileSync("mkfifo", [join(at, "l.db-wal")])
      expect(problem(await using(join(at, "l.db"), access, head))).toBe("NotAFile")
    }))

  test("open: refuses a pipe as the log of the file behind a symbolic link", () =>
    inFolder(async (at) => {
      await using(join(at, "l.db"), "create", append(0))
      symlinkSync(join(at, "l.db"), join(at, "link.db"))
      execFileSync("mkfifo", [join(at, "l.db-journal")])
      expect(problem(await using(join(at, "link.db"), access, head))).toBe("NotAFile")
    }))

  test("open: refuses a socket, a device and a folder", () =>
    inFolder(async (at) => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(join(at, "socket.db"), resolve))
      expect(problem(await using(join(at, "socket.db"), access, head))).toBe("NotAFile")
      server.close()
      expect(problem(await using("/dev/null", access, head))).toBe("NotAFile")
      expect(problem(await using(at, access, head))).toBe("IsFolder")
    }))
})

test.each([
  ["without its table", "DROP TABLE segments"],
  [
    "with a view without end in the place of its table",
    "ALTER TABLE segments RENAME TO kept; CREATE VIEW segments AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT kept.* FROM n, kept WHERE x < 0",
  ],
])("open: reports a file %s as damaged at once", (_, change) =>
  inFolder(async (at) => {
    await using(join(at, "l.db"), "create", append(0))
    const file = new Libsql(join(at, "l.db"))
    for (const trigger of [
      "segments_follow_each_other",
      "segments_are_not_changed",
      "segments_are_not_removed",
    ])
      file.exec(`DROP TRIGGER ${trigger}`)
    file.exec(`DROP VIEW entries; ${change}`)
    file.close()
    for (const access of ["readonly", "existing", "create"] as const)
      expect(problem(await using(join(at, "l.db"), access, head))).toBe("Corrupt")
  }),
)

describe("a ledger with two names", () => {
  const linked = (work: (first: string, second: string) => Promise<void>) =>
    inFolder(async (at) => {
      const [first, second] = [join(at, "l.db"), join(at, "second.db")]
      await using(first, "create", append(0))
      linkSync(first, second)
      await work(first, second)
    })

  test("append: is refused under both names, and changes nothing", () =>
    linked(async (first, second) => {
      const before = readFileSync(first)
      for (const path of [first, second]) {
        for (const access of ["existing", "create"] as const)
          expect(problem(await using(path, access, append(1)))).toBe("HardLink")
        expect(await using(path, "readonly", head)).toMatchObject({ success: { position: 1 } })
      }
      expect(readFileSync(first).equals(before)).toBe(true)
    }))

  test("append: works again when the second name is removed, or in a copy", () =>
    linked(async (first, second) => {
      const copy = `${first}.copy`
      copyFileSync(first, copy)
      expect(await using(copy, "existing", append(1))).toMatchObject({ success: { written: [2] } })
      rmSync(second)
      expect(await using(first, "existing", append(1))).toMatchObject({ success: { written: [2] } })
    }))

  test("append: works through a symbolic link, which shares its log", () =>
    inFolder(async (at) => {
      const [first, second] = [join(at, "l.db"), join(at, "link.db")]
      await using(first, "create", append(0))
      symlinkSync(first, second)
      const both = await using(first, "existing", (store) =>
        Effect.andThen(
          store.append("main", 1, [proposal(2)]),
          Effect.promise(() => using(second, "existing", append(2))),
        ),
      )
      expect(both).toMatchObject({ success: { success: { written: [3] } } })
      renameSync(first, join(at, "moved.db"))
      const report = await using(join(at, "moved.db"), "readonly", (store) =>
        Verify.ledger(store, "main", sha256),
      )
      expect(report).toMatchObject({ success: { entries: 3, findings: [] } })
    }))
})
