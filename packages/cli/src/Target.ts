/** A file that the user lets an answer go to: how it is reached, and whether what stands there may be replaced. */
import { closeSync, existsSync, mkdirSync, openSync, readSync, realpathSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import type { Both } from "./Language.ts"

/** Where to write: a draft that takes the place of a file once it is whole, or what is no file and is written to at once. */
export interface Target {
  readonly place: string
  readonly draft: string | undefined
}

/** What must not be replaced, and why. */
export interface Taken {
  readonly taken: Both
}

/** Looks at what stands at a path, and makes the folder for it. Throws what the system complains of. */
export const of = (path: string): Target | Taken => {
  makeFolder(dirname(path))
  // A link stays a link: what it points to is replaced.
  const place = existsSync(path) ? realpathSync(path) : path
  const draft = join(dirname(place), `.${basename(place)}.${process.pid}.part`)
  if (!existsSync(place)) return { place, draft }
  const found = statSync(place)
  if (!found.isFile()) return { place, draft: found.isDirectory() ? draft : undefined }
  const head = beginningOf(place)
  const kept = treasures.find(([beginning]) => head.startsWith(beginning))
  return kept === undefined ? { place, draft } : { taken: kept[1](path) }
}

// One folder at a time: where a system answers "no such file" to a new folder, as under /proc, Node's own way of making
// those above it never ends.
const makeFolder = (path: string): void => {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (cause) {
    // Another program may have made it meanwhile.
    if (!existsSync(path)) throw cause
  }
}

/** Whether two paths are one file. */
export const isSame = (a: string, b: string): boolean =>
  existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b)

// What nobody means to write over, and what cannot be made again.
const treasures: ReadonlyArray<readonly [beginning: string, told: (path: string) => Both]> = [
  [
    "SQLite format 3\u0000",
    (path) => ({
      en: `${path}: there is a database here, which may be a ledger, and it is not written over; name another file`,
      nl: `${path}: hier staat een databank, misschien een grootboek, en die wordt niet overschreven; noem een ander bestand`,
    }),
  ],
  [
    "-----BEGIN ",
    (path) => ({
      en: `${path}: there is a key here, and it is not written over; name another file`,
      nl: `${path}: hier staat een sleutel, en die wordt niet overschreven; noem een ander bestand`,
    }),
  ],
]

const beginningOf = (path: string): string => {
  const file = openSync(path, "r")
  try {
    const bytes = Buffer.alloc(16)
    return bytes.toString("latin1", 0, readSync(file, bytes, 0, 16, 0))
  } finally {
    closeSync(file)
  }
}
