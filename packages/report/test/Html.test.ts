/** Printable pages: escaped, self-contained, and correct in a real browser. */
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { Diff, Ledger, type Plan, type Statement } from "@grootboek/core"
import { DecisionFile, FollowUp } from "@grootboek/core/answer"
import { ActionReport, DecisionReport, Html, Table } from "@grootboek/report"
import * as Browsers from "@grootboek/testing/Browser"
import axe from "axe-core"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { html, render } from "../src/paint/Markup.ts"
import * as Style from "../src/paint/Style.ts"
import { adjusted, versions } from "./w13.ts"

const { ledger } = adjusted()
const statements = (["M1", "M2", "M3", "T2"] as const).map((form) =>
  Result.getOrThrow(Ledger.statement(ledger, form)),
)
const m2 = Result.getOrThrow(Ledger.statement(ledger, "M2"))
const difference = Result.getOrThrow(Diff.between(ledger, { ...versions(ledger), forms: ["M2", "T2"] }))
const decision = (label: string): string => {
  const file = Result.getOrThrow(DecisionFile.of(ledger, label))
  const plan = Ledger.planAt(ledger, file.position) as Plan.Plan
  return Table.sheet(DecisionReport.of(file, { language: "nl", plan, head: "0".repeat(64) }), "nl")
}
const action = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80, action: "A10102" }))
const pages = {
  "action A10102": Table.sheet(ActionReport.of(action, "A10102", "nl"), "nl"),
  statements: Html.statements(statements, "nl"),
  difference: Html.difference(difference, "en"),
  "decision 2026/0": decision("2026/0"),
  "decision 2026/1": decision("2026/1"),
}

describe("Markup.html", () => {
  test("escapes every text, in content and in attributes", () => {
    const text = `<script>"'&`
    expect(render(html`<p title="${text}">${text}${[text, 3]}</p>`)).toBe(
      `<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;&lt;script&gt;&quot;&#39;&amp;3</p>`,
    )
  })

  test("keeps its own markup", () => {
    expect(render(html`<ul>${[html`<li>${"a<b"}</li>`]}</ul>`)).toBe("<ul><li>a&lt;b</li></ul>")
  })
})

describe("Html", () => {
  test("statement: escapes a hostile name", () => {
    const hostile: Statement.Statement = {
      ...m2,
      entity: `</title><img src=x onerror=alert(1)>`,
      rows: m2.rows.map((row) => ({ ...row, label: `${row.label}"><b>` })),
    }
    expect(Html.statement(hostile, "nl")).not.toMatch(/<img|<b>/)
  })

  test("Page.format: allows its own style sheet and nothing else", () => {
    const hash = createHash("sha256").update(Style.sheet).digest("base64")
    expect(Style.hash).toBe(`sha256-${hash}`)
    for (const page of Object.values(pages)) {
      expect(page.replaceAll("&#39;", "'")).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
      expect(page).not.toMatch(/<script|<link|<img|\bsrc=|url\(|https?:|\sstyle=|\son\w+=/)
    }
  })

  test("statement: has the layout of the official document", async () => {
    await expect(Html.statement(m2, "nl")).toMatchFileSnapshot("golden/M2.html")
  })

  test("statement: notes each figure that is not the plain rounding of its exact amount", () => {
    expect(pages.statements).toContain(
      "V. Budgettair resultaat van het boekjaar (III+IV) 2029: -3 is de som van gedrukte rijen; het exacte bedrag -3,5078 is afgerond -4.",
    )
  })
})

/** Rules of axe that read colours. */
const colourRules = ["color-contrast", "link-in-text-block"]

describe("pages in a browser", () => {
  let browser: Browsers.Browser
  let page: Awaited<ReturnType<Browsers.Browser["context"]["newPage"]>>
  const folder = mkdtempSync(join(tmpdir(), "grootboek-report-"))

  beforeAll(async () => {
    browser = await Browsers.open()
    page = await browser.context.newPage()
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** Opens a page in the light theme, and returns its requests and its messages. A new tab for each would take longer. */
  const open = async (name: keyof typeof pages) => {
    const file = join(folder, `${name.replace("/", "-")}.html`)
    writeFileSync(file, pages[name])
    await page.emulateMedia({ colorScheme: "light", media: null })
    await page.setViewportSize({ width: 1280, height: 1600 })
    const seen: Array<string> = []
    page.removeAllListeners("console").on("console", (message) => seen.push(message.text()))
    page.removeAllListeners("request").on("request", (request) => seen.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    return seen.filter((url) => url !== pathToFileURL(file).href)
  }

  /** The violations that axe reports: each with its rule and the first element that breaks it. */
  const violations = (rules?: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> =>
    page.evaluate(async (rules) => {
      const only = rules === undefined ? {} : { runOnly: rules }
      const found = await Reflect.get(globalThis, "axe").run(document, {
        resultTypes: ["violations"],
        ...only,
      })
      return found.violations.map((one: { id: string; nodes: ReadonlyArray<{ html: string }> }) => [
        one.id,
        one.nodes[0]?.html,
      ])
    }, rules)

  test.each(["statements", "difference", "decision 2026/1", "action A10102"] as const)(
    "%s: makes no request and breaks no rule of axe, in the light and in the dark theme",
    async (name) => {
      expect(await open(name)).toEqual([])
      await page.evaluate(axe.source)
      expect(await violations()).toEqual([])
      // The theme changes nothing but colours, so the other rules read the light page only.
      await page.emulateMedia({ colorScheme: "dark" })
      expect(await violations(colourRules)).toEqual([])
    },
  )

  test("print: each form starts a page, in landscape when it has many years", async () => {
    await open("statements")
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
    const count = (pattern: RegExp) => pdf.match(pattern)?.length ?? 0
    const wide = count(/\/MediaBox \[0 0 841\.\d+ 59\d\.\d+\]/g)
    const tall = count(/\/MediaBox \[0 0 59\d\.\d+ 841\.\d+\]/g)
    expect(tall).toBeGreaterThanOrEqual(1)
    expect(wide + tall).toBeGreaterThanOrEqual(statements.length)
  })

  test.each(["decision 2026/0", "decision 2026/1", "action A10102"] as const)(
    "print: %s is one portrait sheet of A4, with nothing cut off",
    async (name) => {
      await open(name)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
      expect(boxes.map(([, ...size]) => size.map((one) => Math.round(Number(one))))).toEqual([[595, 842]])
      // The width of the text between the margins of A4.
      await page.emulateMedia({ media: "print" })
      await page.setViewportSize({ width: Math.floor((186 / 25.4) * 96), height: 1000 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    },
  )
})
