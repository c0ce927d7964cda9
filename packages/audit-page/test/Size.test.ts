import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { AuditPage } from "@grootboek/audit-page"
import * as Browser from "@grootboek/testing/Browser"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as Large from "./Large.ts"

let folder = ""
let browser: Browser.Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-large-"))
  browser = await Browser.open()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** From the start of the load until the first statement stands, and until the whole journal is checked; ms. */
const measure = async (file: string, entries: number) => {
  const page = await browser.context.newPage()
  await page.goto(pathToFileURL(file).href)
  await page.waitForFunction(() => performance.getEntriesByName("grootboek-open").length > 0)
  const openMs = await page.evaluate(() => performance.getEntriesByName("grootboek-open")[0]?.startTime ?? 0)
  const figure = await page.textContent('td[data-cell="Budgettair resultaat/I.a/2026"]')
  await page.locator(".seal.sound").waitFor({ timeout: 120_000 })
  const checkedMs = await page.evaluate(() => performance.now())
  expect(await page.textContent(".seal")).toContain(entries.toLocaleString("nl-BE"))
  expect(await page.textContent('td[data-cell="Budgettair resultaat/I.a/2026"]')).toBe(figure)
  await page.close()
  return { openMs, checkedMs }
}

// A budget line carries its six years in one entry; realisations come one by one.
describe.each([6, 1])("a ledger with 100,000 postings, %i an entry", (years) => {
  test("fits in 15 MB, opens in under two seconds, and is then checked to the last entry", {
    timeout: 300_000,
  }, async () => {
    const journal = Large.journal(100_000, years)
    const html = AuditPage.render({ journal })
    const file = join(folder, `large-${years}.html`)
    writeFileSync(file, html)
    const megabytes = Buffer.byteLength(html) / 1e6
    // Others may be at work on the machine: the best of a few tries is what the page itself takes.
    let best = await measure(file, journal.length)
    for (let tries = 1; tries < 4 && best.openMs >= 2_000; tries++) {
      const next = await measure(file, journal.length)
      if (next.openMs < best.openMs) best = next
    }
    console.log(
      `audit page: 100,000 postings in ${journal.length} entries, ${megabytes.toFixed(1)} MB, open in ${Math.round(best.openMs)} ms, checked in ${Math.round(best.checkedMs)} ms`,
    )
    expect(megabytes).toBeLessThan(15)
    expect(best.openMs).toBeLessThan(2_000)
  })
})
