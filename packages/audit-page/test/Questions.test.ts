/** Questions of an auditor, each with the number of clicks from the opened page to its answer. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { AuditPage } from "@grootboek/audit-page"
import { Intake, Ledger, Money, Statement } from "@grootboek/core"
import { DecisionFile, ShownStatement } from "@grootboek/core/answer"
import { Reader } from "@grootboek/csv"
import * as Browser from "@grootboek/testing/Browser"
import * as Result from "effect/Result"
import type { Locator, Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import * as Figures from "../src/words/Figures.ts"
import * as W13 from "./W13.ts"

const patient = { timeout: 300_000, interval: 50 }

let folder = ""
let address = ""
let browser: Browser.Browser
let page: Page
let clicks = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-questions-"))
  const file = join(folder, "page.html")
  writeFileSync(file, AuditPage.render({ journal: W13.sealed(), made: "2026-12-11T08:00:00.000Z" }))
  address = String(pathToFileURL(file))
  browser = await Browser.open()
  page = await browser.context.newPage()
  page.setDefaultTimeout(300_000)
  await page.goto(address)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await open("#view=statements")
  clicks = 0
})

// The page is loaded once: a link names all that it shows.
const open = async (hash: string): Promise<void> => {
  const [, view = ""] = /view=(\w+)/.exec(hash) ?? []
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
  await page.waitForSelector(`html[data-view="${view}"]`)
  await page.waitForSelector("#content h2")
}

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
const shows = (target: Locator, text: string | RegExp) =>
  expect.poll(() => target.textContent(), patient).toMatch(text)

describe("questions, in clicks", () => {
  test("which decision moved T2 II.A 2027, by how much, who decided, is anything unexplained: 2, and the line: 1", async () => {
    await click(form("T2"))
    await click(cell("EXPLOITATIE/II.A/2027"))
    const moved = page.locator(".explain .moved")
    await shows(moved, /2026\/1/)
    await shows(moved, /\+12\.535,823/)
    await shows(moved, /Algemene vergadering, 18 juni 2026 \(2026\/AV\/12\)/)
    await shows(moved, /Onverklaard: 0,00/)
    expect(clicks).toBe(2)
    await click(moved.getByRole("button", { name: "boeking 72, 74" }))
    await shows(page.locator(".entry-card"), /aanpassing-2026-1\.csv/)
    expect(clicks).toBe(3)
  })

  test("M2 before and after side by side: 1", async () => {
    await click(view("Wijzigingen"))
    await shows(cell("Budgettair resultaat/I.a/2026/old"), /^4\.622\.731$/)
    await shows(cell("Budgettair resultaat/I.a/2026/new"), /^4\.622\.791$/)
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
    await shows(page.locator(".explain"), /Waarom deze cel leeg is/)
    expect(clicks).toBe(2)
  })

  test("why a cell of a folded row is zero: 1, with typing", async () => {
    await click(page.getByRole("button", { name: /^Zoeken/ }))
    await page.keyboard.type("T2 I.A.2.d 2028")
    await page.keyboard.press("Enter")
    await shows(page.locator(".explain"), /I\.A\.2\.d.*2028.*Waarom deze cel leeg is/s)
    await page.locator("td[data-cell='EXPLOITATIE/I.A.2.d/2028'].zero:visible").waitFor()
    expect(clicks).toBe(1)
  })

  test("who set a row last: 1", async () => {
    await click(page.getByLabel("Toon het laatste besluit per rij"))
    await shows(
      page.locator("tr:has([data-cell='Budgettair resultaat/I.b/2026']) td.blame"),
      /2026\/2 · Algemene vergadering, 10 december 2026/,
    )
    expect(clicks).toBe(1)
  })

  test("is the journal intact: 0", async () => {
    await shows(page.locator(".seal"), /75 · ongewijzigd/)
    expect(clicks).toBe(0)
  })

  test("where the overhead is posted: 2, with typing", async () => {
    await click(page.getByRole("button", { name: /^Zoeken/ }))
    await page.keyboard.type("overhead")
    await click(page.getByRole("option", { name: /Overheadregel/ }).first())
    await shows(
      page.locator(".filter.active"),
      new RegExp(`\\d+ van ${W13.ledger().columns.postings} mutaties`),
    )
    expect(clicks).toBe(2)
  })

  test("find an account: 1, with typing", async () => {
    await click(page.getByRole("button", { name: /^Zoeken/ }))
    await page.keyboard.type("7401000")
    await page.keyboard.press("Enter")
    await shows(page.locator(".filter.active"), /7401000/)
    expect(clicks).toBe(1)
  })

  test("a link to a cell, opened by somebody else: 0", async () => {
    await open("#view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027")
    await shows(page.locator("#explained"), /EXPLOITATIE\/II\.A\.3\.a/)
    expect(clicks).toBe(0)
  })

  test("take what is shown: 1; print it: 1", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      click(page.locator(".take").first().getByRole("button", { name: "CSV", exact: true })),
    ])
    expect(readFileSync(await download.path(), "utf8")).toContain("Budgettair resultaat;II.b;Uitgaven;460000")
    expect(clicks).toBe(1)
    await page.evaluate("window.print = () => { document.title = 'printed' }")
    await click(page.getByRole("button", { name: "Afdrukken" }))
    await expect.poll(() => page.title(), patient).toBe("printed")
    expect(clicks).toBe(2)
  })
})

describe("comparison in the form", () => {
  test("cause: highlights every cell that it moved, by pointer and by keyboard, and in the link when chosen", async () => {
    await open("#view=changes&from=decision:2026/0&to=decision:2026/1&form=T2")
    const cause = page.locator(".cause-strip button").filter({ hasText: "Loonindex van juli 2026" })
    const count = Number(/(\d+) cellen/.exec((await cause.textContent()) ?? "")?.[1])
    expect(count).toBeGreaterThan(3)
    const highlighted = page.locator("td[data-hovered]")
    await cause.hover()
    await expect.poll(() => highlighted.count(), patient).toBe(count)
    await page.mouse.move(0, 0)
    await expect.poll(() => highlighted.count(), patient).toBe(0)
    await cause.focus()
    await expect.poll(() => highlighted.count(), patient).toBe(count)
    await page.keyboard.press("Enter")
    await expect.poll(() => page.locator("td[data-moved]").count(), patient).toBe(count)
    await open(new URL(page.url()).hash)
    await expect.poll(() => page.locator("td[data-moved]").count(), patient).toBe(count)
    const bar = page.locator("rect[data-kind=index]").first()
    await bar.hover()
    await expect.poll(() => highlighted.count(), patient).toBe(count)
  })

  test("figures: old and difference make new in every shown row, and the bar of a cell shows each of its causes", async () => {
    await open("#view=changes&from=decision:2026/0&to=decision:2026/1&form=synthesis")
    const rows: ReadonlyArray<ReadonlyArray<string>> = await page.evaluate(
      `[...document.querySelectorAll("table.compare tr:has(td.delta:not(.zero))")].map((row) =>
        [...row.querySelectorAll("td.figure")].map((cell) => cell.textContent))`,
    )
    expect(rows.length).toBeGreaterThan(0)
    const cents = (text = "") => Number(text.replace("−", "-").replace(/[+.,]/g, "").replace("–", "0"))
    for (const row of rows)
      for (let at = 0; at < row.length; at += 3)
        expect(Math.abs(cents(row[at]) + cents(row[at + 2]) - cents(row[at + 1]))).toBeLessThanOrEqual(1)
    await page.locator("td.delta:not(.zero)").first().focus()
    await page.keyboard.press("Enter")
    await page.locator("aside.explain .causes li").first().waitFor()
    const bars = await page.locator('td.delta[aria-selected="true"] rect').count()
    expect(await page.locator("aside.explain .causes li:has(.figure)").count()).toBe(bars)
    await page.keyboard.press("Escape")
    await expect.poll(() => page.locator("aside.explain").count(), patient).toBe(0)
  })

  test("rows: unchanged rows and years are folded, shown when asked, and printed with the years repeated", async () => {
    await open("#view=changes&from=decision:2026/0&to=decision:2026/1&form=T2")
    const rows = page.locator("table.compare th[scope=row]")
    const folded = await rows.count()
    await shows(page.locator("#content"), /144 rijen en 3 jaar/)
    await page.getByRole("button", { name: "Toon ze" }).click()
    await expect.poll(() => rows.count(), patient).toBe(folded + 144)
    expect(await page.locator("table.compare th.year").count()).toBe(6)
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".cause-strip button").first().isVisible()).toBe(true)
    expect(await page.locator("table.compare tr.onpaper").isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
  })
})

describe("charts", () => {
  test("years: show both amounts and the change, exactly for the pointer and for the keyboard", async () => {
    await open("#view=charts&from=decision:2026/0&to=decision:2026/1")
    const chart = page.locator("figure.bars").first()
    await shows(chart.locator(".tick text").last(), /^\d{1,3}(?:\.\d{3})*$|^0$/)
    const year = chart.locator(".year-tip").first()
    const tip = year.locator(".tip")
    expect(await tip.isVisible()).toBe(false)
    await year.focus()
    await expect.poll(() => tip.isVisible(), patient).toBe(true)
    const exact = /^2026: Voor: ([−\d.,]+); Na: ([−\d.,]+); Verschil: ([+−\d.,]+)$/
    const [, old = "", made = "", delta = ""] =
      exact.exec((await year.getAttribute("aria-label")) ?? "") ?? []
    const micros = (text: string) =>
      Math.round(1e6 * Number(text.replace("−", "-").replace(/[+.]/g, "").replace(",", ".")))
    expect(delta).toMatch(/^[+−]/)
    expect(micros(old) + micros(delta)).toBe(micros(made))
    await chart.locator(".year-tip").nth(3).hover()
    await expect.poll(() => chart.locator(".year-tip").nth(3).locator(".tip").isVisible(), patient).toBe(true)
  })

  test("waterfall: has an axis, and a growing expenditure is not green", async () => {
    await open(
      "#view=changes&from=decision:2026/0&to=decision:2026/1&form=M2&row=Budgettair resultaat/I.b&year=2027",
    )
    const chart = page.locator(".waterfall")
    expect(await chart.locator(".axis span").count()).toBeGreaterThan(1)
    const grown = chart.locator('tr[data-kind="timing"]')
    await shows(grown.locator("td.figure"), /^\+1\.500,00$/)
    expect(await grown.getAttribute("data-effect")).toBe("less")
  })
})

describe("the sheet of a decision", () => {
  test("from a cell to the sheet of the decision behind it: 2 more clicks at most, and it prints on one A4", async () => {
    await click(view("Besluit"))
    await choose("Besluit", "2026/1")
    const sheet = page.locator(".decision-sheet")
    await shows(sheet, /Besluit 2026\/1 – W13/)
    await shows(sheet, /Algemene vergadering, 18 juni 2026 \(2026\/AV\/12\)/)
    await shows(sheet, /Onverklaard750,00/)
    await shows(sheet.locator("table[data-origin=reason]"), /Loonindex van juli 2026.*A10102/)
    expect(clicks).toBe(2)
    const file = Result.getOrThrow(DecisionFile.of(W13.ledger(), "2026/1"))
    await shows(sheet, W13.sealed()[file.position - 1]?.hash ?? "no entry")
    for (const { section, code, new: now } of file.effects) {
      const figures = sheet.locator(`tbody[data-row="${section}/${code}"] tr[data-side=new] td`)
      expect(await figures.allTextContents()).toEqual(now.map(Figures.exact))
    }
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  })

  test("explanation: links the decision behind a cell to its sheet", async () => {
    await open("#view=statements&form=T2&row=EXPLOITATIE/II.A&year=2027")
    await click(page.getByRole("button", { name: "Besluit op één blad: 2026/1" }))
    await shows(page.locator("#sheet-title"), /Besluit 2026\/1/)
    expect(clicks).toBe(1)
  })
})

/** The number of pages of a PDF. */
const pagesOf = (pdf: Buffer): number => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length

