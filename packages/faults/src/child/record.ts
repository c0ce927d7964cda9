/**
 * Calls `record` of the package many times at once, two requests each, and prints each call that is acknowledged:
 * `record FILE-OR-URL NAME CALLS`. A repetition records nothing twice.
 */
import { writeSync } from "node:fs"
import { open } from "grootboek"
import { pair } from "../Pairs.ts"

const [place = "", name = "", calls = "1"] = process.argv.slice(2)

const main = async (): Promise<void> => {
  const ledger = await open(place)
  await Promise.all(
    Array.from({ length: Number(calls) }, async (_, call) => {
      await ledger.record(pair(`${name}:${call}`), { actor: "faults" })
      // Written without a buffer: every printed call was acknowledged.
      writeSync(1, `${call}\n`)
    }),
  )
  await ledger.close()
}

main().then(
  () => process.exit(0),
  (cause) => {
    writeSync(2, `${cause instanceof Error ? cause.stack : JSON.stringify(cause)}\n`)
    process.exit(3)
  },
)
