/**
 * A program of its own that appends one entry at a time: `append FILE NAME COUNT`, or `reopen FILE NAME COUNT`, which opens
 * and closes the file for each entry, or `batch FILE NAME COUNT`, which appends all at once. It prints how many
 * were acknowledged.
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { SqliteStore } from "../src/index.ts"

const [mode = "", path = "", name = "", count = "0"] = process.argv.slice(2)

const event = { _tag: "YearClosed", year: 2026 } as const

const append = (from: number, to: number) =>
  Effect.scoped(
    Effect.gen(function* () {
      const store = yield* SqliteStore.make(path)
      let written = from
      while (written < to) {
        const { position } = yield* store.head("main")
        const outcome = yield* Effect.result(
          store.append("main", position, [{ id: `${name}:${written}`, actor: "test", event }]),
        )
        if (Result.isSuccess(outcome)) written += 1
        else if (outcome.failure._tag !== "PositionConflict") return yield* Effect.fail(outcome.failure)
      }
      return written
    }),
  )

const batch = Effect.scoped(
  Effect.gen(function* () {
    const store = yield* SqliteStore.make(path)
    const { position } = yield* store.head("main")
    const list = Array.from({ length: Number(count) }, (_, n) => ({
      id: `${name}:${n}`,
      actor: "test",
      event,
    }))
    return (yield* store.append("main", position, list)).written.length
  }),
)

let acknowledged = 0
if (mode === "batch") acknowledged = await Effect.runPromise(batch)
else if (mode === "append") acknowledged = await Effect.runPromise(append(0, Number(count)))
else
  while (acknowledged < Number(count))
    acknowledged = await Effect.runPromise(append(acknowledged, acknowledged + 1))
process.stdout.write(String(acknowledged))
