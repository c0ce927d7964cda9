import { generateKeyPairSync, sign } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { deflateRawSync, inflateRawSync } from "node:zlib"
import { AuditPage } from "@grootboek/audit-page"
import { Archive, Checkpoint } from "@grootboek/core"
import * as Browser from "@grootboek/testing/Browser"
import { Sheet } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import * as Large from "./Large.ts"
import * as W13 from "./W13.ts"

// The page renders a click in its next frame; a poll waits for that on a busy machine.
const patient = { timeout: 300_000, interval: 50 }

const journal = W13.sealed()
const allPostings = new RegExp(`\\d+ van ${W13.ledger(journal).columns.postings} mutaties`)
const html = AuditPage.render({ journal, made: "2026-12-11T08:00:00.000Z", maker: "grootboek" })

let folder = ""
let browser: Browser.Browser
let page: Page
/** The page of the plan, which stays open between tests: a link names all that it shows. */
let kept: Page
/** The page of other files: a new page would start a process of its own. */
let other: Page
let faults: Array<string> = []
let workers: Array<string> = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-page-"))
  browser = await Browser.open()
  kept = await blank()
  await load(kept, html, "")
  other = await blank()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => expect(faults).toEqual([]))

/** Opens a view of the plan. Its page is loaded once, and follows a link as a reader would. */
const open = async (hash = "#view=statements"): Promise<void> => {
  faults = []
  page = kept
  await page.bringToFront()
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
  const [, view = ""] = /view=(\w+)/.exec(hash) ?? []
  await page.waitForSelector(`html[data-view="${view}"]`)
}

let files = 0

/** Opens another page from a file. */
const openText = async (text: string, hash = ""): Promise<void> => {
  faults = []
  workers = []
  page = other
  await page.bringToFront()
  await page.emulateMedia({ media: null })
  await load(page, text, hash)
}

/** Makes an empty page. Any error, warning or network request in it is a fault. */
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

/** Loads a file into a page and waits until it is rendered. */
const load = async (page: Page, text: string, hash: string): Promise<void> => {
  const file = join(folder, `page-${files++}.html`)
  writeFileSync(file, text)
  await page.goto(`${pathToFileURL(file)}${hash}`)
  await page.waitForSelector("#content")
}

const cell = (row: string, year: number): string => `td[data-cell="${row}/${year}"]`

/** Returns the page with its embedded journal changed. */
const tamper = (text: string, change: (bytes: Buffer) => Buffer): string =>
  text.replace(/(id="journal">\n)([^\n ]+)/, (_, before: string, line: string) => {
    const bytes = change(inflateRawSync(Buffer.from(line, "base64")))
    return before + deflateRawSync(bytes).toString("base64")
  })

