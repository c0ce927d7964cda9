/** A small valid workbook with a sheet for each way of writing rows. The mutants are changes of it. */
import type { Layout } from "@grootboek/csv"

/** A sheet of the workbook. Its rows are read as `kind`, and its amounts are in `amounts`, columns that count from 1. */
export interface BaseSheet {
  readonly name: string
  readonly part: string
  readonly kind: Layout.ImportKind
  readonly amounts: ReadonlyArray<number>
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006/relationships"

// The names of sheets, parts and relations differ in more than a digit: a character left out never makes another one of them.
export const sheets: ReadonlyArray<BaseSheet> = [
  { name: "Jaren", part: "xl/worksheets/years.xml", kind: "lines", amounts: [6, 7] },
  { name: "Lijst", part: "xl/worksheets/list.xml", kind: "lines", amounts: [7] },
  { name: "Boekingen", part: "xl/worksheets/booked.xml", kind: "actuals", amounts: [8] },
  { name: "Opening", part: "xl/worksheets/first.xml", kind: "opening", amounts: [4] },
  { name: "Wijziging", part: "xl/worksheets/changes.xml", kind: "adjustment", amounts: [8] },
  { name: "Titels", part: "xl/worksheets/under.xml", kind: "lines", amounts: [6, 7] },
]

/** The name of the part of shared texts. */
export const stringsPart = "xl/sharedStrings.xml"

const letters = "ABCDEFGH"
const columns = ["Actie", "Beleidsitem", "Algemene rekening", "U/O", "Omschrijving"]
const texts = [
  ...columns,
  "2026",
  "2027",
  "A10101",
  "9090",
  "6140000",
  "U",
  "Goederen",
  "7402000",
  "O",
  "A10102",
]

const shared = (address: string, words: string): string =>
  `<c r="${address}" t="s"><v>${texts.indexOf(words)}</v></c>`
const inline = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`
const number = (value: string): string => `<c><v>${value}</v></c>`
const headed = (line: number): string =>
  `<row r="${line}">${[...columns, "2026", "2027"].map((words, column) => shared(`${letters[column] ?? ""}${line}`, words)).join("")}</row>`

/** An action, a direction, and the amounts of two years. */
type BaseRow = readonly [action: string, direction: string, first: string, second: string]

const addressed = (line: number, [action, direction, first, second]: BaseRow): string =>
  `<row r="${line}">${shared(`A${line}`, action)}<c r="B${line}" s="1"><v>9090</v></c><c r="C${line}"><v>6140000</v></c>${shared(`D${line}`, direction)}<c r="E${line}" t="inlineStr"><is><t>Goed</t></is></c><c r="F${line}"><v>${first}</v></c><c r="G${line}"><f>F${line}*2</f><v>${second}</v></c></row>`

const sheet = (rows: string, { before = "", after = "" } = {}): string =>
  `<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

const row = (...cells: ReadonlyArray<string>): string => `<row>${cells.join("")}</row>`

const years = sheet(
  headed(1) +
    addressed(2, ["A10101", "U", "100", "200.5"]) +
    addressed(3, ["A10101", "O", "3.25", "6.5"]) +
    '<row r="4" hidden="1"/>' +
    addressed(5, ["A10102", "U", "-7", "1.4E1"]) +
    addressed(6, ["A10102", "U", "0.1", "1000000"]),
  {
    before: '<cols><col min="1" max="7" width="9"/></cols>',
    after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
  },
)

const list = sheet(
  row(...[...columns, "Jaar", "Bedrag"].map(inline)) +
    row(...["A10101", "9090", "6140000", "U", "Huur"].map(inline), number("2026"), number("12.5")) +
    row(...["A10102", "9090", "7402000", "O", "Subsidie"].map(inline), inline("2027"), inline("1234,56")) +
    row(...["A10102", "9090", "7402000", "O", "Subsidie"].map(inline), number("2026"), number("-3")),
)

const rich = (...runs: ReadonlyArray<string>): string =>
  `<c t="inlineStr"><is>${runs.map((words) => `<r><rPr><b/></rPr><t xml:space="preserve">${words}</t></r>`).join("")}<rPh sb="0" eb="1"><t>zz</t></rPh></is></c>`

const booked = sheet(
  row(...[...columns, "Datum", "Stuk", "Bedrag"].map(inline)) +
    [
      ["46203", '<c t="str"><f>A1</f><v>AAN-1</v></c>', "250.75"],
      ["46204.5", inline("AAN-2"), "-40"],
    ]
      .map(([day = "", voucher = "", amount = ""]) =>
        row(
          ...["A10101", "9090", "6140000", "U"].map(inline),
          rich("Kan", "toor "),
          `<c s="2"><v>${day}</v></c>`,
          voucher,
          number(amount),
        ),
      )
      .join(""),
)

const first = sheet(
  row(...["Rekening", "Omschrijving", "Jaar", "Bedrag"].map(inline)) +
    row('<c s="3"><v>930000</v></c>', inline("Resultaat"), number("2026"), number("404701.7")) +
    row(inline("1730000"), inline("Lening"), number("2026"), number("1000")) +
    row(inline("0900000"), inline("Bestemd"), inline("2027"), inline("1 234,50")),
)

const changed = sheet(
  row(...[...columns, "Reden", "Toelichting", "2026"].map(inline)) +
    row(
      ...["A10101", "9090", "6140000", "U", "Huur", "timing", "Later"].map(inline),
      '<c t="n"><f>SUM(1)</f><v>-120.05</v></c>',
    ) +
    row(...["A10102", "9090", "7402000", "O", "Steun", "", ""].map(inline), number("77")),
)

const under = sheet(
  '<row r="2"><c r="A2" t="inlineStr"><is><t>Meerjarenplan 2026-2031</t></is></c></row>' +
    headed(4) +
    addressed(5, ["A10101", "U", "100", "200"]) +
    addressed(6, ["A10102", "O", "50", "60"]) +
    '<row r="7"><c r="A7" t="inlineStr"><is><t>Totaal U</t></is></c><c r="F7"><v>100</v></c><c r="G7"><v>200</v></c></row>',
  {
    before: '<cols><col min="5" max="5" width="9" hidden="1"/></cols>',
    after: '<mergeCells count="1"><mergeCell ref="A2:G2"/></mergeCells>',
  },
)

const idOf = ({ name }: BaseSheet): string => `r${name}`

export const parts: Readonly<Record<string, string>> = {
  "_rels/.rels": `<Relationships xmlns="${packages}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="0"/><sheets>${sheets.map((one, index) => `<sheet name="${one.name}" sheetId="${index + 1}" r:id="${idOf(one)}"/>`).join("")}<sheet name="Nota" sheetId="9" state="hidden" r:id="rNota"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}">${sheets.map((one) => `<Relationship Id="${idOf(one)}" Type="${office}/worksheet" Target="${one.part.slice(3)}"/>`).join("")}<Relationship Id="rTexts" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rForms" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rNota" Type="${office}/worksheet" Target="worksheets/nota.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="0000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
  [stringsPart]: `<sst ${main} count="${texts.length}">${texts.map((words) => `<si><t>${words}</t></si>`).join("")}</sst>`,
  "xl/worksheets/years.xml": years,
  "xl/worksheets/list.xml": list,
  "xl/worksheets/booked.xml": booked,
  "xl/worksheets/first.xml": first,
  "xl/worksheets/changes.xml": changed,
  "xl/worksheets/under.xml": under,
  "xl/worksheets/nota.xml": sheet(""),
}
