/**
 * Fuzzing: `npm run fuzz -- --help` names its options.
 *
 * The importer reads mutated CSV files and spreadsheets, amounts are split over parties, and mutated exports are restored.
 * The errors are counted and printed as tables.
 */
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as CsvCampaign from "./CsvCampaign.ts"
import * as ExportCampaign from "./ExportCampaign.ts"
import type { FuzzedFormat } from "./FuzzedFormat.ts"
import * as SheetCampaign from "./SheetCampaign.ts"
import * as SheetFormats from "./SheetFormats.ts"
import * as Splits from "./Splits.ts"
import type * as Tally from "./Tally.ts"

const usage = `usage: npm run fuzz -- [--runs N | --short] [--seed S] [--only PART]

  --runs N     mutated inputs of each part (default 200000, a fifth of it for exports, a tenth for sheets and documents)
  --short      50000 instead, as continuous integration runs them
  --seed S     the same seed makes the same inputs (default 1)
  --only PART  csv, splits, exports, sheets (XLSX) or documents (ODS)`

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

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0)

const progressOf = (runs: number) => (done: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${runs}`)
}

/** A campaign on mutated inputs. */
interface Mutated<Result extends Tally.Tally<string>> {
  readonly what: string
  readonly unit: string
  /** The work of a mutant as a multiple of that of a CSV input. The default number of runs is divided by it; `--runs` is not. */
  readonly cost: number
  readonly run: (runs: number, seed: number, progress: (done: number) => void) => Result
  readonly rows: (result: Result) => ReadonlyArray<readonly [string, number | string]>
}

/** Returns a part that runs a campaign, and prints its failures and what else it counted. */
const mutated =
  <Result extends Tally.Tally<string>>({ what, unit, cost, run, rows }: Mutated<Result>) =>
  (all: number, seed: number): Outcome => {
    const runs = values.runs === undefined ? Math.ceil(all / cost) : all
    console.log(`\n${runs} mutated ${what} from seed ${seed}`)
    const start = performance.now()
    const result = run(runs, seed, progressOf(runs))
    const seconds = (performance.now() - start) / 1_000
    console.log(`\n${table([...result.counts])}\n`)
    console.log(table([...rows(result), ["seconds", seconds.toFixed(1)]]))
    for (const { failure, run, detail, input } of result.findings)
      console.log(
        `\n${failure} in ${unit} ${run} (seed ${seed}): ${detail}\n  base64 ${input.slice(0, 6_000)}`,
      )
    return { runs, failed: Math.min(runs, sum(result.counts.values())) }
  }

const csv = mutated({
  what: "CSV inputs",
  unit: "run",
  cost: 1,
  run: CsvCampaign.run,
  rows: ({ accepted, rejected, tags, slowestMs }) => [
    ["rows accepted", accepted],
    ["rows rejected", rejected],
    ["kinds of fault seen", tags.size],
    ["slowest input, ms", Math.round(slowestMs)],
  ],
})

const splits = (runs: number, seed: number): Outcome => {
  console.log(`\n${runs} splits of an amount over parties from seed ${seed}`)
  const counts = Splits.run(runs, seed)
  const columns = (cells: ReadonlyArray<string | number>): string =>
    cells.map((cell) => String(cell).padStart(22)).join("")
  console.log(`\n  ${"".padEnd(56)}${columns(Splits.names)}`)
  for (const wrong of Splits.wrongs)
    console.log(`  ${wrong.padEnd(56)}${columns(Splits.names.map((name) => counts[name][wrong]))}`)
  return { runs, failed: Math.min(runs, sum(Object.values(counts["largest remainder"]))) }
}

const exported = mutated({
  what: "exports",
  unit: "run",
  // A mutant is judged twice, once by another program.
  cost: 5,
  run: ExportCampaign.run,
  rows: ({ valid, byHand }) => [
    ["equal to a valid export", valid],
    ["judged by hand too", byHand === 0 ? "not run: needs perl with Digest::SHA" : byHand],
  ],
})

const spreadsheets = (what: string, format: FuzzedFormat) =>
  mutated({
    what,
    unit: "workbook",
    // Reading a part of a spreadsheet takes several times as long as reading a text.
    cost: 10,
    run: SheetCampaign.of(format),
    rows: (result) => [
      ["workbooks", result.workbooks],
      ["sheets refused", result.refused],
      ["sheets with faults", result.faulty],
      ["sheets accepted", result.accepted],
      ["of these, compared with the reference", result.compared],
      ["kinds of fault and note seen", result.tags.size],
      ["slowest workbook, ms", Math.round(result.slowestMs)],
      ["most memory, MB", result.peakMegabytes],
      ["processor seconds", (process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6).toFixed(1)],
    ],
  })

// Spreadsheets come first: their memory is that of the process, which keeps what other campaigns have used.
const campaigns: Readonly<Record<string, (runs: number, seed: number) => Outcome>> = {
  sheets: spreadsheets("parts of workbooks (XLSX)", SheetFormats.workbook),
  documents: spreadsheets("tables of OpenDocument spreadsheets", SheetFormats.openDocument),
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
