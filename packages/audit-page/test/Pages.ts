/** A browser that reads audit pages as a person does: the page of the plan, and pages of other files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { deflateRawSync, inflateRawSync } from "node:zlib"
import { AuditPage } from "@grootboek/audit-page"
import * as Browser from "@grootboek/testing/Browser"
import type { Locator, Page } from "playwright-core"
import { expect } from "vitest"
import * as W13 from "./W13.ts"

/** The options of a poll: the page renders a click in its next frame, which takes longer on a busy machine. */
export const patient = { timeout: 300_000, interval: 50 }

/** The journal of the plan. */
export const journal = W13.sealed()

/** The page of the plan. */
export const html = AuditPage.render({ journal, made: "2026-12-11T08:00:00.000Z", maker: "grootboek" })

export interface Pages {
  /**
   * Shows a view of the plan at its usual size. Its page is loaded once and stays open between tests: a link names all that
   * it shows.
   */
  readonly open: (hash?: string) => Promise<Page>
  /** Loads another file. All of them share a page, because a new page would start a process of its own. */
  readonly openText: (text: string, hash?: string) => Promise<Page>
  /** Makes an empty page. Any error, warning or network request in it is a fault. */
  readonly blank: () => Promise<Page>
  /** Loads a file into a page and waits until it is rendered. */
  readonly load: (page: Page, text: string, hash: string) => Promise<void>
  /** The faults since the last `open` or `openText`. */
  readonly faults: Array<string>
  /** The addresses of the workers that were started since the last `openText`. */
  readonly workers: Array<string>
  readonly close: () => Promise<void>
}

/** Starts a browser and loads the page of the plan. */
export const start = async (): Promise<Pages> => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-page-"))
  const browser = await Browser.open()
  const faults: Array<string> = []
  const workers: Array<string> = []
  let files = 0

  const blank = async (): Promise<Page> => {
    const page = await browser.context.newPage()
    page.setDefaultTimeout(300_000)
    page.on("pageerror", (error) => faults.push(error.message))
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text())
    })
    page.on("worker", (worker) => workers.push(worker.url()))
    page.on("request", (request) => {
      if (!/^(file|blob):/.test(request.url())) faults.push(`asked for ${request.url()}`)
    })
    return page
  }

  const load = async (page: Page, text: string, hash: string): Promise<void> => {
    const file = join(folder, `page-${files++}.html`)
    writeFileSync(file, text)
    await page.goto(`${pathToFileURL(file)}${hash}`)
    await page.waitForSelector("#content")
  }

  const ofPlan = await blank()
  await load(ofPlan, html, "")
  const ofFiles = await blank()
  return {
    open: async (hash = "#view=statements") => {
      faults.length = 0
      await ofPlan.bringToFront()
      await ofPlan.emulateMedia({ media: null })
      await ofPlan.setViewportSize({ width: 1440, height: 900 })
      await ofPlan.evaluate(`location.hash = ${JSON.stringify(hash)}`)
      const [, view = ""] = /view=(\w+)/.exec(hash) ?? []
      await ofPlan.waitForSelector(`html[data-view="${view}"]`)
      return ofPlan
    },
    openText: async (text, hash = "") => {
      faults.length = 0
      workers.length = 0
      await ofFiles.bringToFront()
      await ofFiles.emulateMedia({ media: null })
      await load(ofFiles, text, hash)
      return ofFiles
    },
    blank,
    load,
    faults,
    workers,
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Returns the selector of a cell of a statement: `SECTION/CODE` and a year. */
export const cell = (row: string, year: number): string => `td[data-cell="${row}/${year}"]`

/** Expects that an element shows a text that matches. */
export const shows = async (target: Locator, text: string | RegExp): Promise<void> => {
  await expect.poll(() => target.textContent(), patient).toMatch(text)
}

/** Drops a file on the content of the page. */
export const drop = async (page: Page, name: string, file: Uint8Array): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    ([name = "", base64 = ""]) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
      return transfer
    },
    [name, Buffer.from(file).toString("base64")],
  )
  await page.dispatchEvent("#content", "drop", { dataTransfer })
}

/** Expects that the page shows a result for the dropped file that has a text or matches a pattern. */
export const showsEvidence = async (page: Page, expected: string | RegExp): Promise<void> => {
  await expect.poll(() => page.textContent('[data-testid="evidence"]'), patient).toMatch(expected)
}

/** Returns the page with its embedded journal changed. */
export const tamper = (text: string, change: (bytes: Buffer) => Buffer): string =>
  text.replace(/(id="journal">\n)([^\n ]+)/, (_, before: string, line: string) => {
    const bytes = change(inflateRawSync(Buffer.from(line, "base64")))
    return before + deflateRawSync(bytes).toString("base64")
  })

/** Every view of the page. */
export const views = [
  "statements&form=M2",
  "statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027&blame=1",
  "changes&from=decision:2026/0&to=decision:2026/1&form=M2",
  "changes&from=decision:2026/0&to=decision:2026/1&form=M2&row=Budgettair resultaat/IX&year=2028",
  "changes&as=list&from=decision:2026/0&to=decision:2026/1&form=M2",
  "decision&to=decision:2026/1",
  "replay&to=plan:2026/1",
  "charts&from=decision:2026/0&to=decision:2026/1",
  "indicators",
  "whatIf&suppose=62+%2B2%25+2028-2031+index",
  "checks",
  "journal",
  "integrity",
]
