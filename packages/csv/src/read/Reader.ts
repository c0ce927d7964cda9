/**
 * Reads files to requests: every row is accepted or rejected, every physical line counted, every fault reported.
 *
 * A reader detects the dialect from the beginning of a file (or all of it), then takes the bytes in pieces. {@link read}
 * does both for a file in memory.
 */
import * as Header from "../header/Header.ts"
import * as HeaderSearch from "../header/HeaderSearch.ts"
import type * as Layout from "../header/Layout.ts"
import type { Dialect, NumberFormat } from "../text/Dialect.ts"
import type { File } from "../text/File.ts"
import * as Records from "../text/Records.ts"
import type { ContentPiece, FileContent, ReaderOptions } from "./FileContent.ts"
import * as FileInterpreter from "./FileInterpreter.ts"
import * as Survey from "./Survey.ts"

export type { ControlTotal } from "./ControlTotals.ts"
export type { ContentPiece, FileContent, LineCounts, ReaderOptions } from "./FileContent.ts"

/** A reader of a file in pieces. `content` has all but the requests and faults, which the pieces hold. */
export interface Reader {
  readonly push: (bytes: Uint8Array) => ContentPiece
  readonly end: () => ContentPiece
  readonly content: () => FileContent
}

/**
 * Opens a reader. It detects the dialect from `file.bytes`: at least the header and some rows. They are not read yet:
 * push them too.
 */
export const open = (kind: Layout.ImportKind, file: File, options: ReaderOptions): Reader => {
  const { dialect, notes, problem } = Survey.of(file.bytes, amountsOf(kind, options), {
    ...options,
    delimiterIn: (text) => HeaderSearch.delimiterIn(text, searchOf(kind, options)),
  })
  const interpreter = FileInterpreter.start({
    kind,
    name: file.name,
    sha256: file.sha256,
    dialect,
    notes,
    options,
    position: () => parser.position(),
    isAscii: () => parser.isAscii(),
  })
  const parser = Records.parser(dialect, interpreter.sink)
  return {
    push: (bytes) => {
      if (problem === undefined) parser.push(bytes)
      return interpreter.flush()
    },
    end: () => {
      if (problem === undefined) {
        parser.end()
        interpreter.finish()
      } else interpreter.report(problem, 1)
      return interpreter.flush()
    },
    content: () => interpreter.content(parser.lines()),
  }
}

const searchOf = (
  kind: Layout.ImportKind,
  { mapping, headerLine }: ReaderOptions,
): HeaderSearch.HeaderSearchOptions => ({ kind, mapping, headerLine })

const amountsOf = (kind: Layout.ImportKind, options: ReaderOptions): Survey.AmountColumns => {
  const search = HeaderSearch.start(searchOf(kind, options))
  return (cells, line) => {
    const outcome = search.record(cells, line)
    if (outcome === undefined) return undefined
    return outcome._tag === "Absent" ? [] : Header.amountColumns(outcome.candidate.header)
  }
}

/** Reads a whole file. */
export const read = (kind: Layout.ImportKind, file: File, options: ReaderOptions): FileContent => {
  const reader = open(kind, file, options)
  const pieces = [reader.push(file.bytes), reader.end()]
  return {
    ...reader.content(),
    requests: pieces.flatMap(({ requests }) => requests),
    faults: pieces.flatMap(({ faults }) => faults),
  }
}

/** A sheet of a spreadsheet: rows of cells, each with the number of its row. */
export interface SheetInput {
  readonly name: string
  readonly sha256: string
  readonly rows: Iterable<{ readonly line: number; readonly cells: ReadonlyArray<string> }>
  /** How the cells write numbers. */
  readonly numbers: NumberFormat
}

/** Reads a sheet as a file. */
export const readSheet = (
  kind: Layout.ImportKind,
  sheet: SheetInput,
  options: ReaderOptions,
): FileContent => {
  let text = ""
  let lines = 0
  const dialect: Dialect = {
    medium: "sheet",
    encoding: "utf-8",
    bom: false,
    delimiter: ";",
    lineEnds: "none",
    numbers: sheet.numbers,
    proof: [],
    shape: "table",
    how: { encoding: "declared", delimiter: "declared", numbers: "detected" },
  }
  const interpreter = FileInterpreter.start({
    kind,
    name: sheet.name,
    sha256: sheet.sha256,
    dialect,
    notes: [],
    options,
    position: () => ({ offset: 0, text }),
    isAscii: () => false,
  })
  let width = 0
  for (const { line, cells } of sheet.rows) {
    lines++
    text = cells.join(";").slice(0, 2000)
    if (cells.every((cell) => cell.trim() === "")) {
      interpreter.sink.blank(line, 1)
      continue
    }
    // A sheet has no ragged rows: cells that are missing are blank.
    width ||= cells.length
    const extra = cells.slice(width).every((cell) => cell.trim() === "")
    const filled = extra ? Array.from({ length: width }, (_, index) => cells[index] ?? "") : cells
    interpreter.sink.record(filled, line, 1)
  }
  interpreter.finish()
  return { ...interpreter.content(lines), ...interpreter.flush() }
}
