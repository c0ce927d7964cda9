/** Segments: entries take few rows, triggers reject changes, and the entries are readable with SQL. */
import { hash } from "node:crypto"
import { cpSync } from "node:fs"
import { join } from "node:path"
import { type Journal, type JournalStore, Verify } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import Libsql from "libsql"
import { expect, test } from "vitest"
import * as Driver from "../src/Driver.ts"
import { SqliteStore } from "../src/index.ts"
import { folder } from "./Place.ts"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})
const proposals = (from: number, count: number) => Array.from({ length: count }, (_, i) => proposal(from + i))

type Store = JournalStore.JournalStoreShape

/** Works with a store, then with its file past the store. */
const onFile = <A>(
  use: (store: Store) => Effect.Effect<unknown, JournalStore.StoreError>,
  work: (driver: InstanceType<typeof Libsql>, path: string) => Promise<A> | A,
): Promise<A> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const path = join(yield* folder, "l.db")
        yield* Effect.scoped(Effect.flatMap(SqliteStore.make(path), use))
        const driver = new Libsql(path)
        const answer = yield* Effect.promise(async () => work(driver, path))
        driver.close()
        return answer
      }),
    ),
  )

const singles = (from: number, count: number) => (store: Store) =>
  Effect.forEach(proposals(from, count), (one, n) => store.append("main", from + n, [one]), { discard: true })

const verified = (path: string) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(SqliteStore.make(path, { access: "readonly" }), (store) =>
        Verify.ledger(store, "main", sha256),
      ),
    ),
  )

const counts = (driver: InstanceType<typeof Libsql>): ReadonlyArray<number> =>
  driver.prepare("SELECT count FROM segments ORDER BY place").pluck().all() as ReadonlyArray<number>

test("append: joins entries that are appended one by one", () =>
  onFile(singles(0, 70), (driver) => expect(counts(driver)).toEqual([32, 32, 1, 1, 1, 1, 1, 1])))

test("appendAll: writes small batches in segments of a thousand entries, so that none is joined", () =>
  onFile(
    (store) => {
      const batches = Array.from({ length: 100 }, (_, n) => proposals(n * 32, 32))
      return store.appendAll("main", 0, Stream.fromIterable(batches))
    },
    async (driver, path) => {
      expect(counts(driver)).toEqual([1_000, 1_000, 1_000, 200])
      expect(await verified(path)).toMatchObject({ entries: 3_200, findings: [] })
    },
  ))

test("append: joins small batches into few segments", () =>
  onFile(
    (store) =>
      Effect.forEach(
        Array.from({ length: 100 }, (_, n) => n * 32),
        (from) => store.append("main", from, proposals(from, 32)),
      ),
    async (driver, path) => {
      const sizes = counts(driver)
      expect(sizes.slice(0, 3)).toEqual([512, 512, 512])
      expect(sizes.length).toBeLessThan(64 + 3)
      expect(await verified(path)).toMatchObject({ entries: 3_200, findings: [] })
    },
  ))

test("append: leaves a damaged segment as it is when it joins others", () =>
  onFile(singles(0, 31), async (driver, path) => {
    driver.exec("DROP TRIGGER segments_are_not_changed; PRAGMA ignore_check_constraints = ON")
    driver.exec("UPDATE segments SET lengths = x'30' WHERE count = 1 AND place & 4294967295 = 3")
    await Effect.runPromise(Effect.scoped(Effect.flatMap(SqliteStore.make(path), singles(31, 40))))
    const [, , third] = driver.prepare("SELECT lengths FROM segments ORDER BY place").pluck().all()
    expect(Buffer.from(third as ArrayBuffer).toString()).toBe("0")
  }))

