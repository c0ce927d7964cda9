/** Scores of modules, and the table of them in `docs/mutants.md`. */
import { readFileSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { root } from "@grootboek/scripts/command.mjs"

/** How many mutants of a module a test noticed, and how many there are. */
export interface Score {
  readonly module: string
  readonly noticed: number
  readonly of: number
}

/** Returns the name of the module in a file; with its folder where two of these files have the same name. */
export const moduleOf = (file: string, files: ReadonlyArray<string>): string => {
  const name = basename(file, ".ts")
  const isUnique = files.filter((other) => basename(other, ".ts") === name).length === 1
  return isUnique ? name : `${basename(dirname(file))}/${name}`
}

export const percent = (noticed: number, of: number): string =>
  `${((100 * noticed) / Math.max(1, of)).toFixed(1)} %`

/**
 * Replaces the rows of these modules in the table, with the current date and which tests were run, and drops the rows of modules
 * that no longer exist.
 */
export const keep = (
  scores: ReadonlyArray<Score>,
  { tests, modules }: { readonly tests: "all" | "some"; readonly modules: ReadonlySet<string> },
): void => {
  const page = join(root, "docs", "mutants.md")
  const [begin, end] = ["<!-- scores -->", "<!-- /scores -->"]
  const text = readFileSync(page, "utf8")
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`docs/mutants.md lacks ${begin} … ${end}`)
  const rows = new Map(
    [...text.slice(from, to).matchAll(/^\| ([\w/]+) \| \d.*$/gm)].map(([row, name = ""]) => [name, row]),
  )
  const today = new Date().toISOString().slice(0, 10)
  for (const { module, noticed, of } of scores)
    rows.set(module, `| ${module} | ${noticed} | ${of} | ${percent(noticed, of)} | ${today} | ${tests} |`)
  const sorted = [...rows]
    .filter(([module]) => modules.has(module))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)
  const table = [
    "| module | noticed | of | score | date | tests |",
    "|---|---|---|---|---|---|",
    ...sorted,
  ].join("\n")
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`)
}
