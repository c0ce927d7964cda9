/** Files that a command writes: complete, or not at all. */
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type CommandFailure, environment, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import * as Draft from "./Draft.ts"
import { codeOf } from "./InputFile.ts"
import * as Target from "./Target.ts"

/** Writes a file: to a temporary file beside it first, which is synchronised and then replaces it. */
export const write = (path: string, content: string | Uint8Array): Effect.Effect<void, CommandFailure> =>
  writeAll(path, Stream.succeed(typeof content === "string" ? new TextEncoder().encode(content) : content))

/** Writes a file chunk by chunk. Nothing appears under its name until it is complete. */
export const writeAll = <E>(
  path: string,
  chunks: Stream.Stream<Uint8Array, E>,
): Effect.Effect<void, CommandFailure | E> =>
  Effect.flatMap(target(path), ({ path: real, draft }) =>
    Effect.acquireUseRelease(
      attempt(path, () => {
        if (draft !== undefined) Draft.begin(draft)
        return openSync(draft ?? real, "w")
      }),
      (file) =>
        chunks.pipe(
          Stream.runForEachArray((some) => attempt(path, () => writeFully(file, Buffer.concat(some)))),
          Effect.andThen(
            attempt(path, () => {
              if (draft === undefined) return
              fsyncSync(file)
              Draft.settle(draft, real)
            }),
          ),
        ),
      (file) => Effect.sync(() => closeSync(file)),
    ).pipe(Effect.ensuring(Effect.sync(() => draft !== undefined && Draft.end(draft)))),
  )

/** Returns the target for a path. Refuses a file that cannot be made again. */
export const target = (path: string): Effect.Effect<Target.WriteTarget, CommandFailure> =>
  Effect.flatMap(
    attempt(path, () => Target.of(path)),
    (found) => ("refusal" in found ? Effect.fail(refused(found.refusal)) : Effect.succeed(found)),
  )

/** Runs a task and reports the errors of the system about a path. */
export const attempt = <A>(path: string, work: () => A): Effect.Effect<A, CommandFailure> =>
  Effect.try({ try: work, catch: (cause) => environment(FileMessage.unwritable(path, codeOf(cause))) })

// One call may write fewer bytes than it was given.
const writeFully = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
