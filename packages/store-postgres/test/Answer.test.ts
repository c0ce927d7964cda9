/** A server that does not answer: a `COMMIT` that waits for a standby which is gone. */
import type { Journal, JournalStore } from "@grootboek/core"
import { Redelivery } from "@grootboek/core/journal"
import { database, member } from "@grootboek/testing/PostgresPlace"
import { type Server, sql, start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { PostgresStore } from "../src/index.ts"

let server: Server
let url = ""

beforeAll(async () => {
  server = await start({ fsync: "off" })
  const name = await database(server)
  url = await member(server, name, { role: "writer", ledger: "*", as: "writer" })
})
afterAll(() => server.remove())

const standby = (name: string) =>
  sql(
    server.url("postgres"),
    `ALTER SYSTEM SET synchronous_standby_names = '${name}'`,
    "SELECT pg_reload_conf()",
  )
const closing = (id: string): ReadonlyArray<Journal.Proposal> => [
  { id, actor: "test", event: { _tag: "YearClosed", year: 2026 } },
]
const limited = (answerTimeoutMs: number) => ({ connections: 2, answerTimeoutMs, lockTimeoutMs: 200 })
const using = <A>(
  work: (store: JournalStore.JournalStoreShape) => Effect.Effect<A, JournalStore.StoreError>,
  options: PostgresStore.PostgresOptions = limited(300),
) => Effect.runPromise(Effect.result(Effect.scoped(Effect.flatMap(PostgresStore.make(url, options), work))))

describe("a COMMIT that waits for a standby", () => {
  test.each(["append", "appendAll"] as const)(
    "%s: ends, and the entry may be recorded",
    async (operation) => {
      const ledger = operation
      await standby("gone")
      const outcome = await using((store) =>
        operation === "append"
          ? Effect.asVoid(store.append(ledger, 0, closing(`${ledger}:1`)))
          : Effect.asVoid(store.appendAll(ledger, 0, Stream.make(closing(`${ledger}:1`)))),
      )
      await standby("")
      expect(outcome).toMatchObject({
        failure: { operation: "append", problem: { code: "TimedOut", detail: "0.3 s" } },
      })
      const head = await using((store) => store.append(ledger, 1, closing(`${ledger}:1`)), {})
      expect(head).toMatchObject({ success: { head: { position: 1 }, written: [], known: [`${ledger}:1`] } })
    },
  )

  test("append: is delivered again when the standby is back, and recorded once", async () => {
    await standby("gone")
    const waits: Array<string> = []
    const appended = using((store) =>
      Redelivery.over(store, {
        forMs: 60_000,
        onWait: ({ problem }) => waits.push(problem.code),
      }).append("c", 0, closing("c:1")),
    )
    while (!waits.includes("Locked")) await new Promise((resolve) => setTimeout(resolve, 20))
    await standby("")
    expect(await appended).toMatchObject({ success: { written: [1], known: [] } })
    expect(waits[0]).toBe("TimedOut")
    expect(Result.getOrThrow(await using((store) => store.head("c"), {}))).toMatchObject({ position: 1 })
  })
})
