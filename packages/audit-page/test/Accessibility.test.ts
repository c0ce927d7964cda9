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
  ["decision", "#view=decision&to=decision:2026/1"],
  ["what-if", "#view=whatIf&suppose=62+%2B2%25+2028-2031+index&suppose=7450000@A10101+-500"],
  ["replay", "#view=replay&to=decision:2026/2&step=3"],
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
  ["decision", "light"],
  ["what-if", "light"],
  ["checks", "dark"],
])

let folder = ""
let browser: Browser.Browser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-axe-"))
  const file = join(folder, "page.html")
  writeFileSync(file, html)
  browser = await Browser.open()
  page = await browser.context.newPage()
  await page.goto(String(pathToFileURL(file)))
  await page.waitForSelector("#content h2")
  // The page's own policy blocks foreign scripts. The browser's debugger is not bound by it.
  await page.evaluate(axe)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Opens a view in the page that is open. Returns when it is drawn. */
const open = async (hash: string, theme: "light" | "dark"): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" })
  await page.evaluate(
    (hash) =>
      new Promise((drawn) => {
        location.hash = hash
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))
      }),
    hash,
  )
  const [, view = ""] = /view=(\w+)/.exec(hash) ?? []
  await page.waitForSelector(`nav [aria-current="page"][href*="view=${view}"]`)
  if (view === "checks")
    await page.waitForFunction(() => document.querySelectorAll(".laws .holds").length === 12)
}

/** Rules of axe that read colours; a theme changes nothing else. */
const colourRules = ["color-contrast", "link-in-text-block"]

/** The violations that axe reports: each with its rule and the first element that breaks it. */
const findings = async (rules?: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const runOnly = rules === undefined ? "" : `, runOnly: ${JSON.stringify(rules)}`
  const found: AxeResults = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations']${runOnly} })`,
  )
  return found.violations.map(
    ({ id, nodes, help }) => `${id}: ${help}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
  )
}

/** Keeps a picture of the page for the documentation, if the run was asked for pictures. */
const picture = async (name: string, theme: "light" | "dark"): Promise<void> => {
  if (kept.get(name) !== theme || process.env.SCREENSHOTS !== "1") return
  const shots = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url))
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `audit-page-${name}.png`), caret: "initial" })
}

const content = (): Promise<string> => page.evaluate(() => document.body.innerHTML)

test.each(views)("view %s: breaks no rule of axe, in the light and in the dark theme", async (name, hash) => {
  await open(hash, "light")
  await picture(name, "light")
  expect(await findings()).toEqual([])
  const light = await content()
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  await picture(name, "dark")
  expect(await content()).toBe(light)
  expect(await findings(colourRules)).toEqual([])
})

test("rules of colour: axe finds an element that breaks them, and only in its theme", async () => {
  await open("#view=integrity", "light")
  // As the page's policy admits styles: by the browser's debugger, in a sheet that is constructed.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync("@media (prefers-color-scheme: dark) { h2 { color: #222 } }")
    document.adoptedStyleSheets.push(sheet)
  })
  expect(await findings(colourRules)).toEqual([])
  await page.emulateMedia({ colorScheme: "dark" })
  expect(await findings(colourRules)).toEqual([expect.stringContaining("color-contrast")])
  await page.evaluate(() => document.adoptedStyleSheets.pop())
})

describe("in English", () => {
  test("no view breaks a rule of axe", async () => {
    await open("#view=statements&form=M2", "light")
    await page.getByRole("button", { name: "EN · English" }).click()
    expect(await findings()).toEqual([])
    await page.getByRole("button", { name: "NL · Nederlands" }).click()
  })
})

describe("on a small screen", () => {
  test("the page is no wider than the screen and breaks no rule of axe", async () => {
    await open("#view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027", "light")
    const whole = page.viewportSize()
    await page.setViewportSize({ width: 375, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    expect(await findings()).toEqual([])
    if (whole !== null) await page.setViewportSize(whole)
  })
})

describe("on paper", () => {
  test("a statement is printed without its buttons", async () => {
    await open("#view=statements&form=M2", "dark")
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".menu").isVisible()).toBe(false)
    expect(await page.locator("table.form").isVisible()).toBe(true)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)
  })
})
