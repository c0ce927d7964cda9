/** The file of a ledger: its kind and its names. */
import { existsSync, realpathSync, type Stats, statSync } from "node:fs"
import { resolve } from "node:path"
import { StoreProblem } from "@grootboek/core"
import type { Access } from "./Driver.ts"

/** Returns the path of a ledger without symbolic links: its log and its other files are beside the file itself. */
export const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path))

/** Throws when a path cannot hold a ledger, or may not be used in this way. Opens nothing: a pipe would block. */
export const check = (file: string, access: Access): void => {
  if (!existsSync(file)) {
    if (access !== "create") throw new StoreProblem.StoreProblemError("NoLedger", file)
    return
  }
  const found = statSync(file)
  if (found.isDirectory()) throw new StoreProblem.StoreProblemError("IsFolder", file)
  for (const [path, kind] of [[file, found], ...companions(file)] as const)
    if (!kind.isFile()) throw new StoreProblem.StoreProblemError("NotAFile", path)
  if (access !== "readonly" && found.nlink > 1)
    throw new StoreProblem.StoreProblemError("HardLink", file, String(found.nlink))
}

/**
 * Returns the number of names (hard links) of a file. Programs that use several names keep several logs and do not see
 * each other.
 */
export const names = (file: string): number => (existsSync(file) ? statSync(file).nlink : 1)

// The log and the other files beside a ledger.
const companions = (file: string): ReadonlyArray<readonly [path: string, found: Stats]> =>
  ["-wal", "-shm", "-journal"]
    .map((end) => `${file}${end}`)
    .filter(existsSync)
    .map((path) => [path, statSync(path)])
