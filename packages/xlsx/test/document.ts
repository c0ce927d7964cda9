/** Builds small OpenDocument spreadsheets as XML, valid or not: sheets, styles. */
import { escaped } from "./spreadsheet.ts"
import type { Part } from "./zipped.ts"

/** A sheet: its rows as XML, and the XML before them. */
export interface TableXml {
  readonly name: string
  readonly rows: string
  readonly columns?: string
  readonly style?: string
}

/** Styles of the document: those that have a name for users, and those of its cells. */
export interface StylesXml {
  readonly named?: string
  readonly automatic?: string
}

const names = ["office", "table", "text", "style"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"')
  .concat('xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
  .join(" ")

/** Returns the parts of a document. */
export const document = (tables: ReadonlyArray<TableXml>, styles: StylesXml = {}): ReadonlyArray<Part> => [
  { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
  {
    name: "styles.xml",
    content: `<office:document-styles ${names}><office:styles>${styles.named ?? ""}</office:styles></office:document-styles>`,
  },
  {
    name: "content.xml",
    content: `<office:document-content ${names}><office:automatic-styles>${styles.automatic ?? ""}</office:automatic-styles><office:body><office:spreadsheet>${tables
      .map(
        ({ name, rows, columns = "", style }) =>
          `<table:table table:name="${escaped(name)}"${style === undefined ? "" : ` table:style-name="${style}"`}>${columns}${rows}</table:table>`,
      )
      .join("")}</office:spreadsheet></office:body></office:document-content>`,
  },
]

/** Returns a row of cells as XML. A number is a number cell, a text a text cell, and `<…` is taken as it is. */
export const tableRow = (cells: ReadonlyArray<string | number | undefined>, more = ""): string =>
  `<table:table-row${more === "" ? "" : ` ${more}`}>${cells.map(tableCell).join("")}</table:table-row>`

/** Returns a cell as XML. */
export const tableCell = (cell: string | number | undefined): string => {
  if (cell === undefined) return "<table:table-cell/>"
  if (typeof cell === "number")
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  return cell.startsWith("<")
    ? cell
    : `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`
}
