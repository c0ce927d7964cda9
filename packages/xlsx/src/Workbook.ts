/** An XLSX workbook: its sheets, and the parts that they share. */
import type * as Address from "./Address.ts"
import type { Caps } from "./Caps.ts"
import type * as CellFormat from "./CellFormat.ts"
import type { Container } from "./Container.ts"
import * as Merges from "./Merges.ts"
import { damaged, refuse } from "./Refusal.ts"
import * as Relations from "./Relations.ts"
import type { NestedText } from "./RichText.ts"
import * as SharedStrings from "./SharedStrings.ts"
import type { ListedSheet, SheetList } from "./SheetList.ts"
import * as SheetRows from "./SheetRows.ts"
import * as Styles from "./Styles.ts"
import type * as Xml from "./Xml.ts"

/** Opens an XLSX workbook. Throws a refusal. */
export const open = (container: Container, caps: Caps): SheetList => {
  const { has, parse, pieces } = container
  if (has("xl/workbook.bin")) refuse({ _tag: "BinaryWorkbook" })
  const relationsOf = (part: string) => {
    const path = Relations.pathOf(part)
    return has(path) ? Relations.read(part, (handler) => parse(path, handler), caps.entries) : []
  }
  const roots = relationsOf("")
  const main = Relations.only(roots, "officeDocument", "") ?? "xl/workbook.xml"
  if (!has(main)) damaged("NoWorkbook")
  const relations = relationsOf(main)
  const { sheets, is1904 } = sheetsOf((handler) => parse(main, handler), caps.entries)
  const partOf = (kind: string): string | undefined => {
    const part = Relations.only(relations, kind, main)
    return part !== undefined && has(part) ? part : undefined
  }

  let strings: ReadonlyArray<string | NestedText> | undefined
  let formats: ReadonlyArray<CellFormat.CellFormat> | undefined
  const listed = sheets.flatMap(({ id, ...sheet }) => {
    const relation = relations.find((one) => one.id === id)
    // Sheets of charts and macros have no rows.
    return relation?.kind === "worksheet" ? [{ ...sheet, part: relation.target }] : []
  })
  const names = new Set(listed.map(({ name }) => name.toLowerCase()))
  if (names.size === 0 || names.size < listed.length) damaged("NoWorkbook")
  return {
    sheets: listed,
    *read(name, { onHidden, ...setting }) {
      const part = listed.find((sheet) => sheet.name === name)?.part
      if (part === undefined) return damaged("PartMissing", name)
      const [texts, styles] = [partOf("sharedStrings"), partOf("styles")]
      strings ??= texts === undefined ? [] : SharedStrings.parse(texts, pieces(texts), caps)
      formats ??= styles === undefined ? [] : Styles.parse(styles, pieces(styles), caps)
      const merges: ReadonlyArray<Address.CellRange> = container.hasMerges(part)
        ? Merges.parse(part, pieces(part), caps)
        : []
      const shared = { part, strings, formats, is1904, merges, caps }
      yield* SheetRows.rows(pieces(part), { ...setting, ...shared, onHidden })
    },
  }
}

interface RelatedSheet extends ListedSheet {
  readonly id: string
}

const sheetsOf = (
  read: (handler: Xml.XmlHandler) => void,
  cap: number,
): { readonly sheets: ReadonlyArray<RelatedSheet>; readonly is1904: boolean } => {
  const sheets: Array<RelatedSheet> = []
  let is1904 = false
  read({
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = attributes.date1904 === "1" || attributes.date1904 === "true"
      if (name !== "sheet") return
      const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1] ?? ""
      const state = attributes.state ?? "visible"
      sheets.push({ name: attributes.name ?? "", id, isHidden: state !== "visible" })
      if (sheets.length > cap) refuse({ _tag: "TooManySheets", found: sheets.length, cap })
    },
    close: () => {},
  })
  return { sheets, is1904 }
}
