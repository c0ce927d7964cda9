/** What the database itself refuses, for every program that connects to it. */
import { hash } from "node:crypto"
import { Journal, type JournalStore } from "@grootboek/core"
import { database, member } from "@grootboek/testing/PostgresPlace"
import { type Server, sql, start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { PostgresAdmin, PostgresStore } from "../src/index.ts"

let server: Server
let name: string
let [urlA, urlB, auditor, owner] = ["", "", "", ""]

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})
const proposals = (from: number, count: number) => Array.from({ length: count }, (_, i) => proposal(from + i))

/** Returns the outcome of work with the store of a role. */
const using = <A>(
  url: string,
  work: (store: PostgresStore.PostgresStore) => Effect.Effect<A, JournalStore.StoreError>,
): Promise<Result.Result<A, JournalStore.StoreError>> =>
  Effect.runPromise(
    Effect.result(Effect.scoped(Effect.flatMap(PostgresStore.make(url, { connections: 2 }), work))),
  )
const problem = <A>(outcome: Result.Result<A, JournalStore.StoreError>): string =>
  Result.isFailure(outcome) && outcome.failure._tag === "StoreFailed"
    ? outcome.failure.problem.code
    : JSON.stringify(outcome)
const refusal = (url: string, statement: string): Promise<string> =>
  sql(url, statement).then(
    (rows) => `allowed: ${JSON.stringify(rows)}`,
    (cause: Error) => cause.message,
  )

beforeAll(async () => {
  server = await start()
  name = await database(server)
  owner = server.url("postgres", name)
  urlA = await member(server, name, { role: "authority_a", ledger: "a", as: "writer" })
  urlB = await member(server, name, { role: "authority_b", ledger: "b", as: "writer" })
  auditor = await member(server, name, { role: "auditor", ledger: "a", as: "auditor" })
  await using(urlA, (store) => store.append("a", 0, proposals(1, 3)))
  await using(urlB, (store) => store.append("b", 0, proposals(1, 2)))
})
afterAll(() => server.remove())

describe("a writer of one local authority", () => {
  test("ledgers: lists only its own ledger, which it reads and writes", async () => {
    expect(await using(urlA, (store) => store.ledgers)).toEqual(Result.succeed(["a"]))
    expect(await using(urlB, (store) => store.ledgers)).toEqual(Result.succeed(["b"]))
  })

  test("read: fails when the ledger belongs to another", async () => {
    for (const work of [
      (store: PostgresStore.PostgresStore) => store.head("b"),
      (store: PostgresStore.PostgresStore) => Stream.runCollect(store.read("b", 0)),
      (store: PostgresStore.PostgresStore) => store.find("b", ["y:1"]),
      (store: PostgresStore.PostgresStore) => store.append("b", 2, [proposal(9)]),
    ])
      expect(problem(await using<unknown>(urlA, work))).toBe("NotAdmitted")
  })

  test("SQL: shows and changes no rows of another ledger", async () => {
    expect(await sql(urlA, "SELECT count(*)::int AS n FROM grootboek.entries WHERE ledger = 'b'")).toEqual([
      { n: 0 },
    ])
    const insert = `INSERT INTO grootboek.entries SELECT 'b', 3, 'forged', sha256('grootboek/entry\\001'::bytea || 'x'), 'x'`
    expect(await refusal(urlA, insert)).toContain("permission denied")
    expect(await refusal(urlA, "INSERT INTO grootboek.members VALUES ('authority_a', 'b')")).toContain(
      "permission denied",
    )
    expect(await refusal(urlA, "COPY grootboek.entries FROM STDIN")).toContain("permission denied")
  })

  test("SQL: rejects changing, removing or truncating its own entries", async () => {
    for (const statement of [
      "UPDATE grootboek.entries SET body = '\\x00'",
      "DELETE FROM grootboek.entries",
      "TRUNCATE grootboek.entries",
      "DROP TABLE grootboek.entries",
      "ALTER TABLE grootboek.entries DISABLE TRIGGER ALL",
      "ALTER TABLE grootboek.entries DISABLE ROW LEVEL SECURITY",
      "DROP POLICY members_read ON grootboek.entries",
    ])
      expect(await refusal(urlA, statement), statement).toMatch(/permission denied|must be owner/)
  })

  test("SQL: inserts nothing directly, not even the next entry of its own ledger", async () => {
    const body = "'{}'::bytea"
    const digest = `sha256('grootboek/entry\\001'::bytea || ${body})`
    expect(
      await refusal(urlA, `INSERT INTO grootboek.entries SELECT 'a', 4, 'next', ${digest}, ${body}`),
    ).toContain("permission denied")
  })
})

