/** What a user waits for: whole commands on plans of several sizes, in seconds of wall time and megabytes. */
import { copyFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import * as Journals from "./Journals.ts"
import { type Process, run, timedOf } from "./Measure.ts"
import * as Table from "./Table.ts"

/** Measures an import of this many lines of six years into an empty plan, and commands on the ledger that it makes. */
export const lines = async (
  count: number,
  { cli, rounds }: { readonly cli: string; readonly rounds: number },
): Promise<ReadonlyArray<Table.Result>> => {
  const file = await Journals.exported(count)
  const empty = await Journals.opened()
  const ledger = join(Journals.folder, "expected.db")
  const command = (...words: ReadonlyArray<string>) =>
    [process.execPath, cli, ...words, "--ledger", ledger] as const
  const jobs = {
    "`import`, dry run": command("import", file, "--as", "lines", "--dry-run"),
    "`import` into an empty plan": command("import", file, "--as", "lines"),
    "`verify`": command("verify"),
    "`statement M2`": command("statement", "M2"),
    "`explain` of a cell": command("explain", "M2", "I", "2026"),
  }
  const taken = new Map<string, Array<Process>>()
  for (let round = 0; round < rounds; round++) {
    for (const end of ["", "-wal", "-shm"]) rmSync(ledger + end, { force: true })
    copyFileSync(empty, ledger)
    // A drawn budget misses a required norm: `verify` ends with 1.
    for (const [job, [program, ...words]] of Object.entries(jobs))
      taken.set(job, [...(taken.get(job) ?? []), await run(program, words, { largestStatus: 1 })])
  }
  return [...taken].map(([job, runs]) => {
    const { median } = timedOf(runs.map(({ ms }) => ms))
    const peak = Math.max(...runs.map(({ peakMb }) => peakMb))
    const facts = { job, size: count.toLocaleString("en") }
    return { ...Table.within(facts, median, undefined), ours: `${Table.time(median)}, ${peak.toFixed(0)} MB` }
  })
}
