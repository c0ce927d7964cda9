/** The audit pack of a large adjustment, as a whole process. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import * as Journals from "./Journals.ts"
import { run } from "./Measure.ts"
import * as Table from "./Table.ts"

/** Measures `report` on a ledger of this many lines, four in five of which are adjusted for 300 reasons. */
export const lines = async (
  lineCount: number,
  { cli, goals }: { readonly cli: string; readonly goals: boolean },
): Promise<ReadonlyArray<Table.Result>> => {
  const size = `${lineCount.toLocaleString("en")} lines`
  const ledger = await Journals.adjustedLedger(lineCount)
  const folder = mkdtempSync(join(Journals.folder, "pack-"))
  const goal = (limit: number): number | undefined => (goals ? limit : undefined)
  try {
    const ended = await run(process.execPath, [
      cli,
      "report",
      "--ledger",
      ledger,
      "--out",
      join(folder, "pack"),
    ])
    const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
    const job = "audit pack of a large adjustment"
    return [
      Table.within({ job: `${job}, processor time`, size }, ended.cpuMs, goal(12_000)),
      Table.amount({ job: `${job}, peak memory`, size }, ended.peakMb, "MB", goal(600)),
      Table.amount({ job: `${job}, files`, size }, bytes / 1e6, "MB", goal(50)),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
