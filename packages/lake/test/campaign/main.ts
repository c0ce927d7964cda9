/** The law of the lake in a long run, and its speed over many ledgers. */
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as ClickHouse from "./ClickHouse.ts"
import * as Many from "./Many.ts"
import * as Questions from "./Questions.ts"

const usage = `usage: npm run lake -- [--runs N] [--ledgers N [--postings N]] [--seed S] [--install]

  --runs N      random journals: every question of every form, on each engine (default 24)
  --ledgers N   the ledgers of the second part: exports, M2 of all in one query (default 0: not run)
  --postings N  the postings of each of these ledgers (default 17000)
  --seed S      the same seed draws the same journals (default 20261130)
  --install     installs ClickHouse for one process (chdb, 546 MB) in the cache of the checkout`

const values = ProgramOptions.read(usage, {
  seed: { type: "string", default: "20261130" },
  runs: { type: "string", default: "24" },
  ledgers: { type: "string", default: "0" },
  postings: { type: "string", default: "17000" },
  install: { type: "boolean", default: false },
})
const seed = ProgramOptions.wholeNumber(usage, { name: "--seed", value: values.seed })
const runs = ProgramOptions.wholeNumber(usage, { name: "--runs", value: values.runs })
const ledgers = ProgramOptions.wholeNumber(usage, { name: "--ledgers", value: values.ledgers })
const postings = ProgramOptions.wholeNumber(usage, { name: "--postings", value: values.postings })

// When interrupted, it exits through `exit`, which ends the server and removes the files that it made.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

if (values.install && ClickHouse.missing().length > 0) ClickHouse.install()

let [passed, failed, left] = [0, 0, 0]
const parts = [
  ...(runs > 0 ? [() => Questions.run(runs, seed)] : []),
  ...(ledgers > 0 ? [() => Many.run(ledgers, seed, postings)] : []),
]
for (const part of parts) {
  const outcome = await part()
  passed += outcome.passed
  failed += outcome.failed
  left += outcome.left
}
console.log(`\n${passed} passed, ${failed} failed${left > 0 ? `, ${left} not run` : ""}`)
process.exitCode = failed === 0 ? 0 : 1
