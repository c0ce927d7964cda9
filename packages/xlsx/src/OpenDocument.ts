/** An OpenDocument spreadsheet (ODS): its sheets and its styles. All sheets are in one part, one after the other. */
import type { Caps } from "./Caps.ts"
import type { Container } from "./Container.ts"
import * as OpenDocumentNames from "./OpenDocumentNames.ts"
import * as OpenDocumentRows from "./OpenDocumentRows.ts"
import * as OpenDocumentStyles from "./OpenDocumentStyles.ts"
import { damaged, refuse } from "./Refusal.ts"
import type { ListedSheet, SheetList } from "./SheetList.ts"
import type * as Xml from "./Xml.ts"

const content = "content.xml"
const manifest = "META-INF/manifest.xml"
const meta = "meta.xml"

/** Returns whether a file is an OpenDocument file. Refuses one that is a workbook of another format too. */
export const is = ({ has }: Container): boolean => {
  if (has("encrypted-package")) refuse({ _tag: "Encrypted" })
  if (has(content) && (has("xl/workbook.xml") || has("xl/workbook.bin"))) damaged("NoWorkbook")
  return has(content)
}

/** Opens a spreadsheet. Throws a refusal. */
export const open = (container: Container, caps: Caps): SheetList => {
  const { has, parse, pieces } = container
  if (has(manifest))
    parse(manifest, {
      open: (name) => {
        if (name === "encryption-data") refuse({ _tag: "Encrypted" })
      },
      close: () => {},
    })
  const styles = OpenDocumentStyles.start()
  if (has("styles.xml")) parse("styles.xml", inside("styles", styles.handler("styles.xml")))
  const isComputed = has(meta) && computing.test(generatorOf((handler) => parse(meta, handler)))
  const found: FoundTables = { isSpreadsheet: false, tables: [] }
  parse(content, tablesOf(found, styles, caps.entries))
  if (!found.isSpreadsheet) return refuse({ _tag: "OpenDocument" })
  const sheets = found.tables.map(({ name, style, isLinked }): ListedSheet => {
    return { name, isHidden: isLinked || styles.isHiddenTable(style) }
  })
  if (new Set(sheets.map(({ name }) => name.toLowerCase())).size < sheets.length) damaged("NoWorkbook")
  return {
    sheets,
    *read(name, setting) {
      const table = sheets.findIndex((sheet) => sheet.name === name)
      if (table < 0) return damaged("PartMissing", name)
      yield* OpenDocumentRows.rows(pieces(content), {
        ...setting,
        part: content,
        table,
        styles,
        isComputed,
        caps,
      })
    },
  }
}

/** Programs that compute every formula before they save, and write an empty text as a formula without a value. */
const computing = /^(?:LibreOffice|OpenOffice|Collabora)/

const generatorOf = (parse: (handler: Xml.XmlHandler) => void): string => {
  let generator = ""
  let isOpen = false
  parse({
    open: (name) => {
      isOpen = name === "generator"
    },
    text: (words) => {
      if (isOpen) generator = (generator + words).slice(0, 255)
    },
    close: () => {
      isOpen = false
    },
  })
  return generator
}

interface FoundTable {
  readonly name: string
  readonly style: string | undefined
  /** Whether it is a copy of a sheet in another file, which programs keep hidden. */
  isLinked: boolean
}

interface FoundTables {
  isSpreadsheet: boolean
  readonly tables: Array<FoundTable>
}

// Reads the styles, and the names of the tables that are children of the spreadsheet.
const tablesOf = (
  found: FoundTables,
  styles: OpenDocumentStyles.StyleReader,
  cap: number,
): Xml.XmlHandler => {
  const own = inside("automatic-styles", styles.handler(content))
  let depth = 0
  let sheetsAt = 0
  return {
    open: (name, attributes) => {
      depth++
      OpenDocumentNames.checkNames(content, attributes, depth === 1)
      own.open(name, attributes)
      if (name === "spreadsheet" && sheetsAt === 0) {
        if (found.isSpreadsheet) damaged("PartXml", content)
        found.isSpreadsheet = true
        sheetsAt = depth
      }
      if (sheetsAt === 0) return
      // Rows between the tables belong to none: their amounts would be left out without a message.
      if (depth === sheetsAt + 1 && name !== "table" && OpenDocumentNames.isInTable(name))
        damaged("PartXml", content)
      if (name === "table" && depth === sheetsAt + 1) {
        const { "table:name": title = "", "table:style-name": style } = attributes
        found.tables.push({ name: title, style, isLinked: false })
        if (found.tables.length > cap) refuse({ _tag: "TooManySheets", found: found.tables.length, cap })
      }
      const last = found.tables.at(-1)
      if (name === "table-source" && depth === sheetsAt + 2 && last !== undefined) last.isLinked = true
    },
    text: (words) => own.text?.(words),
    close: (name) => {
      own.close(name)
      if (depth === sheetsAt) sheetsAt = 0
      depth--
    },
  }
}

// Passes on what is inside an element.
const inside = (element: string, handler: Xml.XmlHandler): Xml.XmlHandler => {
  let depth = 0
  return {
    open: (name, attributes) => {
      if (depth > 0) handler.open(name, attributes)
      if (depth > 0 || name === element) depth++
    },
    text: (words) => {
      if (depth > 0) handler.text?.(words)
    },
    close: (name) => {
      if (depth > 1) handler.close(name)
      if (depth > 0) depth--
    },
  }
}
