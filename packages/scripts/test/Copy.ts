/** The sources of the packages in a temporary folder, where a test changes them. */
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { files, packages, root } from "./Repository.ts"

/** A copy of the sources. Paths are those of the repository. */
export interface Copy {
  readonly folder: string
  readonly write: (path: string, text: string) => void
  readonly remove: () => void
}

const sources = /^(packages\/[\w-]+\/(src\/|package\.json)|tsconfig(\.base)?\.json$)/

/** Makes a copy of the sources, and of the other files whose paths match a pattern. */
export const make = (also?: RegExp): Copy => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-copy-"))
  for (const file of files.filter((file) => sources.test(file) || also?.test(file)))
    cpSync(join(root, file), join(folder, file))
  for (const below of ["", ...packages.map((name) => `packages/${name}/`)])
    if (existsSync(join(root, below, "node_modules")))
      symlinkSync(join(root, below, "node_modules"), join(folder, below, "node_modules"))
  return {
    folder,
    write: (path, text) => writeFileSync(join(folder, path), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