/** Drops a file on the content of the page. */
const drop = async (name: string, file: Uint8Array): Promise<void> => {
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

const evidence = () => expect.poll(() => page.textContent('[data-testid="evidence"]'), patient)

/** Every view of the page. */
const views = [
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

describe("statements", () => {
  test("M2: prints figures in Belgian notation", async () => {
    await open()
    await expect
      .poll(() => page.textContent(cell("Budgettair resultaat/II.b", 2026)), patient)
      .toBe("460.000")
    await expect.poll(() => page.textContent(cell("Budgettair resultaat/III", 2029)), patient).toBe("−3")
    await expect.poll(() => page.title(), patient).toBe("M2 – W13 Meerjarenplan 2026-2031")
  })

  test("slider: shows an earlier figure when it moves", async () => {
    await open()
    const figure = cell("Budgettair resultaat/IX", 2026)
    const now = await page.textContent(figure)
    await page.getByRole("button", { name: "Plan 2026/0" }).click()
    await expect.poll(() => page.textContent(figure), patient).toBe("449.553")
    const slider = page.getByRole("slider", { name: "Boeking in het journaal" })
    await slider.focus()
    await page.keyboard.press("End")
    await expect.poll(() => page.textContent(figure), patient).toBe(now)
    await page.keyboard.press("Home")
    await expect.poll(() => page.textContent(figure), patient).toBe("0")
    expect(await slider.getAttribute("aria-valuetext")).toContain("boeking 1 van")
  })

  test("explanation: leads from T2 II.A.3.a in 2027 to a line of budget-lines.csv", async () => {
    await open()
    await page.getByRole("button", { name: "T2", exact: true }).click()
    await page.click(cell("EXPLOITATIE/II.A.3.a", 2027))
    const panel = page.locator("aside.explain")
    expect(await panel.locator('[data-testid="exact"]').textContent()).toBe("4.254.479,82")
    const lines = readFileSync(
      new URL("../../../examples/w13/data/budget-lines.csv", import.meta.url),
      "utf8",
    )
    const source = (await panel.locator(".source").first().textContent()) ?? ""
    const [, line] = /^budget-lines\.csv:(\d+)$/.exec(source) ?? []
    expect(lines.split("\n")[Number(line) - 1]).toContain("16.631,48")
    await panel
      .getByRole("button", { name: /^boeking/ })
      .nth(1)
      .click()
    await expect.poll(() => page.locator(".entry-card .hash").count(), patient).toBeGreaterThan(3)
  })
})

describe("links", () => {
  test("cell: is scrolled to, selected and explained when a link names it, and Back returns to it", async () => {
    await open("#view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027&at=plan:2026/1")
    const chosen = page.locator('td[aria-selected="true"]')
    expect(await chosen.getAttribute("data-cell")).toBe("EXPLOITATIE/II.A.3.a/2027")
    await expect
      .poll(() => chosen.evaluate((cell) => cell.getBoundingClientRect().bottom < innerHeight), patient)
      .toBe(true)
    expect(await page.locator('[data-testid="exact"]').textContent()).toBe("4.254.479,82")
    expect(await page.title()).toBe("T2 EXPLOITATIE/II.A.3.a 2027 · 2026/1 – W13 Meerjarenplan 2026-2031")
    await page.click(cell("EXPLOITATIE/II.A.3.a-2-5", 2028))
    await expect.poll(() => chosen.getAttribute("data-cell"), patient).toBe("EXPLOITATIE/II.A.3.a-2-5/2028")
    await page.goBack()
    await expect.poll(() => chosen.getAttribute("data-cell"), patient).toBe("EXPLOITATIE/II.A.3.a/2027")
  })

  test("unknown part: is an error that names what exists", async () => {
    await open()
    const unknown = [
      ["view=changes&from=plan:2025/9", "“plan:2025/9” bestaat niet", "plan:2026/0"],
      ["view=statements&at=plan:2025/9", "“plan:2025/9” bestaat niet", "plan:2026/1"],
      ["view=statements&form=M9", "“M9” bestaat niet", "T2"],
      ["view=statements&form=T2&row=II.A.3.x&year=2027", "“II.A.3.x” bestaat niet", ""],
      ["view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2040", "“2040” bestaat niet", "2031"],
      ["view=journal&entry=999", "“999” bestaat niet", "1 – 75"],
      ["view=overzicht", "“overzicht” bestaat niet", "statements"],
    ] as const
    for (const [hash, told, known] of unknown) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
      const note = page.locator(".problem")
      await expect.poll(() => note.textContent(), patient).toContain(told)
      expect(await note.textContent()).toContain(known)
      expect(await page.locator("table").count()).toBe(0)
    }
  })
})

describe("search and filter", () => {
  test("search: Ctrl+K finds an action, and Enter shows only its postings, in the link and on paper", async () => {
    await open("#view=statements&form=T2")
    const figure = cell("EXPLOITATIE/I", 2026)
    await page.keyboard.press("Control+k")
    await page.keyboard.type("A10102")
    await page.getByRole("option", { name: /Kracht.Wonen actie/ }).click()
    await expect.poll(() => page.url(), patient).toContain("only=action:A10102")
    await expect.poll(() => page.textContent(".filter.active"), patient).toMatch(allPostings)
    const action = await page.textContent(figure)
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".filter.active").isVisible()).toBe(true)
    await page.emulateMedia({ media: "screen" })
    await page.click(figure)
    const sum = await page.locator('[data-testid="exact"]').textContent()
    await page.evaluate("location.hash = '#view=statements&form=goals&row=Exploitatie/A10102/U&year=2026'")
    await expect.poll(() => page.locator('[data-testid="exact"]').textContent(), patient).toBe(sum)
    await expect.poll(() => page.textContent(cell("Exploitatie/A10102/U", 2026)), patient).toBe(action)
  })

  test("filter: narrows the journal and the changes to a decision, and says when nothing passes", async () => {
    await open("#view=journal&only=decision:2026/2")
    await expect.poll(() => page.textContent(".filters [aria-live]"), patient).toMatch(/^\d van 75 boekingen/)
    await page.evaluate("location.hash = '#view=journal&only=account:999'")
    await expect.poll(() => page.textContent(".filters [aria-live]"), patient).toContain("0 van 75")
    expect(await page.textContent(".filter.active")).toContain("Geen enkele mutatie voldoet")
    await page.evaluate("location.hash = '#view=changes&only=decision:2026/9'")
    await expect.poll(() => page.textContent(".problem"), patient).toContain("decision:2026/1")
  })
})

