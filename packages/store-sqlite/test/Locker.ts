/** A program of its own that keeps a lock for a minute: `Locker FILE`. It prints a word when it has the lock. */
import * as Effect from "effect/Effect"
import { FileLock } from "../src/index.ts"

const [path = ""] = process.argv.slice(2)

await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      yield* FileLock.acquire(path)
      process.stdout.write("locked")
      yield* Effect.sleep(60_000)
    }),
  ),
)
