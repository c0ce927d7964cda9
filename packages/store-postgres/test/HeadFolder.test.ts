import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { afterAll, describe, expect, test } from "vitest"
import { HeadFolder } from "../src/index.ts"

const folder = mkdtempSync(join(tmpdir(), "grootboek-heads-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const head = (position: number): Journal.Head => ({
  position,
  hash: String(position).padStart(64, "0"),
  time: "2026-01-01T00:00:00.000Z",
})

describe("folder of heads", () => {
  test("returns the furthest head of those that were remembered at the same time, in any order", async () => {
    for (let turn = 0; turn < 30; turn++) {
      const place = join(folder, String(turn))
      const at = Array.from({ length: 1 + (turn % 8) }, (_, n) => 1 + ((turn * 7919 + n * 104_729) % 1_000))
      await Promise.all(
        at.map((position) => Effect.runPromise(HeadFolder.make(place).remember("main", head(position)))),
      )
      const recalled = await Effect.runPromise(HeadFolder.make(place).recall("main"))
      expect(recalled).toEqual(head(Math.max(...at)))
    }
  })

  test("keeps the heads of ledgers apart, and their files inside the folder, for any name", async () => {
    const place = join(folder, "names")
    const names = ["..", "../up", "a/b", ".", "é", "a b", "%2E"]
    const memory = HeadFolder.make(place)
    for (const [n, name] of names.entries()) await Effect.runPromise(memory.remember(name, head(n + 1)))
    for (const [n, name] of names.entries())
      expect(await Effect.runPromise(memory.recall(name))).toEqual(head(n + 1))
    expect(readdirSync(place)).toHaveLength(names.length)
  })

  test("remembers nothing of a new ledger, and reports a file that is damaged", async () => {
    const memory = HeadFolder.make(join(folder, "damaged"))
    expect(await Effect.runPromise(memory.recall("main"))).toBeUndefined()
    await Effect.runPromise(memory.remember("main", head(3)))
    writeFileSync(join(folder, "damaged", "main", "000000000000004.json"), "{")
    const outcome = await Effect.runPromise(Effect.result(memory.recall("main")))
    expect(outcome).toMatchObject({ failure: { problem: { code: "Corrupt" } } })
  })
})