describe("what if", () => {
  const result = (side: "old" | "new") =>
    page.locator(`tbody[data-row="Budgettair resultaat/IX"] tr[data-side=${side}] td`).allTextContents()

  test("+2 % on accounts 62 from 2028: shows the plan and the result, which the saved file gives when it is imported", async () => {
    await click(view("Wat als"))
    await page.getByRole("combobox", { name: "Van", exact: true }).selectOption("2028")
    await page.getByRole("button", { name: "Voeg toe" }).press("Enter")
    await shows(page.locator(".supposed li").first(), /\+2\s% op rekeningen 62 in 2028–2031/)
    await shows(page.locator(".what-if table[data-origin=rule]"), /Overhead doorgerekend/)
    expect(new URLSearchParams(new URL(page.url()).hash).getAll("suppose")).toEqual([
      "62 +2% 2028-2031 index",
    ])
    await page.getByRole("combobox", { name: "Wat wijzigt" }).selectOption("one")
    await page.getByRole("combobox", { name: "Budgetlijn" }).fill("A10101 · 9090 · 7450000 · O")
    await page.getByRole("combobox", { name: "Hoe" }).selectOption("Becomes")
    await page.getByRole("textbox", { name: "Getal" }).fill("6.000,50")
    await page.getByRole("button", { name: "Voeg toe" }).click()
    await shows(page.locator(".supposed li").nth(1), /A10101 · 9090 · 7450000 · O wordt 6\.000,50/)
    await shows(page.locator(".what-if [role=note]"), /dit is niet het plan/)
    const ledger = W13.ledger()
    const read = (of: typeof ledger) =>
      Result.getOrThrow(Ledger.statement(of, "M2"))
        .rows.find(({ section, code }) => `${section}/${code}` === "Budgettair resultaat/IX")
        ?.cells.map(({ exact }) => Figures.exact(exact))
    expect(await result("old")).toEqual(read(ledger))
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Bewaar als aanpassing (CSV)" }).click(),
    ])
    const bytes = readFileSync(await download.path())
    const file = { name: "wat-als.csv", bytes, sha256: W13.sha256(bytes) }
    const options = { sha256: W13.sha256, plan: "2027/1", adjustment: { creditYears: [2027] } }
    const { requests, faults } = Reader.read("adjustment", file, options)
    expect(faults).toEqual([])
    const context = { actor: "test", sha256: W13.sha256, recorded: new Map() }
    const imported = Result.getOrThrow(Intake.decide(ledger, requests, context))
    expect(await result("new")).toEqual(read(imported.ledger))
    expect(await result("new")).not.toEqual(await result("old"))
    const shown = await result("new")
    await open(new URL(page.url()).hash)
    expect(await result("new")).toEqual(shown)
    await page.getByRole("button", { name: /^Verwijder: A10101/ }).click()
    await expect.poll(() => page.locator(".supposed li").count(), patient).toBe(1)
    await page.goBack()
    await expect.poll(() => page.locator(".supposed li").count(), patient).toBe(2)
  })

  test("refusals: say why, in the language of the reader, beside the change", async () => {
    await open("#view=whatIf&suppose=699+%2B2%25+2028&lang=nl")
    await shows(page.locator(".supposed [role=alert]"), /geen enkele budgetlijn/)
    await open("#view=whatIf&suppose=nonsense&lang=en")
    await shows(page.locator(".supposed li"), /“nonsense” is not a change/)
    expect(await page.locator(".hatched").count()).toBe(0)
  })
})

