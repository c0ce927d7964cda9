/** The verification of the journal in the page: damaged pages, files that are dropped, and embedded columns. */
import { generateKeyPairSync, sign } from "node:crypto"
import { readFileSync } from "node:fs"
import { AuditPage } from "@grootboek/audit-page"
import { Archive, Checkpoint } from "@grootboek/core"
import * as Result from "effect/Result"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as Large from "./Large.ts"
import * as Pages from "./Pages.ts"
import * as W13 from "./W13.ts"

let pages: Pages.Pages

beforeAll(async () => {
  pages = await Pages.start()
})
afterAll(() => pages.close())
afterEach(() => expect(pages.faults).toEqual([]))

describe("integrity", () => {
  test("intact journal: the page verifies every entry", async () => {
    const page = await pages.open("#view=integrity")
    await expect
      .poll(() => page.locator('[data-testid="verdict"]').textContent(), Pages.patient)
      .toContain(`Alle ${Pages.journal.length} boekingen zijn ongewijzigd.`)
    await page.getByRole("button", { name: "Controleer alles opnieuw" }).click()
    await page.getByText("Geen bevindingen.").waitFor()
  })

  test("file: dropped on any view, it is compared with the journal, and a signature is checked with the key", async () => {
    const page = await pages.open("#view=statements&form=M2")
    const data = new URL("../../../examples/w13/data/budget-lines.csv", import.meta.url)
    await Pages.drop(page, "budget-lines.csv", readFileSync(data))
    await Pages.showsEvidence(
      page,
      /budget-lines\.csv.*Dit is een bronbestand van het journaal: \d+ boekingen/,
    )
    expect(page.url()).toContain("view=integrity")
    await Pages.drop(page, "ander.csv", Buffer.concat([readFileSync(data), Buffer.from("\n")]))
    await Pages.showsEvidence(page, "Geen enkele boeking komt uit een bestand met deze SHA-256")
    await Pages.drop(page, "journaal.ndjson", Archive.write(Pages.journal))
    await Pages.showsEvidence(page, `Hetzelfde journaal: alle ${Pages.journal.length} boekingen zijn gelijk`)
    await Pages.drop(
      page,
      "audit.html",
      Buffer.from(AuditPage.render({ journal: Pages.journal.slice(0, 30) })),
    )
    await Pages.showsEvidence(
      page,
      `Gelijk tot en met boeking 30. Het bestand heeft 30 boekingen, deze pagina ${Pages.journal.length}`,
    )
    const { privateKey, publicKey } = generateKeyPairSync("ed25519")
    const signer: Checkpoint.Signer = {
      name: "auditor",
      bytes: new Uint8Array(publicKey.export({ type: "spki", format: "der" }).subarray(-32)),
      sign: (message) => new Uint8Array(sign(null, message, privateKey)),
    }
    const head = { position: 60, hash: Pages.journal[59]?.hash ?? "" }
    const note = Result.getOrThrow(
      Checkpoint.sign(Checkpoint.of("grootboek/W13", head), signer, W13.sha256) as Result.Result<string>,
    )
    await Pages.drop(page, "controlepunt.txt", Buffer.from(note))
    await Pages.showsEvidence(page, "Geef de gepubliceerde sleutel van de ondertekenaar")
    const key = page.getByRole("searchbox", { name: /^Sleutel van de ondertekenaar/ })
    await key.fill("auditor+1234")
    await Pages.showsEvidence(page, "Dit is geen gepubliceerde sleutel")
    await key.fill(Checkpoint.publish(signer, W13.sha256))
    await Pages.showsEvidence(page, "Handtekening juist: grootboek/W13 is gelijk tot en met boeking 60")
    await Pages.drop(page, "controlepunt.txt", Buffer.from(note.replace("\n60\n", "\n61\n")))
    await Pages.showsEvidence(page, "De handtekening is vals")
  })

  test("one changed byte: the page names the entry", async () => {
    const changed = Pages.tamper(Pages.html, (bytes) => {
      const at = bytes.indexOf('"2026":"38921.30"')
      expect(at).toBeGreaterThan(0)
      bytes[at + 8] = "9".charCodeAt(0)
      return bytes
    })
    const page = await pages.openText(changed, "#view=integrity")
    await expect
      .poll(() => page.locator('[data-testid="verdict"]').textContent(), Pages.patient)
      .toContain("Boeking 8 is beschadigd")
    await expect.poll(() => page.locator(".seal").textContent(), Pages.patient).toContain("beschadigd")
    for (const view of Pages.views) {
      await page.evaluate(`location.hash = ${JSON.stringify(`#view=${view}`)}`)
      await expect
        .poll(() => page.getAttribute("html", "data-view"), Pages.patient)
        .toBe(view.replace(/&.*/, ""))
      for (const media of ["print", "screen"] as const) {
        await page.emulateMedia({ media })
        expect(await page.locator(".band.damaged").isVisible(), `${view} ${media}`).toBe(true)
        expect(await page.textContent(".band.damaged")).toContain("Beschadigd journaal: boeking 8")
      }
    }
    await Pages.drop(page, "journaal.ndjson", Archive.write(Pages.journal))
    await Pages.showsEvidence(
      page,
      "Gelijk tot en met boeking 7. Het bestand heeft 75 boekingen, deze pagina 7",
    )
    await Pages.drop(page, "kort.ndjson", Archive.write(Pages.journal.slice(0, 7)))
    await Pages.showsEvidence(page, "alleen haar 7 boekingen vóór de beschadiging zijn vergeleken")
    expect(await page.textContent('[data-testid="evidence"]')).not.toContain("Hetzelfde journaal")
    await page.getByRole("link", { name: "Staten" }).click()
    await expect.poll(() => page.textContent(".moment-text"), Pages.patient).toContain("boeking 7 van 7")
  })

  test("one changed character of the packing: the page names the entry", async () => {
    const line = /id="journal">\n([^\n]+)/.exec(Pages.html)?.[1] ?? ""
    for (const part of [0.2, 0.5, 0.9]) {
      const at = Math.floor(line.length * part)
      const other = line[at] === "A" ? "B" : "A"
      const page = await pages.openText(
        Pages.html.replace(line, line.slice(0, at) + other + line.slice(at + 1)),
        "#view=integrity",
      )
      await expect
        .poll(() => page.locator('[data-testid="verdict"]').textContent(), Pages.patient)
        .toMatch(/^✗Boeking \d+ is beschadigd/)
    }
  })

  test("missing tail: the page reports the last entry", async () => {
    const page = await pages.openText(
      AuditPage.render({ journal: Pages.journal.slice(0, 20) }).replace('"entries":20', '"entries":75'),
      "#view=integrity",
    )
    await expect
      .poll(() => page.locator('[data-testid="verdict"]').textContent(), Pages.patient)
      .toContain("Boeking 20 is de laatste; de pagina vermeldt er meer")
  })
})

describe("a large ledger", () => {
  test("embedded columns: other columns than those of the journal are reported and not shown", async () => {
    const large = Large.journal(2_100, 1)
    const text = AuditPage.render({ journal: large })
    const shorter = AuditPage.render({ journal: large.slice(0, -1) })
    const columns = /id="snapshot">\n([^<]+)/
    const lied = text.replace(columns.exec(text)?.[1] ?? "", columns.exec(shorter)?.[1] ?? "")
    const page = await pages.openText(lied, "#view=integrity")
    const verdict = page.locator('[data-testid="verdict"]')
    await verdict.waitFor()
    expect(await verdict.textContent()).toContain("niet de som van het journaal")
    const count = large.length.toLocaleString("nl-BE")
    await expect
      .poll(() => page.textContent(".moment-text"), Pages.patient)
      .toContain(`boeking ${count} van ${count}`)
    await pages.openText(text)
    await page.locator(".seal.intact").waitFor()
    expect(pages.workers).toEqual([expect.stringMatching(/^blob:/)])
    const shown = await page.textContent(Pages.cell("Budgettair resultaat/I.a", 2026))
    // A worker that finds a bad entry sends the ledger up to the entry before it.
    const bad = large.findIndex(({ body }) => Buffer.from(body).includes('"Raming 700"'))
    await pages.openText(
      Pages.tamper(text, (bytes) => {
        bytes.write("9", bytes.indexOf('"Raming 700"') + 8, "latin1")
        return bytes
      }),
    )
    await page.locator(".seal.damaged").waitFor()
    expect(pages.workers.length).toBe(1)
    const before = bad.toLocaleString("nl-BE")
    await expect
      .poll(() => page.textContent(".moment-text"), Pages.patient)
      .toContain(`boeking ${before} van ${before}`)
    expect(await page.textContent(Pages.cell("Budgettair resultaat/I.a", 2026))).not.toBe(shown)
    // A page of its own, since it never has a worker again.
    const alone = await pages.blank()
    await alone.addInitScript("delete globalThis.Worker")
    pages.workers.length = 0
    await pages.load(alone, text, "")
    await alone.locator(".seal.intact").waitFor()
    expect(pages.workers).toEqual([])
    expect(await alone.textContent(Pages.cell("Budgettair resultaat/I.a", 2026))).toBe(shown)
    // A worker that never answers keeps the page in the state before the verification.
    await alone.addInitScript("globalThis.Worker = class { postMessage() {} terminate() {} }")
    await alone.reload()
    await alone.locator(".seal.checking").waitFor()
    for (const view of Pages.views) {
      await alone.evaluate(`location.hash = ${JSON.stringify(`#view=${view}`)}`)
      await expect
        .poll(() => alone.getAttribute("html", "data-view"), Pages.patient)
        .toBe(view.replace(/&.*/, ""))
      await alone.locator(".band.checking").waitFor()
      expect(await alone.evaluate(unmarked), view).toEqual([])
    }
    await alone.evaluate("location.hash = '#view=charts&from=decision:2026/0&to=decision:2026/1'")
    await expect.poll(() => alone.locator("svg text.value").count(), Pages.patient).toBeGreaterThan(0)
    expect(await alone.locator(".year-tip").first().getAttribute("aria-label")).toMatch(/\d°; .*\d°; .*\d°$/)
    await alone.close()
  })
})

/** Returns the amounts in the content that have no mark of a figure that is not verified. Axes have round numbers of their own. */
const unmarked = () => {
  const found: Array<string> = []
  const walker = document.createTreeWalker(
    document.querySelector("#content") ?? document,
    NodeFilter.SHOW_TEXT,
  )
  while (walker.nextNode()) {
    const { data, parentElement: element } = walker.currentNode as Text
    const isAmount = /(?:\d,\d{2}|\d\.\d{3})(?!\d*°)/.test(data.replace(/\d[\d.,]*°|boeking \d[\d.]*/g, ""))
    const isOther = element?.closest("option, .tick, .axis, code, data") !== null
    if (!isAmount || element === null || isOther) continue
    const marks = [element, element.closest(".figure")]
    if (!marks.some((one) => one !== null && getComputedStyle(one, "::after").content.includes("°")))
      found.push(data)
  }
  return found
}