describe("an auditor", () => {
  test("read: returns the entries of a ledger that it may read", async () => {
    const entries = await using(auditor, (store) => Stream.runCollect(store.read("a", 0)))
    expect(Result.isSuccess(entries) && entries.success.map(({ position }) => position)).toEqual([1, 2, 3])
  })

  test("append: is refused", async () => {
    expect(problem(await using(auditor, (store) => store.append("a", 3, [proposal(9)])))).toBe(
      "PermissionDenied",
    )
  })

  test("read: fails when its rights are revoked", async () => {
    const url = await member(server, name, { role: "passer_by", ledger: "a", as: "auditor" })
    expect(Result.isSuccess(await using(url, (store) => store.head("a")))).toBe(true)
    await Effect.runPromise(PostgresAdmin.dismiss(owner, { role: "passer_by", ledger: "a" }))
    expect(problem(await using(url, (store) => store.head("a")))).toBe("NotAdmitted")
  })
})

describe("the owner", () => {
  test("SQL: rejects changing entries by mistake", async () => {
    for (const statement of [
      "UPDATE grootboek.entries SET id = 'x'",
      "DELETE FROM grootboek.entries",
      "TRUNCATE grootboek.entries",
    ])
      expect(await refusal(owner, statement), statement).toContain("never changed or removed")
  })

  test("SQL: rejects a gap or a hash that does not match the body, inserted by mistake", async () => {
    const body = "'{}'::bytea"
    const digest = `sha256('grootboek/entry\\001'::bytea || ${body})`
    const insert = "INSERT INTO grootboek.entries (ledger, position, id, hash, body)"
    expect(await refusal(owner, `${insert} SELECT 'a', 9, 'gap', ${digest}, ${body}`)).toContain(
      "must follow the one before it",
    )
    expect(await refusal(owner, `${insert} SELECT 'a', 4, 'lie', sha256('other'), ${body}`)).toContain(
      "hash_of_body",
    )
  })

  test("migrate: runs each migration once when called twice or concurrently", async () => {
    expect(await Effect.runPromise(PostgresAdmin.migrate(owner))).toEqual([])
    await sql(server.url("postgres"), "CREATE DATABASE two_owners")
    const steps = await Promise.all(
      [1, 2].map(() => Effect.runPromise(PostgresAdmin.migrate(server.url("postgres", "two_owners")))),
    )
    expect(steps.flat()).toEqual([1, 2, 3])
  })

  test("verify: finds an entry that the owner changed without triggers", async () => {
    const url = await member(server, name, { role: "authority_c", ledger: "c", as: "writer" })
    await using(url, (store) => store.append("c", 0, proposals(1, 4)))
    await sql(
      owner,
      "ALTER TABLE grootboek.entries DISABLE TRIGGER entries_are_kept",
      "ALTER TABLE grootboek.entries DROP CONSTRAINT hash_of_body",
      "UPDATE grootboek.entries SET body = convert_to(replace(convert_from(body, 'UTF8'), '2002', '2022'), 'UTF8') WHERE ledger = 'c' AND position = 2",
      "ALTER TABLE grootboek.entries ENABLE TRIGGER entries_are_kept",
    )
    const entries = await using(url, (store) => Stream.runCollect(store.read("c", 0)))
    const second = Result.isSuccess(entries) ? entries.success[1] : undefined
    expect(second !== undefined && Journal.hashOf(second.body, sha256) === second.hash).toBe(false)
  })
})