test("triggers: reject changing, removing or inserting segments in SQL", () =>
  onFile(
    (store) =>
      Effect.andThen(store.append("main", 0, proposals(0, 3)), store.append("main", 3, proposals(3, 2))),
    (driver) => {
      const all = "keys, lengths, hashes, bodies FROM segments"
      for (const [sql, message] of [
        ["UPDATE segments SET bodies = zeroblob(length(bodies))", "never changed"],
        ["UPDATE segments SET place = place + 9", "never changed"],
        ["UPDATE segments SET keys = zeroblob(length(keys))", "never changed"],
        [
          "UPDATE segments SET count = 4, keys = CAST(keys || x'00000000' AS BLOB), hashes = CAST(hashes || zeroblob(32) AS BLOB), lengths = CAST(lengths || ',0' AS BLOB) WHERE count = 3",
          "never changed",
        ],
        ["DELETE FROM segments", "never removed"],
        ["DELETE FROM segments WHERE count = 2", "never removed"],
        [`INSERT INTO segments SELECT place + 1, count, ${all}`, "follows the one before"],
        [`INSERT OR REPLACE INTO segments SELECT place, count, ${all}`, "follows the one before"],
        [`INSERT INTO segments SELECT place + 9, count, ${all}`, "follows the one before"],
        ["UPDATE ledgers SET name = x'00'", "never changed"],
        ["DELETE FROM ledgers", "never removed"],
      ] as const)
        expect(() => driver.exec(sql), sql).toThrow(message)
      expect(counts(driver)).toEqual([3, 2])
    },
  ))

test("entries: shows one entry a row to people who read the file with SQL", () =>
  onFile(
    (store) =>
      Effect.andThen(store.append("main", 0, proposals(0, 5)), store.append("copy", 0, proposals(0, 2))),
    (driver) => {
      const rows = driver
        .prepare(
          "SELECT CAST(ledger AS TEXT) AS ledger, position, hex(hash) AS hash, CAST(body AS TEXT) AS body FROM entries",
        )
        .all() as ReadonlyArray<{ ledger: string; position: number; hash: string; body: string }>
      expect(rows.map(({ ledger, position }) => `${ledger} ${position}`)).toEqual([
        ...["main 1", "main 2", "main 3", "main 4", "main 5", "copy 1", "copy 2"],
      ])
      for (const { position, hash: stored, body } of rows) {
        expect(JSON.parse(body)).toMatchObject({ id: `y:${position - 1}`, position })
        expect(sha256(Buffer.from(`grootboek/entry\u0001${body}`)).toUpperCase()).toBe(stored)
      }
    },
  ))

test("verify: finds a changed body, and an entry that its key does not find", () =>
  onFile(
    (store) => store.append("main", 0, proposals(0, 5)),
    async (driver, path) => {
      driver.exec("DROP TRIGGER segments_are_not_changed")
      driver.exec("UPDATE segments SET bodies = CAST(replace(CAST(bodies AS TEXT), '2002', '2032') AS BLOB)")
      driver.exec(
        "UPDATE segments SET keys = CAST(substr(keys, 1, 12) || x'01020304' || substr(keys, 17) AS BLOB)",
      )
      const { findings } = await verified(path)
      expect(findings.map(({ code, position }) => [code, position])).toEqual([
        ["HashMismatch", 3],
        ["IdNotFound", 4],
      ])
    },
  ))

test("verify: reads the bodies of every segment once, whatever the sizes of segments and pages", () =>
  onFile(
    (store) =>
      Effect.gen(function* () {
        let position = 0
        for (const size of [40, 3, 50, 1, 33, 64, 100, 2]) {
          yield* store.append("main", position, proposals(position, size))
          position += size
        }
      }),
    async (driver, path) => {
      for (const pageSize of [100, 128, 1_000]) {
        let read = 0
        const connect: Driver.Connect = (file, options) =>
          counting(Driver.libsql(file, options), () => read++)
        const report = await Effect.runPromise(
          Effect.scoped(
            Effect.flatMap(SqliteStore.make(path, { access: "readonly", pageSize, connect }), (store) =>
              Verify.ledger(store, "main", sha256),
            ),
          ),
        )
        expect(report).toMatchObject({ entries: 293, findings: [] })
        expect(read, `pages of ${pageSize}`).toBe(counts(driver).length)
      }
    },
  ))