describe("the annual accounts", () => {
  test("J2: shows the last closed year beside the plan and the initial plan, each figure with its explanation", async () => {
    const actionPages = new Map([["A10302", "actions/A10302.html"]])
    writeFileSync(join(folder, "accounts.html"), AuditPage.render({ journal: W13.realised(), actionPages }))
    const ledger = W13.ledger(W13.realised())
    const filled = Result.getOrThrow(ShownStatement.of(ledger, "J2"))
    const index = filled.rows.findIndex(({ code }) => code === "I.b")
    const figure = (one: Statement.StatementCell | undefined) =>
      Figures.printed(one?.printed ?? Money.zero, filled.decimals)
    const beside = filled.accounts?.beside ?? []
    expect(beside.map(({ name }) => name)).toEqual(["plan", "initial"])
    await page.goto("about:blank")
    await page.goto(String(pathToFileURL(join(folder, "accounts.html"))))
    await click(form("J2"))
    const row = "Budgettair resultaat/I.b"
    await shows(cell(`${row}/2026`), figure(filled.rows[index]?.cells[0]))
    await shows(page.locator("#content"), /2026 is afgesloten/)
    for (const { name, cells } of beside) {
      await click(cell(`${row}/${name}`))
      await shows(page.locator(".explain .large"), figure(cells[index]))
      expect(await page.locator("#explained .code").textContent()).toBe(`M2 ${row}`)
    }
    expect(new URLSearchParams(new URL(page.url()).hash).get("column")).toBe("initial")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".take").first().getByRole("button", { name: "CSV", exact: true }).click(),
    ])
    const figures = [filled.rows[index]?.cells[0], ...beside.map(({ cells }) => cells[index])]
    const printed = figures.map((one) => Statement.figure(filled, one?.printed ?? Money.zero))
    const [head, ...lines] = readFileSync(await download.path(), "utf8").split(/\r?\n/)
    expect(head).toMatch(/section;code;label;2026;plan;initial$/)
    expect(lines).toContain(`Budgettair resultaat;I.b;Uitgaven;${printed.join(";")}`)
  })

  test("J1: another year is chosen, kept from form to form, and refused when the plan does not have it", async () => {
    const address = String(pathToFileURL(join(folder, "accounts.html")))
    await page.goto("about:blank")
    await page.goto(`${address}#view=statements&form=J1&only=action:A10302`)
    expect(await page.getByRole("link", { name: "Pagina van A10302" }).getAttribute("href")).toBe(
      "actions/A10302.html",
    )
    await page.getByRole("combobox", { name: "Boekjaar" }).selectOption("2027")
    await shows(page.locator("#content"), /2027 is niet afgesloten: dit zijn de realisaties tot nu toe/)
    await form("J3").click()
    await shows(page.locator("table.form thead"), /2027Meerjarenplan 2026\/2/)
    await page.goto("about:blank")
    await page.goto(`${address}#view=statements&form=J1&year=2019`)
    await shows(page.locator(".problem"), /Jaar “2019” bestaat niet/)
  })
})