describe("a store that cannot be opened", () => {
  test.each([
    ["no server", () => "postgres://authority_a@127.0.0.1:1/x", "NoServer"],
    ["no such database", () => server.url("authority_a", "nothing"), "NoDatabase"],
    ["no such role", () => server.url("stranger", name), "LoginRefused"],
    ["a database without tables", () => server.url("postgres", "postgres"), "NoTables"],
  ])("open: reports %s", async (_, url, code) => {
    expect(problem(await using(url(), (store) => store.head("a")))).toBe(code)
  })

  test("open: reports a database of a later Grootboek", async () => {
    const later = await database(server)
    await sql(server.url("postgres", later), "INSERT INTO grootboek.migrations VALUES (99, 'later', '')")
    expect(problem(await using(server.url("postgres", later), (store) => store.head("a")))).toBe(
      "NewerVersion",
    )
  })
})

describe("a connection lost", () => {
  test("append: writes nothing when the connection is lost in a batch, and once when retried", async () => {
    const url = await member(server, name, { role: "authority_d", ledger: "d", as: "writer" })
    // Another connection locks the ledger, so that the batch waits inside its transaction until its connection is cut.
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    await holder.query("BEGIN")
    await holder.query("SELECT grootboek.lock_ledger('d')")
    const pending = using(url, (store) => store.append("d", 0, proposals(1, 500)))
    await waits()
    await sql(
      owner,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'authority_d' AND wait_event_type = 'Lock'",
    )
    expect(problem(await pending)).toMatch(/ConnectionLost|ServerStopping/)
    await holder.end()
    expect(await using(url, (store) => Effect.map(store.head("d"), ({ position }) => position))).toEqual(
      Result.succeed(0),
    )
    await using(url, (store) => store.append("d", 0, proposals(1, 500)))
    const again = await using(url, (store) => store.append("d", 0, proposals(1, 500)))
    expect(Result.isSuccess(again) && [again.success.written.length, again.success.head.position]).toEqual([
      0, 500,
    ])
  })

  test("read: fails instead of returning fewer entries when the connection is lost", async () => {
    const outcome = await using(urlA, (store) =>
      Effect.gen(function* () {
        yield* store.append("a", 3, proposals(10, 2_500))
        return yield* Stream.runCollect(
          Stream.mapEffect(store.read("a", 0), (sealed) =>
            sealed.position === 500
              ? Effect.promise(() =>
                  sql(
                    owner,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'authority_a' AND state LIKE 'idle in%'",
                  ),
                )
              : Effect.void,
          ),
        )
      }),
    )
    expect(problem(outcome)).toMatch(/ConnectionLost|ServerStopping/)
  })
})

describe("growth", () => {
  test("listen: reports new entries of the ledger from their position", async () => {
    const url = await member(server, name, { role: "authority_e", ledger: "e", as: "writer" })
    const seen = await using(url, (store) =>
      Effect.gen(function* () {
        const reported: Array<number> = []
        const listener = yield* Effect.forkChild(
          Stream.runForEach(Stream.take(store.growth("e"), 3), (position) =>
            Effect.sync(() => reported.push(position)),
          ),
        )
        const until = (count: number) =>
          Effect.repeat(Effect.sleep(20), { until: () => reported.length >= count })
        yield* until(1)
        yield* store.append("e", 0, proposals(1, 2))
        yield* until(2)
        yield* store.append("e", 2, proposals(3, 1))
        yield* Fiber.join(listener)
        return reported
      }),
    )
    expect(seen).toEqual(Result.succeed([0, 2, 3]))
  })
})

const waits = async (): Promise<void> => {
  for (;;) {
    const rows = await sql(
      owner,
      "SELECT 1 FROM pg_stat_activity WHERE usename = 'authority_d' AND wait_event_type = 'Lock'",
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
