/** A reader that may not write in the folder of a ledger, beside a program that writes. */
import { hash } from "node:crypto"
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Journal, type JournalStore, Verify } from "@grootboek/core"
import * as Program from "@grootboek/testing/Program"
import { runs } from "@grootboek/testing/Runs"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { folder } from "./Place.ts"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")
const proposal = (n: number): Journal.Proposal => ({
  id: `y:${n}`,
  actor: "test",
  event: { _tag: "YearClosed", year: 2000 + (n % 200) },
})
const using = <A>(
  path: string,
  access: "create" | "readonly",
  work: (store: JournalStore.JournalStoreShape) => Effect.Effect<A, JournalStore.StoreError>,
) => Effect.runPromise(Effect.result(Effect.scoped(Effect.flatMap(SqliteStore.make(path, { access }), work))))
const verified = (path: string) =>
  using(path, "readonly", (store) => Verify.ledger(store, "main", sha256)).then((outcome) => {
    if (Result.isSuccess(outcome))
      return { entries: outcome.success.entries, findings: outcome.success.findings }
    return outcome.failure._tag === "StoreFailed" ? outcome.failure.problem.code : outcome.failure._tag
  })

// Only root can become another user. Without root, the tests of read-only folders in Hostile.test.ts remain.
const isRoot = process.geteuid?.() === 0

/** Runs a task without the rights of root. */
const asStranger = async <A>(work: () => Promise<A>): Promise<A> => {
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

const asRoot = async <A>(work: () => Promise<A>): Promise<A> => {
  process.seteuid?.(0)
  try {
    return await work()
  } finally {
    process.seteuid?.(65_534)
  }
}

/** Runs the appending program to its end. */
const appending = async (...args: ReadonlyArray<string>): Promise<void> => {
  const running = Program.start(await appender, args)
  return new Promise((resolve) => running.once("exit", () => resolve()))
}

const appender = Program.bundle(join(import.meta.dirname, "Appender.ts"))

const withLedger = async (work: (path: string) => Promise<void>): Promise<void> => {
  if (!isRoot) return
  await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(folder, (at) =>
        Effect.promise(async () => {
          const path = join(at, "l.db")
          await using(path, "create", (store) => store.append("main", 0, [proposal(1)]))
          chmodSync(at, 0o755)
          chmodSync(path, 0o644)
          await work(path)
        }),
      ),
    ),
  )
}

test("read: never reports damage beside a program that opens, writes and closes", () =>
  withLedger(async (path) => {
    const times = runs(160)
    const writer = Program.start(await appender, ["reopen", path, "w", `${times}`])
    let ended = false
    writer.once("exit", () => {
      ended = true
    })
    const seen: Array<unknown> = []
    let entries = 0
    await asStranger(async () => {
      while (!ended) {
        const outcome = await verified(path)
        if (typeof outcome === "object") {
          expect(outcome.findings).toEqual([])
          expect(outcome.entries).toBeGreaterThanOrEqual(entries)
          entries = outcome.entries
        } else if (outcome !== "Locked") seen.push(outcome)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    })
    expect(seen).toEqual([])
    expect(await asStranger(() => verified(path))).toEqual({ entries: times + 1, findings: [] })
  }))

test("read: finds every entry after another program rewrote the file", () =>
  withLedger(async (path) => {
    const ids = Array.from({ length: 1_500 }, (_, n) => `first:${n}`)
    await appending("batch", path, "first", "1500")
    // As after a copy or a restart: without the files of an open program.
    for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true })
    const found = await asStranger(() =>
      using(path, "readonly", (store) =>
        Effect.gen(function* () {
          // Reads the root of the index, which the other program then splits.
          yield* store.find("main", ids.slice(0, 1))
          yield* Effect.promise(() => asRoot(() => appending("batch", path, "second", "4000")))
          return (yield* store.find("main", ids)).length
        }),
      ),
    )
    expect(found).toEqual(Result.succeed(1_500))
  }))

test("read: sees what an open program has committed, and leaves nothing behind", () =>
  withLedger(async (path) => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("grootboek-read-"))
    const outcome = await using(path, "create", (store) =>
      Effect.andThen(
        store.append("main", 1, [proposal(2), proposal(3)]),
        Effect.promise(() => asStranger(() => verified(path))),
      ),
    )
    expect(outcome).toMatchObject({ success: { entries: 3, findings: [] } })
    expect(await asStranger(() => verified(path))).toEqual({ entries: 3, findings: [] })
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("grootboek-read-"))).toEqual(before)
  }))

test("read: finds the log of the file behind a symbolic link", () =>
  withLedger(async (path) => {
    const kept = join(path, "..", "kept")
    mkdirSync(kept)
    await using(path, "create", (store) =>
      Effect.andThen(
        store.append("main", 1, [proposal(2), proposal(3)]),
        // As in a backup of an open program: the log has what the file does not have yet.
        Effect.sync(() => {
          for (const end of ["", "-wal"]) copyFileSync(`${path}${end}`, join(kept, `l.db${end}`))
        }),
      ),
    )
    symlinkSync("l.db", join(kept, "link.db"))
    expect(await asStranger(() => verified(join(kept, "link.db")))).toEqual({ entries: 3, findings: [] })
  }))

test("append: is refused to a reader of a copy", () =>
  withLedger(async (path) => {
    const refused = await asStranger(() =>
      using(path, "readonly", (store) => store.append("main", 1, [proposal(2)])),
    )
    expect(refused).toMatchObject({ failure: { problem: { code: "ReadOnly" } } })
  }))