describe("statement", () => {
  test("rows: without amounts are folded with a count, shown when asked, and kept in the link", async () => {
    await open("#view=statements&form=T2")
    const rows = page.locator("table.form th[scope=row]")
    const shown = await rows.count()
    expect(await page.textContent("#content")).toContain("126 rijen zonder bedrag niet getoond")
    await page.getByRole("button", { name: "Toon ze" }).click()
    await expect.poll(() => rows.count(), patient).toBe(shown + 126)
    expect(page.url()).toContain("empty=1")
    await page.getByRole("button", { name: "Onderliggende rijen van II.A Operationele ontvangsten" }).click()
    await expect.poll(() => page.locator(cell("EXPLOITATIE/II.A.3.a", 2026)).count(), patient).toBe(0)
    expect(await page.locator(cell("EXPLOITATIE/II.B", 2026)).count()).toBe(1)
    expect(page.url()).toContain("closed=EXPLOITATIE/II.A")
  })

  test.each([
    ["wide", 1440, ""],
    ["explained", 1440, "&row=EXPLOITATIE/II.A.3.a&year=2031"],
    ["phone", 390, "&row=EXPLOITATIE/II.A.3.a&year=2031"],
  ])("%s layout: years and row labels stay visible while the rows scroll", async (_, width, chosen) => {
    await open()
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate(`location.hash = "#view=statements&form=T2&empty=1${chosen}"`)
    await page.locator(cell("EXPLOITATIE/II.A.3.a", 2031)).scrollIntoViewIfNeeded()
    const boxes = await page.evaluate(() =>
      ["table.form thead th.figure", 'tr:has([data-cell="EXPLOITATIE/II.A.3.a/2031"]) th[scope=row]'].map(
        (selector) => {
          const { top, bottom, left } =
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
          return top >= -1 && bottom <= innerHeight && left >= -400
        },
      ),
    )
    expect(boxes).toEqual([true, true])
    const label = page.locator('tr:has([data-cell="EXPLOITATIE/II.A.3.a/2031"]) th[scope=row]')
    expect((await label.boundingBox())?.x).toBeGreaterThanOrEqual(0)
  })

  test("paper: M2 is printed on one page, with its title, years and page number", async () => {
    await open("#view=statements&form=M2&empty=1")
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1)
  })
})

describe("save", () => {
  const taken = async (button: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".take").first().getByRole("button", { name: button, exact: true }).click(),
    ])
    return readFileSync(await download.path())
  }

  test("statement: is saved as CSV, as a workbook, and as text", async () => {
    await open("#view=statements&form=M2")
    const csv = (await taken("CSV")).toString("utf8")
    expect(csv).toContain("\ufeffsection;code;label;2026;2027")
    expect(csv).toContain("Budgettair resultaat;II.b;Uitgaven;460000;10000")
    const book = await Effect.runPromise(Sheet.read(await taken("XLSX")))
    const heads = book.rows.map(({ cells }) => cells.slice(0, 4).join("|"))
    expect(heads).toContain("Onderdeel|Code|Omschrijving|2026")
    expect(book.rows.map(({ cells }) => cells.slice(0, 4).join("|")).join("\n")).toContain(
      "II.b|Uitgaven|460000",
    )
    await page.locator(".take").first().getByRole("button", { name: "Kopieer als tekst" }).click()
    await page.getByText("Gekopieerd.").waitFor()
  })

  test("changes: what the table shows is saved, with the filter in the title of the text", async () => {
    await open("#view=changes&as=list&from=plan:2026/0&to=plan:2026/1&form=M2&only=cause:index")
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
})

