/** What the migrations after the first add: databases of version 1, recorded roles and times, the quarantine, and notification. */
import { createHash, hash } from "node:crypto"
import { Journal, type JournalStore, Verify } from "@grootboek/core"
import { database, member } from "@grootboek/testing/PostgresPlace"
import { type Server, sql, start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { PostgresAdmin, PostgresStore } from "../src/index.ts"
import { migrations } from "../src/Migration.ts"

let server: Server
beforeAll(async () => {
  server = await start({ fsync: "off" })
})
afterAll(() => server.remove())

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})
const proposals = (from: number, count: number) => Array.from({ length: count }, (_, i) => proposal(from + i))
type Store = PostgresStore.PostgresStore
const using = <A>(
  url: string,
  work: (store: Store) => Effect.Effect<A, JournalStore.StoreError>,
  options: PostgresStore.PostgresOptions = {},
): Promise<Result.Result<A, JournalStore.StoreError>> =>
  Effect.runPromise(
    Effect.result(
      Effect.scoped(Effect.flatMap(PostgresStore.make(url, { connections: 2, ...options }), work)),
    ),
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
const verified = (store: Store) => Verify.ledger(store, "a", sha256)

/** A chain of sealed entries at a time. */
const chain = (count: number, time: string): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return proposals(1, count).map((one) => {
    const { head: next, ...sealed } = Journal.seal(one, head, time, sha256)
    head = next
    return sealed
  })
}

describe("a database of version 1", () => {
  const before = async () => {
    const name = `before_${Date.now()}`
    await sql(server.url("postgres"), `CREATE DATABASE ${name}`)
    const owner = server.url("postgres", name)
    const [first] = migrations
    if (first === undefined) throw new Error("there is no first migration")
    const digest = createHash("sha256").update(first.sql).digest("hex")
    await sql(
      owner,
      "CREATE SCHEMA grootboek; CREATE TABLE grootboek.migrations (version integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, taken timestamptz NOT NULL DEFAULT now())",
      first.sql,
      `INSERT INTO grootboek.migrations VALUES (1, '${first.name}', '${digest}')`,
      "DO $$ BEGIN CREATE ROLE old_writer LOGIN; CREATE ROLE old_auditor LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
      "GRANT grootboek_writer TO old_writer; GRANT grootboek_auditor TO old_auditor",
      "INSERT INTO grootboek.members VALUES ('old_writer', 'a'), ('old_auditor', 'a')",
    )
    for (const { position, hash: digest, body } of chain(3, "2016-01-01T00:00:00.000Z"))
      await sql(
        owner,
        `INSERT INTO grootboek.entries VALUES ('a', ${position}, 'y:${position}', '\\x${digest}', '\\x${Buffer.from(body).toString("hex")}')`,
      )
    return { owner, writer: server.url("old_writer", name), auditor: server.url("old_auditor", name) }
  }

  test("read: works before the migration, and an append says who has to migrate", async () => {
    const { writer } = await before()
    expect(await using(writer, verified)).toMatchObject({ success: { entries: 3, findings: [] } })
    for (const write of [
      (store: Store) => store.append("a", 3, [proposal(4)]),
      (store: Store) => store.appendAll("a", 3, Stream.make([proposal(4)])),
      (store: Store) => store.restore("a", 3, []),
    ])
      expect(problem(await using<unknown>(writer, write))).toBe("MigrationNeeded")
  })

  test("migrate: keeps every byte and every right, also for a store that is open", async () => {
    const { owner, writer, auditor } = await before()
    const bytes =
      "SELECT md5(string_agg(encode(hash, 'hex') || encode(body, 'hex') || id, ',' ORDER BY position)) AS sum FROM grootboek.entries"
    const sum = await sql(owner, bytes)
    const appended = await using(writer, (store) =>
      Effect.andThen(PostgresAdmin.migrate(owner), store.append("a", 3, [proposal(4)])),
    )
    expect(appended).toMatchObject({ success: { written: [4] } })
    expect(await sql(owner, `${bytes} WHERE position < 4`)).toEqual(sum)
    expect(await using(auditor, verified)).toMatchObject({ success: { entries: 4, findings: [] } })
    expect(problem(await using(auditor, (store) => store.append("a", 4, [proposal(5)])))).toBe(
      "PermissionDenied",
    )
    expect(
      await sql(owner, "SELECT position::int, recorded_by FROM grootboek.entries ORDER BY position"),
    ).toEqual(
      [1, 2, 3]
        .map((position) => ({ position, recorded_by: null as string | null }))
        .concat({ position: 4, recorded_by: "old_writer" }),
    )
    expect(await Effect.runPromise(PostgresAdmin.migrate(owner))).toEqual([])
  })
})

