/** The rows of a sheet, parsed one by one from its XML. Only one row is in memory. */
import * as Address from "./Address.ts"
import type { Caps } from "./Caps.ts"
import * as CellFormat from "./CellFormat.ts"
import * as CellValue from "./CellValue.ts"
import * as LineSet from "./LineSet.ts"
import * as Merges from "./Merges.ts"
import { damaged, refuse } from "./Refusal.ts"
import * as RichText from "./RichText.ts"
import * as SheetRow from "./SheetRow.ts"
import * as Xml from "./Xml.ts"

/** What the rows of a sheet need from the rest of the workbook. */
export interface SheetSetting extends CellValue.CellSetting {
  readonly part: string
  readonly formats: ReadonlyArray<CellFormat.CellFormat>
  readonly merges: ReadonlyArray<Address.CellRange>
  readonly caps: Caps
  /** Receives the ranges of hidden columns, before the first row. */
  readonly onHidden: (first: number, last: number) => void
}

/** Yields the rows that the sheet holds, in order. */
export function* rows(pieces: Iterable<Uint8Array>, setting: SheetSetting): Generator<SheetRow.SheetRow> {
  let found: Array<SheetRow.SheetRow> = []
  const parser = Xml.parser(
    setting.part,
    handler(setting, (row) => found.push(row)),
    setting.caps,
  )
  for (const piece of pieces) {
    parser.write(piece)
    if (found.length === 0) continue
    yield* found
    found = []
  }
  parser.end()
  yield* found
}

interface OpenCell {
  readonly column: number
  readonly place: string
  readonly isMisplaced: boolean
  readonly type: string
  readonly style: number
  stored: string | undefined
  hasFormula: boolean
}

const handler = (setting: SheetSetting, emit: (row: SheetRow.SheetRow) => void): Xml.XmlHandler => {
  const { part, caps } = setting
  const merges = Merges.cursor(part, setting.merges)
  const seen = LineSet.empty()
  const inline = RichText.start()
  const counts = { rows: 0, cells: 0 }
  let inData = false
  let row: SheetRow.SheetRowBuilder | undefined
  let filled = new Set<number>()
  let cell: OpenCell | undefined
  let inValue = false
  let line = 0
  let lastLine = 0
  let column = -1
  let isTwice = false
  let isOutside = false
  /** Open elements of an extension, which holds no cells. */
  let extensions = 0

  const openRow = ({ r, hidden, ht }: Xml.Attributes): void => {
    counts.rows++
    if (counts.rows > caps.rows) refuse({ _tag: "TooManyRows", found: counts.rows, cap: caps.rows })
    const number = r === undefined ? lastLine + 1 : /^[1-9]\d{0,6}$/.test(r) ? Number(r) : 0
    isOutside = number < 1 || number > Address.last.row + 1
    line = isOutside ? lastLine + 1 : number
    isTwice = !isOutside && seen.has(line)
    if (!isOutside && !isTwice && line <= lastLine) damaged("RowOrder", part)
    if (!isOutside) {
      lastLine = Math.max(line, lastLine)
      seen.add(line)
    }
    column = -1
    filled = new Set()
    row = SheetRow.start(line, isTrue(hidden) || Number(ht ?? 1) === 0)
  }

  const openCell = ({ r, t = "n", s = "0" }: Xml.Attributes): void => {
    counts.cells++
    if (counts.cells > caps.cells) refuse({ _tag: "TooManyCells", found: counts.cells, cap: caps.cells })
    const place = r === undefined ? undefined : Address.parse(r)
    const isMisplaced = isOutside || (r !== undefined && (place === undefined || place.row !== line - 1))
    column = place?.column ?? column + 1
    const name = r ?? Address.format({ row: line - 1, column })
    inline.clear()
    cell = {
      column,
      place: name,
      isMisplaced,
      type: t,
      style: Number(s),
      stored: undefined,
      hasFormula: false,
    }
  }

  const openContent = (open: OpenCell, name: string): void => {
    const isValue = name === "v"
    if ((isValue && open.stored !== undefined) || name === "c" || name === "row") damaged("PartXml", part)
    if (isValue) {
      inValue = true
      open.stored = ""
    } else if (name === "f") open.hasFormula = true
    else inline.open(name)
  }

  const openColumns = ({ min, max, hidden, width }: Xml.Attributes): void => {
    if (isTrue(hidden) || Number(width ?? 1) === 0) setting.onHidden(Number(min) - 1, Number(max) - 1)
  }

  const closeCell = (): void => {
    if (cell === undefined || row === undefined) return
    const { column, place, isMisplaced, type, style, stored, hasFormula } = cell
    const format = setting.formats[style] ?? CellFormat.plain
    const value = CellValue.of({ type, stored, hasFormula, inline: inline.value(), format }, setting)
    cell = undefined
    const isAgain = isTwice || filled.has(column)
    SheetRow.place(row, { column, address: place, value, isMisplaced, isTwice: isAgain }, caps)
    filled.add(column)
  }

  const closeRow = (): void => {
    if (row === undefined) return
    const done = row
    row = undefined
    SheetRow.merge(done, merges.at(done.line - 1), caps.columns)
    emit(SheetRow.finish(done))
  }

  return {
    open: (name, attributes) => {
      if (cell !== undefined) {
        openContent(cell, name)
        return
      }
      if (!inData) {
        if (name === "sheetData") inData = true
        else if (name === "col") openColumns(attributes)
        // A cell outside the rows would be skipped. (A `row` there may be that of a drawing.)
        else if (name === "c") damaged("PartXml", part)
        return
      }
      // Rows and cells in another order would be skipped, and their amounts with them.
      if (row === undefined && name === "row") openRow(attributes)
      else if (row !== undefined && name === "c") openCell(attributes)
      else if (name !== "extLst" && extensions === 0) damaged("PartXml", part)
      if (name === "extLst" || extensions > 0) extensions++
    },
    text: (words) => {
      if (cell === undefined) return
      if (inValue) cell.stored += words
      else inline.text(words)
    },
    close: (name) => {
      if (extensions > 0) extensions--
      else if (name === "v") inValue = false
      else if (name === "c") closeCell()
      else if (name === "row") closeRow()
      else if (name === "sheetData") inData = false
      else if (cell !== undefined) inline.close(name)
    },
  }
}

const isTrue = (attribute: string | undefined): boolean => attribute === "1" || attribute === "true"
