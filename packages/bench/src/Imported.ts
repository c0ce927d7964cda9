/** Imports of a CSV export as whole processes, compared with csv-parse alone and a bare insertion of the same bytes. */
import { copyFileSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import * as Journals from "./Journals.ts"
import { run, timedOf } from "./Measure.ts"
import * as Table from "./Table.ts"

export const lines = async (
  rows: number,
  {
    cli,
    helper,
    goals,
    rounds,
  }: { readonly cli: string; readonly helper: string; readonly goals: boolean; readonly rounds: number },
): Promise<ReadonlyArray<Table.Result>> => {
  const size = `${rows.toLocaleString("en")} rows`
  const file = await Journals.exported(rows)
  const accented = await Journals.exported(rows, "accents")
  const empty = await Journals.opened()
  const target = join(Journals.folder, "import.db")
  const none = (): Array<number> => []
  const taken = {
    parse: none(),
    parseCpu: none(),
    dryCpu: none(),
    bare: none(),
    full: none(),
    fullCpu: none(),
    accentsCpu: none(),
  }
  let peak = 0
  const start = () => {
    for (const end of ["", "-wal", "-shm"]) rmSync(target + end, { force: true })
    copyFileSync(empty, target)
  }
  const command = (from: string, ...more: ReadonlyArray<string>) => [
    cli,
    "import",
    from,
    "--ledger",
    target,
    "--as",
    "lines",
    ...more,
  ]
  for (let round = 0; round < rounds; round++) {
    start()
    const accents = await run(process.execPath, command(accented))
    taken.accentsCpu.push(accents.cpuMs)
    start()
    const parse = await run(process.execPath, [helper, "parse", file])
    taken.parse.push(parse.ms)
    taken.parseCpu.push(parse.cpuMs)
    const dry = await run(process.execPath, command(file, "--dry-run"))
    taken.dryCpu.push(dry.cpuMs)
    const full = await run(process.execPath, command(file))
    taken.full.push(full.ms)
    taken.fullCpu.push(full.cpuMs)
    peak = Math.max(peak, dry.peakMb, full.peakMb)
    taken.bare.push(
      Number(
        (await run(process.execPath, [helper, "insert", target, join(Journals.folder, "import-bare.db")]))
          .output,
      ),
    )
  }
  const median = (list: ReadonlyArray<number>): number => timedOf(list).median
  const goal = (limit: number): number | undefined => (goals ? limit : undefined)
  return [
    Table.atMost(
      { job: "import CSV, validated and journaled", size, against: "csv-parse alone + bare insertion" },
      median(taken.full),
      median(taken.parse) + median(taken.bare),
      goal(2.5),
    ),
    Table.atMost(
      { job: "import CSV, dry run", size, against: "csv-parse alone, processor time" },
      median(taken.dryCpu),
      median(taken.parseCpu),
      goal(2),
    ),
    Table.within(
      { job: "import CSV, the whole command", size },
      median(taken.full),
      rows === 10_000 ? 450 : undefined,
    ),
    Table.atMost(
      { job: "import CSV with accents in a description", size, against: "without, processor time" },
      median(taken.accentsCpu),
      median(taken.fullCpu),
      rows === 100_000 ? 1.15 : undefined,
    ),
    Table.amount(
      { job: `import CSV, peak memory (file of ${Math.round(statSync(file).size / 1e6)} MB)`, size },
      peak,
      "MB",
      goal(300),
    ),
  ]
}
