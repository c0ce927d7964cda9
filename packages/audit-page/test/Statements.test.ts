/** The view of statements: figures, explanations, folded rows, paper, keyboard, and what is saved. */
import { readFileSync } from "node:fs"
import { Sheet } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as Pages from "./Pages.ts"

let pages: Pages.Pages

beforeAll(async () => {
  pages = await Pages.start()
})
afterAll(() => pages.close())
afterEach(() => expect(pages.faults).toEqual([]))

describe("statements", () => {
  test("M2: prints figures in Belgian notation", async () => {
    const page = await pages.open()
    await expect
      .poll(() => page.textContent(Pages.cell("Budgettair resultaat/II.b", 2026)), Pages.patient)
      .toBe("460.000")
    await expect
      .poll(() => page.textContent(Pages.cell("Budgettair resultaat/III", 2029)), Pages.patient)
      .toBe("−3")
    await expect.poll(() => page.title(), Pages.patient).toBe("M2 – W13 Meerjarenplan 2026-2031")
  })

  test("slider: shows an earlier figure when it moves", async () => {
    const page = await pages.open()
    const figure = Pages.cell("Budgettair resultaat/IX", 2026)
    const now = await page.textContent(figure)
    await page.getByRole("button", { name: "Plan 2026/0" }).click()
    await expect.poll(() => page.textContent(figure), Pages.patient).toBe("449.553")
    const slider = page.getByRole("slider", { name: "Boeking in het journaal" })
    await slider.focus()
    await page.keyboard.press("End")
    await expect.poll(() => page.textContent(figure), Pages.patient).toBe(now)
    await page.keyboard.press("Home")
    await expect.poll(() => page.textContent(figure), Pages.patient).toBe("0")
    expect(await slider.getAttribute("aria-valuetext")).toContain("boeking 1 van")
  })

  test("explanation: leads from T2 II.A.3.a in 2027 to a line of budget-lines.csv", async () => {
    const page = await pages.open()
    await page.getByRole("button", { name: "T2", exact: true }).click()
    await page.click(Pages.cell("EXPLOITATIE/II.A.3.a", 2027))
    const panel = page.locator("aside.explain")
    expect(await panel.locator('[data-testid="exact"]').textContent()).toBe("4.254.479,82")
    const lines = readFileSync(
      new URL("../../../examples/w13/data/budget-lines.csv", import.meta.url),
      "utf8",
    )
    const source = (await panel.locator(".source").first().textContent()) ?? ""
    const [, line] = /^budget-lines\.csv:(\d+)$/.exec(source) ?? []
    expect(lines.split("\n")[Number(line) - 1]).toContain("16.631,48")
    await panel
      .getByRole("button", { name: /^boeking/ })
      .nth(1)
      .click()
    await expect.poll(() => page.locator(".entry-card .hash").count(), Pages.patient).toBeGreaterThan(3)
  })
})

describe("statement", () => {
  test("rows: without amounts are folded with a count, shown when asked, and kept in the link", async () => {
    const page = await pages.open("#view=statements&form=T2")
    const rows = page.locator("table.form th[scope=row]")
    const shown = await rows.count()
    expect(await page.textContent("#content")).toContain("126 rijen zonder bedrag niet getoond")
    await page.getByRole("button", { name: "Toon ze" }).click()
    await expect.poll(() => rows.count(), Pages.patient).toBe(shown + 126)
    expect(page.url()).toContain("empty=1")
    await page.getByRole("button", { name: "Onderliggende rijen van II.A Operationele ontvangsten" }).click()
    await expect
      .poll(() => page.locator(Pages.cell("EXPLOITATIE/II.A.3.a", 2026)).count(), Pages.patient)
      .toBe(0)
    expect(await page.locator(Pages.cell("EXPLOITATIE/II.B", 2026)).count()).toBe(1)
    expect(page.url()).toContain("closed=EXPLOITATIE/II.A")
  })

  test.each([
    ["wide", 1440, ""],
    ["explained", 1440, "&row=EXPLOITATIE/II.A.3.a&year=2031"],
    ["phone", 390, "&row=EXPLOITATIE/II.A.3.a&year=2031"],
  ])("%s layout: years and row labels stay visible while the rows scroll", async (_, width, chosen) => {
    const page = await pages.open()
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate(`location.hash = "#view=statements&form=T2&empty=1${chosen}"`)
    await page.locator(Pages.cell("EXPLOITATIE/II.A.3.a", 2031)).scrollIntoViewIfNeeded()
    const boxes = await page.evaluate(() =>
      ["table.form thead th.figure", 'tr:has([data-cell="EXPLOITATIE/II.A.3.a/2031"]) th[scope=row]'].map(
        (selector) => {
          const { top, bottom, left } =
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
          return top >= -1 && bottom <= innerHeight && left >= -400
        },
      ),
    )
    expect(boxes).toEqual([true, true])
    const label = page.locator('tr:has([data-cell="EXPLOITATIE/II.A.3.a/2031"]) th[scope=row]')
    expect((await label.boundingBox())?.x).toBeGreaterThanOrEqual(0)
  })

  test("paper: M2 is printed on one page, with its title, years and page number", async () => {
    const page = await pages.open("#view=statements&form=M2&empty=1")
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1)
  })
})

describe("the keyboard", () => {
  test("statement: arrows move, Enter opens an explanation, Escape returns to the cell", async () => {
    const page = await pages.open()
    await page.locator('table.form td[tabindex="0"]').focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect.poll(() => page.locator("#explained").textContent(), Pages.patient).toContain("2027")
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), Pages.patient).toBe("explained")
    await page.keyboard.press("Escape")
    await expect.poll(() => page.locator("aside.explain").count(), Pages.patient).toBe(0)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-column")), Pages.patient)
      .toBe("1")
  })
})

describe("save", () => {
  const taken = async (page: Page, button: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".save").first().getByRole("button", { name: button, exact: true }).click(),
    ])
    return readFileSync(await download.path())
  }

  test("statement: is saved as CSV, as a workbook, and as text", async () => {
    const page = await pages.open("#view=statements&form=M2")
    const csv = (await taken(page, "CSV")).toString("utf8")
    expect(csv).toContain("\ufeffsection;code;label;2026;2027")
    expect(csv).toContain("Budgettair resultaat;II.b;Uitgaven;460000;10000")
    const book = await Effect.runPromise(Sheet.read(await taken(page, "XLSX")))
    const heads = book.rows.map(({ cells }) => cells.slice(0, 4).join("|"))
    expect(heads).toContain("Onderdeel|Code|Omschrijving|2026")
    expect(book.rows.map(({ cells }) => cells.slice(0, 4).join("|")).join("\n")).toContain(
      "II.b|Uitgaven|460000",
    )
    await page.locator(".save").first().getByRole("button", { name: "Kopieer als tekst" }).click()
    await page.getByText("Gekopieerd.").waitFor()
  })
})
