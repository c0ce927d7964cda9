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

/** Opens a page and waits for its first statement. Returns the page and the time since the load began. */
const open = async (file: string) => {
  const page = await browser.context.newPage()
  await page.goto(pathToFileURL(file).href)
  await page.waitForFunction(() => performance.getEntriesByName("grootboek-open").length > 0)
  const openMs = await page.evaluate(() => performance.getEntriesByName("grootboek-open")[0]?.startTime ?? 0)
  return { page, openMs }
}

const render = (years: number) => {
  const journal = Large.journal(100_000, years)
  const html = AuditPage.render({ journal })
  const file = join(folder, `large-${years}.html`)
  writeFileSync(file, html)
  return { file, entries: journal.length, megabytes: Buffer.byteLength(html) / 1e6 }
}

const cell = 'td[data-cell="Budgettair resultaat/I.a/2026"]'

// Times are printed and not asserted: on a busy machine they say nothing about the page.
describe("a page of 100,000 postings", () => {
  test("budget lines, six years an entry: fits in 15 MB, opens, and verifies every entry", async () => {
    const { file, entries, megabytes } = render(6)
    expect(megabytes).toBeLessThan(15)
    const { page, openMs } = await open(file)
    const figure = await page.textContent(cell)
    await page.locator(".seal.intact").waitFor()
    const checkedMs = await page.evaluate(() => performance.now())
    expect(await page.textContent(".seal")).toContain(entries.toLocaleString("nl-BE"))
    expect(await page.textContent(cell)).toBe(figure)
    await page.close()
    console.log(
      `audit page: ${entries} entries, ${megabytes.toFixed(1)} MB, open in ${Math.round(openMs)} ms, checked in ${Math.round(checkedMs)} ms`,
    )
  })

  test("realisations, one an entry: fits in 15 MB and opens", async () => {
    const { file, entries, megabytes } = render(1)
    expect(megabytes).toBeLessThan(15)
    const { page, openMs } = await open(file)
    expect(await page.textContent(cell)).toMatch(/\d/)
    await page.close()
    console.log(
      `audit page: ${entries} entries, ${megabytes.toFixed(1)} MB, open in ${Math.round(openMs)} ms`,
    )
  })
})
