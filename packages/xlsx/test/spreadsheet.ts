/** Builds small workbooks as XML, valid or not: sheets, styles, shared texts. */
import type { Part } from "./zipped.ts"

/** A sheet: its rows as XML, and the XML before and after them. */
export interface SheetXml {
  readonly name: string
  readonly data: string
  readonly columns?: string
  readonly merges?: ReadonlyArray<string>
  readonly state?: "hidden" | "veryHidden"
}

/** What the sheets share. */
export interface SharedXml {
  /** Texts; one that begins with `<t>` is taken as XML. */
  readonly strings?: ReadonlyArray<string>
  /** Number formats of the styles 1, 2, …: texts, or the numbers of formats that every program has. */
  readonly formats?: ReadonlyArray<string | number>
  readonly is1904?: boolean
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const relations = (list: ReadonlyArray<readonly [id: string, kind: string, target: string]>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`

/** Returns a text as XML. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** Returns the parts of a workbook. */
export const spreadsheet = (sheets: ReadonlyArray<SheetXml>, shared: SharedXml = {}): ReadonlyArray<Part> => {
  const { strings, formats = [], is1904 = false } = shared
  const own = formats.flatMap((format, index) =>
    typeof format === "string" ? [`<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`] : [],
  )
  const styles = formats.map((format, index) => (typeof format === "string" ? 200 + index : format))
  return [
    { name: "_rels/.rels", content: relations([["rId1", "officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations([
        ...sheets.map(
          (_, index) => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const,
        ),
        ...(strings === undefined ? [] : [["rIdS", "sharedStrings", "sharedStrings.xml"] as const]),
        ["rIdF", "styles", "styles.xml"],
      ]),
    },
    {
      name: "xl/styles.xml",
      content: `<styleSheet ${main}><numFmts>${own.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
    },
    ...(strings === undefined
      ? []
      : [
          {
            name: "xl/sharedStrings.xml",
            content: `<sst ${main}>${strings.map((text) => `<si>${text.startsWith("<t>") ? text : `<t>${escaped(text)}</t>`}</si>`).join("")}</sst>`,
          },
        ]),
    ...sheets.map(({ data, columns = "", merges = [] }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet ${main}>${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${data}</sheetData>${merges.length === 0 ? "" : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`}</worksheet>`,
    })),
  ]
}

/** Returns a row of cells as XML. A number is a number cell, a text an inline text, and `<…` is taken as it is. */
export const row = (number: number, cells: ReadonlyArray<string | number | undefined>, more = ""): string =>
  `<row r="${number}"${more === "" ? "" : ` ${more}`}>${cells
    .map((cell, column) => cellOf(`${String.fromCharCode(65 + column)}${number}`, cell))
    .join("")}</row>`

const cellOf = (address: string, cell: string | number | undefined): string => {
  if (cell === undefined) return ""
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`
  return cell.startsWith("<")
    ? cell.replace("<c", `<c r="${address}"`)
    : `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}
