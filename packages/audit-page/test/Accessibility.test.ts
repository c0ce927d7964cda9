import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { AuditPage } from "@grootboek/audit-page"
import * as Browser from "@grootboek/testing/Browser"
import type { AxeResults } from "axe-core"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as W13 from "./W13.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const html = AuditPage.render({ journal: W13.sealed(), made: "2026-12-11T08:00:00.000Z", maker: "grootboek" })

/** Every view, with something open in it; the name is that of its picture. */
const views: ReadonlyArray<readonly [string, string]> = [
  ["statement", "#view=statements&form=M2"],
  ["explanation", "#view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027"],
  ["blame", "#view=statements&form=M2&blame=1"],
  ["goals", "#view=statements&form=goals&row=Totaal/A10102/U&year=2026"],
  ["changes", "#view=changes&from=plan:2026/0&to=plan:2026/1&form=M2&row=Budgettair resultaat/IX&year=2028"],
  ["list", "#view=changes&as=list&form=M2"],
  ["replay", "#view=replay&to=plan:2026/1&step=4"],
  ["charts", "#view=charts&from=plan:2026/0&to=plan:2026/1"],
  ["checks", "#view=checks"],
  ["journal", "#view=journal&entry=70"],
  ["integrity", "#view=integrity"],
]

/** The pictures that the documentation shows, and the theme that they show. */
const kept: ReadonlyMap<string, "light" | "dark"> = new Map([
  ["statement", "light"],
  ["explanation", "light"],
  ["changes", "light"],
  ["replay", "dark"],
  ["charts", "light"],
  ["checks", "dark"],
])

let folder = ""
let file = ""
let browser: Browser.Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-axe-"))
  file = join(folder, "page.html")
  writeFileSync(file, html)
  browser = await Browser.open()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

const open = async (hash: string, theme: "light" | "dark"): Promise<Page> => {
  const page = await browser.context.newPage()
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" })
  await page.goto(`${pathToFileURL(file)}${hash}`)
  await page.waitForSelector("#content h2")
  if (hash.includes("checks"))
    await page.waitForFunction(() => document.querySelectorAll(".laws .holds").length === 12)
  return page
}

/** The violations that axe reports: each with its rule and the first element that breaks it. */
const findings = async (page: Page): Promise<ReadonlyArray<string>> => {
  // The page's own policy blocks foreign scripts. The browser's debugger is not bound by it.
  await page.evaluate(axe)
  const found: AxeResults = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
  return found.violations.map(
    ({ id, nodes, help }) => `${id}: ${help}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
  )
}

/** Keeps a picture of the page for the documentation, if the run was asked for pictures. */
const picture = async (page: Page, name: string, theme: "light" | "dark"): Promise<void> => {
  if (kept.get(name) !== theme || process.env.SCREENSHOTS !== "1") return
  const shots = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url))
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `audit-page-${name}.png`) })
}

test.each(views)("view %s: breaks no rule of axe, in the light and in the dark theme", async (name, hash) => {
  const page = await open(hash, "light")
  await picture(page, name, "light")
  expect(await findings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  await picture(page, name, "dark")
  expect(await findings(page)).toEqual([])
  await page.close()
})

describe("in English", () => {
  test("no view breaks a rule of axe", async () => {
    const page = await open("#view=statements&form=M2", "light")
    await page.getByRole("button", { name: "EN · English" }).click()
    expect(await findings(page)).toEqual([])
    await page.close()
  })
})

describe("on a small screen", () => {
  test("the page is no wider than the screen and breaks no rule of axe", async () => {
    const page = await open("#view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027", "light")
    await page.setViewportSize({ width: 375, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    expect(await findings(page)).toEqual([])
    await page.close()
  })
})

describe("on paper", () => {
  test("a statement is printed without its buttons", async () => {
    const page = await open("#view=statements&form=M2", "dark")
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".menu").isVisible()).toBe(false)
    expect(await page.locator("table.form").isVisible()).toBe(true)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)
    await page.close()
  })
})
