/** The names of elements in an OpenDocument spreadsheet, and what their prefixes must mean. */
import { damaged } from "./Refusal.ts"
import type * as Xml from "./Xml.ts"

const namespace = "urn:oasis:names:tc:opendocument:xmlns:"
const standard: Readonly<Record<string, string>> = {
  "xmlns:office": `${namespace}office:1.0`,
  "xmlns:table": `${namespace}table:1.0`,
  "xmlns:text": `${namespace}text:1.0`,
  "xmlns:style": `${namespace}style:1.0`,
  "xmlns:number": `${namespace}datastyle:1.0`,
}

/** Refuses a prefix without its standard meaning: every program writes the same prefixes. */
export const checkNames = (part: string, attributes: Xml.Attributes, isRoot: boolean): void => {
  for (const [prefix, meaning] of Object.entries(standard)) {
    const own = attributes[prefix]
    const isNeeded = isRoot && (prefix === "xmlns:office" || prefix === "xmlns:table")
    if (own === undefined ? isNeeded : own !== meaning) damaged("PartXml", part)
  }
}

/** Elements around rows and columns, which only group them. */
export const groups = new Set([
  "table-columns",
  "table-header-columns",
  "table-column-group",
  "table-rows",
  "table-header-rows",
  "table-row-group",
])

/** Comments and drawings: texts that are not the text of a cell. */
export const drawings = new Set([
  "annotation",
  "caption",
  "circle",
  "connector",
  "control",
  "custom-shape",
  "ellipse",
  "frame",
  "g",
  "line",
  "measure",
  "note",
  "page-thumbnail",
  "path",
  "polygon",
  "polyline",
  "rect",
  "regular-polygon",
  "ruby-text",
  "scene",
  "shapes",
])

export const rowElements = new Set(["table", "table-row", "table-cell", "covered-table-cell"])

/** Returns whether an element belongs inside a table. */
export const isInTable = (name: string): boolean => rowElements.has(name) || groups.has(name)
