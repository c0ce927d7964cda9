/** The port of the lake: the files that an export writes and a verification reads. Paths have `/` between folders. */
import * as Effect from "effect/Effect"

/** The files of the lake cannot be read or written. */
export interface LakeFilesFailed {
  readonly _tag: "LakeFilesFailed"
  readonly path: string
  /** The code or the text that the system reported. */
  readonly detail: string
}

export interface LakeFiles {
  /** Returns the paths of all files below a folder, sorted; none when the folder does not exist. */
  readonly list: (folder: string) => Effect.Effect<ReadonlyArray<string>, LakeFilesFailed>
  /** Returns the bytes of a file; `undefined` when it does not exist. */
  readonly read: (path: string) => Effect.Effect<Uint8Array | undefined, LakeFilesFailed>
  /** Writes a file: a reader sees all of it or the earlier file. It is durable when the effect ends. */
  readonly write: (path: string, bytes: Uint8Array) => Effect.Effect<void, LakeFilesFailed>
}

/** Returns files in memory, for tests and pages in a browser. */
export const inMemory = (files: Map<string, Uint8Array> = new Map()): LakeFiles => ({
  list: (folder) =>
    Effect.sync(() => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort()),
  read: (path) => Effect.sync(() => files.get(path)),
  write: (path, bytes) =>
    Effect.sync(() => {
      files.set(path, bytes)
    }),
})
