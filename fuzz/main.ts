/** The fuzz campaign: `npm run fuzz -- --runs N --seed S`, or `--short`. Prints its counts as a table. */
import { parseArgs } from "node:util"
import * as CsvCampaign from "./CsvCampaign.ts"

const { values } = parseArgs({
  options: {
    runs: { type: "string" },
    seed: { type: "string", default: "1" },
    short: { type: "boolean", default: false },
  },
})
const runs = Number(values.runs ?? (values.short ? 50_000 : 200_000))
const seed = Number(values.seed)
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error("usage: npm run fuzz -- [--runs N] [--seed S] [--short]")
  process.exit(2)
}

console.log(`${runs} mutated CSV inputs from seed ${seed}`)
const start = performance.now()
const campaign = CsvCampaign.run(runs, seed, (done) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${runs}`)
})
const seconds = (performance.now() - start) / 1_000

const table = (rows: ReadonlyArray<readonly [string, number | string]>): string =>
  rows.map(([name, value]) => `  ${name.padEnd(42)}${String(value).padStart(12)}`).join("\n")

console.log(`\n${table(CsvCampaign.failures.map((failure) => [failure, campaign.counts[failure]]))}\n`)
console.log(
  table([
    ["rows accepted", campaign.accepted],
    ["rows rejected", campaign.rejected],
    ["kinds of fault seen", campaign.tags.size],
    ["slowest input, ms", Math.round(campaign.slowestMs)],
    ["seconds", seconds.toFixed(1)],
  ]),
)
for (const { failure, run, detail, input } of campaign.findings)
  console.log(`\n${failure} in run ${run} (seed ${seed}): ${detail}\n  base64 ${input}`)
const failed = Object.values(campaign.counts).reduce((sum, count) => sum + count, 0)
console.log(`\n${campaign.runs - Math.min(failed, campaign.runs)} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
