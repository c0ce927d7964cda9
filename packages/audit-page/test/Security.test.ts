/** What a page does with text and scripts of others. */
import { AuditPage } from "@grootboek/audit-page"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as Pages from "./Pages.ts"
import * as W13 from "./W13.ts"

let pages: Pages.Pages

beforeAll(async () => {
  pages = await Pages.start()
})
afterAll(() => pages.close())
afterEach(() => expect(pages.faults).toEqual([]))

describe("security", () => {
  test("names: markup and look-alike letters in the name of a plan are shown as text", async () => {
    const wicked = `W\u043enen</script><img src=x onerror="document.title='taken'">`
    const renamed = W13.sealed(wicked)
    const text = AuditPage.render({ journal: renamed })
    expect(text).not.toContain("<img")
    expect(text.slice(0, text.indexOf('id="label"'))).not.toContain("\u043e")
    const page = await pages.openText(text)
    await expect
      .poll(() => page.textContent("h1"), Pages.patient)
      .toBe(wicked.replace("\u043e", "‹U+043E≈o›"))
    await expect.poll(() => page.locator("img").count(), Pages.patient).toBe(0)
    expect(await page.title()).toContain("W‹U+043E≈o›nen")
    expect(await page.textContent("#page")).not.toContain("\u043e")
  })

  test("scripts: only the script of the page runs", async () => {
    const page = await pages.open()
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script")
      try {
        script.textContent = "document.title = 'taken'"
        document.body.append(script)
      } catch {
        return "refused"
      }
      return document.title
    })
    expect(ran).not.toBe("taken")
    pages.faults.length = 0
  })

  test("requests: the page has no address of another site", () => {
    expect(Pages.html).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//)
    expect(Pages.html).not.toMatch(/@import|url\(/)
  })
})
