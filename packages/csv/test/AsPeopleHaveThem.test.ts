/** Files as other programs and people write them: stated units, repeated headers, rows of text, pipes, markup. */
import { describe, expect, test } from "vitest"
import * as StatedUnit from "../src/fault/StatedUnit.ts"
import { header, read } from "./fixture.ts"

const row = "A10101;9090;6140000;;;U;Huur;21,50;22,00\n"
const other = "A10101;9090;7450000;;;O;Terug;3,00;3,50\n"
const facts = (text: string, options: Parameters<typeof read>[2] = {}) => {
  const { faults, notes, requests, totals } = read("lines", text, options)
  return {
    faults: faults.map(({ _tag, line }) => `${_tag} ${line}`),
    notes: notes.map(({ _tag }) => _tag),
    requests: requests.length,
    totals: totals.map(({ direction, year, amount }) => `${direction} ${year} ${amount}`),
  }
}

describe("a unit that is stated beside the amounts", () => {
  test.each([
    "Bedragen in duizend euro",
    "(in duizenden EUR)",
    "in k€",
    "Cijfers x 1.000 euro",
    "in 1.000 euro",
    "in € 1 000",
    "kEUR",
    "Montants en milliers d'euros",
    "in miljoen euro",
    "mln. EUR",
    "EUR (duizend)",
    "€ mln",
    "x duizend",
  ])("%s: is refused above the header, and read with a mapping", (title) => {
    const text = `Meerjarenplan;;;;;;;;\n${title};;;;;;;;\n${header}\n${row}`
    expect(facts(text).faults).toEqual(["UnitStated 3"])
    expect(read("lines", text).faults).toMatchObject([{ value: title }])
    expect(facts(text, { mapping: { unit: 1 } })).toMatchObject({ faults: [], requests: 1 })
  })

  test("in a header that is not read: is refused, and a mapping decides about a year that it names", () => {
    expect(facts(`${header};x 1.000 EUR\n${row.replace("\n", ";\n")}`).faults).toEqual(["UnitStated 1"])
    const years = { "2027 (k€)": 2027 }
    expect(facts(`${header} (k€)\n${row}`, { mapping: { years } }).faults).toEqual([])
    expect(facts(`${header} (k€)\n${row}`, { mapping: { years, unit: 1000 } }).totals).toEqual([
      "U 2026 21500000000",
      "U 2027 22000000000",
    ])
  })

  test.each([
    "Bedragen in euro",
    "Raming 2026 van 1.000 leningen",
    "Duizendpoot vzw",
    "Subsidie van 2 miljoen euro",
    "Miljoen bomen",
    "mio",
    "Kinderopvang voor duizend kinderen",
    "Kinderopvang 1000",
    "Lokaal bestuur Millen",
  ])("%s: states none", (title) => {
    expect(StatedUnit.of(title)).toBeUndefined()
    expect(facts(`${title};;;;;;;;\n${header}\n${row}`).faults).toEqual([])
  })
})

describe("rows that are no rows of the table", () => {
  test("a header that is repeated by a page break: is left out with a note", () => {
    expect(facts(`${header}\n${row}${header}\n${other}${header}\n`)).toMatchObject({
      faults: [],
      requests: 2,
      notes: ["HeadersRepeated"],
    })
  })

  test("a second table with other columns: is not taken for a repeated header", () => {
    const swapped = header.replace("2026;2027", "2027;2026")
    expect(facts(`${header}\n${row}${swapped}\n${other}`).faults).not.toEqual([])
  })

  test("a row with one text: is one fault", () => {
    expect(facts(`${header}\n${row}Bron: boekhouding;;;;;;;;\n`).faults).toEqual(["OnlyText 3"])
    expect(read("lines", `${header}\n${row}Bron: boekhouding;;;;;;;;\n`).faults).toMatchObject([
      { value: "Bron: boekhouding" },
    ])
    expect(facts(`${header}\n${row};;;;;;Investeringen;;\n`).faults).toEqual(["OnlyText 3"])
  })

  test("a row with an amount and a text: keeps a fault per cell", () => {
    expect(facts(`${header}\n${row};;;;;;Overige;5,00;\n`).faults).toEqual([
      "EmptyCell 3",
      "EmptyCell 3",
      "EmptyCell 3",
    ])
  })
})

describe("exports of other programs", () => {
  test("a pipe as delimiter: is detected", () => {
    expect(facts(`${header}\n${row}${other}`.replaceAll(";", "|"))).toEqual(
      facts(`${header}\n${row}${other}`),
    )
  })

  test("markup with the name of a CSV file: is one fault", () => {
    for (const text of [
      "<html><table><tr><td>Actie</td></tr></table></html>",
      "\ufeff  <!DOCTYPE html>\n<table>",
      '<?xml version="1.0"?>\n<Workbook/>',
      "{\\rtf1 Actie}",
    ])
      expect(facts(text).faults).toEqual(["NotText 1"])
  })

  test("an account with its name: the fault does not name a spreadsheet as its cause", () => {
    const { faults } = read("lines", `${header}\n${row.replace("6140000", "6140000 Energie")}`)
    expect(faults).toMatchObject([{ _tag: "AccountNotDigits" }])
  })
})
