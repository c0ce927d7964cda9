/** The styles of an OpenDocument spreadsheet, as far as they change what a cell means or hide it. */
import * as CellFormat from "./CellFormat.ts"
import { damaged } from "./Refusal.ts"
import type * as Xml from "./Xml.ts"

/** Styles under way and, when their parts were read, what they mean. */
export interface StyleReader {
  /** Returns a handler of the elements inside the styles of a part. */
  readonly handler: (part: string) => Xml.XmlHandler
  /** Returns the number format of a style of cells, its own or that of its parents. */
  readonly formatOf: (style: string | undefined) => CellFormat.CellFormat
  /** Returns whether a style of rows or columns has no height or width. */
  readonly isFlat: (style: string | undefined) => boolean
  readonly isHiddenTable: (style: string | undefined) => boolean
}

interface NamedStyle {
  readonly data: string | undefined
  readonly parent: string | undefined
}

/** A number format under way: its numbers, texts and parts of a day, in order. */
interface DataStyle {
  readonly kind: string
  readonly texts: { before: string; after: string }
  readonly days: Set<string>
  number: Xml.Attributes | undefined
  /** Whether it is more than one number between texts. */
  isComplex: boolean
  /** The format of its first condition, which is the first section of a format with several. */
  first: string | undefined
}

/** The largest numbers of styles of a document and of parents of a style. No spreadsheet program writes more. */
const most = 65_536
const mostParents = 20

export const start = (): StyleReader => {
  const styles = new Map<string, NamedStyle>()
  const data = new Map<string, DataStyle>()
  const flat = new Set<string>()
  const hidden = new Set<string>()
  const formats = new Map<string, CellFormat.CellFormat>()

  const handler = (part: string): Xml.XmlHandler => {
    let style: { readonly name: string; readonly family: string } | undefined
    let format: DataStyle | undefined
    let inText = false
    return {
      open: (name, attributes) => {
        if (format !== undefined) {
          inText = name === "text" || name === "currency-symbol"
          addPart(format, name, attributes)
          return
        }
        const title = attributes["style:name"]
        if (title === undefined) {
          if (style !== undefined) addProperties(style, name, attributes)
          return
        }
        if (styles.size + data.size >= most) damaged("PartXml", part)
        if (name === "style") {
          style = { name: title, family: attributes["style:family"] ?? "" }
          const { "style:data-style-name": own, "style:parent-style-name": parent } = attributes
          if (style.family === "table-cell") styles.set(title, { data: own, parent })
        } else if (name.endsWith("-style")) {
          format = startFormat(name)
          data.set(title, format)
        }
      },
      text: (words) => {
        if (format === undefined || !inText) return
        const side = format.number === undefined ? "before" : "after"
        format.texts[side] = (format.texts[side] + words).slice(0, 255)
      },
      close: (name) => {
        inText = false
        if (name === "style") style = undefined
        if (format?.kind === name) format = undefined
      },
    }
  }

  const addProperties = (
    { name, family }: { readonly name: string; readonly family: string },
    element: string,
    attributes: Xml.Attributes,
  ): void => {
    const size = attributes["style:row-height"] ?? attributes["style:column-width"]
    if (element !== `${family}-properties`) return
    if (size !== undefined && /^0(?:\.0+)?[a-z]*$/.test(size)) flat.add(name)
    if (family === "table" && attributes["table:display"] === "false") hidden.add(name)
  }

  const dataFormat = (name: string | undefined): CellFormat.CellFormat => {
    const own = data.get(name ?? "")
    if (own === undefined) return CellFormat.plain
    const first = data.get(own.first ?? "")
    return meaningOf(first ?? own)
  }

  return {
    handler,
    formatOf: (style = "Default") => {
      const known = formats.get(style)
      if (known !== undefined) return known
      let named = styles.get(style)
      for (let step = 0; named !== undefined && named.data === undefined && step < mostParents; step++)
        named = named.parent === undefined ? undefined : styles.get(named.parent)
      const format = dataFormat(named?.data)
      if (formats.size < most) formats.set(style, format)
      return format
    },
    isFlat: (style) => style !== undefined && flat.has(style),
    isHiddenTable: (style) => style !== undefined && hidden.has(style),
  }
}

const startFormat = (kind: string): DataStyle => ({
  kind,
  texts: { before: "", after: "" },
  days: new Set(),
  number: undefined,
  isComplex: false,
  first: undefined,
})

const addPart = (format: DataStyle, name: string, attributes: Xml.Attributes): void => {
  switch (name) {
    case "number":
      if (format.number !== undefined) format.isComplex = true
      format.number = attributes
      return
    case "scientific-number":
    case "fraction":
    case "embedded-text":
      format.isComplex = true
      return
    case "year":
    case "month":
    case "day":
    case "quarter":
    case "week-of-year":
      format.days.add(name)
      return
    case "map":
      format.first ??= attributes["style:apply-style-name"]
      return
  }
}

const meaningOf = ({ kind, texts, days, number, isComplex }: DataStyle): CellFormat.CellFormat => {
  if (kind === "percentage-style") return { _tag: "Percent" }
  if (days.size > 0) return { _tag: days.size === 1 && days.has("year") ? "Year" : "Day" }
  if (number === undefined || isComplex) return CellFormat.plain
  const {
    "number:min-integer-digits": digits = "1",
    "number:decimal-places": places,
    "number:grouping": grouping,
    "number:display-factor": factor = "1",
  } = number
  if (factor !== "1") return CellFormat.plain
  const least = countOf(digits)
  const isCode = kind === "number-style" && grouping !== "true" && least >= 2 && countOf(places ?? "0") === 0
  if (isCode) return { _tag: "Code", ...texts, digits: least }
  return places === undefined ? CellFormat.plain : { _tag: "Plain", decimals: countOf(places) }
}

/** Digits of a format: spreadsheet programs show at most 30. */
const countOf = (text: string): number => Math.min(30, /^\d{1,4}$/.test(text) ? Number(text) : 0)
