/** The laws of published tables in a long run: `npm run published -- --runs N --seed S`. */
import { parseArgs } from "node:util"
import * as Campaign from "./Campaign.ts"

const { values } = parseArgs({
  options: { runs: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error("usage: npm run published -- [--runs N] [--seed S]")
  process.exit(2)
}
console.log(`${runs} random publications from seed ${seed}`)
const { failures, ...counts } = Campaign.run(runs, seed)
for (const [name, count] of Object.entries(counts))
  console.log(`  ${name.padEnd(20)}${String(count).padStart(12)}`)
for (const failure of failures) console.log(failure)
const failed = counts.wronglyAccused + counts.missed
console.log(`\n${runs + counts.changed - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
