/** One open page, whose states are switched in place. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import * as Browser from "@grootboek/testing/Browser"
import type { Page } from "playwright-core"

/** A browser with one page. */
export interface Screen {
  readonly page: Page
  /** Opens a document. */
  readonly load: (html: string) => Promise<void>
  /** Shows a state of the open document, after another one if it is named. Returns when it is drawn. */
  readonly show: (hash: string, after?: string) => Promise<void>
  /** Evaluates an expression in the document. */
  readonly evaluate: <A>(expression: string) => Promise<A>
  readonly close: () => Promise<void>
}

/** The time after which a step of the browser has failed, in milliseconds: a state takes about one second. */
const limitMs = 60_000

/** Fails when a step takes longer than the limit; evaluations in a page have none of their own. */
const within = async <A>(what: string, step: Promise<A>): Promise<A> => {
  const stop = new AbortController()
  const late = wait(limitMs, undefined, { signal: stop.signal }).then((): never => {
    throw new Error(`${what}: nothing after ${limitMs} ms`)
  })
  try {
    return await Promise.race([step, late])
  } finally {
    stop.abort()
  }
}

/** Starts a browser. */
export const open = async (): Promise<Screen> => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-screens-"))
  const browser = await Browser.open()
  const page = await browser.context.newPage()
  page.setDefaultTimeout(limitMs)
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
    show: async (hash, after) => {
      await within(
        hash,
        page.evaluate(
          async ([wanted, before]) => {
            const shown = (state: string) =>
              new Promise<void>((drawn) => {
                location.hash = state
                requestAnimationFrame(() => requestAnimationFrame(() => drawn()))
              })
            if (before !== undefined) await shown(before)
            await shown(wanted)
            await new Promise((drawn) => setTimeout(drawn, 50))
          },
          [hash, after] as const,
        ),
      )
      if (hash.includes("view=checks"))
        await page.waitForFunction(
          () => document.querySelectorAll(".laws .verdict:is(.holds, .fails)").length === 12,
        )
    },
    evaluate: (expression) => within(page.url(), page.evaluate(expression)),
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}
