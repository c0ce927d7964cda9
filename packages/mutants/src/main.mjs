/**
 * Changes core in one small place at a time and counts the changes that a test notices.
 *
 * By default it mutates the modules that an amount passes: numbers, events, rules and what they move. What survives is listed in
 * `reports/mutants.md`.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { parseArgs } from "node:util"
import { announce, root, run } from "../../scripts/src/command.mjs"
import { setup } from "../../scripts/src/setup.mjs"
import { filesBelow } from "../../scripts/src/stamp.mjs"

const usual =
  "Money,Rate,Allocation,Posting,Decision,Adoption,Estimate,Overhead,PassThrough,Adjustment,Credit,Reversal"

const usage = `usage: npm run mutants -- [options]

  --only NAMES    the modules with these names, for example Money,Stop
  --mutate FILES  these files
  --full          all of core, which takes hours
  --tests NAMES   runs only these test files of core: quick, and a lower bound of the score
  --keep          writes the scores into docs/mutants.md

Other options go to Stryker.`
if (process.argv.includes("--help")) {
  console.log(usage)
  process.exit(0)
}

const { values, tokens } = parseArgs({
  options: {
    only: { type: "string" },
    mutate: { type: "string" },
    tests: { type: "string" },
    full: { type: "boolean" },
    keep: { type: "boolean" },
  },
  strict: false,
  tokens: true,
})

const own = ["only", "mutate", "tests", "full", "keep"]
const others = tokens.flatMap((token) =>
  token.kind === "option"
    ? own.includes(token.name)
      ? []
      : [token.inlineValue ? `${token.rawName}=${token.value}` : token.rawName]
    : token.kind === "positional"
      ? [token.value]
      : [],
)

/**
 * The source files of core with these names.
 *
 * @param {string} names
 */
const modules = (names) => {
  const sources = filesBelow("packages/core/src").map((file) => file.slice(root.length))
  return names.split(",").flatMap((name) => {
    const found = sources.filter((file) => basename(file) === `${name}.ts`)
    if (found.length === 0) throw new Error(`packages/core/src has no module ${name}`)
    return found
  })
}

const only = typeof values.only === "string" ? values.only : usual
const mutate = typeof values.mutate === "string" ? values.mutate : modules(only).join(",")
if (typeof values.tests === "string") process.env.MUTANT_TESTS = values.tests

setup()
announce("mutants of core; details go to reports/mutants.json")
run("packages/mutants/node_modules/.bin/stryker", [
  "run",
  "packages/mutants/stryker.config.json",
  ...(values.full === true ? [] : ["--mutate", mutate]),
  // Results of all tests are cached apart from those of some tests.
  ...(values.tests === undefined
    ? []
    : ["--force", "--incrementalFile", "node_modules/.cache/grootboek/mutants-some.json"]),
  ...others,
])

/**
 * @typedef {{ readonly line: number, readonly column: number }} Position
 * @typedef {{ readonly status: string, readonly statusReason?: string, readonly replacement?: string, readonly location: { readonly start: Position, readonly end: Position } }} Mutant
 * @typedef {{ readonly source: string, readonly mutants: readonly Mutant[] }} Mutated
 */

/** @type {{ readonly files: Readonly<Record<string, Mutated>> }} */
const report = JSON.parse(readFileSync(join(root, "reports", "mutants.json"), "utf8"))

/**
 * The changed code and its replacement, on one line.
 *
 * @param {string} source
 * @param {Mutant} mutant
 */
const change = (source, { location: { start, end }, replacement = "" }) => {
  const lines = source.split("\n").slice(start.line - 1, end.line)
  const last = lines.length - 1
  const code = lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join(" ")
  return [code, replacement]
    .map((text) => `\`${text.replace(/\s+/g, " ").replaceAll("|", "¦")}\``)
    .join(" | ")
}

const scores = Object.entries(report.files)
  .map(([path, { source, mutants }]) => ({
    path,
    killed: mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length,
    survivors: mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map((mutant) => `| ${path}:${mutant.location.start.line} | ${change(source, mutant)} |`),
  }))
  .map((score) => ({ ...score, all: score.killed + score.survivors.length }))
  .filter(({ all }) => all > 0)

/**
 * @param {number} killed
 * @param {number} all
 */
const percent = (killed, all) => `${((100 * killed) / Math.max(1, all)).toFixed(1)} %`

for (const { path, killed, all } of scores)
  console.log(
    `${basename(path, ".ts").padEnd(20)} ${String(killed).padStart(5)} of ${String(all).padStart(5)}`,
  )

const survivors = scores.flatMap((score) => score.survivors)
writeFileSync(
  join(root, "reports", "mutants.md"),
  ["| place | code | changed to |", "|---|---|---|", ...survivors, ""].join("\n"),
)
console.log(`\n${survivors.length} survivors are listed in reports/mutants.md`)

if (values.keep === true) {
  const page = join(root, "docs", "mutants.md")
  const [begin, end] = ["<!-- scores -->", "<!-- /scores -->"]
  const text = readFileSync(page, "utf8")
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`docs/mutants.md lacks ${begin} … ${end}`)
  const rows = new Map(
    [...text.slice(from, to).matchAll(/^\| (\w+) \| \d.*$/gm)].map(([row, name = ""]) => [name, row]),
  )
  const today = new Date().toISOString().slice(0, 10)
  for (const { path, killed, all } of scores) {
    const name = basename(path, ".ts")
    rows.set(name, `| ${name} | ${killed} | ${all} | ${percent(killed, all)} | ${today} |`)
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const table = ["| module | noticed | of | score | date |", "|---|---|---|---|---|", ...sorted].join("\n")
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`)
}

// A mutant that never ends is noticed as well; one that no test reaches is not.
const killed = scores.reduce((sum, score) => sum + score.killed, 0)
console.log(`score ${percent(killed, killed + survivors.length)}`)
console.log(`${killed} passed, ${survivors.length} failed`)
