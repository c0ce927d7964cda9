/** Files that a command writes: complete, or not at all. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type CommandFailure, environment, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import { codeOf } from "./InputFile.ts"
import * as Target from "./Target.ts"

/** Writes a file: to a temporary file beside it first, which then replaces it. */
export const write = (path: string, content: string | Uint8Array): Effect.Effect<void, CommandFailure> =>
  writeAll(path, Stream.succeed(typeof content === "string" ? new TextEncoder().encode(content) : content))

/** Writes a file chunk by chunk. Nothing appears under its name until it is complete. */
export const writeAll = <E>(
  path: string,
  chunks: Stream.Stream<Uint8Array, E>,
): Effect.Effect<void, CommandFailure | E> => {
  const attempt = <A>(work: () => A) =>
    Effect.try({ try: work, catch: (cause) => environment(FileMessage.unwritable(path, codeOf(cause))) })
  return Effect.flatMap(
    attempt(() => Target.of(path)),
    (target) =>
      "refusal" in target
        ? Effect.fail(refused(target.refusal))
        : Effect.acquireUseRelease(
            attempt(() => openSync(target.draft ?? target.path, "w")),
            (file) =>
              chunks.pipe(
                Stream.runForEachArray((some) => attempt(() => writeFully(file, Buffer.concat(some)))),
                Effect.andThen(
                  attempt(() => target.draft !== undefined && renameSync(target.draft, target.path)),
                ),
              ),
            (file) =>
              Effect.sync(() => {
                closeSync(file)
                if (target.draft !== undefined) rmSync(target.draft, { force: true })
              }),
          ),
  )
}

// One call may write fewer bytes than it was given.
const writeFully = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