describe("a server whose resources a stranger uses up", () => {
  test("append: continues when the queue of notifications is full", async () => {
    // The smallest queue that a server can have.
    const small = await start({ fsync: "off", max_notify_queue_pages: "64" })
    const name = await database(small)
    const url = await member(small, name, { role: "writer", ledger: "a", as: "writer" })
    await sql(small.url("postgres"), "CREATE ROLE stranger LOGIN")
    const [listener, sender] = [1, 2].map(
      () => new pg.Client({ connectionString: small.url("stranger", name) }),
    )
    if (listener === undefined || sender === undefined) throw new Error("no clients")
    await Promise.all([listener.connect(), sender.connect()])
    // The queue cannot be emptied while a listener is in a transaction.
    for (const step of ["LISTEN x", "BEGIN", "SELECT 1"]) await listener.query(step)
    const fill = "SELECT count(pg_notify('x', repeat('x', 7000) || n)) FROM generate_series(1, 20) n"
    await expect(
      (async () => {
        for (let sent = 0; sent < 20; sent++) await sender.query(fill)
      })(),
    ).rejects.toMatchObject({ code: "54000" })
    expect(await using(url, (store) => store.append("a", 0, [proposal(1)]))).toMatchObject({
      success: { written: [1] },
    })
    await Promise.all([listener.end(), sender.end()])
    await small.remove()
  })

  test("append: names the cause when every lock is taken", async () => {
    const few = await start({ fsync: "off", max_connections: "20", max_locks_per_transaction: "10" })
    const name = await database(few)
    const url = await member(few, name, { role: "writer", ledger: "a", as: "writer" })
    await sql(few.url("postgres"), "CREATE ROLE stranger LOGIN")
    const stranger = new pg.Client({ connectionString: few.url("stranger", name) })
    await stranger.connect()
    let taken = 0
    const isTaken = async (): Promise<boolean> =>
      stranger.query("SELECT pg_advisory_lock($1)", [++taken]).then(
        () => true,
        () => false,
      )
    while (await isTaken());
    expect(problem(await using(url, (store) => store.append("a", 0, [proposal(1)])))).toBe("Exhausted")
    await stranger.end()
    expect(await using(url, (store) => store.append("a", 0, [proposal(1)]))).toMatchObject({
      success: { written: [1] },
    })
    await few.remove()
  })
})

describe("an entry", () => {
  test("append: records the role and the clock of the server beside the entry, not in it", async () => {
    const name = await database(server)
    const url = await member(server, name, { role: "recorder", ledger: "a", as: "writer" })
    await using(url, (store) => store.append("a", 0, proposals(1, 2)))
    const rows = await sql(
      url,
      "SELECT recorded_by, recorded_at BETWEEN now() - interval '1 minute' AND now() AS recent, convert_from(body, 'UTF8') LIKE '%recorder%' AS inside FROM grootboek.entries",
    )
    expect(rows).toEqual([1, 2].map(() => ({ recorded_by: "recorder", recent: true, inside: false })))
  })

  test("append: refuses a time ahead of the server, and continues after an earlier entry that has one", async () => {
    const name = await database(server)
    const url = await member(server, name, { role: "early", ledger: "*", as: "writer" })
    const owner = server.url("postgres", name)
    const ahead = chain(2, "2999-01-01T00:00:00.000Z")
    expect(problem(await using(url, (store) => store.restore("a", 0, ahead)))).toBe("TimeAhead")
    // Only the owner restores such a journal; the next entry gets its time, and is not refused.
    expect(await using(owner, (store) => store.restore("a", 0, ahead))).toMatchObject({
      success: { position: 2 },
    })
    expect(await using(url, (store) => store.append("a", 2, [proposal(3)]))).toMatchObject({
      success: { written: [3] },
    })
    expect(await using(url, verified)).toMatchObject({ success: { entries: 3, findings: [] } })
  })

  test("admit: gives the right to write one ledger and to read another", async () => {
    const name = await database(server)
    await member(server, name, { role: "mixed", ledger: "a", as: "auditor" })
    const url = await member(server, name, { role: "mixed", ledger: "b", as: "writer" })
    expect(problem(await using(url, (store) => store.append("a", 0, [proposal(1)])))).toBe("PermissionDenied")
    expect(await using(url, (store) => store.append("b", 0, [proposal(1)]))).toMatchObject({
      success: { written: [1] },
    })
  })
})