describe("changes", () => {
  test("table and waterfall: the causes of a cell sum to its difference", async () => {
    await open("#view=changes&as=list&from=plan:2026/0&to=plan:2026/1&form=M2")
    const first = page.locator("table.changes tbody tr").first()
    await first.getByRole("button", { name: /Toon de watervalgrafiek$/ }).click()
    const figures = await page.locator(".waterfall td.figure").allTextContents()
    const micros = figures.map(micro)
    const [old = 0n] = micros
    expect(old + micros.slice(1, -1).reduce((sum, part) => sum + part, 0n)).toBe(micros.at(-1))
    await expect
      .poll(() => page.locator("table.changes").textContent(), patient)
      .toContain("Loonindex van juli 2026")
    await expect.poll(() => page.locator("table.changes").textContent(), patient).toContain("Zonder reden")
    await page.getByLabel("Oorzaak").selectOption("unexplained")
    await expect.poll(() => page.locator(".changes tbody tr").count(), patient).toBeGreaterThan(0)
  })

  test("steps: a neutral adjustment is out of balance on the way and in balance at the end", async () => {
    await open("#view=replay&to=plan:2026/2")
    const gauge = page.getByRole("meter", { name: "Neutraliteit 2026" })
    const next = page.getByRole("button", { name: "Volgende stap" })
    await next.click()
    await expect.poll(() => page.locator("article.step").textContent(), patient).toContain("2026/AV/31")
    await next.click()
    expect(await gauge.getAttribute("aria-valuetext")).toBe("−2.400,00 uit evenwicht")
    await next.click()
    expect(await gauge.getAttribute("aria-valuetext")).toBe("in evenwicht")
    await page.getByRole("button", { name: "Laatste stap" }).click()
    await expect
      .poll(() => page.locator(".verdict.holds").textContent(), patient)
      .toContain("het verschil tussen de twee planversies")
    await expect
      .poll(() => page.getByRole("meter").filter({ hasText: "uit evenwicht" }).count(), patient)
      .toBe(0)
  })
})

describe("the checks", () => {
  test("laws and norms: every law passes, and a missed norm shows its shortage", async () => {
    await open("#view=checks")
    const told = page.locator('[data-testid="laws"]')
    await expect.poll(() => told.textContent(), { timeout: 300_000 }).toMatch(/^12 van 12 controles voldaan/)
    const short = await page.locator(".norms .warns").first().textContent()
    expect(short).toContain("niet voldaan, 15.569,4118 te kort")
  })
})

describe("the language", () => {
  test("buttons: switch between Dutch and English, also for screen readers", async () => {
    await open()
    await page.getByRole("button", { name: "EN · English" }).click()
    await expect.poll(() => page.getAttribute("html", "lang"), patient).toBe("en")
    await expect.poll(() => page.textContent("nav"), patient).toContain("Statements")
    await expect.poll(() => page.getAttribute("th[scope=row]", "lang"), patient).toBe("nl")
    await page.getByRole("button", { name: "NL · Nederlands" }).click()
    await expect.poll(() => page.textContent("nav"), patient).toContain("Staten")
  })
})

describe("the keyboard", () => {
  test("statement: arrows move, Enter opens an explanation, Escape returns to the cell", async () => {
    await open()
    await page.locator('table.form td[tabindex="0"]').focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect.poll(() => page.locator("#explained").textContent(), patient).toContain("2027")
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), patient).toBe("explained")
    await page.keyboard.press("Escape")
    await expect.poll(() => page.locator("aside.explain").count(), patient).toBe(0)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-column")), patient)
      .toBe("1")
  })
})

