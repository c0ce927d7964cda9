/** The header of a file below its titles: found and reported, or one fault that names where it seems to be. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as StatedUnit from "../src/fault/StatedUnit.ts"
import { read } from "./fixture.ts"

const header =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026"
const row = "A10101;9090;6140000;;;U;Goed;100,00"

const facts = (text: string, headerLine?: number) => {
  const { counts, faults, notes, requests } = read(
    "lines",
    text,
    headerLine === undefined ? {} : { headerLine },
  )
  return {
    requests: requests.length,
    faults: faults.map(({ _tag, line }) => `${_tag} ${line}`),
    notes,
    lines: [counts.headerLines, counts.acceptedLines, counts.rejectedLines, counts.blankLines],
  }
}

describe("HeaderSearch", () => {
  test.each([
    [
      "titles with empty cells",
      `W13 - Meerjarenplan 2026-2031;;;;;;;\nAfgedrukt op 12/11/2025;;;;;;;\n;;;;;;;\n`,
      4,
    ],
    ["titles without delimiters", "Meerjarenplan 2026-2031\nW13, te Waregem, versie 2\n\n", 4],
    ["a title with two cells", "Afgedrukt op;12/11/2025\n", 2],
    ["a title with a quote", 'Plan "2026", eerste versie\n', 2],
    ["a group header", ";;;;;;;Ramingen\n", 2],
  ])("%s: are not read, which a note says", (_, titles, line) => {
    const above = titles.split("\n").filter((text) => /[^;]/.test(text)).length
    expect(facts(`${titles}${header}\n${row}\n`)).toMatchObject({
      requests: 1,
      faults: [],
      notes: [{ _tag: "HeaderFound", line, above }],
    })
  })

  test("a header on the first line: gives no note", () => {
    expect(facts(`${header}\n${row}\n`).notes).toEqual([])
  })

  test("delimiter: is that of the header, not that of a title", () => {
    const commas = (text: string): string => text.replaceAll(",00", "").replaceAll(";", ",")
    expect(facts(`Plan; eerste versie; ontwerp\n${commas(header)}\n${commas(row)}\n`)).toMatchObject({
      requests: 1,
      faults: [],
    })
  })

  test("numbers: are proven by rows below the header", () => {
    const { dialect } = read("lines", `Gedrukt;1,234.56\n${header}\n${row.replace("100,00", "1.234,56")}\n`)
    expect(dialect.numbers).toBe("be")
  })

  test("rows above a header: are refused with its line", () => {
    const text = `${row}\n${row}\n${header}\n${row}\n`
    expect(facts(text)).toMatchObject({ requests: 0, faults: ["HeaderUnsure 3"] })
    expect(facts(text, 3)).toMatchObject({
      requests: 1,
      faults: [],
      notes: [{ _tag: "HeaderFound", line: 3, above: 2 }],
    })
  })

  test("an incomplete header below titles: gives one fault", () => {
    const text = `Titel\n\n${header.replace("Omschrijving", "Tekst")}\n${row}\n`
    expect(facts(text).faults).toHaveLength(1)
  })

  test("headerLine: takes the header there, or says that the line is empty", () => {
    expect(facts(`${header}\n${row}\n`, 1)).toMatchObject({ requests: 1, faults: [] })
    expect(facts(`Titel\n\n${header}\n${row}\n`, 2)).toMatchObject({ faults: ["HeaderLineEmpty 2"] })
    expect(facts(`Titel\n\n${header}\n${row}\n`, 9)).toMatchObject({ faults: ["HeaderLineEmpty 9"] })
  })

  test("empty cells behind the header: are ignored when every row has them", () => {
    expect(facts(`${header}\n${row};;\n${row};;\n`)).toMatchObject({ requests: 2, faults: [] })
    expect(facts(`${header};;\n${row};;\n`)).toMatchObject({ requests: 1, faults: [] })
    expect(facts(`${header}\n${row}\n${row};\n`)).toMatchObject({ requests: 1, faults: ["RaggedRow 3"] })
    expect(facts(`${header}\n${row};;x\n`).faults).toEqual(["RaggedRow 2"])
    // A filled column without a header must not be left out without a message.
    expect(facts(`${header};;\n${row};;12,50\n${row};;\n`)).toMatchObject({ faults: ["RaggedRow 2"] })
  })

  test("titles: neither lose nor add a row, whatever they are", () => {
    const title = fc.array(
      fc
        .string({ maxLength: 12, unit: "grapheme-ascii" })
        .filter((text) => !/[";\n\r]/.test(text) && StatedUnit.of(text) === undefined),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(fc.array(title, { maxLength: 6 }), fc.integer({ min: 1, max: 5 }), (titles, rows) => {
        const above = titles.map((cells) => `${cells.join(";")}\n`).join("")
        const { requests, faults, lines } = facts(`${above}${header}\n${`${row}\n`.repeat(rows)}`)
        expect(lines.reduce((sum, count) => sum + count, 0)).toBe(titles.length + 1 + rows)
        expect([faults, requests]).toEqual([[], rows])
      }),
    )
  })
})
