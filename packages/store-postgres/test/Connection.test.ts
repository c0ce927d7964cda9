/** Addresses, TLS, passwords and time limits: each failure names its cause. */
import { chmodSync, chownSync, copyFileSync, writeFileSync } from "node:fs"
import { createServer, type Server as Listener } from "node:net"
import { join } from "node:path"
import type { JournalStore } from "@grootboek/core"
import { identity } from "@grootboek/testing/PostgresBinaries"
import { database, member } from "@grootboek/testing/PostgresPlace"
import { place, type Server, sql, start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { PostgresStore } from "../src/index.ts"

const fixture = (name: string): string => join(import.meta.dirname, "fixtures", "tls", name)

/** Copies a fixture to the user of the server, who alone may read it. */
const owned = (folder: string, name: string): string => {
  const path = join(folder, name)
  copyFileSync(fixture(name), path)
  chmodSync(path, 0o600)
  const { uid, gid } = identity()
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  return path
}

const password = "geheim-Wachtwoord-1"
const servers: Array<Server> = []
let [secure, misnamed] = ["", ""]

/** Starts a server that demands TLS and a password of the role `member`. */
const demanding = async (certificate: string): Promise<string> => {
  const folder = place()
  const hba = join(folder, "pg_hba.conf")
  writeFileSync(hba, "host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n")
  chmodSync(hba, 0o644)
  const server = await start({
    fsync: "off",
    ssl: "on",
    ssl_cert_file: owned(folder, `${certificate}.pem`),
    ssl_key_file: owned(folder, `${certificate}.key`),
    hba_file: hba,
  })
  servers.push(server)
  const name = await database(server)
  await member(server, name, { role: "tls_member", ledger: "a", as: "writer" })
  await sql(server.url("postgres"), `ALTER ROLE tls_member PASSWORD '${password}'`)
  return `postgres://tls_member:${password}@127.0.0.1:${server.port}/${name}`
}

beforeAll(async () => {
  secure = await demanding("server")
  misnamed = await demanding("wrong-name")
})
afterAll(async () => {
  for (const server of servers) await server.remove()
})

const using = <A>(
  url: string,
  work: (store: PostgresStore.PostgresStore) => Effect.Effect<A, JournalStore.StoreError>,
  options: PostgresStore.PostgresOptions = {},
): Promise<Result.Result<A, JournalStore.StoreError>> =>
  Effect.runPromise(
    Effect.result(
      Effect.scoped(Effect.flatMap(PostgresStore.make(url, { connections: 1, ...options }), work)),
    ),
  )
const head = (store: PostgresStore.PostgresStore) => store.head("a")
const problem = <A>(outcome: Result.Result<A, JournalStore.StoreError>) =>
  Result.isFailure(outcome) && outcome.failure._tag === "StoreFailed" ? outcome.failure.problem : outcome

const authority = `sslrootcert=${fixture("authority.pem")}`
const other = `sslrootcert=${fixture("other-authority.pem")}`

describe("a server with TLS", () => {
  test.each([
    ["verify-full", () => `${secure}?sslmode=verify-full&${authority}`],
    ["verify-ca, which also verifies the name", () => `${secure}?sslmode=verify-ca&${authority}`],
    ["require, which also verifies the certificate", () => `${secure}?sslmode=require&${authority}`],
    ["no-verify, which verifies nothing", () => `${secure}?sslmode=no-verify`],
    ["no-verify with another name", () => `${misnamed}?sslmode=no-verify`],
  ])("open: connects with sslmode %s", async (_, url) => {
    expect(await using(url(), head)).toMatchObject({ success: { position: 0 } })
    const [row] = await sql(url(), "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    expect(row).toEqual({ ssl: true })
  })

  test.each([
    ["an unknown authority", () => `${secure}?sslmode=verify-full`, "CertificateRefused"],
    ["another authority", () => `${secure}?sslmode=verify-full&${other}`, "CertificateRefused"],
    ["another authority, with require", () => `${secure}?sslmode=require&${other}`, "CertificateRefused"],
    ["another name", () => `${misnamed}?sslmode=verify-full&${authority}`, "CertificateRefused"],
    [
      "no file of certificates",
      () => `${secure}?sslmode=verify-full&sslrootcert=/none.pem`,
      "CertificateRefused",
    ],
    ["no TLS", () => secure, "LoginRefused"],
    [
      "a wrong password",
      () => `${secure.replace(password, "geheim-fout")}?sslmode=verify-full&${authority}`,
      "LoginRefused",
    ],
    [
      "no password",
      () => `${secure.replace(`:${password}`, "")}?sslmode=verify-full&${authority}`,
      "LoginRefused",
    ],
  ])("open: refuses %s, and names no password", async (_, url, code) => {
    const outcome = await using(url(), head)
    expect(problem(outcome)).toMatchObject({ code })
    expect(JSON.stringify(outcome)).not.toContain("geheim")
  })

  test("open: says that a server has no TLS when the address demands it", async () => {
    const server = await start({ fsync: "off" })
    servers.push(server)
    expect(problem(await using(`${server.url("postgres")}?sslmode=verify-full`, head))).toMatchObject({
      code: "NoTls",
    })
  })
})

describe("a time limit", () => {
  const secured = () => `${secure}?sslmode=verify-full&${authority}`

  test("connect: names a server that does not answer", async () => {
    const silent = await new Promise<Listener>((resolve) => {
      const listener = createServer(() => {})
      listener.listen(0, "127.0.0.1", () => resolve(listener))
    })
    const address = silent.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    const outcome = await using(`postgres://nobody:geheim@127.0.0.1:${port}/x`, head, {
      connectTimeoutMs: 200,
    })
    expect(problem(outcome)).toEqual({
      code: "NoAnswer",
      place: `nobody@127.0.0.1:${port}/x`,
      detail: "0.2 s",
    })
    silent.close()
  })

  test("connect: names a pool whose connections are all in use", async () => {
    await using(secured(), (store) =>
      store.append("a", 0, [{ id: "y:1", actor: "test", event: { _tag: "YearClosed", year: 2026 } }]),
    )
    const full = (connectTimeoutMs: number) =>
      using(
        secured(),
        (store) => Stream.runDrain(Stream.mapEffect(store.read("a", 0), () => store.head("a"))),
        { connectTimeoutMs },
      )
    // On a busy machine the first connection may take longer than the limit.
    let limitMs = 500
    let found = problem(await full(limitMs))
    while ("code" in found && found.code === "NoAnswer" && limitMs < 60_000) {
      limitMs *= 4
      found = problem(await full(limitMs))
    }
    expect(found).toMatchObject({ code: "PoolFull", detail: "1" })
  })

  test("append: names the limit on waiting for another writer", async () => {
    const holder = new pg.Client({ connectionString: secured() })
    await holder.connect()
    await holder.query("BEGIN; SELECT grootboek.lock_ledger('a')")
    const outcome = await using(secured(), (store) => store.append("a", 0, []), { lockTimeoutMs: 100 })
    expect(problem(outcome)).toMatchObject({ code: "Locked", detail: "55P03, lock_timeout" })
    await holder.end()
  })

  test("read: names the limit on a statement", async () => {
    const owner = servers[0]?.url("postgres", new URL(secure).pathname.slice(1)) ?? ""
    const holder = new pg.Client({ connectionString: owner })
    await holder.connect()
    await holder.query("BEGIN; LOCK TABLE grootboek.entries IN ACCESS EXCLUSIVE MODE")
    const outcome = await using(secured(), head, { statementTimeoutMs: 100 })
    expect(problem(outcome)).toMatchObject({ code: "TimedOut", detail: "57014, statement_timeout" })
    await holder.end()
  })
})
