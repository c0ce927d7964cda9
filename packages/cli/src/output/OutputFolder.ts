/** A folder of files that a command writes: all of them, or none. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { setImmediate } from "node:timers/promises"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as Draft from "./Draft.ts"
import * as OutputFile from "./OutputFile.ts"

/** A folder that is being written. Nothing appears in it before `finish`. */
export interface OutputFolder {
  /** Writes a file, then handles the signals of the process: the files of a large pack take minutes to make. */
  readonly write: (path: string, content: string | Uint8Array) => Effect.Effect<void, CommandFailure>
  readonly finish: Effect.Effect<void, CommandFailure>
}

/** Begins a folder. Its draft is removed when the scope ends. */
export const begin = (folder: string): Effect.Effect<OutputFolder, CommandFailure, Scope.Scope> =>
  Effect.gen(function* () {
    const { path: real, draft: beside = real } = yield* OutputFile.target(folder)
    const isNew = !existsSync(real)
    // The parent of a folder that exists may be closed to this user.
    const draft = isNew ? beside : join(real, `.${process.pid}.part`)
    yield* Effect.acquireRelease(
      OutputFile.attempt(folder, () => {
        Draft.begin(draft)
        mkdirSync(draft)
      }),
      () => Effect.sync(() => Draft.end(draft)),
    )
    const paths: Array<string> = []
    return {
      write: (path, content) =>
        OutputFile.attempt(join(folder, path), () => {
          synchronised(join(draft, path), content)
          paths.push(path)
        }).pipe(Effect.andThen(Effect.promise(() => setImmediate()))),
      finish: Effect.suspend(() =>
        isNew ? OutputFile.attempt(folder, () => Draft.settle(draft, real)) : replaced(draft, real, paths),
      ),
    }
  })

const synchronised = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, "w")
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

// The folder may hold other files, so each file of the draft replaces its own target. All targets are checked first.
const replaced = (draft: string, folder: string, paths: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const moves: Array<readonly [from: string, to: string]> = []
    for (const path of paths) {
      const { path: to } = yield* OutputFile.target(join(folder, path))
      moves.push([join(draft, path), to])
    }
    for (const [from, to] of moves) yield* OutputFile.attempt(to, () => Draft.settle(from, to))
  })
