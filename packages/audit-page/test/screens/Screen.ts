/** One open page, whose states are switched in place. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import * as Browser from "@grootboek/testing/Browser"
import type { Page } from "playwright-core"

/** A browser with one page. */
export interface Screen {
  readonly page: Page
  /** Opens a document. */
  readonly load: (html: string) => Promise<void>
  /** Shows a state of the open document. Returns when it is drawn. */
  readonly show: (hash: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts a browser. */
export const open = async (): Promise<Screen> => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-screens-"))
  const browser = await Browser.open()
  const page = await browser.context.newPage()
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  return {
    page,
    load: async (html) => {
      const file = join(folder, "page.html")
      writeFileSync(file, html)
      await page.goto("about:blank")
      await page.goto(String(pathToFileURL(file)))
      await page.waitForSelector("#content h2")
    },
    show: async (hash) => {
      await page.evaluate(
        (wanted) =>
          new Promise((drawn) => {
            location.hash = wanted
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50)))
          }),
        hash,
      )
      if (hash.includes("view=checks"))
        await page.waitForFunction(
          () => document.querySelectorAll(".laws .verdict:is(.holds, .fails)").length === 12,
        )
    },
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}
