/** The forms of the annual accounts, beside the plan. */
import { readFileSync } from "node:fs"
import { AuditPage } from "@grootboek/audit-page"
import { Money, Statement } from "@grootboek/core"
import { ShownStatement } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import type { Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as Figures from "../src/words/Figures.ts"
import * as Pages from "./Pages.ts"
import * as W13 from "./W13.ts"

let pages: Pages.Pages

beforeAll(async () => {
  pages = await Pages.start()
})
afterAll(() => pages.close())
afterEach(() => expect(pages.faults).toEqual([]))

const html = AuditPage.render({
  journal: W13.realised(),
  actionPages: new Map([["A10302", "actions/A10302.html"]]),
})
const form = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true })

describe("the annual accounts", () => {
  test("J2: shows the last closed year beside the plan and the initial plan, each figure with its explanation", async () => {
    const ledger = W13.ledger(W13.realised())
    const filled = Result.getOrThrow(ShownStatement.of(ledger, "J2"))
    const index = filled.rows.findIndex(({ code }) => code === "I.b")
    const figure = (one: Statement.StatementCell | undefined) =>
      Figures.printed(one?.printed ?? Money.zero, filled.decimals)
    const beside = filled.accounts?.beside ?? []
    expect(beside.map(({ name }) => name)).toEqual(["plan", "initial"])
    const page = await pages.openText(html)
    await form(page, "J2").click()
    const row = "Budgettair resultaat/I.b"
    await Pages.shows(page.locator(Pages.cell(row, 2026)), figure(filled.rows[index]?.cells[0]))
    await Pages.shows(page.locator("#content"), /2026 is afgesloten/)
    for (const { name, cells } of beside) {
      await page.click(`td[data-cell="${row}/${name}"]`)
      await Pages.shows(page.locator(".explain .large"), figure(cells[index]))
      expect(await page.locator("#explained .code").textContent()).toBe(`M2 ${row}`)
    }
    expect(new URLSearchParams(new URL(page.url()).hash).get("column")).toBe("initial")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".save").first().getByRole("button", { name: "CSV", exact: true }).click(),
    ])
    const figures = [filled.rows[index]?.cells[0], ...beside.map(({ cells }) => cells[index])]
    const printed = figures.map((one) => Statement.figure(filled, one?.printed ?? Money.zero))
    const [head, ...lines] = readFileSync(await download.path(), "utf8").split(/\r?\n/)
    expect(head).toMatch(/section;code;label;2026;plan;initial$/)
    expect(lines).toContain(`Budgettair resultaat;I.b;Uitgaven;${printed.join(";")}`)
  })

  test("J1: another year is chosen, kept from form to form, and refused when the plan does not have it", async () => {
    const page = await pages.openText(html, "#view=statements&form=J1&only=action:A10302")
    expect(await page.getByRole("link", { name: "Pagina van A10302" }).getAttribute("href")).toBe(
      "actions/A10302.html",
    )
    await page.getByRole("combobox", { name: "Boekjaar" }).selectOption("2027")
    await Pages.shows(page.locator("#content"), /2027 is niet afgesloten: dit zijn de realisaties tot nu toe/)
    await form(page, "J3").click()
    await Pages.shows(page.locator("table.form thead"), /2027Meerjarenplan 2026\/2/)
    await pages.openText(html, "#view=statements&form=J1&year=2019")
    await Pages.shows(page.locator(".problem"), /Jaar "2019" bestaat niet/)
  })
})
