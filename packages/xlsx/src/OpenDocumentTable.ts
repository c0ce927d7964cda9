/**
 * The table of a sheet in the XML of an OpenDocument spreadsheet, as the file writes it: equal rows once, with their number.
 *
 * A few bytes may claim millions of cells. Blank ones cost nothing here; others are counted against the limits before they are
 * repeated.
 */
import * as Address from "./Address.ts"
import type { Caps } from "./Caps.ts"
import * as CellParagraphs from "./CellParagraphs.ts"
import type * as CellValue from "./CellValue.ts"
import * as OpenDocumentCell from "./OpenDocumentCell.ts"
import { checkNames, drawings, groups, rowElements } from "./OpenDocumentNames.ts"
import type { StyleReader } from "./OpenDocumentStyles.ts"
import { damaged, refuse } from "./Refusal.ts"
import type { ReadSetting } from "./SheetList.ts"
import type * as Xml from "./Xml.ts"

/** What the rows of a sheet need from the rest of the document. */
export interface TableSetting extends ReadSetting {
  readonly part: string
  readonly table: number
  readonly styles: StyleReader
  /** See {@link OpenDocumentCell.ValuedCell}. */
  readonly isComputed: boolean
  readonly caps: Caps
}

/** A row as the file writes it, with the number of rows that are equal to it. */
export interface RepeatedRow {
  readonly line: number
  readonly times: number
  readonly isHidden: boolean
  readonly cells: ReadonlyArray<RepeatedCell>
  readonly ranges: ReadonlyArray<SpannedCell>
}

export interface RepeatedCell {
  readonly column: number
  readonly value: CellValue.CellText | CellValue.CellProblemOf
  /** Whether the file says that another cell covers it. */
  readonly isCovered: boolean
}

/** A cell that covers others to its right and below. */
export interface SpannedCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
}

interface OpenRow {
  readonly times: number
  readonly isHidden: boolean
  readonly style: string | undefined
  readonly cells: Array<RepeatedCell>
  readonly ranges: Array<SpannedCell>
  column: number
}

interface OpenCell {
  readonly attributes: Xml.Attributes
  readonly isCovered: boolean
  readonly depth: number
}

/** Digits of a count that a message shows. */
const longestCount = 20

