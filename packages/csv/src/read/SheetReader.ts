/** Reads the rows of a sheet to requests, as a reader of text files does. */
import type { Note } from "../fault/Note.ts"
import * as HeaderSearch from "../header/HeaderSearch.ts"
import type * as Layout from "../header/Layout.ts"
import * as Dialect from "../text/Dialect.ts"
import { type ContentPiece, type FileContent, type ReaderOptions, whole } from "./FileContent.ts"
import * as FileInterpreter from "./FileInterpreter.ts"
import * as HiddenCells from "./HiddenCells.ts"
import * as SheetRecord from "./SheetRecord.ts"
import * as TitleLines from "./TitleLines.ts"

/** A sheet of a spreadsheet, without its rows. */
export interface SheetSource {
  readonly name: string
  readonly sha256: string
  /** The name of the sheet, for the addresses of cells. */
  readonly sheet?: string
  /** How the cells write numbers. */
  readonly numbers: Dialect.NumberFormat
  readonly notes?: ReadonlyArray<Note>
  readonly letters?: (column: number) => string
  /** Returns whether a column is hidden; known from the first row on. */
  readonly isHidden?: (column: number) => boolean
}

/** A sheet of a spreadsheet: rows of cells, each with the number of its row. */
export interface SheetInput extends SheetSource {
  readonly rows: Iterable<SheetRecord.SheetRecord>
}

/** A reader of rows. `content` has all but the requests and faults. */
export interface SheetReader {
  readonly push: (rows: Iterable<SheetRecord.SheetRecord>) => ContentPiece
  readonly end: () => ContentPiece
  readonly content: () => FileContent
}

/** Opens a reader of a sheet, whose rows are pushed later. */
export const open = (kind: Layout.ImportKind, source: SheetSource, options: ReaderOptions): SheetReader => {
  const { letters, sheet, isHidden = () => false } = source
  const hidden = HiddenCells.start({ skips: options.skipHidden === true, isHidden, letters })
  let current: SheetRecord.SheetRecord = { line: 0, cells: [] }
  let lines = 0
  const prefix =
    sheet === undefined
      ? ""
      : `${/^[\p{L}\p{N}_.]+$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!`
  const interpreter = FileInterpreter.start({
    kind,
    name: source.name,
    sha256: source.sha256,
    dialect: Dialect.ofSheet(source.numbers, options.numbers === undefined ? "detected" : "declared"),
    notes: source.notes ?? [],
    options,
    position: () => ({ offset: 0, text: beginning(current.cells) }),
    isAscii: () => false,
    sheetRow: () => current,
    hasLeftOut: () => hidden.leftOut() > 0,
    address: letters === undefined ? undefined : (line, column) => `${prefix}${letters(column)}${line}`,
  })
  const take = (row: SheetRecord.SheetRecord): void => {
    lines++
    const shown = hidden.shown(row)
    if (shown === undefined) return
    current = shown
    if (SheetRecord.isBlank(current)) interpreter.sink.blank(row.line, 1)
    else interpreter.sink.record(current.cells, row.line, 1)
  }
  return {
    push: (rows) => {
      for (const row of rows) take(row)
      return interpreter.flush()
    },
    end: () => {
      interpreter.finish()
      return interpreter.flush()
    },
    content: () => {
      const content = interpreter.content(lines)
      const { counts } = content
      return {
        ...content,
        counts: { ...counts, leftOutLines: counts.leftOutLines + hidden.leftOut() },
        notes: [...content.notes, ...hidden.notes(interpreter.columns())],
      }
    },
  }
}

/** Reads a sheet in memory. */
export const read = (kind: Layout.ImportKind, sheet: SheetInput, options: ReaderOptions): FileContent =>
  whole(open(kind, sheet, options), sheet.rows)

/** Returns whether a sheet holds a table of a kind: one of its first rows is a header without faults. */
export const hasTable = (
  kind: Layout.ImportKind,
  rows: Iterable<SheetRecord.SheetRecord>,
  options: Pick<ReaderOptions, "mapping" | "headerLine">,
): boolean => {
  const search = HeaderSearch.start(TitleLines.searchOf(kind, options))
  let seen = 0
  for (const row of rows) {
    if (SheetRecord.isBlank(row)) continue
    seen++
    const outcome = search.record(SheetRecord.shownCells(row), row.line)
    if (outcome !== undefined) return outcome._tag !== "Absent" && HeaderSearch.isHeader(outcome.candidate)
    if (seen >= HeaderSearch.farthest) return false
  }
  return false
}

// A row may have a million characters: only the first ones are kept.
const beginning = (cells: ReadonlyArray<string>): string => {
  let text = ""
  for (const cell of cells) {
    if (text.length >= 2000) break
    text += `${text === "" ? "" : ";"}${cell.slice(0, 2000)}`
  }
  return text.slice(0, 2000)
}
