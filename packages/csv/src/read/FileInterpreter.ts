/** Consumes the records of a file: the first is the header, the others become requests or faults. Counts every line. */
import type { Decision } from "@grootboek/core"
import type { DecodedRow } from "../cell/Row.ts"
import type { Fault, Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import * as Header from "../header/Header.ts"
import * as Layout from "../header/Layout.ts"
import * as Mapping from "../header/Mapping.ts"
import { interpreters } from "../kind/Kinds.ts"
import * as RowIds from "../kind/RowIds.ts"
import type { RowContext, RowInterpreter } from "../kind/RowInterpreter.ts"
import type { Dialect } from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import { baseName } from "../text/File.ts"
import type { RecordPosition, RecordSink } from "../text/Records.ts"
import * as ControlTotals from "./ControlTotals.ts"
import type { ContentPiece, FileContent, ReaderOptions } from "./FileContent.ts"

/** A file that is interpreted. */
export interface FileInterpreter {
  readonly sink: RecordSink
  readonly report: (problem: Problem, line: number, column?: string) => undefined
  /** Must be called after the last record. */
  readonly finish: () => void
  /** Returns the requests and faults since the last call. */
  readonly flush: () => ContentPiece
  /** Returns the content without requests and faults. */
  readonly content: (lines: number) => FileContent
}

interface Setup {
  readonly kind: Layout.ImportKind
  readonly name: string
  readonly sha256: string
  readonly dialect: Dialect
  readonly notes: ReadonlyArray<Note>
  readonly options: ReaderOptions
  /** The position of the record that the sink receives. */
  readonly position: () => RecordPosition
  /** Whether that record is plain ASCII, and so cannot have been encoded twice. */
  readonly isAscii: () => boolean
}

/** Starts to interpret a file. */
export const start = ({
  kind,
  name,
  dialect,
  options,
  position,
  isAscii,
  ...setup
}: Setup): FileInterpreter => {
  let requests: Array<Decision.Request> = []
  let faults: Array<Fault> = []
  let reported = 0
  let reportedBefore = 0
  let header: Header.Header | undefined
  let interpreter: RowInterpreter | undefined
  let row: Writable<DecodedRow> | undefined
  let doubles = 0
  const notes = [...setup.notes]
  const totals = ControlTotals.start()
  const counts = {
    headerLines: 0,
    acceptedLines: 0,
    rejectedLines: 0,
    blankLines: 0,
    accepted: 0,
    rejected: 0,
  }
  const rounded = { cells: 0, firstLine: 0 }
  const nothing = new Set(options.mapping?.nothing ?? [])

  const report = (problem: Problem, line: number, column?: string): undefined => {
    reported++
    faults.push({ ...problem, file: name, line, ...position(), ...(column === undefined ? {} : { column }) })
    return undefined
  }

  const context: RowContext = {
    source: { name: baseName(name), sha256: setup.sha256 },
    plan: options.plan,
    ids: RowIds.start(kind, options.plan, options.sha256),
    adjustment: options.adjustment ?? { creditYears: [] },
    count: (direction, amount) => {
      if (reported === reportedBefore) totals.add(direction, amount)
    },
    note: (note) => notes.push(note),
  }

  const readHeader = (cells: ReadonlyArray<string>, line: number): void => {
    const layout = Layout.find(kind, cells)
    header = Header.read(layout ?? Layout.layouts.goals, cells, options.mapping ?? Mapping.none)
    if (layout === undefined) {
      const known = Layout.tablesOf(kind).map((table) => Layout.headersOf(table).join(","))
      report({ _tag: "UnknownTable", known }, line)
      return
    }
    for (const { column, ...problem } of header.faults) report(problem, line, column)
    notes.push(...header.unread.map((column): Note => ({ _tag: "UnreadColumn", header: column })))
    if (header.faults.length > 0) return
    interpreter = interpreters[kind](context, layout.name)
    // One row object for all rows: a file has millions.
    const current: Writable<DecodedRow> = {
      header,
      cells,
      line,
      numbers: dialect.numbers,
      round: options.round,
      nothing,
      report: (problem, column) => report(problem, current.line, column),
      rounded: () => {
        rounded.cells++
        rounded.firstLine ||= current.line
      },
    }
    row = current
  }

  const interpret = (cells: ReadonlyArray<string>, line: number): Decision.Request | undefined => {
    // Rows under a header with faults are rejected; the faults of the header say why.
    if (interpreter === undefined || row === undefined) return undefined
    const expected = row.header.cells.length
    if (cells.length !== expected) return report({ _tag: "RaggedRow", found: cells.length, expected }, line)
    row.cells = cells
    row.line = line
    if (doubles < 10 && !isAscii()) noteDoubles(cells, line)
    return interpreter.row(row)
  }

  // A text only looks encoded twice, so it is kept as it is and reported.
  const noteDoubles = (cells: ReadonlyArray<string>, line: number): void => {
    for (const text of cells) {
      const probably = Encoding.undouble(text)
      if (probably === undefined) continue
      doubles++
      notes.push({ _tag: "DoublyEncoded", line, text, probably })
    }
  }

  const reject = (height: number): void => {
    counts.rejected++
    counts.rejectedLines += height
  }

  const readRecord = (cells: ReadonlyArray<string>, line: number, height: number): void => {
    if (header === undefined) {
      counts.headerLines += height
      readHeader(cells, line)
      return
    }
    reportedBefore = reported
    const request = interpret(cells, line)
    if (interpreter === undefined || reported > reportedBefore) {
      reject(height)
      return
    }
    counts.accepted++
    counts.acceptedLines += height
    if (request !== undefined) requests.push(request)
  }

  return {
    report,
    sink: {
      record: readRecord,
      blank: (_, height) => {
        counts.blankLines += height
      },
      broken: (problem, line) => {
        report(problem, line)
        if (header !== undefined) reject(1)
        else {
          header = Header.read(Layout.layouts.goals, [], Mapping.none)
          counts.headerLines++
        }
      },
    },
    finish: () => {
      if (header === undefined) report({ _tag: "EmptyFile" }, 1)
      else if (interpreter !== undefined && counts.accepted + counts.rejected === 0)
        report({ _tag: "HeaderOnly" }, 1)
      if (interpreter !== undefined) requests.push(...interpreter.end())
    },
    flush: () => {
      const piece = { requests, faults }
      requests = []
      faults = []
      return piece
    },
    content: (lines) => ({
      kind,
      table: header?.layout.name ?? kind,
      dialect: header === undefined ? dialect : { ...dialect, shape: Header.shape(header) },
      mapping: header === undefined ? Mapping.none : Header.mapping(header),
      requests: [],
      faults: [],
      notes:
        rounded.cells === 0
          ? notes
          : [...notes, { _tag: "Rounded", ...rounded, decimals: options.round ?? 6 }],
      totals: totals.list(),
      counts: { lines, rows: counts.accepted + counts.rejected, ...counts },
    }),
  }
}

type Writable<A> = { -readonly [K in keyof A]: A[K] }
