/** The index of keys in tables of version 2: an entry is found by its key, and its id is then compared. */
import { join } from "node:path"
import * as Effect from "effect/Effect"
import Libsql from "libsql"
import { expect, test } from "vitest"
import { SqliteStore } from "../src/index.ts"
import * as Key from "../src/Key.ts"
import * as Segment from "../src/Segment.ts"
import { folder, rowTables } from "./Place.ts"

const event = { _tag: "YearClosed", year: 2026 } as const
const proposal = (id: string) => ({ id, actor: "test", event })

/** Works on a ledger with entries a:1 and a:2, past the store. */
const onFile = <A>(work: (driver: InstanceType<typeof Libsql>, path: string) => Promise<A> | A): Promise<A> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const path = join(yield* folder, "l.db")
        rowTables(path)
        yield* Effect.scoped(
          Effect.flatMap(SqliteStore.make(path), (store) =>
            store.append("main", 0, [proposal("a:1"), proposal("a:2")]),
          ),
        )
        const driver = new Libsql(path)
        const answer = yield* Effect.promise(async () => work(driver, path))
        driver.close()
        return answer
      }),
    ),
  )

test("triggers: reject an id that is in the ledger already", () =>
  onFile((driver) => {
    const again = (ledger: string) =>
      driver
        .prepare(
          "INSERT INTO entries SELECT ?, ?, position + 9, id, hash, body FROM entries WHERE position = 1",
        )
        .run([Key.of(ledger, "a:1"), Buffer.from(ledger)])
    expect(() => again("main")).toThrow("an id is used once")
    again("other")
  }))

test("find: distinguishes two entries with the same key by their ids", () =>
  onFile(async (driver, path) => {
    driver.exec("DROP TRIGGER entries_are_not_changed")
    driver.prepare("UPDATE entries SET key = ?").run([Key.of("main", "a:1")])
    const found = await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(SqliteStore.make(path), (store) => store.find("main", ["a:1", "a:2", "a:3"])),
      ),
    )
    expect(found.map(({ position }) => position)).toEqual([1])
  }))

test("key: differs for 100,000 similar ids and is a whole number below 2^47", () => {
  const keys = new Set<number>()
  for (let at = 0; at < 100_000; at++) keys.add(Key.of("main", `lines:${at}`))
  expect(keys.size).toBe(100_000)
  for (const key of keys) expect(Number.isSafeInteger(key) && key >= 0 && key < 2 ** 47).toBe(true)
})

test("key: the lower half differs for 100,000 similar ids, as random numbers would", () => {
  for (const prefix of ["y:", "lines:", "0123456789abcdef"]) {
    const keys = new Set<number>()
    for (let at = 0; at < 100_000; at++) keys.add(Segment.keyOf("main", `${prefix}${at}`))
    expect(keys.size).toBeGreaterThan(99_990)
  }
})
