/** What is printed on paper, and what a phone and a tablet show. */
import { AuditPage } from "@grootboek/audit-page"
import { Adjustment, Adoption, Estimate } from "@grootboek/core"
import { seal } from "@grootboek/testing/Ledgers"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as Screen from "./screens/Screen.ts"
import * as States from "./screens/States.ts"
import * as W13 from "./W13.ts"

let screen: Screen.Screen

beforeAll(async () => {
  screen = await Screen.open()
  await screen.load(AuditPage.render({ journal: W13.measured(), made: "2027-05-03T08:00:00.000Z" }))
})
afterAll(async () => {
  await screen.close()
})

/** Shows a state of a page that showed something else, so that it is revealed anew. */
const show = async (hash: string, width: number, height = 900): Promise<void> => {
  await screen.page.setViewportSize({ width, height })
  await screen.show(`${hash}&lang=nl`, "view=integrity&lang=nl")
}

const hashOf = (name: string): string => States.views.find(([known]) => known === name)?.[1] ?? ""

/** The widths of a sheet of A4 within its margins, in px. */
const sheet = { portrait: 703, landscape: 1031 } as const

const printed = async (name: string): Promise<string> => {
  await show(hashOf(name), sheet.portrait)
  await screen.page.emulateMedia({ media: "print" })
  await screen.evaluate('dispatchEvent(new Event("beforeprint"))')
  const text = await screen.evaluate<string>("document.body.innerText")
  await screen.evaluate('dispatchEvent(new Event("afterprint"))')
  await screen.page.emulateMedia({ media: null })
  return text.replace(/\s+/g, " ")
}

const first = "2026/1 · Algemene vergadering, 18 juni 2026 (2026/AV/12)"
const motivation = "Halfjaarlijkse aanpassing: de loonindex viel vroeger"

describe("paper", () => {
  test.each([
    [
      "staten",
      ["M2 Staat van het financieel evenwicht · W13 · Plan 2026/3", "* De som van de afgedrukte rijen"],
    ],
    ["laatste-beslissing", [first, motivation]],
    [
      "doelen",
      [
        "Volledig overzicht doelstellingen, actieplannen en acties · W13 · Plan 2026/3",
        "Doelen Totaal/A10102/U",
      ],
    ],
    ["uitleg", ["Onverklaard: 0,00", "Som van de mutaties"]],
    ["wijzigingen", ["Besluit 2026/0 → Besluit 2026/1", `${first}: ${motivation}`]],
    [
      "oorzaken",
      ["A10102 · 9090 · 6203000 · U Kracht.Wonen · Dienstverlening W13 · Niet vast benoemd", motivation],
    ],
    ["lijst", ["M2 Staat van het financieel evenwicht · W13 · Besluit 2026/0 → Besluit 2026/1", motivation]],
    ["besluit", ["Algemene vergadering, 18 juni 2026 (2026/AV/12)", motivation]],
    [
      "verloop",
      [
        "Besluit 2026/2 · Stap 3 van 4",
        "2026/2 · Algemene vergadering, 10 december 2026",
        "Kracht.Wonen · Dienstverlening W13",
      ],
    ],
    ["grafieken", ["Voor: Besluit 2026/0", "Na: Besluit 2026/1", "wat later werd geboekt, staat er niet in"]],
    ["journaal", ["Raming A10101 RCK", "Boeking 70 · Doorstorting", "budget-lines.csv:67"]],
    ["wat-als", ["Veronderstelling: dit is niet het plan."]],
  ] as const)("%s: prints who decided, what is compared, and names beside codes", async (name, lines) => {
    const text = await printed(name)
    for (const line of lines) expect(text).toContain(line)
    expect(text).toContain("Gemaakt op 3 mei 2027")
    expect(text).toContain("145 · ongewijzigd")
    expect(text).not.toMatch(/\b(?:goals|synthesis)\b/)
  })

  test("rows below others are indented, also beside an explanation; checks and norms take one sheet", async () => {
    const indents = async () => {
      await screen.page.emulateMedia({ media: "print" })
      const found = await screen.evaluate<ReadonlyArray<string>>(
        `["I", "I.A", "I.A.1"].map((code) => [...document.querySelectorAll("table.form tbody tr")]
          .find((row) => row.querySelector(".code")?.textContent === code)?.querySelector("th"))
          .map((head) => getComputedStyle(head).paddingLeft)`,
      )
      await screen.page.emulateMedia({ media: null })
      return found.map(Number.parseFloat)
    }
    for (const hash of ["view=statements&form=T2", hashOf("uitleg")]) {
      await show(hash, sheet.portrait)
      const found = await indents()
      expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
    }
    await show("view=checks", 1440)
    const pdf = (await screen.page.pdf({ preferCSSPageSize: true })).toString("latin1")
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1)
  })

  test("decision: takes one sheet with sixteen norms, eight reasons and a rule, as in the example", async () => {
    await show(hashOf("besluit"), 1440)
    await screen.evaluate(`for (const [selector, count] of [["table.norms", 16], ["table.groups", 9]]) {
      const body = document.querySelector(selector).tBodies[0]
      while (body.rows.length < count) body.append(body.rows[1].cloneNode(true))
    }`)
    const pdf = (await screen.page.pdf({ preferCSSPageSize: true })).toString("latin1")
    await screen.page.reload()
    await screen.page.waitForSelector("#content h2")
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1)
  })

  test.each(States.views)("%s: is no wider than its sheet", async (name, hash) => {
    const isWide = /view=(?:changes|replay)/.test(hash)
    await show(hash, isWide ? sheet.landscape : sheet.portrait)
    await screen.page.emulateMedia({ media: "print" })
    const over = await screen.evaluate<number>("document.documentElement.scrollWidth - innerWidth")
    await screen.page.emulateMedia({ media: null })
    expect(over, name).toBeLessThanOrEqual(0)
  })
})

