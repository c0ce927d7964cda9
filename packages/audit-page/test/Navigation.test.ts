/** Links, search, filter and language. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as Pages from "./Pages.ts"
import * as W13 from "./W13.ts"

let pages: Pages.Pages

beforeAll(async () => {
  pages = await Pages.start()
})
afterAll(() => pages.close())
afterEach(() => expect(pages.faults).toEqual([]))

const allPostings = new RegExp(`\\d+ van ${W13.ledger(Pages.journal).columns.postings} mutaties`)

describe("links", () => {
  test("cell: is scrolled to, selected and explained when a link names it, and Back returns to it", async () => {
    const page = await pages.open(
      "#view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027&at=plan:2026/1",
    )
    const chosen = page.locator('td[aria-selected="true"]')
    expect(await chosen.getAttribute("data-cell")).toBe("EXPLOITATIE/II.A.3.a/2027")
    await expect
      .poll(() => chosen.evaluate((cell) => cell.getBoundingClientRect().bottom < innerHeight), Pages.patient)
      .toBe(true)
    expect(await page.locator('[data-testid="exact"]').textContent()).toBe("4.254.479,82")
    expect(await page.title()).toBe("T2 EXPLOITATIE/II.A.3.a 2027 · 2026/1 – W13 Meerjarenplan 2026-2031")
    await page.click(Pages.cell("EXPLOITATIE/II.A.3.a-2-5", 2028))
    await expect
      .poll(() => chosen.getAttribute("data-cell"), Pages.patient)
      .toBe("EXPLOITATIE/II.A.3.a-2-5/2028")
    await page.goBack()
    await expect.poll(() => chosen.getAttribute("data-cell"), Pages.patient).toBe("EXPLOITATIE/II.A.3.a/2027")
  })

  test("unknown part: is an error that names what exists", async () => {
    const page = await pages.open()
    const unknown = [
      ["view=changes&from=plan:2025/9", '"plan:2025/9" bestaat niet', "plan:2026/0"],
      ["view=statements&at=plan:2025/9", '"plan:2025/9" bestaat niet', "plan:2026/1"],
      ["view=statements&form=M9", '"M9" bestaat niet', "T2"],
      ["view=statements&form=T2&row=II.A.3.x&year=2027", '"II.A.3.x" bestaat niet', ""],
      ["view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2040", '"2040" bestaat niet', "2031"],
      ["view=journal&entry=999", '"999" bestaat niet', "1 – 75"],
      ["view=overzicht", '"overzicht" bestaat niet', "statements"],
    ] as const
    for (const [hash, problem, known] of unknown) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
      const note = page.locator(".problem")
      await expect.poll(() => note.textContent(), Pages.patient).toContain(problem)
      expect(await note.textContent()).toContain(known)
      expect(await page.locator("table").count()).toBe(0)
    }
  })
})

describe("search and filter", () => {
  test("search: Ctrl+K finds an action, and Enter shows only its postings, in the link and on paper", async () => {
    const page = await pages.open("#view=statements&form=T2")
    const figure = Pages.cell("EXPLOITATIE/I", 2026)
    await page.keyboard.press("Control+k")
    await page.keyboard.type("A10102")
    await page.getByRole("option", { name: /Kracht.Wonen actie/ }).click()
    await expect.poll(() => page.url(), Pages.patient).toContain("only=action:A10102")
    await expect.poll(() => page.textContent(".filter.active"), Pages.patient).toMatch(allPostings)
    const action = await page.textContent(figure)
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".filter.active").isVisible()).toBe(true)
    await page.emulateMedia({ media: "screen" })
    await page.click(figure)
    const sum = await page.locator('[data-testid="exact"]').textContent()
    await page.evaluate("location.hash = '#view=statements&form=goals&row=Exploitatie/A10102/U&year=2026'")
    await expect.poll(() => page.locator('[data-testid="exact"]').textContent(), Pages.patient).toBe(sum)
    await expect
      .poll(() => page.textContent(Pages.cell("Exploitatie/A10102/U", 2026)), Pages.patient)
      .toBe(action)
  })

  test("filter: narrows the journal and the changes to a decision, and says when nothing passes", async () => {
    const page = await pages.open("#view=journal&only=decision:2026/2")
    await expect
      .poll(() => page.textContent(".filters [aria-live]"), Pages.patient)
      .toMatch(/^\d van 75 boekingen/)
    await page.evaluate("location.hash = '#view=journal&only=account:999'")
    await expect.poll(() => page.textContent(".filters [aria-live]"), Pages.patient).toContain("0 van 75")
    expect(await page.textContent(".filter.active")).toContain("Geen enkele mutatie voldoet")
    await page.evaluate("location.hash = '#view=changes&only=decision:2026/9'")
    await expect.poll(() => page.textContent(".problem"), Pages.patient).toContain("decision:2026/1")
  })
})

describe("the language", () => {
  test("buttons: switch between Dutch and English, also for screen readers", async () => {
    const page = await pages.open()
    await page.getByRole("button", { name: "EN · English" }).click()
    await expect.poll(() => page.getAttribute("html", "lang"), Pages.patient).toBe("en")
    await expect.poll(() => page.textContent("nav"), Pages.patient).toContain("Statements")
    await expect.poll(() => page.getAttribute("th[scope=row]", "lang"), Pages.patient).toBe("nl")
    await page.getByRole("button", { name: "NL · Nederlands" }).click()
    await expect.poll(() => page.textContent("nav"), Pages.patient).toContain("Staten")
  })
})
