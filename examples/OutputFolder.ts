/** The folder that an example writes to. Nothing in it is ever deleted or overwritten. */
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"

/** The name of the file that a walkthrough's output is kept in. */
export const transcript = "walkthrough.txt"

const marker = ".made-by-an-example"
const finished = ".finished"

/**
 * What a folder holds. `Fresh`: nothing. `Example`: what an example wrote, completely or up to an interruption; a user may
 * have added entries to its ledger. `Foreign`: anything else.
 */
export type OutputFolder =
  | { readonly _tag: "Fresh" }
  | { readonly _tag: "Example"; readonly finished: boolean }
  | { readonly _tag: "Foreign"; readonly found: string }

/** Returns what a folder holds. Earlier versions left no marker; a folder with only their files is an example too. */
export const inspect = (folder: string): OutputFolder => {
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (names.length === 0) return { _tag: "Fresh" }
  if (names.includes(marker))
    return names.every((name) => name === marker || name === transcript)
      ? { _tag: "Fresh" }
      : { _tag: "Example", finished: names.includes(finished) }
  const foreign = names.find((name) => !made.test(name))
  return foreign === undefined
    ? { _tag: "Example", finished: names.includes("report") }
    : { _tag: "Foreign", found: foreign }
}

/** Matches the files that the examples of earlier versions wrote. */
const made = /^(?:(?:w13|gbr-2025)\.db(?:-wal|-shm)?|journal\.ndjson|report)$/

/** Makes a folder, or takes an empty one, and marks it as one that an example made. Throws when it holds anything else. */
export const begin = (folder: string): void => {
  if (inspect(folder)._tag !== "Fresh")
    throw new Error(`${folder} is not empty: name a new folder, or move this one away.`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, marker), "")
}

/** Marks the work of an example as complete. */
export const finish = (folder: string): void => writeFileSync(join(folder, finished), "")

/** Renames a folder to `NAME.before-N`, with the first free number, and returns the new path. */
export const setAside = (folder: string): string => {
  for (let number = 1; ; number++) {
    const aside = join(dirname(folder), `${basename(folder)}.before-${number}`)
    if (existsSync(aside)) continue
    renameSync(folder, aside)
    return aside
  }
}
