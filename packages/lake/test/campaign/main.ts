/**
 * The law of the lake in a long run, and its speed over many ledgers:
 *
 *     npm run lake -- --runs 24 --seed 1              every question of every form, on DuckDB and PostgreSQL
 *     npm run lake -- --runs 0 --ledgers 300 --postings 17000 --seed 1
 */
import { parseArgs } from "node:util"
import * as Many from "./Many.ts"
import * as Questions from "./Questions.ts"

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "20261130" },
    runs: { type: "string", default: "24" },
    ledgers: { type: "string", default: "0" },
    postings: { type: "string", default: "17000" },
  },
})
const [seed, runs, ledgers, postings] = [values.seed, values.runs, values.ledgers, values.postings].map(
  Number,
) as [number, number, number, number]
if (![seed, runs, ledgers, postings].every((value) => Number.isSafeInteger(value) && value >= 0)) {
  console.error("usage: npm run lake -- [--seed N] [--runs JOURNALS] [--ledgers N [--postings N]]")
  process.exit(2)
}

// When interrupted, it exits through `exit`, which ends the server and removes the files that it made.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

let [passed, failed] = [0, 0]
const parts = [
  ...(runs > 0 ? [() => Questions.run(runs, seed)] : []),
  ...(ledgers > 0 ? [() => Many.run(ledgers, seed, postings)] : []),
]
for (const part of parts) {
  const outcome = await part()
  passed += outcome.passed
  failed += outcome.failed
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
