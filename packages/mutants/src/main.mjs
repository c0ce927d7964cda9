/**
 * Breaks core on purpose, a little at a time, and counts the breaks that some test notices.
 *
 * By default the road of an amount: numbers, rules, decisions and what they move. `--full` breaks all of core, which takes
 * hours. `--mutate FILES --tests NAMES` breaks some files and runs some test files of core on them: quick, and never too kind,
 * for what survives a few tests may yet be noticed by the others. What survives must stand in `docs/mutants.md`, with the
 * reason why it may.
 */
import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { announce, root, run } from "../../scripts/src/command.mjs"
import { setup } from "../../scripts/src/setup.mjs"

const road = [
  "value/Money",
  "value/Rate",
  "value/Allocation",
  "event/Posting",
  "rule/Decision",
  "rule/Adoption",
  "rule/Estimate",
  "rule/Overhead",
  "rule/PassThrough",
  "rule/Adjustment",
  "rule/Credit",
  "rule/Reversal",
].map((module) => `packages/core/src/${module}.ts`)

const args = process.argv.slice(2)
const isFull = args.includes("--full")
const named = args.indexOf("--tests")
const tests = named < 0 ? undefined : args[named + 1]
if (tests !== undefined) process.env.MUTANT_TESTS = tests
const rest = args.filter(
  (arg, at) => arg !== "--full" && (tests === undefined || (at !== named && at !== named + 1)),
)
// What was seen with all tests is kept apart from what some of them see.
if (tests !== undefined)
  rest.push("--force", "--incrementalFile", "node_modules/.cache/grootboek/mutants-some.json")
const mutate = isFull || rest.includes("--mutate") ? [] : ["--mutate", road.join(",")]

setup()
announce("mutants of core; the report goes to reports/mutants.json")
run("stryker", ["run", "packages/mutants/stryker.config.json", ...mutate, ...rest])

/**
 * @typedef {{ readonly line: number, readonly column: number }} Place
 * @typedef {{ readonly status: string, readonly replacement?: string, readonly location: { readonly start: Place, readonly end: Place } }} Mutant
 * @typedef {{ readonly source: string, readonly mutants: readonly Mutant[] }} File
 */

/** @type {{ readonly files: Readonly<Record<string, File>> }} */
const report = JSON.parse(readFileSync(join(root, "reports", "mutants.json"), "utf8"))

/** What a mutant turns into what, on one line, the way `docs/mutants.md` writes it. */
const change = (
  /** @type {File} */ { source },
  /** @type {Mutant} */ { location: { start, end }, replacement },
) => {
  const lines = source.split("\n").slice(start.line - 1, end.line)
  const last = lines.length - 1
  const text = lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join(" ")
  /** @param {string} code */
  const short = (code) => {
    const flat = code.replace(/\s+/g, " ").replaceAll("|", "¦").trim()
    return flat.length > 90 ? `${flat.slice(0, 87)}…` : flat
  }
  return `${short(text)} → ${short(replacement ?? "")}`
}

// What may survive: a change, and in how many places of its module.
const listed = new Map(
  [
    ...readFileSync(join(root, "docs", "mutants.md"), "utf8").matchAll(
      /^\| (\S+\.ts) \| (`.*?`) \| (\d+) \| ./gm,
    ),
  ].map(([, name, text, places]) => [`${name} ${text}`, Number(places)]),
)
const alive = ["Survived", "NoCoverage"]
const dead = ["Killed", "Timeout"]
const rows = Object.entries(report.files).map(([path, file]) => {
  const killed = file.mutants.filter(({ status }) => dead.includes(status)).length
  const survivors = file.mutants.filter(({ status }) => alive.includes(status))
  return { name: basename(path), file, killed, survivors }
})
let [killed, survived, unlisted] = [0, 0, 0]
for (const row of rows) {
  const all = row.killed + row.survivors.length
  if (all === 0) continue
  killed += row.killed
  survived += row.survivors.length
  console.log(
    `${row.name.padEnd(20)} ${String(row.killed).padStart(5)} of ${String(all).padStart(5)} noticed`,
  )
  for (const mutant of row.survivors) {
    const text = `\`${change(row.file, mutant)}\``
    const places = listed.get(`${row.name} ${text}`) ?? 0
    listed.set(`${row.name} ${text}`, places - 1)
    if (places > 0) continue
    unlisted++
    console.log(`  not in docs/mutants.md, line ${mutant.location.start.line}: | ${row.name} | ${text} | 1 |`)
  }
}
const score = (100 * killed) / Math.max(1, killed + survived)
console.log(`\nscore ${score.toFixed(1)} %, ${unlisted} survivors without a reason`)

// A mutant that never ends is noticed as well; one that no test reaches is not.
console.log(`${killed} passed, ${survived} failed`)
