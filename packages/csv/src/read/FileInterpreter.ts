/** Consumes the records of a file: titles, the header, and rows that become requests or faults. Counts every line. */
import { Formula } from "@grootboek/cells"
import type { Decision } from "@grootboek/core"
import type { DecodedRow } from "../cell/Row.ts"
import type { Fault, Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import * as StatedUnit from "../fault/StatedUnit.ts"
import * as Header from "../header/Header.ts"
import type * as HeaderSearch from "../header/HeaderSearch.ts"
import * as Layout from "../header/Layout.ts"
import * as Mapping from "../header/Mapping.ts"
import * as YearHeader from "../header/YearHeader.ts"
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
import * as RowText from "./RowText.ts"
import * as SheetRecord from "./SheetRecord.ts"
import * as TitleLines from "./TitleLines.ts"
import * as TotalRow from "./TotalRow.ts"
import * as TotalRows from "./TotalRows.ts"

export interface FileInterpreter {
  readonly sink: RecordSink
  readonly report: (problem: Problem, line: number, column?: string) => undefined
  /** Must be called after the last record. */
  readonly finish: () => void
  /** Returns the requests and faults since the last call. */
  readonly flush: () => ContentPiece
  readonly columns: () => ReadonlyArray<{ readonly column: number; readonly header: string }>
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
  /** The row of a spreadsheet that the sink receives. */
  readonly sheetRow?: () => SheetRecord.SheetRecord
  /** Returns whether hidden rows were left out. */
  readonly hasLeftOut?: () => boolean
  /** The address of a cell of a spreadsheet. */
  readonly address?: ((line: number, column: number) => string) | undefined
}

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
  /** The width of the header or the first row with its empty cells: a spreadsheet exports the same ones in every row. */
  let width = 0
  const notes = [...setup.notes]
  const totals = ControlTotals.start()
  const totalRows = TotalRows.start(options.round, (note) => notes.push(note))
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
  const repeats = { rows: 0, firstLine: 0 }
  const filtered = { rows: 0, firstLine: 0 }
  const outside = new Set<string>()
  /** The doubtful cells of lines that may be the header. */
  const doubtful = new Map<number, ReadonlyArray<SheetRecord.DoubtfulCell>>()
  let headerPosition = { line: 1, offset: 0, text: "" }
  const nothing = new Set(options.mapping?.nothing ?? [])

  /** The fault of an unclosed quote, while the lines below it are no rows either: one cause, one fault. */
  let unclosed: Writable<Extract<Fault, { readonly _tag: "UnterminatedQuote" }>> | undefined
  /** Whether this is a file of rejected rows, in which formulas are neutralised. */
  let hasReasons = false
  /** The position of a line that was held, while its faults are reported. */
  let heldPosition: RecordPosition | undefined
  let read: SheetRecord.ReadColumns = { all: new Set(), amounts: new Set() }

  const report = (problem: Problem, line: number, column?: string): undefined => {
    const index = header?.cells.findIndex((cell) => cell.trim() === column) ?? -1
    const cell = column === undefined || index < 0 ? undefined : setup.address?.(line, index)
    return reportAt(problem, line, { column, cell })
  }

  const reportAt = (
    problem: Problem,
    line: number,
    { column, cell }: { readonly column?: string | undefined; readonly cell: string | undefined },
  ): undefined => {
    reported++
    faults.push({
      ...problem,
      file: name,
      line,
      ...(heldPosition ?? position()),
      ...(column === undefined ? {} : { column }),
      ...(cell === undefined ? {} : { cell }),
    })
    return undefined
  }

  const context: RowContext = {
    source: { name: baseName(name), sha256: setup.sha256 },
    plan: options.plan,
    ids: RowIds.start(options.plan, options.sha256),
    formerIds: options.formerIds === false ? undefined : FormerIds.start({ kind, ...options }),
    adjustment: options.adjustment ?? { creditYears: [] },
    isAdjusting: options.adjustment !== undefined,
    count: (direction, year, micros) => {
      if (reported === reportedBefore) totals.add(direction, year, micros)
    },
    note: (note) => notes.push(note),
  }

  // Amounts in thousands would be read as euro. A mapping decides about the headers of years that it names.
  const reportUnits = (found: Header.Header, titles: ReadonlyArray<string>, line: number): void => {
    if (options.mapping?.unit !== undefined || !Header.hasAmounts(found)) return
    const isYear = new Set(found.years.map(({ index }) => index))
    const headers = found.cells.slice(0, found.width).filter((_, index) => !isYear.has(index))
    for (const text of [...titles, ...headers]) {
      const unit = StatedUnit.of(text)
      if (unit !== undefined) report({ _tag: "UnitStated", value: text.trim(), unit }, line)
    }
  }

  const readHeader = (
    { cells, layout, line, header: found }: HeaderSearch.HeaderCandidate,
    titles: ReadonlyArray<string>,
  ): void => {
    header = found
    if (cells.length > found.width) width = cells.length
    headerPosition = { line, ...(heldPosition ?? position()) }
    read = SheetRecord.columnsOf(found)
    if (layout === undefined) {
      const known = (Layout.tablesOf(kind) ?? []).map((table) => Layout.headersOf(table).join(","))
      report({ _tag: "UnknownTable", known }, line)
      return
    }
    // A header whose value is not certain may be a year, and its amounts would be left out.
    for (const { _tag, column, value } of doubtful.get(line) ?? [])
      if (YearHeader.read(cells[column] ?? "", found.mapping)?._tag !== "LeftOut")
        reportAt({ _tag, value }, line, { cell: setup.address?.(line, column) })
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
      years: found.layout.kind === "rules" ? undefined : options.years,
      report: (problem, column) =>
        problem._tag === "YearOutsidePlan"
          ? reportColumn(problem)
          : column?.startsWith("constants.")
            ? reportConstant(problem, column)
            : report(problem, current.line, column),
      rounded: () => {
        rounded.cells++
        rounded.firstLine ||= current.line
      },
    }
    row = current
    if (found.faults.length === 0) reportUnits(found, titles, line)
    if (reported > 0) return
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

  // A column of a year outside the plan is one fault of the header; the rows with an amount in it are rejected.
  const reportColumn = (problem: Extract<Problem, { readonly _tag: "YearOutsidePlan" }>): undefined => {
    reported++
    if (outside.has(problem.header)) return undefined
    outside.add(problem.header)
    faults.push({ ...problem, file: name, ...headerPosition, column: problem.header })
    return undefined
  }

  const checkCells = (given: SheetRecord.SheetRecord, line: number): boolean => {
    const found = SheetRecord.problems(given, read, options.numbers !== undefined)
    for (const { problem, column } of found) report(problem, line, header?.cells[column]?.trim())
    return found.length === 0
  }

  const interpret = (record: ReadonlyArray<string>, line: number): Decision.Request | undefined | LeftOut => {
    // Rows under a header with faults are rejected; the faults of the header say why.
    if (row === undefined || (interpreter === undefined && options.observe === undefined)) return undefined
    const { width: expected, edit } = row.header
    const given = setup.sheetRow?.()
    const cells = given === undefined ? record : SheetRecord.fit(record, expected)
    width ||= RowText.isBlankFrom(cells, expected) ? cells.length : expected
    if (isRagged(cells)) return report({ _tag: "RaggedRow", found: cells.length, expected }, line)
    const shown = given === undefined ? cells : SheetRecord.shownCells({ ...given, cells }, read.amounts)
    const edited = edit === undefined ? shown : edit.apply(shown)
    if (edited === undefined) return leftOut
    const total = TotalRow.of(cells, row.header, dialect.numbers)
    if (total !== undefined) {
      const isPartial = filtered.rows > 0 || setup.hasLeftOut?.() === true
      const differs = totalRows.add(total, { line, counts, list: totals.list, isPartial })
      if (differs !== undefined) report(differs, line)
      return leftOutTotal
    }
    const value = interpreter === undefined ? undefined : RowText.only(edited, row.header)
    if (value !== undefined) return report({ _tag: "OnlyText", value }, line)
    if (given !== undefined && !checkCells(given, line)) return undefined
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

  const reject = (height: number): void => {
    counts.rejected++
    counts.rejectedLines += height
  }

  const titles = TitleLines.start(TitleLines.searchOf(kind, options), position, {
    header: (found, at, { lines, texts }) => {
      heldPosition = at
      readHeader(found, texts)
      heldPosition = undefined
      if (lines > 0 && interpreter !== undefined)
        notes.push({ _tag: "HeaderFound", line: found.line, above: lines })
    },
    noHeader: (found) => {
      header = found?.header ?? noHeader()
      if (found !== undefined) headerPosition = { ...headerPosition, line: found.line }
    },
    fault: (problem, line, at) => {
      heldPosition = at
      report(problem, line)
      heldPosition = undefined
    },
    title: (height) => {
      counts.headerLines += height
    },
    row: reject,
  })

  const isRagged = (cells: ReadonlyArray<string>): boolean => {
    const expected = row?.header.width ?? cells.length
    return cells.length !== expected && (cells.length !== width || !RowText.isBlankFrom(cells, expected))
  }

  const close = (): void => {
    if (unclosed !== undefined) faults.push(unclosed)
    unclosed = undefined
  }

  const readRecord = (given: ReadonlyArray<string>, line: number, height: number): void => {
    if (header === undefined) hasReasons ||= given.some((cell) => Layout.plain(cell) === reasonHeader)
    const cells = hasReasons ? given.map(Formula.restore) : given
    if (unclosed !== undefined && isRagged(cells)) {
      unclosed.lines = line + height - unclosed.line
      reject(height)
      return
    }
    close()
    if (header === undefined) {
      const given = setup.sheetRow?.()
      if (given?.defects !== undefined) doubtful.set(line, given.defects)
      titles.record(given === undefined ? cells : SheetRecord.shownCells(given), line, height)
      return
    }
    reportedBefore = reported
    const apart = RowText.isComment(cells)
      ? comments
      : RowText.isHeaderAgain(cells, header)
        ? repeats
        : undefined
    const request = apart === undefined ? interpret(cells, line) : leftOut
    if (request === leftOut) {
      const rows = apart ?? filtered
      rows.rows++
      rows.firstLine ||= line
      counts.leftOutLines += height
      return
    }
    if (request === leftOutTotal && reported === reportedBefore) {
      counts.leftOutLines += height
      return
    }
    if (interpreter === undefined || reported > reportedBefore || request === leftOutTotal) {
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
        if (header === undefined) {
          titles.broken(problem, line)
          return
        }
        reject(1)
        if (interpreter === undefined || !isQuoteProblem(problem)) report(problem, line)
        else if (unclosed !== undefined) unclosed.lines = line + 1 - unclosed.line
        else if (problem._tag === "UnterminatedQuote")
          unclosed = { ...problem, file: name, line, ...position() }
        else report(problem, line)
      },
    },
    finish: () => {
      close()
      if (header === undefined) titles.end()
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
    columns: () => [...read.all].map((column) => ({ column, header: header?.cells[column]?.trim() ?? "" })),
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
        ...(repeats.rows === 0 ? [] : [{ _tag: "HeadersRepeated", ...repeats } as const]),
        ...(filtered.rows === 0 ? [] : [{ _tag: "RowsLeftOut", ...filtered } as const]),
        ...(rounded.cells === 0
          ? []
          : [{ _tag: "Rounded", ...rounded, decimals: options.round ?? 6 } as const]),
      ],
      totals: totals.list(),
      headerLine: headerPosition.line,
      counts: { lines, rows: counts.accepted + counts.rejected, ...counts },
    }),
  }
}

const isQuoteProblem = ({ _tag }: Problem): boolean => _tag === "UnterminatedQuote" || _tag === "StrayQuote"

const reasonHeader = Layout.plain(Layout.reasonColumn)

const noHeader = (): Header.Header => Header.read(Layout.layouts.goals, [], Mapping.none)

type Writable<A> = { -readonly [K in keyof A]: A[K] }

/** A row that the mapping leaves out. */
const leftOut = Symbol("left out")
/** A total row. */
const leftOutTotal = Symbol("total")
type LeftOut = typeof leftOut | typeof leftOutTotal
