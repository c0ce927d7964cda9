/** Small changes of source files, made by the instrumenter of StrykerJS. All are in the code at once; one at a time is active. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Instrumenter } from "@stryker-mutator/instrumenter"

/** One change of one file. */
export interface Mutant {
  readonly id: string
  /** Relative to the root of the repository. */
  readonly file: string
  readonly line: number
  /** The code that is replaced, on one line. */
  readonly code: string
  readonly replacement: string
}

/** Every change of some files, and the text of each file with all of them, by path. */
export interface Mutated {
  readonly mutants: ReadonlyArray<Mutant>
  readonly texts: Readonly<Record<string, string>>
}

interface Position {
  readonly line: number
  readonly column: number
}

/** The text between two positions, whose lines and columns count from 0. */
const between = (text: string, { start, end }: { readonly start: Position; readonly end: Position }) =>
  text
    .split("\n")
    .slice(start.line, end.line + 1)
    .map((line, at, lines) =>
      line.slice(at === 0 ? start.column : 0, at === lines.length - 1 ? end.column : undefined),
    )
    .join(" ")

const oneLine = (text: string): string => text.replace(/\s+/g, " ")

const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
}

/** Makes every change of these files. A path is relative to `root`. */
export const of = async (root: string, files: ReadonlyArray<string>): Promise<Mutated> => {
  const sources = new Map(files.map((name) => [name, readFileSync(join(root, name), "utf8")]))
  const { files: changed, mutants } = await new Instrumenter(silent).instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  )
  return {
    texts: Object.fromEntries(changed.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, location, replacement }) => ({
      id,
      file: fileName,
      line: location.start.line + 1,
      code: oneLine(between(sources.get(fileName) ?? "", location)),
      replacement: oneLine(replacement),
    })),
  }
}
