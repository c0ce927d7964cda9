/**
 * Changes core in one small place at a time and counts the changes that a test notices.
 *
 * By default it changes the modules that an amount passes: numbers, events, rules and what they move. What survives is listed in
 * `reports/mutants.md`.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { announce, root } from "@grootboek/scripts/command.mjs"
import { filesBelow } from "@grootboek/scripts/stamp.mjs"
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as Mutant from "./Mutant.ts"
import * as Scores from "./Scores.ts"
import * as Trials from "./Trials.ts"

const usual =
  "Money,Rate,Allocation,Posting,Decision,Adoption,Estimate,Overhead,PassThrough,Adjustment,Credit,Reversal"

const usage = `usage: npm run mutants -- [options]

  --only NAMES    the modules with these names, for example Money,form/Part
  --full          all of core but the form data, which published tables check
  --tests NAMES   runs only these test files of core: quick, and a lower bound of the score
  --keep          writes the scores into docs/mutants.md`

const values = ProgramOptions.read(usage, {
  only: { type: "string", default: usual },
  full: { type: "boolean", default: false },
  tests: { type: "string", default: "" },
  keep: { type: "boolean", default: false },
})

/** The source files of core, without form data and the list of folders. */
const sources = filesBelow("packages/core/src")
  .map((file) => file.slice(root.length))
  .filter((file) => !file.includes("/form/bbc3/") && !file.endsWith("/src/index.ts"))

const chosen = values.full
  ? sources
  : values.only.split(",").flatMap((name) => {
      const found = sources.filter((file) => file.endsWith(`/${name}.ts`))
      return found.length > 0
        ? found
        : ProgramOptions.reject(usage, `packages/core/src has no module ${name}`)
    })

announce("mutants of core")
const started = Date.now()
const mutated = await Mutant.of(root, chosen)
const { noticed, reached, loaded } = await Trials.all(mutated, { tests: values.tests, say: console.log })

// What runs only while modules are loaded is not tried: each mutant would need a process of its own.
const tried = mutated.mutants.filter(({ id }) => reached.has(id) || !loaded.has(id))
const survivors = tried.filter(({ id }) => !noticed.has(id))

const scores = chosen.flatMap((file): ReadonlyArray<Scores.Score> => {
  const own = tried.filter((mutant) => mutant.file === file)
  const found = own.filter(({ id }) => noticed.has(id)).length
  return own.length === 0 ? [] : [{ module: Scores.moduleOf(file, sources), noticed: found, of: own.length }]
})
for (const { module, noticed, of } of scores)
  console.log(`${module.padEnd(20)} ${String(noticed).padStart(5)} of ${String(of).padStart(5)}`)

const code = (text: string): string => `\`${text.replaceAll("|", "¦")}\``
const reports = join(root, "reports")
mkdirSync(reports, { recursive: true })
writeFileSync(
  join(reports, "mutants.md"),
  [
    "| place | code | changed to |",
    "|---|---|---|",
    ...survivors.map((one) => `| ${one.file}:${one.line} | ${code(one.code)} | ${code(one.replacement)} |`),
    "",
  ].join("\n"),
)
writeFileSync(
  join(reports, "mutants.json"),
  JSON.stringify(
    tried.map(({ id, ...mutant }) => ({ ...mutant, ...noticed.get(id) })),
    undefined,
    1,
  ),
)
if (values.keep)
  Scores.keep(scores, {
    tests: values.tests === "" ? "all" : "some",
    modules: new Set(sources.map((file) => Scores.moduleOf(file, sources))),
  })

const minutes = Math.round((Date.now() - started) / 6000) / 10
console.log(`\n${survivors.length} survivors are listed in reports/mutants.md (${minutes} minutes)`)
console.log(`score ${Scores.percent(tried.length - survivors.length, tried.length)}`)
console.log(`${tried.length - survivors.length} passed, ${survivors.length} failed`)
