/** The audit page in a browser: the time until its first statement, and the time to verify its journal in a worker. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { AuditPage } from "@grootboek/audit-page"
import * as Browser from "@grootboek/testing/Browser"
import * as Journals from "./Journals.ts"
import { timedOf } from "./Measure.ts"
import * as Table from "./Table.ts"

const rounds = 3

/** Measures a page of so many entries of six amounts, opened from a file in new documents of one browser. */
export const lines = async (
  entries: number,
  goalMs: number | undefined,
): Promise<ReadonlyArray<Table.Result>> => {
  mkdirSync(Journals.folder, { recursive: true })
  const folder = mkdtempSync(join(Journals.folder, "page-"))
  const file = join(folder, "page.html")
  writeFileSync(file, AuditPage.render({ journal: Journals.sealed(6 * entries) }))
  const browser = await Browser.open()
  try {
    const [opened, verified]: readonly [Array<number>, Array<number>] = [[], []]
    const spent: Array<number> = []
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
      await page.close()
    }
    const size = `${entries.toLocaleString("en")} entries`
    return [
      Table.within({ job: "audit page: first statement", size }, timedOf(opened).median, undefined),
      Table.within({ job: "page verification, in a worker", size }, timedOf(verified).median, goalMs),
      Table.within(
        { job: "page opened and verified, processor time", size },
        timedOf(spent).median,
        undefined,
      ),
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