test("verify: finds no gap when another program joins segments between two statements of a reader", () =>
  onFile(singles(0, 31), async (driver, path) => {
    expect(counts(driver)).toHaveLength(31)
    const later = `${path}-later`
    cpSync(path, later)
    await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(SqliteStore.make(later), (store) => store.append("main", 31, [proposal(31)])),
      ),
    )
    const verify = (at: number) => {
      let statements = 0
      const connect: Driver.Connect = (_, options) =>
        either(Driver.libsql(path, options), Driver.libsql(later, options), () => statements++ >= at)
      const open = SqliteStore.make(path, { access: "readonly", pageSize: 100, connect })
      return Effect.runPromise(
        Effect.scoped(
          Effect.map(
            Effect.flatMap(open, (store) => Verify.ledger(store, "main", sha256)),
            ({ entries, findings }) => ({ entries, findings, statements }),
          ),
        ),
      )
    }
    const { statements } = await verify(Number.POSITIVE_INFINITY)
    expect(statements).toBeGreaterThan(60)
    for (let at = 0; at <= statements; at++) {
      const { entries, findings } = await verify(at)
      expect(findings, `joined at statement ${at}`).toEqual([])
      expect([31, 32]).toContain(entries)
    }
  }))

/** Reads one file until a condition holds, and another file from then on. */
const either = (first: Driver.Driver, second: Driver.Driver, isSecond: () => boolean): Driver.Driver => ({
  get inTransaction() {
    return first.inTransaction
  },
  exec: first.exec,
  close: () => {
    first.close()
    second.close()
  },
  prepare: (sql) => {
    const [one, other] = [first.prepare(sql), second.prepare(sql)]
    return { all: (values) => (isSecond() ? other : one).all(values), run: one.run }
  },
})

/** Calls a function for each row with bodies that a connection reads. */
const counting = (driver: Driver.Driver, onBodies: () => void): Driver.Driver => ({
  get inTransaction() {
    return driver.inTransaction
  },
  exec: driver.exec,
  close: driver.close,
  prepare: (sql) => {
    const statement = driver.prepare(sql)
    const all = (values: Array<Driver.SqlValue>) => {
      const rows = statement.all(values)
      for (const row of rows) if (typeof row === "object" && row !== null && "bodies" in row) onBodies()
      return rows
    }
    return { all, run: statement.run }
  },
})

test("append: refuses an id again when the entry that has it is damaged", () =>
  onFile(
    (store) => store.append("main", 0, proposals(0, 3)),
    async (driver, path) => {
      driver.exec("DROP TRIGGER segments_are_not_changed")
      driver.exec(
        `UPDATE segments SET bodies = CAST(replace(CAST(bodies AS TEXT), '"y:1"', '"y"1"') AS BLOB)`,
      )
      const again = Effect.flatMap(SqliteStore.make(path), (store) =>
        store.append("main", 3, [{ ...proposal(5), id: "y:1" }]),
      )
      expect(await Effect.runPromise(Effect.flip(Effect.scoped(again)))).toMatchObject({
        _tag: "IdConflict",
        conflicts: [{ id: "y:1", position: 2 }],
      })
    },
  ))

test("find: returns nothing that a rolled back transaction wrote", () =>
  onFile(
    (store) =>
      Effect.gen(function* () {
        yield* store.append("main", 0, proposals(0, 2))
        const failing = Stream.concat(Stream.make(proposals(2, 40)), Stream.fail("stop" as const))
        yield* Effect.ignore(store.appendAll("main", 2, failing))
        expect(yield* store.append("main", 2, proposals(2, 1))).toMatchObject({ written: [3], known: [] })
      }),
    () => {},
  ))
