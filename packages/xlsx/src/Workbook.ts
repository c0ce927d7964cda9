/** A workbook: its sheets, and the parts that they share. Every part is checked before one is read. */
import type * as Address from "./Address.ts"
import type { Caps } from "./Caps.ts"
import type * as CellFormat from "./CellFormat.ts"
import * as Merges from "./Merges.ts"
import * as Part from "./Part.ts"
import { damaged, refuse } from "./Refusal.ts"
import * as Relations from "./Relations.ts"
import type { NestedText } from "./RichText.ts"
import * as SharedStrings from "./SharedStrings.ts"
import type { SheetRow } from "./SheetRow.ts"
import * as SheetRows from "./SheetRows.ts"
import * as Styles from "./Styles.ts"
import * as Xml from "./Xml.ts"
import * as Zip from "./Zip.ts"

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string
  readonly isHidden: boolean
}

/** A workbook that was opened. */
export interface OpenWorkbook {
  readonly sheets: ReadonlyArray<WorkbookSheet>
  readonly read: (sheet: string, setting: ReadSetting) => Iterable<SheetRow>
}

/** How to read the rows of a sheet. */
export interface ReadSetting {
  readonly numbers: "be" | "en"
  readonly figures: "stored" | "shown"
  /** Receives the ranges of hidden columns, before the first row. */
  readonly onHidden: (first: number, last: number) => void
}

/** Opens a workbook. Throws a refusal. */
export const open = (bytes: Uint8Array, caps: Caps): OpenWorkbook => {
  if (bytes.length > caps.packedBytes)
    refuse({ _tag: "FileTooLarge", found: bytes.length, cap: caps.packedBytes })
  const parts = new Map(Zip.entries(bytes, caps).map((entry) => [entry.name.toLowerCase(), entry]))
  const pieces = (name: string): Iterable<Uint8Array> => {
    const entry = parts.get(name.toLowerCase())
    return entry === undefined ? damaged("PartMissing", name) : Part.pieces(bytes, entry, caps)
  }
  const hasMerges = inspect(parts.values(), (entry) => Part.pieces(bytes, entry, caps))
  checkKind(new Set(parts.keys()))

  const read = (name: string, handler: Xml.XmlHandler): void =>
    Xml.parse(name, pieces(name), { handler, caps })
  const has = (name: string): boolean => parts.has(name.toLowerCase())
  const roots = has("_rels/.rels") ? Relations.read("", (handler) => read("_rels/.rels", handler)) : []
  const main = roots.find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml"
  if (!has(main)) damaged("NoWorkbook")
  const links = Relations.pathOf(main)
  const relations = has(links) ? Relations.read(main, (handler) => read(links, handler)) : []
  const { sheets, is1904 } = sheetsOf((handler) => read(main, handler))
  const partOf = (kind: string): string | undefined =>
    relations.find((one) => one.kind === kind && has(one.target))?.target

  let strings: ReadonlyArray<string | NestedText> | undefined
  let formats: ReadonlyArray<CellFormat.CellFormat> | undefined
  const listed = sheets.flatMap(({ id, ...sheet }) => {
    const relation = relations.find((one) => one.id === id)
    // Sheets of charts and macros have no rows.
    return relation?.kind === "worksheet" ? [{ ...sheet, part: relation.target }] : []
  })
  if (new Set(listed.map(({ name }) => name.toLowerCase())).size < listed.length) damaged("NoWorkbook")
  return {
    sheets: listed,
    *read(name, { onHidden, ...setting }) {
      const part = listed.find((sheet) => sheet.name === name)?.part
      if (part === undefined) return damaged("PartMissing", name)
      const [texts, styles] = [partOf("sharedStrings"), partOf("styles")]
      strings ??= texts === undefined ? [] : SharedStrings.parse(texts, pieces(texts), caps)
      formats ??= styles === undefined ? [] : Styles.parse(styles, pieces(styles), caps)
      const merges: ReadonlyArray<Address.CellRange> = hasMerges.has(part.toLowerCase())
        ? Merges.parse(part, pieces(part), caps)
        : []
      const shared = { part, strings, formats, is1904, merges, caps }
      yield* SheetRows.rows(pieces(part), { ...setting, ...shared, onHidden })
    },
  }
}

// Unpacks every part once, so that a file with a damaged part gives no rows at all. Returns the parts with merged cells.
const inspect = (
  entries: Iterable<Zip.ZipEntry>,
  pieces: (entry: Zip.ZipEntry) => Iterable<Uint8Array>,
): ReadonlySet<string> => {
  const merged = new Set<string>()
  for (const entry of entries) {
    const name = entry.name.toLowerCase()
    let before = ""
    for (const piece of pieces(entry)) {
      if (!name.endsWith(".xml") || merged.has(name)) continue
      const text = before + latin.decode(piece)
      if (text.includes("mergeCell ") || text.includes("mergeCell\n")) merged.add(name)
      before = text.slice(-12)
    }
  }
  return merged
}

const latin = new TextDecoder("latin1")

const checkKind = (names: ReadonlySet<string>): void => {
  if (names.has("content.xml") && names.has("mimetype")) refuse({ _tag: "OpenDocument" })
  if (names.has("xl/workbook.bin")) refuse({ _tag: "BinaryWorkbook" })
}

interface ListedSheet extends WorkbookSheet {
  readonly id: string
}

const sheetsOf = (
  read: (handler: Xml.XmlHandler) => void,
): { readonly sheets: ReadonlyArray<ListedSheet>; readonly is1904: boolean } => {
  const sheets: Array<ListedSheet> = []
  let is1904 = false
  read({
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = attributes.date1904 === "1" || attributes.date1904 === "true"
      if (name !== "sheet") return
      const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1] ?? ""
      const state = attributes.state ?? "visible"
      sheets.push({ name: attributes.name ?? "", id, isHidden: state !== "visible" })
    },
    close: () => {},
  })
  return { sheets, is1904 }
}