/** Returns a handler of XML that emits the rows of a table, and whether the table has ended. */
export const handler = (
  setting: TableSetting,
  emit: (row: RepeatedRow) => void,
): { readonly handler: Xml.XmlHandler; readonly isDone: () => boolean } => {
  const { part, caps, styles, table } = setting
  const words = CellParagraphs.start()
  const columnStyles: Array<string | undefined> = []
  const hiddenGroups: Array<boolean> = []
  const counts = { rows: 0, cells: 0, merges: 0 }
  let [depth, tables, line, columns] = [0, 0, 1, 0]
  /** The depth of the spreadsheet, of the table, and of an element that is left out with its content. */
  let [sheetsAt, tableAt, skipAt] = [0, 0, 0]
  let isDrawing = false
  let isDone = false
  let row: OpenRow | undefined
  let cell: OpenCell | undefined

  const times = (attributes: Xml.Attributes, name: string): number => {
    const text = attributes[name] ?? "1"
    if (!/^[1-9]\d*$/.test(text)) return damaged("PartXml", part)
    return text.length <= 7 ? Number(text) : tooLarge(name, text)
  }
  const tooLarge = (name: string, found: string): never => {
    const what = name.includes("-rows-") ? "rows" : "columns"
    const cap = (what === "rows" ? Address.last.row : Address.last.column) + 1
    return refuse({ _tag: "CountTooLarge", row: line, what, found: found.slice(0, longestCount), cap })
  }
  const isInvisible = ({ "table:visibility": seen = "visible", "table:style-name": style }: Xml.Attributes) =>
    seen !== "visible" || hiddenGroups.includes(true) || styles.isFlat(style)

  const openColumns = (attributes: Xml.Attributes): void => {
    const count = times(attributes, "table:number-columns-repeated")
    if (isInvisible(attributes)) setting.onHidden(columns, columns + count - 1)
    columns += count
    const style = attributes["table:default-cell-style-name"]
    for (let more = Math.min(columns, caps.columns) - columnStyles.length; more > 0; more--)
      columnStyles.push(style)
  }

  const openRow = (attributes: Xml.Attributes): void => {
    row = {
      times: times(attributes, "table:number-rows-repeated"),
      isHidden: isInvisible(attributes),
      style: attributes["table:default-cell-style-name"],
      cells: [],
      ranges: [],
      column: 0,
    }
  }

  const closeCell = (open: OpenCell, row: OpenRow): void => {
    const { attributes, isCovered } = open
    const { column } = row
    const repeated = times(attributes, "table:number-columns-repeated")
    row.column += repeated
    const style = attributes["table:style-name"] ?? row.style ?? columnStyles[column]
    const value = OpenDocumentCell.of(
      {
        attributes,
        text: words.value(),
        stray: words.stray(),
        format: styles.formatOf(style),
        isComputed: setting.isComputed,
      },
      setting,
    )
    const isBlank = !("damage" in value) && value.text.trim() === ""
    count("cells", isBlank ? 1 : Math.min(repeated, caps.columns) * row.times)
    const across = times(attributes, "table:number-columns-spanned")
    const down = times(attributes, "table:number-rows-spanned")
    if (!isCovered && (across > 1 || down > 1)) {
      if (repeated > 1 || (down > 1 && row.times > 1)) damaged("MergesOverlap", part)
      const isOutside = column + across - 1 > Address.last.column || line + down - 2 > Address.last.row
      if (isOutside) damaged("PartXml", part)
      count("merges", 1)
      row.ranges.push({ column, columns: across, rows: down })
    }
    if (isBlank) return
    const end = column + repeated
    if (end > caps.columns) {
      const address = Address.format({ row: line - 1, column: Math.max(column, caps.columns) })
      refuse({ _tag: "TooManyColumns", row: line, found: end, cap: caps.columns, cell: address })
    }
    for (let at = column; at < end; at++) row.cells.push({ column: at, value, isCovered })
  }

  const count = (what: "cells" | "merges", more: number): void => {
    counts[what] += more
    if (counts.cells > caps.cells) refuse({ _tag: "TooManyCells", found: counts.cells, cap: caps.cells })
    if (counts.merges > caps.merges) refuse({ _tag: "TooManyMerges", found: counts.merges, cap: caps.merges })
  }

  const closeRow = ({ times, isHidden, cells, ranges }: OpenRow): void => {
    const first = line
    line += times
    if (cells.length === 0 && ranges.length === 0) return
    counts.rows += times
    if (counts.rows > caps.rows || line - 1 > Address.last.row + 1)
      refuse({ _tag: "TooManyRows", found: Math.max(counts.rows, line - 1), cap: caps.rows })
    emit({ line: first, times, isHidden, cells, ranges })
  }

  const skip = (name: string): void => {
    skipAt = depth
    isDrawing = drawings.has(name)
  }

  const openInTable = (name: string, attributes: Xml.Attributes): void => {
    if (groups.has(name)) hiddenGroups.push(attributes["table:display"] === "false")
    else if (name === "table-column") openColumns(attributes)
    else if (name === "table-row") openRow(attributes)
    else if (rowElements.has(name)) damaged("PartXml", part)
    else skip(name)
  }

  return {
    isDone: () => isDone,
    handler: {
      open: (name, attributes) => {
        depth++
        checkNames(part, attributes, depth === 1)
        if (isDone) return
        if (skipAt > 0) {
          // Rows inside an unknown element would be left out without a message.
          if (tableAt > 0 && !isDrawing && rowElements.has(name)) damaged("PartXml", part)
          if (drawings.has(name)) isDrawing = true
        } else if (tableAt === 0) {
          if (name === "spreadsheet" && sheetsAt === 0) sheetsAt = depth
          else if (name === "table" && sheetsAt > 0 && depth === sheetsAt + 1 && tables++ === table)
            tableAt = depth
          else if (sheetsAt > 0) skip(name)
        } else if (row === undefined) openInTable(name, attributes)
        else if (cell === undefined) {
          const isCovered = name === "covered-table-cell"
          if (isCovered || name === "table-cell") {
            words.clear()
            cell = { attributes, isCovered, depth }
          } else if (rowElements.has(name)) damaged("PartXml", part)
          else skip(name)
        } else if (rowElements.has(name)) damaged("PartXml", part)
        else if (drawings.has(name)) skip(name)
        else words.open(name, attributes)
      },
      text: (text) => {
        if (cell !== undefined && skipAt === 0) words.text(text)
      },
      close: (name) => {
        const at = depth--
        if (isDone) return
        if (skipAt > 0) {
          if (at === skipAt) skipAt = 0
        } else if (cell !== undefined) {
          if (at > cell.depth) words.close(name)
          else if (row !== undefined) {
            closeCell(cell, row)
            cell = undefined
          }
        } else if (row !== undefined) {
          closeRow(row)
          row = undefined
        } else if (tableAt > 0 && at === tableAt) isDone = true
        else if (tableAt > 0 && groups.has(name)) hiddenGroups.pop()
        else if (at === sheetsAt) sheetsAt = 0
      },
    },
  }
}
