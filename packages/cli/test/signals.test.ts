/** A command that writes for minutes handles the signals of its process. */
import { join } from "node:path"
import { folder } from "@grootboek/testing/CommandLine"
import * as Effect from "effect/Effect"
import { expect, test } from "vitest"
import * as OutputFolder from "../src/output/OutputFolder.ts"

test("a folder of files: lets a signal through between two files", async () => {
  let handled = 0
  const written = Effect.gen(function* () {
    const pack = yield* OutputFolder.begin(join(folder(), "pack"))
    for (const name of ["a", "b", "c"]) {
      const before = handled
      // A signal arrives in a turn of the event loop, as this callback does.
      setImmediate(() => handled++)
      yield* pack.write(name, name)
      expect(handled).toBe(before + 1)
    }
  })
  await Effect.runPromise(Effect.scoped(written))
})
