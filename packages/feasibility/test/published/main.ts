/** The laws of published tables in a long run: `npm run published -- --runs N --seed S`. */
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as Campaign from "./Campaign.ts"

const usage = `usage: npm run published -- [--runs N] [--seed S]

  --runs N  the number of random publications (default 10000)
  --seed S  the same seed draws the same publications (default 1)`

const values = ProgramOptions.read(usage, {
  runs: { type: "string", default: "10000" },
  seed: { type: "string", default: "1" },
})
const runs = ProgramOptions.wholeNumber(usage, { name: "--runs", value: values.runs, least: 1 })
const seed = ProgramOptions.wholeNumber(usage, { name: "--seed", value: values.seed })
console.log(`${runs} random publications from seed ${seed}`)
const { failures, ...counts } = Campaign.run(runs, seed)
const lines: ReadonlyArray<readonly [name: string, count: number]> = [
  ["identities checked", counts.identities],
  ["correct publications reported as wrong", counts.wronglyReported],
  ["figures changed by more than rounding, in an identity", counts.changed],
  ["of these, not reported", counts.missed],
  ["changed figures in no identity", counts.uncovered],
  ["figures changed by one unit, in an identity", counts.nudged],
  ["of these, reported", counts.nudgedReported],
]
for (const [name, count] of lines) console.log(`  ${name.padEnd(54)}${String(count).padStart(12)}`)
for (const failure of failures) console.log(failure)
const failed = counts.wronglyReported + counts.missed
console.log(`\n${runs + counts.changed - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
