/** The content of a file that was read: requests, faults, notes, control totals, and counts of its lines. */
import type { Delimited } from "@grootboek/cells"
import type { Decision, Journal, Year } from "@grootboek/core"
import type { DecodedRow } from "../cell/Row.ts"
import type { Fault } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import type { ImportKind } from "../header/Layout.ts"
import type { Mapping } from "../header/Mapping.ts"
import type { AdjustmentFacts } from "../kind/RowInterpreter.ts"
import type { Dialect, NumberFormat } from "../text/Dialect.ts"
import type { Encoding } from "../text/Encoding.ts"
import type { ControlTotal } from "./ControlTotals.ts"

/** Options of a reader. An undeclared part of the dialect is detected. */
export interface ReaderOptions {
  /** The hash function for the ids of rows. */
  readonly sha256: Journal.Sha256
  /** The label of the plan as first adopted; for an adjustment its own label. */
  readonly plan: string
  /** The years of the plan. A column with amounts of another year is one fault, where the plan would refuse every row. */
  readonly years?: Year.Years
  /** Whether the ledger may hold ids of version 1; when it does not, `false` saves a hash per row. */
  readonly formerIds?: boolean
  /** Returns a code as the ledger declares it; undefined when it does not. A declared code is read, whatever it looks like. */
  readonly declared?: (code: string) => string | undefined
  readonly encoding?: Encoding
  readonly delimiter?: Delimited.Delimiter
  readonly numbers?: NumberFormat
  /** Decimals (0 to 6) to round every amount to, half away from zero. */
  readonly round?: number
  readonly mapping?: Mapping
  /** The line of the header, counted from 1. By default it is found below the titles. */
  readonly headerLine?: number
  /** The sheet to read of a spreadsheet. */
  readonly sheet?: string
  /** Leaves out hidden rows and columns of a spreadsheet. */
  readonly skipHidden?: boolean
  /** Receives every row below the header before it is interpreted, also when the header has a fault. */
  readonly observe?: (row: DecodedRow) => void
  /** The facts of an adjustment that its file does not hold. */
  readonly adjustment?: AdjustmentFacts | undefined
}

/** Counts of a file: `lines` is the sum of the five below it, `rows` of the two below that. */
export interface LineCounts {
  readonly lines: number
  readonly headerLines: number
  readonly acceptedLines: number
  readonly rejectedLines: number
  readonly blankLines: number
  /** Comments, and rows that the mapping leaves out. */
  readonly leftOutLines: number
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
}

/** The content of a file. With any fault, nothing of it may be written. */
export interface FileContent extends ContentPiece {
  readonly kind: ImportKind
  /** The table of the file, such as `goals` for structure; the kind itself when it has one table. */
  readonly table: string
  readonly dialect: Dialect
  /** The column of each field, for `--show-mapping`. */
  readonly mapping: Mapping
  readonly notes: ReadonlyArray<Note>
  readonly totals: ReadonlyArray<ControlTotal>
  readonly headerLine: number
  readonly counts: LineCounts
}

export interface ContentPiece {
  readonly requests: ReadonlyArray<Decision.Request>
  readonly faults: ReadonlyArray<Fault>
}

/** Reads a file as one piece. */
export const whole = <Input>(
  reader: {
    readonly push: (input: Input) => ContentPiece
    readonly end: () => ContentPiece
    readonly content: () => FileContent
  },
  input: Input,
): FileContent => {
  const pieces = [reader.push(input), reader.end()]
  return {
    ...reader.content(),
    requests: pieces.flatMap(({ requests }) => requests),
    faults: pieces.flatMap(({ faults }) => faults),
  }
}
