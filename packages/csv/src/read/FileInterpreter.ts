/** Consumes the records of a file: titles, the header, and rows that become requests or faults. Counts every line. */
import type { Decision } from "@grootboek/core"
import type { DecodedRow } from "../cell/Row.ts"
import type { Fault, Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import * as Header from "../header/Header.ts"
import * as HeaderSearch from "../header/HeaderSearch.ts"
import * as Layout from "../header/Layout.ts"
import * as Mapping from "../header/Mapping.ts"
import * as FormerIds from "../kind/FormerIds.ts"
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

/** A record or a broken line before the header was found. */
interface HeldRecord {
  readonly line: number
  readonly height: number
  readonly position: RecordPosition
  readonly problem?: Problem
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
  /** The width of the first row: a spreadsheet exports the same empty cells behind the header in every row. */
  let width = 0
  const notes = [...setup.notes]
  const totals = ControlTotals.start()
  const counts = {
    headerLines: 0,
    acceptedLines: 0,
    rejectedLines: 0,
    blankLines: 0,
    leftOutLines: 0,
    accepted: 0,
    rejected: 0,
  }
  const rounded = { cells: 0, firstLine: 0 }
  const comments = { rows: 0, firstLine: 0 }
  const filtered = { rows: 0, firstLine: 0 }
  let headerPosition = { line: 1, offset: 0, text: "" }
  const nothing = new Set(options.mapping?.nothing ?? [])

  const search = HeaderSearch.start({ kind, mapping: options.mapping, headerLine: options.headerLine })
  let held: Array<HeldRecord> = []
  /** The position of a held record, while its faults are reported. */
  let heldPosition: RecordPosition | undefined

  const report = (problem: Problem, line: number, column?: string): undefined => {
    reported++
    const where = heldPosition ?? position()
    faults.push({ ...problem, file: name, line, ...where, ...(column === undefined ? {} : { column }) })
    return undefined
  }

  const context: RowContext = {
    source: { name: baseName(name), sha256: setup.sha256 },
    plan: options.plan,
    ids: RowIds.start(options.plan, options.sha256),
    formerIds: options.formerIds === false ? undefined : FormerIds.start({ kind, ...options }),
    adjustment: options.adjustment ?? { creditYears: [] },
    count: (direction, amount) => {
      if (reported === reportedBefore) totals.add(direction, amount)
    },
    note: (note) => notes.push(note),
  }

  const readHeader = ({ cells, layout, line, header: found }: HeaderSearch.HeaderCandidate): void => {
    header = found
    headerPosition = { line, ...(heldPosition ?? position()) }
    if (layout === undefined) {
      const known = Layout.tablesOf(kind).map((table) => Layout.headersOf(table).join(","))
      report({ _tag: "UnknownTable", known }, line)
      return
    }
    for (const { column, ...problem } of found.faults) report(problem, line, column)
    notes.push(...found.unread.map((column): Note => ({ _tag: "UnreadColumn", header: column })))
    // One row object for all rows: a file has millions.
    const current: Writable<DecodedRow> = {
      header: found,
      cells,
      line,
      numbers: dialect.numbers,
      round: options.round,
      nothing,
      declared: options.declared ?? (() => undefined),
      report: (problem, column) =>
        column?.startsWith("constants.")
          ? reportConstant(problem, column)
          : report(problem, current.line, column),
      rounded: () => {
        rounded.cells++
        rounded.firstLine ||= current.line
      },
    }
    row = current
    if (found.faults.length > 0) return
    if (found.absent.length > 0) notes.push({ _tag: "AbsentColumns", headers: found.absent })
    interpreter = interpreters[kind](context, layout.name)
  }

  // A wrong constant is one fault of the mapping, not a fault of each row.
  const reportConstant = (problem: Problem, column: string): undefined => {
    interpreter = undefined
    reported++
    faults.push({ ...problem, file: name, ...headerPosition, column })
    return undefined
  }

  const interpret = (cells: ReadonlyArray<string>, line: number): Decision.Request | undefined | LeftOut => {
    // Rows under a header with faults are rejected; the faults of the header say why.
    if (row === undefined || (interpreter === undefined && options.observe === undefined)) return undefined
    const { width: expected, edit } = row.header
    width ||= isBlankFrom(cells, expected) ? cells.length : expected
    if (cells.length !== expected && (cells.length !== width || !isBlankFrom(cells, expected)))
      return report({ _tag: "RaggedRow", found: cells.length, expected }, line)
    const edited = edit === undefined ? cells : edit.apply(cells)
    if (edited === undefined) return leftOut
    row.cells = edited
    row.line = line
    options.observe?.(row)
    if (doubles < 10 && !isAscii()) noteDoubles(cells, line)
    return interpreter?.row(row)
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

  // Without any record there is no header, only broken lines.
  const reportBroken = (): void => {
    for (const { line, position, problem } of held.splice(0)) {
      if (header === undefined) counts.headerLines++
      else reject(1)
      header = noHeader()
      heldPosition = position
      if (problem !== undefined) report(problem, line)
    }
    heldPosition = undefined
  }

  const reject = (height: number): void => {
    counts.rejected++
    counts.rejectedLines += height
  }

  // Lines above the header are titles. Records below a header with faults are rejected.
  const settle = (outcome: HeaderSearch.HeaderOutcome): void => {
    const records = held
    held = []
    const at = outcome._tag === "Absent" ? outcome.declared : outcome.candidate.line
    for (const { line, height, position, problem } of records) {
      if (line <= at) counts.headerLines += height
      else reject(height)
      heldPosition = position
      if (problem !== undefined && (line > at || outcome._tag !== "Found")) report(problem, line)
      if (line === at && outcome._tag !== "Absent") readOutcome(outcome)
    }
    if (outcome._tag === "Absent") {
      header = noHeader()
      report({ _tag: "HeaderLineEmpty", declared: at }, at)
    }
    heldPosition = undefined
    const above = records.filter(({ line }) => line < at).reduce((sum, { height }) => sum + height, 0)
    if (above > 0 && interpreter !== undefined) notes.push({ _tag: "HeaderFound", line: at, above })
  }

  const readOutcome = ({
    _tag,
    candidate,
  }: Exclude<HeaderSearch.HeaderOutcome, { _tag: "Absent" }>): void => {
    if (_tag === "Found") {
      readHeader(candidate)
      return
    }
    header = candidate.header
    const missing = header.faults.flatMap((fault) => (fault._tag === "MissingColumn" ? [fault.missing] : []))
    report({ _tag: "HeaderUnsure", found: candidate.line, missing }, candidate.line)
  }

  const hold = (record: Omit<HeldRecord, "position">): void => {
    held.push({ ...record, position: position() })
  }

  const readRecord = (cells: ReadonlyArray<string>, line: number, height: number): void => {
    if (header === undefined) {
      hold({ line, height })
      const outcome = search.record(cells, line)
      if (outcome !== undefined) settle(outcome)
      return
    }
    reportedBefore = reported
    if (isComment(cells)) {
      comments.rows++
      comments.firstLine ||= line
      counts.leftOutLines += height
      return
    }
    const request = interpret(cells, line)
    if (request === leftOut) {
      filtered.rows++
      filtered.firstLine ||= line
      counts.leftOutLines += height
      return
    }
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
        // A title may contain quotes; anything else that breaks a line makes the search for a header unsafe.
        if (header === undefined && problem._tag === "StrayQuote" && held.length < HeaderSearch.farthest) {
          hold({ line, height: 1, problem })
          return
        }
        if (header === undefined) {
          for (const one of held.splice(0)) counts.headerLines += one.height
          header = noHeader()
          counts.headerLines++
        } else reject(1)
        report(problem, line)
      },
    },
    finish: () => {
      if (header === undefined) {
        const outcome = search.end()
        if (outcome !== undefined) settle(outcome)
        else reportBroken()
      }
      if (header === undefined) report({ _tag: "EmptyFile" }, 1)
      else if (interpreter !== undefined && counts.accepted + counts.rejected === 0)
        report(filtered.rows === 0 ? { _tag: "HeaderOnly" } : { _tag: "AllRowsLeftOut", ...filtered }, 1)
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
      notes: [
        ...notes,
        ...(comments.rows === 0 ? [] : [{ _tag: "CommentRows", ...comments } as const]),
        ...(filtered.rows === 0 ? [] : [{ _tag: "RowsLeftOut", ...filtered } as const]),
        ...(rounded.cells === 0
          ? []
          : [{ _tag: "Rounded", ...rounded, decimals: options.round ?? 6 } as const]),
      ],
      totals: totals.list(),
      counts: { lines, rows: counts.accepted + counts.rejected, ...counts },
    }),
  }
}

/** Returns whether there are cells from an index on, and all are blank. */
const isBlankFrom = (cells: ReadonlyArray<string>, from: number): boolean =>
  cells.length > from && cells.slice(from).every((cell) => cell.trim() === "")

const noHeader = (): Header.Header => Header.read(Layout.layouts.goals, [], Mapping.none)

type Writable<A> = { -readonly [K in keyof A]: A[K] }

/** A row that the mapping leaves out. */
const leftOut = Symbol("left out")
type LeftOut = typeof leftOut

/** Reports whether a row is a comment: `#` begins its first cell and the others are empty, so that it holds no row. */
const isComment = (cells: ReadonlyArray<string>): boolean =>
  cells[0]?.trimStart().startsWith("#") === true &&
  cells.every((cell, index) => index === 0 || cell.trim() === "")
