/** A small report in each format: its order, escaped texts, cell addresses, and an office document that opens. */
import type { Document } from "@grootboek/cells"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
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
