/** Questions of an auditor, each with the number of clicks from the opened page to its answer. */
import { readFileSync } from "node:fs"
import { DecisionFile } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import type { Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import * as Figures from "../src/words/Figures.ts"
import * as Pages from "./Pages.ts"
import * as W13 from "./W13.ts"

let pages: Pages.Pages
let page: Page
let clicks = 0

beforeAll(async () => {
  pages = await Pages.start()
})
afterAll(() => pages.close())
beforeEach(async () => {
  page = await pages.open()
  clicks = 0
})
afterEach(() => expect(pages.faults).toEqual([]))

const click = async (target: Locator): Promise<void> => {
  await target.click()
  clicks += 1
}

/** Choosing from a list of the browser counts as one click. */
const choose = async (label: string, value: string): Promise<void> => {
  await page.getByRole("combobox", { name: label }).selectOption(value)
  clicks += 1
}

const view = (name: string): Locator => page.getByRole("link", { name, exact: true })
const form = (name: string): Locator => page.getByRole("button", { name, exact: true })
const cell = (name: string): Locator => page.locator(`td[data-cell="${name}"]`)

describe("questions, in clicks", () => {
  test("which decision moved T2 II.A 2027, by how much, who decided, is anything unexplained: 2, and the line: 1", async () => {
    await click(form("T2"))
    await click(cell("EXPLOITATIE/II.A/2027"))
    const moved = page.locator(".explain .moved")
    await Pages.shows(moved, /2026\/1/)
    await Pages.shows(moved, /\+12\.535,823/)
    await Pages.shows(moved, /Algemene vergadering, 18 juni 2026 \(2026\/AV\/12\)/)
    await Pages.shows(moved, /Onverklaard: 0,00/)
    expect(clicks).toBe(2)
    await click(moved.getByRole("button", { name: "boeking 72, 74" }))
    await Pages.shows(page.locator(".entry-card"), /aanpassing-2026-1\.csv/)
    expect(clicks).toBe(3)
  })

  test("M2 before and after side by side: 1", async () => {
    await click(view("Wijzigingen"))
    await Pages.shows(cell("Budgettair resultaat/I.a/2026/old"), /^4\.622\.731$/)
    await Pages.shows(cell("Budgettair resultaat/I.a/2026/new"), /^4\.622\.791$/)
    expect(clicks).toBe(1)
  })

  test("the largest change of the plan, by decisions only: 2", async () => {
    await click(view("Wijzigingen"))
    await choose("Volgorde", "size")
    expect(page.url()).not.toContain("plan:")
    const deltas = await page.locator("table.changes tbody td:nth-of-type(4)").allTextContents()
    const sizes = deltas.map((text) => Number(text.replace(/[+−.]/g, "").replace(",", ".")))
    expect(sizes.length).toBeGreaterThan(3)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(clicks).toBe(2)
  })

  test("why a cell is zero: 2", async () => {
    await click(form("T2"))
    await click(page.locator("table.form td.zero").first())
    await Pages.shows(page.locator(".explain"), /Waarom deze cel leeg is/)
    expect(clicks).toBe(2)
  })

  test("why a cell of a folded row is zero: 1, with typing", async () => {
    await click(page.getByRole("button", { name: /^Zoeken/ }))
    await page.keyboard.type("T2 I.A.2.d 2028")
    await page.keyboard.press("Enter")
    await Pages.shows(page.locator(".explain"), /I\.A\.2\.d.*2028.*Waarom deze cel leeg is/s)
    await page.locator("td[data-cell='EXPLOITATIE/I.A.2.d/2028'].zero:visible").waitFor()
    expect(clicks).toBe(1)
  })

  test("who set a row last: 1", async () => {
    await click(page.getByLabel("Toon het laatste besluit per rij"))
    await Pages.shows(
      page.locator("tr:has([data-cell='Budgettair resultaat/I.b/2026']) td.blame"),
      /2026\/2 · Algemene vergadering, 10 december 2026/,
    )
    expect(clicks).toBe(1)
  })

  test("is the journal intact: 0", async () => {
    await Pages.shows(page.locator(".seal"), /75 · ongewijzigd/)
    expect(clicks).toBe(0)
  })

  test("where the overhead is posted: 2, with typing", async () => {
    await click(page.getByRole("button", { name: /^Zoeken/ }))
    await page.keyboard.type("overhead")
    await click(page.getByRole("option", { name: /Overheadregel/ }).first())
    await Pages.shows(
      page.locator(".filter.active"),
      new RegExp(`\\d+ van ${W13.ledger().columns.postings} mutaties`),
    )
    expect(clicks).toBe(2)
  })

  test("find an account: 1, with typing", async () => {
    await click(page.getByRole("button", { name: /^Zoeken/ }))
    await page.keyboard.type("7401000")
    await page.keyboard.press("Enter")
    await Pages.shows(page.locator(".filter.active"), /7401000/)
    expect(clicks).toBe(1)
  })

  test("a link to a cell, opened by somebody else: 0", async () => {
    await pages.open("#view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027")
    await Pages.shows(page.locator("#explained"), /EXPLOITATIE\/II\.A\.3\.a/)
    expect(clicks).toBe(0)
  })

  test("save what is shown: 1; print it: 1", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      click(page.locator(".save").first().getByRole("button", { name: "CSV", exact: true })),
    ])
    expect(readFileSync(await download.path(), "utf8")).toContain("Budgettair resultaat;II.b;Uitgaven;460000")
    expect(clicks).toBe(1)
    await page.evaluate("window.print = () => { document.title = 'printed' }")
    await click(page.getByRole("button", { name: "Afdrukken" }))
    await expect.poll(() => page.title(), Pages.patient).toBe("printed")
    expect(clicks).toBe(2)
  })
})

describe("the sheet of a decision", () => {
  test("from a cell to the sheet of the decision behind it: 2 more clicks at most, and it prints on one A4", async () => {
    await click(view("Besluit"))
    await choose("Besluit", "2026/1")
    const sheet = page.locator(".decision-sheet")
    await Pages.shows(sheet, /Besluit 2026\/1 – W13/)
    await Pages.shows(sheet, /Algemene vergadering, 18 juni 2026 \(2026\/AV\/12\)/)
    await Pages.shows(sheet, /Onverklaard750,00/)
    await Pages.shows(sheet.locator("table[data-origin=reason]"), /Loonindex van juli 2026.*A10102/)
    expect(clicks).toBe(2)
    const file = Result.getOrThrow(DecisionFile.of(W13.ledger(), "2026/1"))
    await Pages.shows(sheet, W13.sealed()[file.position - 1]?.hash ?? "no entry")
    for (const { section, code, new: now } of file.effects) {
      const figures = sheet.locator(`tbody[data-row="${section}/${code}"] tr[data-side=new] td`)
      expect(await figures.allTextContents()).toEqual(now.map(Figures.exact))
    }
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  })

  test("explanation: links the decision behind a cell to its sheet", async () => {
    await pages.open("#view=statements&form=T2&row=EXPLOITATIE/II.A&year=2027")
    await click(page.getByRole("button", { name: "Besluit op één blad: 2026/1" }))
    await Pages.shows(page.locator("#sheet-title"), /Besluit 2026\/1/)
    expect(clicks).toBe(1)
  })
})

/** The number of pages of a PDF. */
const pagesOf = (pdf: Buffer): number => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length
