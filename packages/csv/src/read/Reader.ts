/**
 * From a file to requests: every row is accepted or rejected, every physical line accounted for, every fault told.
 *
 * A reader is opened on the beginning of a file (or all of it), from which it finds out how the file is written; then it
 * takes the bytes in pieces. {@link read} does both for a file that is in memory.
 */
import * as Clerk from "./FileInterpreter.ts"
import type { Dialect } from "../text/Dialect.ts"
import type { File } from "../text/File.ts"
import * as Header from "../header/Header.ts"
import type { Kind } from "../header/Layout.ts"
import * as Layout from "../header/Layout.ts"
import * as Mapping from "../header/Mapping.ts"
import type { Batch, Options, Reading } from "./FileContent.ts"
import * as Records from "../text/Records.ts"
import * as Survey from "./Survey.ts"

export type { Batch, Counts, Options, Reading, Total } from "./FileContent.ts"

/** A reader that takes a file in pieces. `reading` holds all but the requests and faults, which the batches hand out. */
export interface Reader {
  readonly push: (bytes: Uint8Array) => Batch
  readonly end: () => Batch
  readonly reading: () => Reading
}

/**
 * Opens a reader. `file.bytes` is what it finds the dialect out from: at least the header and some rows. They are not
 * yet read: push them too.
 */
export const open = (kind: Kind, file: File, options: Options): Reader => {
  const { dialect, notes, fault } = Survey.look(amountsOf(kind, options), file.bytes, options)
  const clerk = Clerk.employ({
    kind,
    ...file,
    dialect,
    notes,
    options,
    where: () => scanner.where(),
    isAscii: () => scanner.isAscii(),
  })
  const scanner = Records.scan(dialect, clerk.sink)
  return {
    push: (bytes) => {
      if (fault === undefined) scanner.push(bytes)
      return clerk.flush()
    },
    end: () => {
      if (fault === undefined) {
        scanner.end()
        clerk.finish()
      } else clerk.tell(fault, 1)
      return clerk.flush()
    },
    reading: () => clerk.reading(scanner.lines()),
  }
}

const amountsOf = (kind: Kind, { mapping = Mapping.none }: Options): Survey.AmountColumns => {
  return (cells) => {
    const layout = Layout.find(kind, cells)
    return layout === undefined ? [] : Header.amountColumns(Header.read(layout, cells, mapping))
  }
}

/** Reads a whole file. */
export const read = (kind: Kind, file: File, options: Options): Reading => {
  const reader = open(kind, file, options)
  const batches = [reader.push(file.bytes), reader.end()]
  return {
    ...reader.reading(),
    requests: batches.flatMap(({ requests }) => requests),
    faults: batches.flatMap(({ faults }) => faults),
  }
}

/** A table that is no text: rows of cells with the line on which each begins, as a spreadsheet has them. */
export interface Sheet {
  readonly name: string
  readonly sha256: string
  readonly rows: Iterable<{ readonly line: number; readonly cells: ReadonlyArray<string> }>
  /** How the cells write numbers. */
  readonly numbers: "be" | "en"
}

/** Reads a table that is no text, in the same way. */
export const readSheet = (kind: Kind, sheet: Sheet, options: Options): Reading => {
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
  const clerk = Clerk.employ({
    kind,
    ...sheet,
    dialect,
    notes: [],
    options,
    where: () => ({ offset: 0, text }),
    isAscii: () => false,
  })
  let width = 0
  for (const { line, cells } of sheet.rows) {
    lines++
    text = cells.join(";").slice(0, 2000)
    if (cells.every((cell) => cell.trim() === "")) {
      clerk.sink.blank(line, 1)
      continue
    }
    // A sheet has no ragged rows, only cells that nobody filled.
    width ||= cells.length
    const extra = cells.slice(width).every((cell) => cell.trim() === "")
    const filled = extra ? Array.from({ length: width }, (_, index) => cells[index] ?? "") : cells
    clerk.sink.row(filled, line, 1)
  }
  clerk.finish()
  return { ...clerk.reading(lines), ...clerk.flush() }
}
