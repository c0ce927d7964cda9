/** `grootboek move` and files of routes, in files; packages/scripts/test/server.test.ts moves a ledger to a server. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import type { BudgetEvent } from "@grootboek/core"
import { FileLock, SqliteStore } from "@grootboek/store-sqlite"
import { declared, folder, grootboek, json, must } from "@grootboek/testing/CommandLine"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { beforeAll, expect, test } from "vitest"
import * as gallery from "./moveGallery.ts"

let dir: string
let routes: string
let first: string
beforeAll(async () => {
  dir = folder()
  await declared(dir)
  routes = join(dir, "routes.json")
  first = `routes:${routes}?ledger=${encodeURIComponent("W13 é")}`
})

const route = (target: string) =>
  writeFileSync(routes, JSON.stringify({ routes: { "W13 é": target, other: "b.db" } }))
const routed = (): string => JSON.parse(readFileSync(routes, "utf8")).routes["W13 é"]
const headOf = async (ledger: string) => (await json<{ head: string }>("verify", "--ledger", ledger)).head

test("routes: a command reads and writes the ledger that the file names, by a path beside the file", async () => {
  route("w13.db")
  expect(await headOf(first)).toBe(await headOf(join(dir, "w13.db")))
  const { ledgers } = await json<{ ledgers: ReadonlyArray<unknown> }>("ledgers", "--ledger", first)
  expect(ledgers).toMatchObject([{ address: join(dir, "w13.db"), position: 5 }])
})

test("move: copies the ledger, switches its route, and changes no other route", async () => {
  route("w13.db")
  const before = await headOf(first)
  const target = join(dir, "moved.db")
  const { status, err } = await grootboek("move", "--ledger", first, "--to", target)
  expect([status, err]).toEqual([0, expect.stringContaining(`names ${target} from now on`)])
  expect(JSON.parse(readFileSync(routes, "utf8")).routes).toEqual({ "W13 é": target, other: "b.db" })
  expect(await headOf(first)).toBe(before)
})

test("move: copies only what is missing when it is repeated, and moves back", async () => {
  const target = join(dir, "again.db")
  await must("move", "--ledger", join(dir, "w13.db"), "--to", target)
  const { status, err } = await grootboek("move", "--ledger", join(dir, "w13.db"), "--to", target)
  expect([status, err]).toEqual([0, expect.stringContaining(`Use ${target} from now on`)])
  route("again.db")
  await must("move", "--ledger", first, "--to", join(dir, "w13.db"))
  expect(routed()).toBe(join(dir, "w13.db"))
})

test("move: keeps the route when an entry comes in between the copy and the switch, and copies it when repeated", async () => {
  const [from, to] = [join(dir, "busy.db"), join(dir, "calm.db")]
  await must("move", "--ledger", join(dir, "w13.db"), "--to", from)
  route("busy.db")
  const locked = Effect.runSync(Scope.make())
  await Effect.runPromise(Scope.provide(FileLock.acquire(`${routes}.lock`), locked))
  // The route is switched under this lock, after the copy.
  const moving = grootboek("move", "--ledger", first, "--to", to)
  while (!existsSync(to) || (await headOf(to)) !== (await headOf(from))) await setTimeout(20)
  await append(from, estimate)
  await Effect.runPromise(Scope.close(locked, Exit.void))
  const { status, err } = await moving
  expect([status, err]).toEqual([1, expect.stringContaining("Stop its writers and run the command again")])
  expect(routed()).toBe(from)
  await must("move", "--ledger", first, "--to", to)
  expect([routed(), await headOf(to)]).toEqual([to, await headOf(from)])
})

test("move: refuses another journal, a damaged one, an empty one and the same place, and keeps the route", async () => {
  route("w13.db")
  const other = join(dir, "other.db")
  await must(...init(other))
  const damaged = join(dir, "damaged.db")
  await must("move", "--ledger", join(dir, "w13.db"), "--to", damaged)
  await append(damaged, { ...estimate, line: { ...estimate.line, action: "nowhere" } })
  for (const [from, to, status, says] of [
    [first, other, 1, "holds another journal"],
    [first, join(dir, "w13.db"), 2, "already"],
    [damaged, join(dir, "new.db"), 1, "grootboek verify"],
    [join(dir, "missing.db"), join(dir, "new.db"), 3, "missing.db"],
    [`routes:${routes}?ledger=none`, join(dir, "new.db"), 1, "only for W13 é, other"],
    [`routes:${routes}`, join(dir, "new.db"), 2, "?ledger=NAME"],
    [`routes:${join(dir, "w13.db")}?ledger=a`, join(dir, "new.db"), 1, "not a file of routes"],
  ] as const) {
    const ran = await grootboek("move", "--ledger", from, "--to", to)
    expect([from, ran.status, ran.err]).toEqual([from, status, expect.stringContaining(says)])
    expect(routed()).toBe("w13.db")
  }
})

const init = (ledger: string) =>
  [
    "init",
    "--ledger",
    ledger,
    "--entity",
    "Elders",
    "--entity-type",
    "gemeente",
    "--plan",
    "2026/0",
    "--years",
    "2026-2031",
  ] as const

const estimate = {
  _tag: "EstimatePosted",
  line: { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
  amounts: { 2026: "1.00" },
} as const

const append = (path: string, event: BudgetEvent.BudgetEvent) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const store = yield* SqliteStore.make(path, { access: "existing" })
        const { position } = yield* store.head("main")
        yield* store.append("main", position, [{ id: `move:${position}`, actor: "test", event }])
      }),
    ),
  )

test("error gallery: has every refusal of a move and of a file of routes", () => {
  const text = readFileSync(new URL("../../../docs/error-gallery.md", import.meta.url), "utf8")
  expect(text).toContain(gallery.markdown())
})
