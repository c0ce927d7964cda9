/** The view of supposed changes. */
import { readFileSync } from "node:fs"
import { Intake, Ledger } from "@grootboek/core"
import { Reader } from "@grootboek/csv"
import * as Result from "effect/Result"
import type { Page } from "playwright-core"
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

describe("what if", () => {
  const result = (page: Page, side: "old" | "new") =>
    page.locator(`tbody[data-row="Budgettair resultaat/IX"] tr[data-side=${side}] td`).allTextContents()

  test("+2 % on accounts 62 from 2028: shows the plan and the result, which the saved file gives when it is imported", async () => {
    const page = await pages.open()
    await page.getByRole("link", { name: "Wat als", exact: true }).click()
    await page.getByRole("combobox", { name: "Van", exact: true }).selectOption("2028")
    await page.getByRole("button", { name: "Voeg toe" }).press("Enter")
    await Pages.shows(page.locator(".supposed li").first(), /\+2\s% op rekeningen 62 in 2028–2031/)
    await Pages.shows(page.locator(".what-if table[data-origin=rule]"), /Overhead doorgerekend/)
    expect(new URLSearchParams(new URL(page.url()).hash).getAll("suppose")).toEqual([
      "62 +2% 2028-2031 index",
    ])
    await page.getByRole("combobox", { name: "Wat wijzigt" }).selectOption("one")
    await page.getByRole("combobox", { name: "Budgetlijn" }).fill("A10101 · 9090 · 7450000 · O")
    await page.getByRole("combobox", { name: "Hoe" }).selectOption("Becomes")
    await page.getByRole("textbox", { name: "Getal" }).fill("6.000,50")
    await page.getByRole("button", { name: "Voeg toe" }).click()
    await Pages.shows(page.locator(".supposed li").nth(1), /A10101 · 9090 · 7450000 · O wordt 6\.000,50/)
    await Pages.shows(page.locator(".what-if [role=note]"), /dit is niet het plan/)
    const ledger = W13.ledger()
    const read = (of: typeof ledger) =>
      Result.getOrThrow(Ledger.statement(of, "M2"))
        .rows.find(({ section, code }) => `${section}/${code}` === "Budgettair resultaat/IX")
        ?.cells.map(({ exact }) => Figures.exact(exact))
    expect(await result(page, "old")).toEqual(read(ledger))
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
    expect(await result(page, "new")).toEqual(read(imported.ledger))
    expect(await result(page, "new")).not.toEqual(await result(page, "old"))
    const shown = await result(page, "new")
    await pages.open(new URL(page.url()).hash)
    expect(await result(page, "new")).toEqual(shown)
    await page.getByRole("button", { name: /^Verwijder: A10101/ }).click()
    await expect.poll(() => page.locator(".supposed li").count(), Pages.patient).toBe(1)
    await page.goBack()
    await expect.poll(() => page.locator(".supposed li").count(), Pages.patient).toBe(2)
  })

  test("refusals: say why, in the language of the reader, beside the change", async () => {
    const page = await pages.open("#view=whatIf&suppose=699+%2B2%25+2028&lang=nl")
    await Pages.shows(page.locator(".supposed [role=alert]"), /geen enkele budgetlijn/)
    await pages.open("#view=whatIf&suppose=nonsense&lang=en")
    await Pages.shows(page.locator(".supposed li"), /"nonsense" is not a change/)
    expect(await page.locator(".hatched").count()).toBe(0)
  })
})
