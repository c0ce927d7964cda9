/** A snapshot in the file comes back as it was written, follows the journal, and is nobody's evidence. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Snapshots, SqliteStore } from "../src/index.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-snapshots-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const parts = (seed: number) => [
  new Uint8Array([seed]),
  new Uint8Array(300_000).fill(seed),
  new Uint8Array(0),
  new Uint8Array([1, 2, seed]),
]

const plain = (read: ReadonlyArray<Uint8Array>) => read.map((part) => [...part])

describe("the snapshots of a file", () => {
  test("are none until one is written, also where only reading is allowed", async () => {
    const path = join(folder, "none.db")
    const read = Effect.gen(function* () {
      yield* SqliteStore.make(path)
      const snapshots = yield* Snapshots.make(path, "readonly")
      return yield* snapshots.read("main")
    })
    expect(await Effect.runPromise(Effect.scoped(read))).toEqual([])
  })

  test("come back part by part, each ledger its own, the newest in the place of the one before", async () => {
    const path = join(folder, "some.db")
    const written = Effect.gen(function* () {
      yield* SqliteStore.make(path)
      const snapshots = yield* Snapshots.make(path, "existing")
      yield* snapshots.write("main", parts(1))
      yield* snapshots.write("other", parts(2))
      yield* snapshots.write("main", parts(3).slice(0, 3))
    })
    await Effect.runPromise(Effect.scoped(written))
    const read = Effect.gen(function* () {
      const snapshots = yield* Snapshots.make(path, "readonly")
      return [plain(yield* snapshots.read("main")), plain(yield* snapshots.read("other"))]
    })
    expect(await Effect.runPromise(Effect.scoped(read))).toEqual([
      plain(parts(3).slice(0, 3)),
      plain(parts(2)),
    ])
  })
})