describe("integrity", () => {
  test("intact journal: the page verifies every entry", async () => {
    await open("#view=integrity")
    await expect
      .poll(() => page.locator('[data-testid="verdict"]').textContent(), patient)
      .toContain(`Alle ${journal.length} boekingen zijn ongewijzigd.`)
    await page.getByRole("button", { name: "Controleer alles opnieuw" }).click()
    await page.getByText("Geen bevindingen.").waitFor()
  })

  test("file: dropped on any view, it is compared with the journal, and a signature is checked with the key", async () => {
    await open("#view=statements&form=M2")
    const data = new URL("../../../examples/w13/data/budget-lines.csv", import.meta.url)
    await drop("budget-lines.csv", readFileSync(data))
    await evidence().toMatch(/budget-lines\.csv.*Dit is een bronbestand van het journaal: \d+ boekingen/)
    expect(page.url()).toContain("view=integrity")
    await drop("ander.csv", Buffer.concat([readFileSync(data), Buffer.from("\n")]))
    await evidence().toContain("Geen enkele boeking komt uit een bestand met deze SHA-256")
    await drop("journaal.ndjson", Archive.write(journal))
    await evidence().toContain(`Hetzelfde journaal: alle ${journal.length} boekingen zijn gelijk`)
    await drop("audit.html", Buffer.from(AuditPage.render({ journal: journal.slice(0, 30) })))
    await evidence().toContain(
      `Gelijk tot en met boeking 30. Het bestand heeft 30 boekingen, deze pagina ${journal.length}`,
    )
    const { privateKey, publicKey } = generateKeyPairSync("ed25519")
    const signer: Checkpoint.Signer = {
      name: "auditor",
      bytes: new Uint8Array(publicKey.export({ type: "spki", format: "der" }).subarray(-32)),
      sign: (message) => new Uint8Array(sign(null, message, privateKey)),
    }
    const head = { position: 60, hash: journal[59]?.hash ?? "" }
    const note = Result.getOrThrow(
      Checkpoint.sign(Checkpoint.of("grootboek/W13", head), signer, W13.sha256) as Result.Result<string>,
    )
    await drop("controlepunt.txt", Buffer.from(note))
    await evidence().toContain("Geef de gepubliceerde sleutel van de ondertekenaar")
    const key = page.getByRole("searchbox", { name: /^Sleutel van de ondertekenaar/ })
    await key.fill("auditor+1234")
    await evidence().toContain("Dit is geen gepubliceerde sleutel")
    await key.fill(Checkpoint.publish(signer, W13.sha256))
    await evidence().toContain("Handtekening juist: grootboek/W13 is gelijk tot en met boeking 60")
    await drop("controlepunt.txt", Buffer.from(note.replace("\n60\n", "\n61\n")))
    await evidence().toContain("De handtekening is vals")
  })

  test("one changed byte: the page names the entry", async () => {
    const changed = tamper(html, (bytes) => {
      const at = bytes.indexOf('"2026":"38921.30"')
      expect(at).toBeGreaterThan(0)
      bytes[at + 8] = "9".charCodeAt(0)
      return bytes
    })
    await openText(changed, "#view=integrity")
    await expect
      .poll(() => page.locator('[data-testid="verdict"]').textContent(), patient)
      .toContain("Boeking 8 is beschadigd")
    await expect.poll(() => page.locator(".seal").textContent(), patient).toContain("beschadigd")
    for (const view of views) {
      await page.evaluate(`location.hash = ${JSON.stringify(`#view=${view}`)}`)
      await expect.poll(() => page.getAttribute("html", "data-view"), patient).toBe(view.replace(/&.*/, ""))
      for (const media of ["print", "screen"] as const) {
        await page.emulateMedia({ media })
        expect(await page.locator(".band.damaged").isVisible(), `${view} ${media}`).toBe(true)
        expect(await page.textContent(".band.damaged")).toContain("Beschadigd journaal: boeking 8")
      }
    }
    await drop("journaal.ndjson", Archive.write(journal))
    await evidence().toContain("Gelijk tot en met boeking 7. Het bestand heeft 75 boekingen, deze pagina 7")
    await drop("kort.ndjson", Archive.write(journal.slice(0, 7)))
    await evidence().toContain("alleen haar 7 boekingen vóór de beschadiging zijn vergeleken")
    expect(await page.textContent('[data-testid="evidence"]')).not.toContain("Hetzelfde journaal")
    await page.getByRole("link", { name: "Staten" }).click()
    await expect.poll(() => page.textContent(".told"), patient).toContain("boeking 7 van 7")
  })

  test("one changed character of the packing: the page names the entry", async () => {
    const line = /id="journal">\n([^\n]+)/.exec(html)?.[1] ?? ""
    for (const part of [0.2, 0.5, 0.9]) {
      const at = Math.floor(line.length * part)
      const other = line[at] === "A" ? "B" : "A"
      await openText(html.replace(line, line.slice(0, at) + other + line.slice(at + 1)), "#view=integrity")
      await expect
        .poll(() => page.locator('[data-testid="verdict"]').textContent(), patient)
        .toMatch(/^✗Boeking \d+ is beschadigd/)
    }
  })

  test("missing tail: the page reports the last entry", async () => {
    await openText(
      AuditPage.render({ journal: journal.slice(0, 20) }).replace('"entries":20', '"entries":75'),
      "#view=integrity",
    )
    await expect
      .poll(() => page.locator('[data-testid="verdict"]').textContent(), patient)
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
    await openText(lied, "#view=integrity")
    const verdict = page.locator('[data-testid="verdict"]')
    await verdict.waitFor()
    expect(await verdict.textContent()).toContain("niet de som van het journaal")
    const count = large.length.toLocaleString("nl-BE")
    await expect.poll(() => page.textContent(".told"), patient).toContain(`boeking ${count} van ${count}`)
    await openText(text)
    await page.locator(".seal.intact").waitFor()
    expect(workers).toEqual([expect.stringMatching(/^blob:/)])
    const shown = await page.textContent(cell("Budgettair resultaat/I.a", 2026))
    // A worker that finds a bad entry sends the ledger up to the entry before it.
    const bad = large.findIndex(({ body }) => Buffer.from(body).includes('"Raming 700"'))
    await openText(
      tamper(text, (bytes) => {
        bytes.write("9", bytes.indexOf('"Raming 700"') + 8, "latin1")
        return bytes
      }),
    )
    await page.locator(".seal.damaged").waitFor()
    expect(workers.length).toBe(1)
    const before = bad.toLocaleString("nl-BE")
    await expect.poll(() => page.textContent(".told"), patient).toContain(`boeking ${before} van ${before}`)
    expect(await page.textContent(cell("Budgettair resultaat/I.a", 2026))).not.toBe(shown)
    // A page of its own, since it never has a worker again.
    page = await blank()
    await page.addInitScript("delete globalThis.Worker")
    workers = []
    await load(page, text, "")
    await page.locator(".seal.intact").waitFor()
    expect(workers).toEqual([])
    expect(await page.textContent(cell("Budgettair resultaat/I.a", 2026))).toBe(shown)
    // A worker that never answers keeps the page in the state before the verification.
    await page.addInitScript("globalThis.Worker = class { postMessage() {} terminate() {} }")
    await page.reload()
    await page.locator(".seal.checking").waitFor()
    for (const view of views) {
      await page.evaluate(`location.hash = ${JSON.stringify(`#view=${view}`)}`)
      await expect.poll(() => page.getAttribute("html", "data-view"), patient).toBe(view.replace(/&.*/, ""))
      await page.locator(".band.checking").waitFor()
      expect(await page.evaluate(unmarked), view).toEqual([])
    }
    await page.evaluate("location.hash = '#view=charts&from=decision:2026/0&to=decision:2026/1'")
    await expect.poll(() => page.locator("svg text.value").count(), patient).toBeGreaterThan(0)
    expect(await page.locator(".year-tip").first().getAttribute("aria-label")).toMatch(/\d°; .*\d°; .*\d°$/)
    await page.close()
  })
})

describe("security", () => {
  test("names: markup and look-alike letters in the name of a plan are shown as text", async () => {
    const wicked = `W\u043enen</script><img src=x onerror="document.title='taken'">`
    const renamed = W13.sealed(wicked)
    const text = AuditPage.render({ journal: renamed })
    expect(text).not.toContain("<img")
    expect(text.slice(0, text.indexOf('id="label"'))).not.toContain("\u043e")
    await openText(text)
    await expect.poll(() => page.textContent("h1"), patient).toBe(wicked.replace("\u043e", "‹U+043E≈o›"))
    await expect.poll(() => page.locator("img").count(), patient).toBe(0)
    expect(await page.title()).toContain("W‹U+043E≈o›nen")
    expect(await page.textContent("#page")).not.toContain("\u043e")
  })

  test("scripts: only the script of the page runs", async () => {
    await open()
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
    faults = []
  })

  test("requests: the page has no address of another site", () => {
    expect(html).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//)
    expect(html).not.toMatch(/@import|url\(/)
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

/** A figure as shown, in micro-euro. */
const micro = (figure: string): bigint => {
  const [whole = "", fraction = ""] = figure.replace(/[+−.]/g, "").split(",")
  const size = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"))
  return figure.startsWith("−") ? -size : size
}
