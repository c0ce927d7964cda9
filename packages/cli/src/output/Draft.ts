/** Temporary files and folders of this process, which replace their target when they are complete. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs"
import { dirname } from "node:path"

const drafts = new Set<string>()

/** Registers a draft, which is removed when a signal stops the process. */
export const begin = (path: string): void => {
  if (drafts.size === 0) for (const signal of signals) process.on(signal, stop)
  drafts.add(path)
}

/** Removes a draft, unless it was moved to its target. */
export const end = (path: string): void => {
  // A path that leads through a file was never created, and `force` does not ignore that error.
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {}
  if (drafts.delete(path) && drafts.size === 0) for (const signal of signals) process.off(signal, stop)
}

/** Moves a draft to its target. Both names are synchronised, so that a power cut shows the old file or the new one. */
export const settle = (draft: string, target: string): void => {
  renameSync(draft, target)
  synchronise(dirname(target))
}

/** Synchronises a folder, where the system supports it. */
export const synchronise = (folder: string): void => {
  try {
    const opened = openSync(folder, "r")
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {}
}

const signals = ["SIGHUP", "SIGINT", "SIGTERM"] as const

// Without drafts a signal has its usual effect at once; with drafts it has it after they are removed.
const stop = (signal: NodeJS.Signals): void => {
  for (const draft of [...drafts]) end(draft)
  process.kill(process.pid, signal)
}
