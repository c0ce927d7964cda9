import { hash } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { connect, createServer, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Journal, type StoreAddress, Verify } from "@grootboek/core"
import { json } from "@grootboek/testing/CommandLine"
import { database, member } from "@grootboek/testing/PostgresPlace"
import { type Server, sql, start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { ServerStore } from "../src/index.ts"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const folder = mkdtempSync(join(tmpdir(), "grootboek-server-store-"))
const sockets = new Set<Socket>()
let server: Server
let isOpen = true
// Simulates a load balancer: it can cut its connections and refuse new ones.
const balancer = createServer((client) => {
  const target = isOpen ? connect(server.port, "127.0.0.1") : undefined
  if (target === undefined) return void client.destroy()
  for (const socket of [client, target]) {
    sockets.add(socket)
    socket.on("error", () => {})
    socket.on("close", () => {
      client.destroy()
      target.destroy()
      sockets.delete(socket)
    })
  }
  client.pipe(target).pipe(client)
})
const cut = () => {
  for (const socket of sockets) socket.destroy()
}

let name: string
let address: StoreAddress.ServerAddress
beforeAll(async () => {
  server = await start({ fsync: "off" })
  name = await database(server)
  await member(server, name, { role: "authority", ledger: "*", as: "writer" })
  await new Promise<void>((resolve) => balancer.listen(0, "127.0.0.1", resolve))
  const listening = balancer.address()
  const port = typeof listening === "object" && listening !== null ? listening.port : 0
  const url = `postgres://authority@127.0.0.1:${port}/${name}`
  address = { _tag: "Server", url, ledger: "main", role: "authority", retryForMs: 300_000, heads: folder }
})
afterAll(async () => {
  cut()
  balancer.close()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

const proposal = (n: number): Journal.Proposal => ({
  id: `p:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})

test("server store: acknowledges every append while connections are cut and refused", async () => {
  let waits = 0
  // The time between two cuts grows until an append succeeds: a busy machine needs longer for one.
  let betweenMs = 400
  let cutting: NodeJS.Timeout
  const cutAgain = () => {
    cut()
    betweenMs *= 1.5
    cutting = setTimeout(cutAgain, betweenMs)
  }
  cutting = setTimeout(cutAgain, betweenMs)
  const refuse = () => {
    isOpen = false
    cut()
    setTimeout(() => {
      isOpen = true
    }, 700)
  }
  const appending = Effect.scoped(
    Effect.gen(function* () {
      const store = yield* ServerStore.make(address, { connections: 2, onWait: () => waits++ })
      for (let n = 0; n < 15; n++) {
        if (n === 5) refuse()
        const { written } = yield* store.append("main", n, [proposal(n)])
        expect(written).toEqual([n + 1])
        betweenMs = 400
      }
    }),
  )
  await Effect.runPromise(appending).finally(() => {
    clearTimeout(cutting)
    isOpen = true
  })
  const { entries, findings } = await Effect.runPromise(
    Effect.scoped(Effect.flatMap(ServerStore.make(address), (store) => Verify.ledger(store, "main", sha256))),
  )
  expect({ entries, findings }).toEqual({ entries: 15, findings: [] })
  expect(waits).toBeGreaterThan(0)
})

/** Runs `health` on the server, behind the balancer, as a role. */
const health = (role: string, ...words: ReadonlyArray<string>) => {
  const url = new URL(address.url)
  url.username = role
  url.searchParams.set("heads", folder)
  return json("health", "--ledger", url.href, ...words)
}

test("health: names the node behind the balancer, and the last entry, and writes nothing", async () => {
  const count = () => sql(server.url("postgres", name), "SELECT count(*)::int AS rows FROM grootboek.entries")
  const before = await count()
  expect(await health("authority")).toMatchObject({
    ok: true,
    server: { node: `127.0.0.1:${server.port}`, leads: true, version: expect.stringMatching(/^\d/) },
    head: { position: 15 },
    admitsWrites: true,
    remembered: { place: folder, position: 15 },
    findings: [],
  })
  expect(await count()).toEqual(before)
})

test("health: reports a role that may only read, unless it is only asked to read", async () => {
  await member(server, name, { role: "auditor", ledger: "*", as: "auditor" })
  expect(await health("auditor")).toMatchObject({
    ok: false,
    admitsWrites: false,
    findings: [{ code: "PermissionDenied" }],
  })
  expect(await health("auditor", "--read-only")).toMatchObject({ ok: true, admitsWrites: null, findings: [] })
})

test("health: reports a server that follows, and a ledger without entries", async () => {
  const owner = server.url("postgres", name)
  await sql(owner, "ALTER ROLE authority SET default_transaction_read_only = on")
  expect(await health("authority")).toMatchObject({ admitsWrites: false, findings: [{ code: "Replica" }] })
  await sql(owner, "ALTER ROLE authority RESET default_transaction_read_only")
  const empty = `${address.url}?ledger=empty`
  expect(await json("health", "--ledger", empty)).toMatchObject({
    head: null,
    findings: [{ code: "EmptyLedger" }],
  })
})

test("server store: refuses to write to a server that forgot acknowledged entries", async () => {
  const owner = server.url("postgres", name)
  await sql(
    owner,
    "SET session_replication_role = replica",
    "DELETE FROM grootboek.entries WHERE ledger = 'main' AND position > 12",
  )
  const outcome = await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(ServerStore.make(address), (store) =>
        Effect.result(store.append("main", 12, [proposal(90)])),
      ),
    ),
  )
  expect(outcome).toMatchObject({
    failure: { problem: { code: "Forgotten", detail: `12 < 15 (${folder})` } },
  })
  const [row] = await sql(owner, "SELECT count(*)::int AS count FROM grootboek.entries WHERE ledger = 'main'")
  expect(row).toEqual({ count: 12 })
})

test("health: reports that the server forgot acknowledged entries", async () => {
  expect(await health("authority")).toMatchObject({
    ok: false,
    head: { position: 12 },
    remembered: { position: 15 },
    findings: [{ code: "Forgotten" }],
  })
})
