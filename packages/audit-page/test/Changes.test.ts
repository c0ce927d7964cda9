/** The views of changes, charts, steps and checks. */
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
        .locator(".savable:has(table.changes) .save")
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

describe("comparison in the form", () => {
  test("cause: highlights every cell that it moved, by pointer and by keyboard, and in the link when chosen", async () => {
    const page = await pages.open("#view=changes&from=decision:2026/0&to=decision:2026/1&form=T2")
    const cause = page.locator(".cause-strip button").filter({ hasText: "Loonindex van juli 2026" })
    const count = Number(/(\d+) cellen/.exec((await cause.textContent()) ?? "")?.[1])
    expect(count).toBeGreaterThan(3)
    const highlighted = page.locator("td[data-hovered]")
    await cause.hover()
    await expect.poll(() => highlighted.count(), Pages.patient).toBe(count)
    await page.mouse.move(0, 0)
    await expect.poll(() => highlighted.count(), Pages.patient).toBe(0)
    await cause.focus()
    await expect.poll(() => highlighted.count(), Pages.patient).toBe(count)
    await page.keyboard.press("Enter")
    await expect.poll(() => page.locator("td[data-moved]").count(), Pages.patient).toBe(count)
    await pages.open(new URL(page.url()).hash)
    await expect.poll(() => page.locator("td[data-moved]").count(), Pages.patient).toBe(count)
    const bar = page.locator("rect[data-kind=index]").first()
    await bar.hover()
    await expect.poll(() => highlighted.count(), Pages.patient).toBe(count)
  })

  test("figures: old and difference make new in every shown row, and the bar of a cell shows each of its causes", async () => {
    const page = await pages.open("#view=changes&from=decision:2026/0&to=decision:2026/1&form=synthesis")
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
    await expect.poll(() => page.locator("aside.explain").count(), Pages.patient).toBe(0)
  })

  test("rows: unchanged rows and years are folded, shown when asked, and printed with the years repeated", async () => {
    const page = await pages.open("#view=changes&from=decision:2026/0&to=decision:2026/1&form=T2")
    const rows = page.locator("table.compare th[scope=row]")
    const folded = await rows.count()
    await Pages.shows(page.locator("#content"), /144 rijen en 3 jaar/)
    await page.getByRole("button", { name: "Toon ze" }).click()
    await expect.poll(() => rows.count(), Pages.patient).toBe(folded + 144)
    expect(await page.locator("table.compare th.year").count()).toBe(6)
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".cause-strip button").first().isVisible()).toBe(true)
    expect(await page.locator("table.compare tr.onpaper").isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
  })
})

describe("charts", () => {
  test("years: show both amounts and the change, exactly for the pointer and for the keyboard", async () => {
    const page = await pages.open("#view=charts&from=decision:2026/0&to=decision:2026/1")
    const chart = page.locator("figure.bars").first()
    await Pages.shows(chart.locator(".tick text").last(), /^\d{1,3}(?:\.\d{3})*$|^0$/)
    const year = chart.locator(".year-tip").first()
    const tip = year.locator(".tip")
    expect(await tip.isVisible()).toBe(false)
    await year.focus()
    await expect.poll(() => tip.isVisible(), Pages.patient).toBe(true)
    const exact = /^2026: Voor: ([−\d.,]+); Na: ([−\d.,]+); Verschil: ([+−\d.,]+)$/
    const [, old = "", made = "", delta = ""] =
      exact.exec((await year.getAttribute("aria-label")) ?? "") ?? []
    const micros = (text: string) =>
      Math.round(1e6 * Number(text.replace("−", "-").replace(/[+.]/g, "").replace(",", ".")))
    expect(delta).toMatch(/^[+−]/)
    expect(micros(old) + micros(delta)).toBe(micros(made))
    await chart.locator(".year-tip").nth(3).hover()
    await expect
      .poll(() => chart.locator(".year-tip").nth(3).locator(".tip").isVisible(), Pages.patient)
      .toBe(true)
  })

  test("waterfall: has an axis, and a growing expenditure is not green", async () => {
    const page = await pages.open(
      "#view=changes&from=decision:2026/0&to=decision:2026/1&form=M2&row=Budgettair resultaat/I.b&year=2027",
    )
    const chart = page.locator(".waterfall")
    expect(await chart.locator(".axis span").count()).toBeGreaterThan(1)
    const grown = chart.locator('tr[data-kind="timing"]')
    await Pages.shows(grown.locator("td.figure"), /^\+1\.500,00$/)
    expect(await grown.getAttribute("data-effect")).toBe("less")
  })
})

/** A figure as shown, in micro-euro. */
const micro = (figure: string): bigint => {
  const [whole = "", fraction = ""] = figure.replace(/[+−.]/g, "").split(",")
  const size = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"))
  return figure.startsWith("−") ? -size : size
}
