/** The audit page in a browser: its first statement, the verification of its journal in a worker, and its answers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { AuditPage } from "@grootboek/audit-page"
import * as Browser from "@grootboek/testing/Browser"
import * as Answered from "./Answered.ts"
import * as Journals from "./Journals.ts"
import { timedOf } from "./Measure.ts"
import * as Table from "./Table.ts"

const rounds = 3

/** The goals of a size, in milliseconds and megabytes; none where they are left out. */
export interface PageGoals {
  readonly openMs?: number
  readonly megabytes?: number
  readonly verifyMs?: number
  readonly searchMs?: number
  readonly filterMs?: number
}

/** Measures a page of this many entries of six amounts, opened from a file in new documents of one browser. */
export const lines = async (entries: number, goals: PageGoals): Promise<ReadonlyArray<Table.Result>> => {
  mkdirSync(Journals.folder, { recursive: true })
  const folder = mkdtempSync(join(Journals.folder, "page-"))
  const file = join(folder, "page.html")
  const html = AuditPage.render({ journal: Journals.sealed(6 * entries) })
  writeFileSync(file, html)
  const browser = await Browser.open()
  try {
    const [opened, verified]: readonly [Array<number>, Array<number>] = [[], []]
    const spent: Array<number> = []
    let [searched, filtered]: [ReadonlyArray<number>, ReadonlyArray<number>] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const page = await browser.context.newPage()
      const before = await cpuMs(browser)
      await page.goto(pathToFileURL(file).href)
      await page.locator(".seal.intact").waitFor()
      const at = (mark: string): Promise<number> =>
        page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0, mark)
      const [openMs, verifiedMs] = [await at("grootboek-open"), await at("grootboek-verified")]
      spent.push((await cpuMs(browser)) - before)
      opened.push(openMs)
      verified.push(verifiedMs - openMs)
      if (round === rounds - 1)
        [searched, filtered] = [await Answered.searches(page), await Answered.filtered(page)]
      await page.close()
    }
    const size = `${entries.toLocaleString("en")} entries`
    const row = (job: string, ms: number, goal?: number) => Table.within({ job, size }, ms, goal)
    return [
      Table.amount(
        { job: "audit page: size of the file", size },
        Buffer.byteLength(html) / 1e6,
        "MB",
        goals.megabytes,
      ),
      row("audit page: first statement", timedOf(opened).median, goals.openMs),
      row("page verification, in a worker", timedOf(verified).median, goals.verifyMs),
      row("page opened and verified, processor time", timedOf(spent).median),
      row("page: search, the middle answer", timedOf([...searched]).median),
      row("page: search, the slowest answer", Math.max(...searched), goals.searchMs),
      row("page: a filter recomputed, the middle one", timedOf([...filtered]).median),
      row("page: a filter recomputed, the slowest", Math.max(...filtered), goals.filterMs),
    ]
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

/** The processor time of all documents of a browser and their workers, which depends less on the load than wall time. */
const cpuMs = async ({ context }: Browser.Browser): Promise<number> => {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {}
  await session?.detach()
  const seconds = processInfo.filter(({ type }) => type === "renderer").map(({ cpuTime }) => cpuTime)
  return 1_000 * seconds.reduce((sum, one) => sum + one, 0)
}
