/** A program of its own that appends one entry at a time: `append FILE NAME COUNT`; it says how many were acknowledged. */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { SqliteStore } from "../src/index.ts"

const [, path = "", name = "", count = "0"] = process.argv.slice(2)

const acknowledged = await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      const store = yield* SqliteStore.make(path)
      let written = 0
      while (written < Number(count)) {
        const { position } = yield* store.head("main")
        const event = { _tag: "YearClosed", year: 2026 } as const
        const outcome = yield* Effect.result(
          store.append("main", position, [{ id: `${name}:${written}`, actor: "test", event }]),
        )
        if (Result.isSuccess(outcome)) written += 1
        else if (outcome.failure._tag !== "PositionConflict") return yield* Effect.fail(outcome.failure)
      }
      return written
    }),
  ),
)
process.stdout.write(String(acknowledged))
