/** Plants every fault and reports the law that caught it and the number of runs: `npm run planted -- [--seed N] [--runs N]`. */
import { TextTable } from "@grootboek/laws"
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import { faults } from "./faults.ts"
import { plant, tryFault } from "./Planted.ts"

const usage = `usage: npm run planted -- [--runs N] [--seed S]

  --runs N  the random plans that a law may use to catch a fault (default 1000)
  --seed S  the same seed draws the same plans (default 1)`

const values = ProgramOptions.read(usage, {
  seed: { type: "string", default: "1" },
  runs: { type: "string", default: "1000" },
})
const trial = {
  runs: ProgramOptions.wholeNumber(usage, { name: "--runs", value: values.runs, least: 1 }),
  seed: ProgramOptions.wholeNumber(usage, { name: "--seed", value: values.seed }),
}

const rows: Array<ReadonlyArray<string>> = []
let failed = 0
for (const fault of faults) {
  const { by, runs } = await tryFault(fault, trial)
  if (by === undefined) failed++
  rows.push([fault.name, fault.module, by ?? "no law", by === undefined ? "" : String(runs)])
  console.error(`${fault.name}: ${by ?? "not caught"}`)
}
// The same laws run on core without a fault, so a law that always fails is not counted.
const { Laws, sets } = await plant()
const control = Laws.check(
  [...new Set(faults.map(({ set }) => set))].flatMap((set) => [...sets[set as keyof typeof sets]]),
  trial,
)
failed += control.failed
if (control.failed > 0) console.error(Laws.format(control))
rows.push([
  "(nothing: core as it is)",
  "",
  `${control.passed} laws hold, ${control.failed} break`,
  String(trial.runs),
])

console.log(TextTable.format({ head: ["planted fault", "in", "caught by the law that", "run"], rows }))
console.log(
  `\n${rows.length - failed} passed, ${failed} failed (at most ${trial.runs} runs each, seed ${trial.seed})`,
)
process.exitCode = failed === 0 ? 0 : 1
