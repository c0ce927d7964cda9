/**
 * Reads files to requests: every row is accepted or rejected, every physical line counted, every fault reported.
 *
 * A reader detects the dialect from the beginning of a file (or all of it), then takes the bytes in pieces. {@link read}
 * does both for a file in memory.
 */
import * as Header from "../header/Header.ts"
import * as HeaderSearch from "../header/HeaderSearch.ts"
import type * as Layout from "../header/Layout.ts"
import type { File } from "../text/File.ts"
import * as Records from "../text/Records.ts"
import { type ContentPiece, type FileContent, type ReaderOptions, whole } from "./FileContent.ts"
import * as FileInterpreter from "./FileInterpreter.ts"
import * as Survey from "./Survey.ts"
import * as TitleLines from "./TitleLines.ts"

export type { ControlTotal } from "./ControlTotals.ts"
export type { ContentPiece, FileContent, LineCounts, ReaderOptions } from "./FileContent.ts"
export type { SheetInput, SheetReader, SheetSource } from "./SheetReader.ts"
export { hasTable, open as openSheet, read as readSheet } from "./SheetReader.ts"
export type { SheetRecord } from "./SheetRecord.ts"

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
    delimiterIn: (text) => HeaderSearch.delimiterIn(text, TitleLines.searchOf(kind, options)),
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

const amountsOf = (kind: Layout.ImportKind, options: ReaderOptions): Survey.AmountColumns => {
  const search = HeaderSearch.start(TitleLines.searchOf(kind, options))
  return (cells, line) => {
    const outcome = search.record(cells, line)
    if (outcome === undefined) return undefined
    return outcome._tag === "Absent" ? [] : Header.numberColumns(outcome.candidate.header)
  }
}

/** Reads a file in memory. */
export const read = (kind: Layout.ImportKind, file: File, options: ReaderOptions): FileContent =>
  whole(open(kind, file, options), file.bytes)
