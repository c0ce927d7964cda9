/**
 * The simulator: `npm run simulate -- --runs N --seed S`.
 *
 * It plays histories of commands – import, adjust, realise, reverse, drafts, checkpoints, export and restore, two writers at once, crashes
 * and full disks at any call, wrong clocks – and compares entries, drafts and printed figures with a model.
 */
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as Simulation from "./Simulation.ts"

const usage = `usage: npm run simulate -- [--runs N] [--seed S] [--short] [--path PATH]

  --runs N     the number of histories (default 1000)
  --seed S     the seed: the same seed plays the same histories (default 1)
  --short      120 histories without processes that are killed, as continuous integration runs them
  --path PATH  repeats the history of a failure, which names its path`

const values = ProgramOptions.read(usage, {
  runs: { type: "string" },
  seed: { type: "string", default: "1" },
  short: { type: "boolean", default: false },
  path: { type: "string" },
})
const runs = ProgramOptions.wholeNumber(usage, {
  name: "--runs",
  value: values.runs ?? (values.short ? "120" : "1000"),
  least: 1,
})
const seed = ProgramOptions.wholeNumber(usage, { name: "--seed", value: values.seed })

const begun = performance.now()
console.log(`${runs} histories from seed ${seed}`)
const { histories, commands, failure } = await simulated({
  seed,
  runs,
  path: values.path,
  processes: !values.short,
  progress: (done) => {
    if (process.stderr.isTTY || done % 100 === 0) process.stderr.write(`\r${done} of ${runs}`)
  },
})
/** Runs the histories. A path that no failure of the seed has is wrong usage. */
async function simulated(
  options: Parameters<typeof Simulation.run>[0],
): Promise<Simulation.SimulationReport> {
  try {
    return await Simulation.run(options)
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Unable to replay"))) throw error
    return ProgramOptions.reject(usage, `no failure of seed ${options.seed} has the path ${options.path}`)
  }
}

const rows = [...commands].sort(([a], [b]) => (a < b ? -1 : 1))
console.log(`\n${rows.map(([name, count]) => `  ${name.padEnd(42)}${`${count}`.padStart(12)}`).join("\n")}`)
console.log(`  ${"seconds".padEnd(42)}${((performance.now() - begun) / 1_000).toFixed(1).padStart(12)}`)
if (failure !== undefined) {
  console.log(`\n${failure.problem}\nafter these commands (shrunk ${failure.shrinks} times):`)
  for (const [at, command] of failure.commands.entries()) console.log(`  ${at + 1}. ${command}`)
  console.log(`repeat it with: npm run simulate -- --seed ${seed} --path ${failure.path}`)
}
console.log(`\n${histories} passed, ${failure === undefined ? 0 : 1} failed`)
process.exit(failure === undefined ? 0 : 1)
