/** The place that a command writes to, and whether the file there may be replaced. */
import { closeSync, existsSync, mkdirSync, openSync, readSync, realpathSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import * as FileMessage from "../words/FileMessage.ts"
import type { Both } from "../words/Language.ts"

/** A path, and the temporary file that replaces it. Without a draft (a device), bytes are written directly. */
export interface WriteTarget {
  readonly path: string
  readonly draft: string | undefined
}

/** The reason that the file at a path is not replaced. */
export interface TargetRefused {
  readonly refusal: Both
}

/** Returns the target for a path and creates its folder. Throws the errors of the system. */
export const of = (path: string): WriteTarget | TargetRefused => {
  makeFolder(dirname(path))
  // A symbolic link is kept: the file that it points to is replaced.
  const real = existsSync(path) ? realpathSync(path) : path
  const draft = join(dirname(real), `.${basename(real)}.${process.pid}.part`)
  if (!existsSync(real)) return { path: real, draft }
  const found = statSync(real)
  if (!found.isFile()) return { path: real, draft: found.isDirectory() ? draft : undefined }
  const head = firstBytes(real)
  const kept = irreplaceable.find(([signature]) => head.startsWith(signature))
  return kept === undefined ? { path: real, draft } : { refusal: kept[1](path) }
}

/** Creates a folder and those above it. Throws the errors of the system. */
// One folder at a time: below /proc, where a new folder answers ENOENT, the recursive mode of Node never ends.
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (cause) {
    // Another process may have created it meanwhile.
    if (!existsSync(path)) throw cause
  }
}

/** Returns whether two paths lead to one file. */
export const isSame = (a: string, b: string): boolean =>
  existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b)

// Files that cannot be made again.
const irreplaceable: ReadonlyArray<readonly [signature: string, message: (path: string) => Both]> = [
  ["SQLite format 3\u0000", FileMessage.isDatabase],
  ["-----BEGIN ", FileMessage.isKey],
]

const firstBytes = (path: string): string => {
  const file = openSync(path, "r")
  try {
    const bytes = Buffer.alloc(16)
    return bytes.toString("latin1", 0, readSync(file, bytes, 0, 16, 0))
  } finally {
    closeSync(file)
  }
}
