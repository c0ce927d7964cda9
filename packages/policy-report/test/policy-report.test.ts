/** A small report in each format: its order, escaped texts, cell addresses, and an office document that opens. */
import type { Document } from "@grootboek/cells"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import * as ColumnWidths from "../src/ColumnWidths.ts"
import { Docx, Html, Markdown } from "../src/index.ts"

const report: Document.Document = {
  language: "nl",
  title: "Beleidsrapport <2026/0>",
  about: ["W13", "Besluit: niet opgegeven"],
  contents: "Inhoudstafel",
  running: 'W13 "plan"',
  page: "Pagina",
  blocks: [
    { _tag: "Heading", level: 1, text: "Strategische nota" },
    { _tag: "Heading", level: 4, text: "Actie A1: Huis & tuin" },
    { _tag: "Labelled", texts: [{ label: "Omschrijving", text: "Eerste regel\n• tweede <b>" }] },
    {
      _tag: "Table",
      title: "Ramingen",
      head: [{ text: "" }, { text: "2026", isFigure: true }],
      rows: [
        { cells: [{ text: "Exploitatie" }], level: 0, isHeading: true, isStrong: true },
        {
          cells: [
            { text: "Uitgaven" },
            {
              text: "21.000",
              isFigure: true,
              address: { form: "goals", row: "Exploitatie/A1/U", year: 2026 },
            },
          ],
          level: 1,
          isHeading: false,
          isStrong: false,
        },
      ],
    },
    { _tag: "Heading", level: 1, text: "Toelichting" },
    { _tag: "Paragraph", text: "Een | streep" },
  ],
}

