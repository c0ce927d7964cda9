/** A journal that is too long for memory: it is listed and exported page by page, and no incomplete file is left. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Archive } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import { file, folder, grootboek, json, must } from "@grootboek/testing/CommandLine"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { beforeAll, describe, expect, test } from "vitest"
import * as Tampering from "./Tampering.ts"

const entries = 2_500
const dir = folder()
const ledger = join(dir, "long.db")
const proposals = Array.from({ length: entries }, (_, n) => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) } as const,
}))

const inStore = <A, E>(
  work: (store: Effect.Success<ReturnType<typeof SqliteStore.make>>) => Effect.Effect<A, E>,
) => Effect.runPromise(Effect.scoped(Effect.flatMap(SqliteStore.make(ledger), work)))

beforeAll(() => inStore((store) => store.append("main", 0, proposals)))

describe("a journal of many pages", () => {
  test("log: lists all entries, as text and as JSON", async () => {
    const lines = (await must("log", "--ledger", ledger)).trimEnd().split("\n")
    expect(lines).toHaveLength(entries)
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    const { entries: listed } = await json<{ entries: ReadonlyArray<{ position: number }> }>(
      "log",
      "--ledger",
      ledger,
    )
    expect(listed.map(({ position }) => position)).toEqual(proposals.map((_, n) => n + 1))
  })

  test("export: writes the same bytes as from memory", async () => {
    const out = join(dir, "long.ndjson")
    await must("export", "--ledger", ledger, "--out", out)
    const sealed = await inStore((store) => Stream.runCollect(store.read("main", 0)))
    expect(readFileSync(out).equals(Archive.write(sealed))).toBe(true)
  })

  test("log and export: print nothing and keep the earlier export when an entry cannot be read", async () => {
    const out = file(dir, "kept.ndjson", "what was exported before")
    Tampering.changeBody(ledger, 2400, (body) => Buffer.alloc(body.length, "{"))
    for (const format of ["text", "json"]) {
      const { status, out, err } = await grootboek("log", "--ledger", ledger, "--format", format)
      expect([status, out]).toEqual([1, ""])
      expect(err).toContain("2400")
    }
    const unwritable = await grootboek(
      "export",
      "--ledger",
      ledger,
      "--out",
      join(out, "below-a-file.ndjson"),
    )
    expect([unwritable.status, unwritable.err]).toEqual([3, expect.stringContaining("cannot be written")])
    expect(readFileSync(out, "utf8")).toBe("what was exported before")
    expect(readdirSync(dir).filter((name) => name.endsWith(".part"))).toEqual([])
  })
})
