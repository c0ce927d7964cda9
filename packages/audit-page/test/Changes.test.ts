/** The views of changes, steps and checks. */
import { readFileSync } from "node:fs"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as Pages from "./Pages.ts"

let pages: Pages.Pages

beforeAll(async () => {
  pages = await Pages.start()
})
afterAll(() => pages.close())
afterEach(() => expect(pages.faults).toEqual([]))

describe("changes", () => {
  test("changes: what the table shows is saved, with the filter in the title of the text", async () => {
    const page = await pages.open(
      "#view=changes&as=list&from=plan:2026/0&to=plan:2026/1&form=M2&only=cause:index",
    )
    const rows = await page.locator("table.changes tbody tr").count()
    await page.locator(".changes").first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .locator(".taking:has(table.changes) .take")
        .getByRole("button", { name: "CSV", exact: true })
        .click(),
    ])
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\n")
    expect(lines.length).toBe(rows + 1)
    expect(lines[1]).toMatch(/^M2 I Exploitatiesaldo .*;2026;0,00;-400,60;-400,60;.*Indexering Loonindex/)
  })

  test("table and waterfall: the causes of a cell sum to its difference", async () => {
    const page = await pages.open("#view=changes&as=list&from=plan:2026/0&to=plan:2026/1&form=M2")
    const first = page.locator("table.changes tbody tr").first()
    await first.getByRole("button", { name: /Toon de watervalgrafiek$/ }).click()
    const figures = await page.locator(".waterfall td.figure").allTextContents()
    const micros = figures.map(micro)
    const [old = 0n] = micros
    expect(old + micros.slice(1, -1).reduce((sum, part) => sum + part, 0n)).toBe(micros.at(-1))
    await expect
      .poll(() => page.locator("table.changes").textContent(), Pages.patient)
      .toContain("Loonindex van juli 2026")
    await expect
      .poll(() => page.locator("table.changes").textContent(), Pages.patient)
      .toContain("Zonder reden")
    await page.getByLabel("Oorzaak").selectOption("unexplained")
    await expect.poll(() => page.locator(".changes tbody tr").count(), Pages.patient).toBeGreaterThan(0)
  })

  test("steps: a neutral adjustment is out of balance on the way and in balance at the end", async () => {
    const page = await pages.open("#view=replay&to=plan:2026/2")
    const gauge = page.getByRole("meter", { name: "Neutraliteit 2026" })
    const next = page.getByRole("button", { name: "Volgende stap" })
    await next.click()
    await expect.poll(() => page.locator("article.step").textContent(), Pages.patient).toContain("2026/AV/31")
    await next.click()
    expect(await gauge.getAttribute("aria-valuetext")).toBe("−2.400,00 uit evenwicht")
    await next.click()
    expect(await gauge.getAttribute("aria-valuetext")).toBe("in evenwicht")
    await page.getByRole("button", { name: "Laatste stap" }).click()
    await expect
      .poll(() => page.locator(".verdict.holds").textContent(), Pages.patient)
      .toContain("het verschil tussen de twee planversies")
    await expect
      .poll(() => page.getByRole("meter").filter({ hasText: "uit evenwicht" }).count(), Pages.patient)
      .toBe(0)
  })
})

describe("the checks", () => {
  test("laws and norms: every law passes, and a missed norm shows its shortage", async () => {
    const page = await pages.open("#view=checks")
    const laws = page.locator('[data-testid="laws"]')
    await expect.poll(() => laws.textContent(), { timeout: 300_000 }).toMatch(/^12 van 12 controles voldaan/)
    const short = await page.locator(".norms .warns").first().textContent()
    expect(short).toContain("niet voldaan, 15.569,4118 te kort")
  })
})

/** A figure as shown, in micro-euro. */
const micro = (figure: string): bigint => {
  const [whole = "", fraction = ""] = figure.replace(/[+−.]/g, "").split(",")
  const size = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"))
  return figure.startsWith("−") ? -size : size
}