/** Returns the words of row labels that are broken over two lines. */
const brokenWords = `[...document.querySelectorAll("th[scope=row], th[scope=rowgroup]")].flatMap((head) => {
  const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    for (const { 0: word, index } of node.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (tops.size > 1) found.push(word)
    }
  }
  return found
})`

/** Whether the middle of the chosen cell is what the screen shows there. */
const isChosenShown = `(() => {
  const cells = [...document.querySelectorAll('td[aria-selected="true"]')]
  return cells.length > 0 && cells.every((cell) => {
    const { left, top, width, height } = cell.getBoundingClientRect()
    return cell.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })
})()`

describe.each([
  [1440, 900],
  [820, 1180],
  [390, 844],
])("screen of %d px", (width, height) => {
  test.each(["uitleg", "doelen", "jaarrekening-uitleg", "oorzaken"])(
    "%s: shows the chosen cell beside its explanation, below the years",
    async (name) => {
      await show(hashOf(name), width, height)
      expect(await screen.evaluate(isChosenShown)).toBe(true)
      const head = await screen.page.locator("table.form thead th").last().boundingBox()
      expect(head?.y).toBeGreaterThanOrEqual(0)
    },
  )

  test.each([...States.views, ["T2", "view=statements&form=T2&empty=1"] as const])(
    "%s: breaks no word of a row",
    async (_, hash) => {
      await show(hash, width, height)
      expect(await screen.evaluate(brokenWords)).toEqual([])
    },
  )

  test("forms and last decision: the chosen form and the column of decisions are in sight", async () => {
    await show("view=statements&form=J3", width, height)
    const inSight = (selector: string) =>
      screen.evaluate<boolean>(
        `(({ left, right }) => left >= 0 && right <= innerWidth)(document.querySelector('${selector}').getBoundingClientRect())`,
      )
    expect(await inSight('.forms [aria-pressed="true"]')).toBe(true)
    await show("view=statements&form=M2&blame=1", width, height)
    expect(await inSight("td.blame")).toBe(true)
  })

  test("changes as a list: each cause is in sight", async () => {
    await show(hashOf("lijst"), width, height)
    const over = `Math.max(...[...document.querySelectorAll("table.changes .causes li")].map((one) => one.getBoundingClientRect().right)) - innerWidth`
    expect(await screen.evaluate(over)).toBeLessThanOrEqual(0)
  })
})

test("another view: begins at its top, where the menu of a phone was used far down", async () => {
  await show("view=statements&form=M2&empty=1", 390, 844)
  await screen.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
  expect(await screen.evaluate("scrollY")).toBeGreaterThan(100)
  await screen.page.getByRole("link", { name: "Wijzigingen", exact: true }).click()
  await screen.page.locator("#changes-title").waitFor()
  expect(await screen.evaluate("scrollY")).toBe(0)
})

