/**
 * Fuzzing: `npm run fuzz -- --help` names its options. The importer reads mutated CSV files and spreadsheets, amounts are split over parties, and mutated exports are restored. The errors are counted and printed as
 * tables.
 */
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as CsvCampaign from "./CsvCampaign.ts"
import * as ExportCampaign from "./ExportCampaign.ts"
import * as SheetCampaign from "./SheetCampaign.ts"
import * as Splits from "./Splits.ts"

const usage = `usage: npm run fuzz -- [--runs N | --short] [--seed S] [--only PART]

  --runs N     mutated inputs of each part (default 200000, a fifth of it for exports, a tenth for sheets)
  --short      50000 instead, as continuous integration runs them
  --seed S     the same seed makes the same inputs (default 1)
  --only PART  csv, splits, exports or sheets`

const values = ProgramOptions.read(usage, {
  runs: { type: "string" },
  seed: { type: "string", default: "1" },
  short: { type: "boolean", default: false },
  only: { type: "string" },
})

/** The runs of a campaign, and how many of them failed. */
interface Outcome {
  readonly runs: number
  readonly failed: number
}

const table = (rows: ReadonlyArray<readonly [string, number | string]>): string =>
  rows.map(([name, value]) => `  ${name.padEnd(42)}${String(value).padStart(12)}`).join("\n")

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)

const progressOf = (runs: number) => (done: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${runs}`)
}

const csv = (runs: number, seed: number): Outcome => {
  console.log(`${runs} mutated CSV inputs from seed ${seed}`)
  const start = performance.now()
  const campaign = CsvCampaign.run(runs, seed, progressOf(runs))
  const seconds = (performance.now() - start) / 1_000
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
  return { runs, failed: Math.min(runs, sum(campaign.counts)) }
}

const splits = (runs: number, seed: number): Outcome => {
  console.log(`\n${runs} splits of an amount over parties from seed ${seed}`)
  const counts = Splits.run(runs, seed)
  const columns = (cells: ReadonlyArray<string | number>): string =>
    cells.map((cell) => String(cell).padStart(22)).join("")
  console.log(`\n  ${"".padEnd(56)}${columns(Splits.names)}`)
  for (const wrong of Splits.wrongs)
    console.log(`  ${wrong.padEnd(56)}${columns(Splits.names.map((name) => counts[name][wrong]))}`)
  return { runs, failed: Math.min(runs, sum(counts["largest remainder"])) }
}

const exported = (all: number, seed: number): Outcome => {
  // A mutant is judged twice, once by another program.
  const runs = values.runs === undefined ? Math.ceil(all / 5) : all
  console.log(`\n${runs} mutated exports from seed ${seed}`)
  const start = performance.now()
  const campaign = ExportCampaign.run(runs, seed, progressOf(runs))
  const seconds = (performance.now() - start) / 1_000
  console.log(`\n${table(ExportCampaign.failures.map((failure) => [failure, campaign.counts[failure]]))}\n`)
  console.log(
    table([
      ["equal to a valid export", campaign.valid],
      [
        "judged by hand too",
        campaign.byHand === 0 ? "not run: needs perl with Digest::SHA" : campaign.byHand,
      ],
      ["seconds", seconds.toFixed(1)],
    ]),
  )
  for (const { failure, run, input } of campaign.findings)
    console.log(`\n${failure} in run ${run} (seed ${seed})\n  base64 ${input.slice(0, 4_000)}`)
  return { runs, failed: Math.min(runs, sum(campaign.counts)) }
}

const sheets = (all: number, seed: number): Outcome => {
  // Reading a part of a spreadsheet takes several times as long as reading a text.
  const runs = values.runs === undefined ? Math.ceil(all / 10) : all
  console.log(`\n${runs} mutated parts of spreadsheets from seed ${seed}`)
  const start = performance.now()
  const campaign = SheetCampaign.run(runs, seed, progressOf(runs))
  const seconds = (performance.now() - start) / 1_000
  console.log(`\n${table(SheetCampaign.failures.map((failure) => [failure, campaign.counts[failure]]))}\n`)
  console.log(
    table([
      ["workbooks", campaign.workbooks],
      ["sheets refused", campaign.refused],
      ["sheets with faults", campaign.faulty],
      ["sheets accepted", campaign.accepted],
      ["of these, compared with the reference", campaign.compared],
      ["kinds of fault and note seen", campaign.tags.size],
      ["slowest workbook, ms", Math.round(campaign.slowestMs)],
      ["most memory, MB", campaign.peakMegabytes],
      ["seconds", seconds.toFixed(1)],
      ["processor seconds", (process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6).toFixed(1)],
    ]),
  )
  for (const { failure, workbook, detail, input } of campaign.findings)
    console.log(
      `\n${failure} in workbook ${workbook} (seed ${seed}): ${detail}\n  base64 ${input.slice(0, 4_000)}`,
    )
  return { runs, failed: Math.min(runs, sum(campaign.counts)) }
}

// Spreadsheets come first: their memory is that of the process, which keeps what other campaigns have used.
const campaigns: Readonly<Record<string, (runs: number, seed: number) => Outcome>> = {
  sheets,
  csv,
  splits,
  exports: exported,
}

const runs = ProgramOptions.wholeNumber(usage, {
  name: "--runs",
  value: values.runs ?? (values.short ? "50000" : "200000"),
  least: 1,
})
const seed = ProgramOptions.wholeNumber(usage, { name: "--seed", value: values.seed })
const chosen = Object.entries(campaigns).filter(([name]) => values.only === undefined || values.only === name)
if (chosen.length === 0) ProgramOptions.reject(usage, `no part ${values.only}`)
const outcomes = chosen.map(([, campaign]) => campaign(runs, seed))
const failed = outcomes.reduce((all, outcome) => all + outcome.failed, 0)
const tried = outcomes.reduce((all, outcome) => all + outcome.runs, 0)
console.log(`\n${tried - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
