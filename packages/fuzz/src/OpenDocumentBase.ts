/** A small valid OpenDocument spreadsheet with the sheets of the workbook. Its tables are pieces of one part. */

import type { SheetPieces } from "./FuzzedFormat.ts"
import * as SheetBase from "./SheetBase.ts"

/** The sheets of the workbook, each with its table as a piece. */
export const sheets: ReadonlyArray<SheetBase.BaseSheet> = SheetBase.sheets.map((sheet) => ({
  ...sheet,
  part: `table ${sheet.name}`,
}))

const names = ["office", "table", "text", "style", "draw"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"')
  .concat('xmlns:xlink="http://www.w3.org/1999/xlink"')
  .join(" ")

const columns = ["Actie", "Beleidsitem", "Algemene rekening", "U/O", "Omschrijving"]
const years = ["2026", "2027"]

const words = (text: string, more = ""): string =>
  `<table:table-cell${more} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
const number = (value: string, more = ""): string =>
  `<table:table-cell${more} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
const row = (cells: ReadonlyArray<string>, more = ""): string =>
  `<table:table-row${more}>${cells.join("")}</table:table-row>`
const texts = (...some: ReadonlyArray<string>): ReadonlyArray<string> => some.map((text) => words(text))
const headed = row([...texts(...columns), ...years.map((year) => number(year))])

const amounts = (direction: string, first: string, second: string): ReadonlyArray<string> => [
  number("9090", ' table:style-name="item"'),
  number("6140000"),
  ...texts(direction, "Goed"),
  number(first),
  number(second, ` table:formula="of:=[.F1]*2"`),
]

const tables: Readonly<Record<string, string>> = {
  Jaren:
    '<table:table-column table:number-columns-repeated="7"/>' +
    headed +
    row([words("A10101", ' table:number-rows-spanned="2"'), ...amounts("U", "100", "200.5")]) +
    row(["<table:covered-table-cell/>", ...amounts("O", "3.25", "6.5")]) +
    '<table:table-row table:visibility="collapse"><table:table-cell table:number-columns-repeated="7"/></table:table-row>' +
    row([words("A10102"), ...amounts("U", "-7", "1.4E1")], ' table:number-rows-repeated="2"') +
    row([
      words("A10102"),
      ...amounts("U", "0", "0").slice(0, 4),
      number("0.1", ' table:number-columns-repeated="2"'),
    ]) +
    '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>',
  Lijst:
    row(texts(...columns, "Jaar", "Bedrag")) +
    row([...texts("A10101", "9090", "6140000", "U", "Huur"), number("2026"), number("12.5")]) +
    row([...texts("A10102", "9090", "7402000", "O", "Subsidie", "2027", "1234,56")]) +
    row([...texts("A10102", "9090", "7402000", "O", "Subsidie"), number("2026"), number("-3")]),
  Boekingen:
    row(texts(...columns, "Datum", "Stuk", "Bedrag")) +
    ["2026-06-30", "2026-07-01T12:00:00"]
      .map((day, at) =>
        row([
          ...texts("A10101", "9090", "6140000", "U", "<text:span>Kan</text:span>toor"),
          `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"><text:p>${day}</text:p></table:table-cell>`,
          words(`AAN-${at}`),
          `<table:table-cell office:value-type="currency" office:currency="EUR" office:value="${at === 0 ? "250.75" : "-40"}"><text:p>€</text:p></table:table-cell>`,
        ]),
      )
      .join(""),
  Opening:
    row(texts("Rekening", "Omschrijving", "Jaar", "Bedrag")) +
    row([
      number("930000", ' table:style-name="code"'),
      ...texts("Resultaat"),
      number("2026"),
      number("404701.7"),
    ]) +
    row([...texts("1730000", "Lening"), number("2026"), number("1000")]) +
    row(texts("0900000", "Bestemd", "2027", "1 234,50")),
  Wijziging:
    "<table:table-header-rows>" +
    row([...texts(...columns, "Reden", "Toelichting"), number("2026")]) +
    "</table:table-header-rows><table:table-row-group>" +
    row([
      ...texts("A10101", "9090", "6140000", "U", "Huur", "timing", "Later"),
      number("-120.05", ' table:formula="of:=SUM(1)"'),
    ]) +
    "</table:table-row-group>" +
    row([
      ...texts("A10102", "9090", "7402000", "O", "Steun"),
      '<table:table-cell table:number-columns-repeated="2"/>',
      number("77"),
    ]),
  Titels:
    "<table:table-row/>" +
    row([
      '<table:table-cell table:number-columns-spanned="7" office:value-type="string"><office:annotation><text:p>5</text:p></office:annotation><text:p>Meerjarenplan 2026-2031</text:p></table:table-cell>',
      '<table:covered-table-cell table:number-columns-repeated="6"/>',
    ]) +
    "<table:table-row/>" +
    headed +
    row([words("A10101"), ...amounts("U", "100", "200")]) +
    row([words("A10102"), ...amounts("O", "50", "60")]) +
    row([
      words("Totaal U"),
      '<table:table-cell table:number-columns-repeated="4"/>',
      number("100"),
      number("200"),
    ]),
}

const style = (name: string): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="N${name}"/>`
const digits = (name: string, least: number): string =>
  `<number:number-style style:name="N${name}"><number:number number:min-integer-digits="${least}" number:decimal-places="0"/></number:number-style>`

/** The name of the piece with the beginning of the content, up to its first table. */
const head = "beginning"

export const pieces: SheetPieces = {
  mimetype: "application/vnd.oasis.opendocument.spreadsheet",
  "styles.xml": `<office:document-styles ${names}><office:styles>${digits("item", 4)}${digits("code", 7)}<number:date-style style:name="Nday"><number:year/><number:month/><number:day/></number:date-style><number:percentage-style style:name="Nshare"><number:number/></number:percentage-style></office:styles></office:document-styles>`,
  [head]: `<office:document-content ${names}><office:automatic-styles>${["item", "code", "day", "share"].map(style).join("")}<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`,
  ...Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      `table ${name}`,
      `<table:table table:name="${name}">${rows}</table:table>`,
    ]),
  ),
}

/** Returns the parts of the zip file: the pieces other than the type and the styles, joined into the content. */
export const partsOf = ({
  mimetype = "",
  "styles.xml": styles = "",
  ...others
}: SheetPieces): SheetPieces => ({
  mimetype,
  ...(styles === "" ? {} : { "styles.xml": styles }),
  "content.xml": `${Object.values(others).join("")}</office:spreadsheet></office:body></office:document-content>`,
})
