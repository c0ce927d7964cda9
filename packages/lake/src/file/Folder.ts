/** The files of a lake in a folder on disk. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import * as Effect from "effect/Effect"
import type { LakeFiles, LakeFilesFailed } from "./LakeFiles.ts"

/** Returns the files below a folder. The folder is created when the first file is written. */
export const of = (root: string): LakeFiles => ({
  list: (folder) =>
    attempt(folder, () => {
      const path = join(root, folder)
      if (!existsSync(path)) return []
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(draftMark))
        .map((entry) =>
          join(entry.parentPath, entry.name).slice(join(root, "/").length).replaceAll("\\", "/"),
        )
        .sort()
    }),
  read: (path) =>
    attempt(path, () =>
      existsSync(join(root, path)) ? new Uint8Array(readFileSync(join(root, path))) : undefined,
    ),
  write: (path, bytes) => attempt(path, () => replace(join(root, path), bytes)),
})

const draftMark = ".part"

// The draft is renamed when its bytes are on disk, so that a power cut shows the earlier file or the new one.
const replace = (path: string, bytes: Uint8Array): void => {
  const draft = `${path}.${process.pid}${draftMark}`
  mkdirSync(dirname(path), { recursive: true })
  try {
    const file = openSync(draft, "w")
    try {
      writeFileSync(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
  synchronise(dirname(path))
}

// Not every system can synchronise a folder.
const synchronise = (folder: string): void => {
  try {
    const opened = openSync(folder, "r")
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {}
}

const attempt = <A>(path: string, run: () => A): Effect.Effect<A, LakeFilesFailed> =>
  Effect.try({
    try: run,
    catch: (cause): LakeFilesFailed => ({
      _tag: "LakeFilesFailed",
      path,
      detail:
        cause instanceof Error && "code" in cause && typeof cause.code === "string"
          ? cause.code
          : String(cause),
    }),
  })
