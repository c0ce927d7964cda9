/**
 * Fuzzing: `npm run fuzz -- --runs N --seed S`, or `--short`. The importer reads mutated CSV files, and amounts are
 * split over parties. The errors are counted and printed as tables.
 */
import { parseArgs } from "node:util"
import * as CsvCampaign from "./CsvCampaign.ts"
import * as Splits from "./Splits.ts"

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

console.log(`\n${runs} splits of an amount over parties from seed ${seed}`)
const splits = Splits.run(runs, seed)
const columns = (cells: ReadonlyArray<string | number>): string =>
  cells.map((cell) => String(cell).padStart(22)).join("")
console.log(`\n  ${"".padEnd(56)}${columns(Splits.names)}`)
for (const wrong of Splits.wrongs)
  console.log(`  ${wrong.padEnd(56)}${columns(Splits.names.map((name) => splits[name][wrong]))}`)

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)
const failed = sum(campaign.counts) + sum(splits["largest remainder"])
console.log(`\n${2 * runs - Math.min(failed, 2 * runs)} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