describe("a damaged row", () => {
  // One database, with a ledger for each damage.
  let url = ""
  let owner = ""
  beforeAll(async () => {
    const name = await database(server)
    url = await member(server, name, { role: "repairer", ledger: "*", as: "writer" })
    owner = server.url("postgres", name)
    await sql(owner, "ALTER TABLE grootboek.entries DROP CONSTRAINT hash_of_body")
  })
  let count = 0
  const damage = async (statement: string) => {
    const ledger = `damaged-${++count}`
    await using(url, (store) => store.append(ledger, 0, proposals(1, 4)))
    const backup = Result.getOrThrow(await using(url, (store) => Stream.runCollect(store.read(ledger, 0))))
    await sql(
      owner,
      "ALTER TABLE grootboek.entries DISABLE TRIGGER entries_are_kept",
      statement.replace("$LEDGER", `ledger = '${ledger}'`),
      "ALTER TABLE grootboek.entries ENABLE TRIGGER entries_are_kept",
    )
    return { ledger, backup }
  }
  const replace = (ledger: string, sealed: Journal.Sealed, address = owner) =>
    Effect.runPromise(
      Effect.result(PostgresAdmin.replaceDamaged(address, { ledger, sealed, reason: "bit flip" })),
    )

  test.each([
    ["a body", "UPDATE grootboek.entries SET body = set_byte(body, 9, 0) WHERE $LEDGER AND position = $AT"],
    [
      "a hash",
      "UPDATE grootboek.entries SET hash = set_byte(hash, 9, get_byte(hash, 9) # 1) WHERE $LEDGER AND position = $AT",
    ],
    ["an id", "UPDATE grootboek.entries SET id = 'other' WHERE $LEDGER AND position = $AT"],
    ["a missing row", "DELETE FROM grootboek.entries WHERE $LEDGER AND position = $AT"],
  ])("replace: sets aside %s and keeps the damaged bytes", async (kind, statement) => {
    for (const at of kind === "a missing row" ? [2] : [2, 4]) {
      const { ledger, backup } = await damage(statement.replace("$AT", String(at)))
      const [wrong, right] = [backup[0], backup[at - 1]]
      if (wrong === undefined || right === undefined) throw new Error("the backup is short")
      expect(problem(await replace(ledger, { ...wrong, position: at }))).toBe("EntryRefused")
      expect(Result.isSuccess(await replace(ledger, right))).toBe(true)
      expect(await using(url, (store) => Verify.ledger(store, ledger, sha256))).toMatchObject({
        success: { entries: 4, findings: [] },
      })
      expect(await using(url, (store) => Stream.runCollect(store.read(ledger, 0)))).toEqual(
        Result.succeed(backup),
      )
      const kept = await sql(
        owner,
        `SELECT position::int, reason, set_aside_by FROM grootboek.quarantine WHERE ledger = '${ledger}'`,
      )
      expect(kept).toEqual([{ position: at, reason: "bit flip", set_aside_by: "postgres" }])
      expect(await refusal(owner, "DELETE FROM grootboek.quarantine")).toContain("never changed or removed")
      expect(await refusal(owner, "UPDATE grootboek.entries SET id = 'x'")).toContain(
        "never changed or removed",
      )
      expect(await using(url, (store) => store.append(ledger, 4, [proposal(5)]))).toMatchObject({
        success: { written: [5] },
      })
    }
  })

  test("replace: refuses an intact row, also with its own bytes, and a role that is not the owner", async () => {
    const { ledger, backup } = await damage("SELECT 1")
    for (const sealed of backup) expect(problem(await replace(ledger, sealed))).toBe("AppendOnly")
    const [first] = backup
    expect(first !== undefined && problem(await replace(ledger, first, url))).toBe("PermissionDenied")
    const kept = `SELECT count(*)::int AS n FROM grootboek.quarantine WHERE ledger = '${ledger}'`
    expect(await sql(owner, kept)).toEqual([{ n: 0 }])
  })
})

describe("growth", () => {
  test("channel: is a secret that only members learn, and changes when one is dismissed", async () => {
    const name = await database(server)
    const url = await member(server, name, { role: "member_a", ledger: "a", as: "auditor" })
    const other = await member(server, name, { role: "member_b", ledger: "b", as: "writer" })
    const channel = "SELECT grootboek.channel_of('a') AS channel"
    const [first] = await sql(url, channel)
    expect(first?.channel).toMatch(/^grootboek_[0-9a-f]{32}$/)
    expect(await sql(other, channel)).toEqual([{ channel: null }])
    await Effect.runPromise(
      PostgresAdmin.dismiss(server.url("postgres", name), { role: "member_a", ledger: "a" }),
    )
    expect(await sql(url, channel)).toEqual([{ channel: null }])
    const [second] = await sql(
      server.url("postgres", name),
      "SELECT channel FROM grootboek.ledgers WHERE ledger = 'a'",
    )
    expect(second?.channel).not.toBe(first?.channel)
  })

  test("listen: continues after the channel changed, and fails when the listener is dismissed", async () => {
    const name = await database(server)
    const owner = server.url("postgres", name)
    const url = await member(server, name, { role: "listener", ledger: "a", as: "writer" })
    await member(server, name, { role: "leaver", ledger: "a", as: "auditor" })
    const outcome = await using(
      url,
      (store) =>
        Effect.gen(function* () {
          const seen: Array<number> = []
          const listener = yield* Effect.forkChild(
            Effect.result(
              Stream.runForEach(store.growth("a"), (position) => Effect.sync(() => seen.push(position))),
            ),
          )
          const until = (position: number) =>
            Effect.repeat(Effect.sleep(20), { until: () => seen.includes(position) })
          yield* until(0)
          yield* PostgresAdmin.dismiss(owner, { role: "leaver", ledger: "a" })
          yield* store.append("a", 0, [proposal(1)])
          yield* until(1)
          yield* PostgresAdmin.dismiss(owner, { role: "listener", ledger: "a" })
          const end = yield* Fiber.join(listener)
          return { seen, end: problem(end) }
        }),
      { connections: 3, pollMs: 100 },
    )
    expect(outcome).toMatchObject({ success: { seen: [0, 1], end: "NotAdmitted" } })
  })
})