test("gauges: are shown only where the decision promised neutrality", async () => {
  await show("view=replay&to=decision:2026/1", 1440)
  expect(await screen.page.locator(".gauge").count()).toBe(0)
  expect(await screen.page.textContent("#content")).toContain("Het besluit vermeldt geen neutraliteit")
  await show("view=replay&to=decision:2026/2", 1440)
  expect(await screen.page.locator(".gauge").count()).toBe(6)
})

describe("a plan with long names, many versions and one year", () => {
  const text = "Zeerlangwoord".repeat(14)
  const line = { direction: "U", account: "6140000", policyItem: "0100", action: "A1" } as const
  const adjust = (turn: number) =>
    Adjustment.adopt({
      plan: `2026/${turn}`,
      creditYears: [2026],
      changes: [{ line, amounts: { "2026": "1.00" }, reason: { class: "index", text } }],
    })
  const plan = Adoption.adopt({
    entity: { name: `OCMW "<i>'&😀`, type: "ocmw" },
    plan: "2026/0",
    edition: "bbc-3.0",
    years: { first: 2026, last: 2026 },
    creditYears: [2026],
  })
  const structure = Adoption.declare({
    goals: [{ code: "A1", level: "action", name: text, priority: true }],
    policyItems: [{ code: "0100", name: text, field: "0010", fieldName: text, domain: text }],
    accounts: [{ section: "operating", direction: "U", row: "I.A.1", prefixes: ["61"] }],
  })
  const decisions = [
    plan,
    structure,
    Estimate.post({ line, amounts: { "2026": "5.00" } }),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map(adjust),
  ]
  const journal = seal({
    requests: decisions.map((decide, turn) => ({ id: `request:${turn}`, decide })),
    time: "2026-06-01T19:00:00.000Z",
  })

  test("every view: is no wider than the screen, and shows the names as text", async () => {
    await screen.load(AuditPage.render({ journal }))
    for (const width of [1440, 390])
      for (const hash of [
        "view=statements&form=goals",
        "view=statements&form=M1&row=1/U&year=2026",
        "view=changes&form=all&as=list",
        "view=decision",
        "view=replay&step=99",
        "view=charts",
        "view=whatIf&suppose=699+%2B2%25",
        "view=journal&entry=5",
      ]) {
        await show(hash, width)
        const over = await screen.evaluate("document.documentElement.scrollWidth - innerWidth")
        expect(over, `${hash} ${width}`).toBeLessThanOrEqual(0)
      }
    expect(await screen.page.textContent("h1")).toBe(`OCMW "<i>'&😀`)
  })

  test("slider: keeps half of the screen beside nine versions, and the years of goals are in sight", async () => {
    await show("view=statements&form=goals", 1440)
    expect((await screen.page.locator(".track").boundingBox())?.width).toBeGreaterThan(720)
    const figure = await screen.page.locator("table.form td.figure").first().boundingBox()
    expect((figure?.x ?? 1e6) + (figure?.width ?? 0)).toBeLessThanOrEqual(1440)
    await show("view=statements&form=goals", 390)
    const small = await screen.page.locator("table.form td.figure").first().boundingBox()
    expect((small?.x ?? 1e6) + (small?.width ?? 0)).toBeLessThanOrEqual(390)
  })
})

test("damaged journal: its changes are printed on a wide sheet too, with the warning in the margin", async () => {
  const html = AuditPage.render({ journal: W13.sealed(), made: "2027-05-03T08:00:00.000Z" })
  const boxes: Array<string> = []
  for (const text of [html, States.damaged(html)]) {
    await screen.load(text)
    for (const language of ["nl", "en"]) {
      await screen.show(`view=changes&form=M2&lang=${language}`)
      const pdf = (await screen.page.pdf({ preferCSSPageSize: true })).toString("latin1")
      boxes.push(/\/MediaBox \[([^\]]*)\]/.exec(pdf)?.[1] ?? "")
    }
  }
  const [first = ""] = boxes
  const [, , width = 0, height = 0] = first.split(" ").map(Number)
  expect(width).toBeGreaterThan(height)
  expect(new Set(boxes).size).toBe(1)
})