const inOrder = (text: string, ...parts: ReadonlyArray<string>): void => {
  const places = parts.map((part) => text.indexOf(part))
  expect(places.filter((place) => place < 0)).toEqual([])
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

test("a document without a title for its contents has no table of contents in any format", async () => {
  const { contents: _, ...sheet } = report
  expect(Html.write(sheet, { auditPage: "audit.html" })).not.toMatch(/<nav|href="#h1"/)
  expect(Markdown.write(sheet)).not.toMatch(/^ *- Strategische nota/m)
  const xml = strFromU8(unzipSync(await Docx.write(sheet))["word/document.xml"] ?? new Uint8Array())
  expect(xml).not.toContain("TOC ")
})

test("misleading and invisible characters are shown as their code in every format", async () => {
  const hostile = "W\u043enen\u202e"
  const text = { _tag: "Paragraph", text: hostile } as const
  const labelled = { _tag: "Labelled", texts: [{ label: hostile, text: hostile }] } as const
  const row = { cells: [{ text: hostile }], level: 0, isHeading: false, isStrong: false } as const
  const table = { _tag: "Table", title: hostile, head: [{ text: hostile }], rows: [row] } as const
  const heading = { _tag: "Heading", level: 1, text: hostile } as const
  const named = { title: hostile, running: hostile, about: [hostile] }
  const document = { ...report, ...named, blocks: [heading, text, labelled, table] }
  const parts = Object.values(unzipSync(await Docx.write(document))).map((part) => strFromU8(part))
  const html = Html.write(document, { auditPage: "audit.html" })
  for (const output of [html, Markdown.write(document), ...parts])
    expect(output).not.toMatch(/[\u043e\u202e]/)
  expect(parts.join("").split("W‹U+043E≈o›nen‹U+202E›").length - 1).toBeGreaterThanOrEqual(9)
})

describe("Html.write", () => {
  const page = Html.write(report, { auditPage: "report/audit.html" })

  test("prints the contents before the parts, and escapes every text", () => {
    inOrder(
      page,
      "Beleidsrapport &lt;2026/0&gt;",
      'href="#h1">Strategische nota',
      '<h1 id="h1">Strategische nota',
      "Huis &amp; tuin</h4>",
      "tweede &lt;b&gt;",
      '<h1 id="h5">Toelichting',
    )
    expect(page).not.toContain("<b>")
    expect(page).not.toContain("<script")
  })

  test("gives a figure the address of its cell, as a link to the audit page", () => {
    expect(page).toContain('data-cell="goals/Exploitatie/A1/U/2026"')
    expect(page).toContain(
      'href="report/audit.html#view=statements&amp;form=goals&amp;row=Exploitatie/A1/U&amp;year=2026">21.000</a>',
    )
  })

  test("gives a figure its address without a link when there is no audit page", () => {
    const alone = Html.write(report)
    expect(alone).toContain('data-cell="goals/Exploitatie/A1/U/2026">21.000</td>')
    expect(alone).not.toContain("#view")
  })

  test("prints a running title and page numbers on A4", () => {
    expect(page).toContain('content: "W13 \\22 plan\\22 "')
    expect(page).toContain("counter(page)")
    expect(page).toContain("size: A4")
    // Texts stay with a table below them. If all texts did, an action without a table would move to the next page with all that follows it.
    expect(page).toContain("dl:has(+ table) { break-after: avoid; }")
  })
})

test("Markdown.write: escapes texts and keeps the order", () => {
  const text = Markdown.write(report)
  inOrder(
    text,
    "## Strategische nota",
    "**Omschrijving:** Eerste regel",
    "| &emsp;Uitgaven | 21.000 |",
    "## Toelichting",
  )
  expect(text).toContain("Een \\| streep")
  expect(text).toContain("&lt;2026/0")
})

test("Docx.write: has headings with styles, real tables, page numbers and a table of contents", async () => {
  const files = unzipSync(await Docx.write(report))
  const all = strFromU8(files["word/document.xml"] ?? new Uint8Array())
  // The table of contents names the headings too.
  const body = all.slice(all.indexOf("</w:sdt>"))
  inOrder(body, "Strategische nota", "Heading4", "Huis &amp; tuin", "<w:tbl>", "21.000", "Toelichting")
  expect(all).toContain("TOC")
  expect(body.match(/w:val="Heading1"/g)).toHaveLength(2)
  const footers = Object.keys(files).filter((name) => /footer\d*\.xml$/.test(name))
  expect(footers.map((name) => strFromU8(files[name] ?? new Uint8Array())).join("")).toContain("PAGE")
})

describe("a table", () => {
  const paper = { table: 10_000, character: 90 }
  const cell = (text: string, isFigure = false): Document.DocumentCell => ({ text, isFigure })
  const row = (...cells: ReadonlyArray<Document.DocumentCell>): Document.DocumentRow => ({
    cells,
    level: 0,
    isHeading: false,
    isStrong: false,
  })
  const sum = (widths: ReadonlyArray<number>): number => widths.reduce((all, one) => all + one, 0)

  test("gives each figure its whole width, and the widths sum to that of the page", () => {
    const figures = ["1.090.768,30", "0,00", "-12,00"]
    const block = {
      _tag: "Table",
      title: "",
      head: [cell(""), ...figures.map(() => cell("2026", true))],
      rows: [row(cell("een lange naam ".repeat(20)), ...figures.map((text) => cell(text, true)))],
    } as const
    const widths = ColumnWidths.of(block, paper)
    expect(sum(widths)).toBe(10_000)
    expect(figures.every(({ length }, at) => (widths[at + 1] ?? 0) >= (length + 1) * 90)).toBe(true)
    const wide = { ...block, head: [...block.head, ...Array.from({ length: 40 }, () => cell("2027", true))] }
    expect(sum(ColumnWidths.of(wide, paper))).toBe(10_000)
    expect(Math.min(...ColumnWidths.of(wide, paper))).toBeGreaterThan(0)
  })

  test("does not repeat the heading above it as its title, but keeps it for screen readers", async () => {
    const heading = { _tag: "Heading", level: 2, text: "Schema M1" } as const
    const block = {
      _tag: "Table",
      title: "Schema M1",
      head: [cell("")],
      rows: [row(cell("Totaal"))],
    } as const
    const titled = { ...report, blocks: [heading, block] }
    expect(Html.write(titled)).toContain('<caption class="unseen">Schema M1</caption>')
    expect(Markdown.write(titled)).not.toContain("**Schema M1**")
    const xml = strFromU8(unzipSync(await Docx.write(titled))["word/document.xml"] ?? new Uint8Array())
    expect(xml.slice(xml.indexOf("</w:sdt>")).match(/Schema M1/g)).toHaveLength(1)
  })

  test("stays on one page when it is short", async () => {
    const rows = Array.from({ length: 31 }, (_, at) => row(cell(`${at}`), cell("1", true)))
    const block = { _tag: "Table", title: "Cijfers", head: [cell(""), cell("2026", true)] } as const
    const of = (count: number) => ({ ...report, blocks: [{ ...block, rows: rows.slice(0, count) }] })
    expect(Html.write(of(30))).toContain('<table class="figures short">')
    expect(Html.write(of(31))).toContain('<table class="figures">')
    const kept = async (count: number): Promise<number> => {
      const xml = strFromU8(unzipSync(await Docx.write(of(count)))["word/document.xml"] ?? new Uint8Array())
      return xml.match(/<w:keepNext\/>/g)?.length ?? 0
    }
    // Two cells of each row but the last, and of the head.
    expect(await kept(30)).toBe(2 * 30)
    expect(await kept(31)).toBe(2)
  })

  test("stays on one page when its words take at most 24 lines, whatever the number of rows", () => {
    const of = (rows: number, text: string) => {
      const block = {
        _tag: "Table",
        title: "Indicatoren",
        head: [cell("Indicator"), cell("Omschrijving")],
        rows: Array.from({ length: rows }, () => row(cell("Aantal"), cell(text))),
      } as const
      return /<table class="[^"]*short"/.test(Html.write({ ...report, blocks: [block] }))
    }
    expect([of(12, "kort"), of(24, "kort"), of(25, "kort")]).toEqual([true, true, false])
    expect([of(3, "x".repeat(400)), of(4, "x".repeat(400))]).toEqual([true, false])
  })

  test("gives texts the space that equally wide figures would take from them", () => {
    const years = ["2026", "2027", "2028", "2029", "2030", "2031"].map((year) => cell(year, true))
    const amounts = ["-195.000,00", "195.000,00", "0,00", "0,00", "0,00", "0,00"].map((text) =>
      cell(text, true),
    )
    const reason = "timing: Voorbeeld: levering van het wagenpark schuift een jaar op"
    const block = {
      _tag: "Table",
      title: "",
      head: [cell("Reden"), ...years],
      rows: [row(cell(reason), ...amounts)],
    } as const
    const widths = ColumnWidths.of(block, { table: 80 * 90, character: 90 })
    // Four lines of the reason; no figure is broken.
    expect(widths[0]).toBeGreaterThanOrEqual((reason.length / 4) * 90)
    expect(widths[1]).toBeGreaterThanOrEqual(11 * 90)
    expect(sum(widths)).toBe(80 * 90)
    const wide = ColumnWidths.of(block, { table: 150 * 90, character: 90 })
    expect(new Set(wide.slice(1, -1)).size).toBe(1)
  })

  test("has less space between its columns before it breaks a word", () => {
    const block = {
      _tag: "Table",
      title: "",
      head: [cell("voorwaarde"), ...["2026", "2027", "2028"].map((year) => cell(year, true))],
      rows: [row(cell("a"), ...["445.000,00", "1,00", "1,00"].map((text) => cell(text, true)))],
    } as const
    // A bold head of ten characters and three figures of ten: 46 characters with a space of one, 50 with two.
    const widths = ColumnWidths.of(block, { table: 47 * 90, character: 90 })
    expect(widths.every((width) => width >= 11 * 90)).toBe(true)
    expect(widths[0]).toBeGreaterThanOrEqual(13 * 90)
    expect(sum(widths)).toBe(47 * 90)
  })
})
