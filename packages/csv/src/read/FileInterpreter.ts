/** Consumes the records of a file: titles, the header, and rows that become requests or faults. Counts every line. */
import { Formula } from "@grootboek/cells"
import type { Decision } from "@grootboek/core"
import type { Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import * as Header from "../header/Header.ts"
import type * as HeaderSearch from "../header/HeaderSearch.ts"
import * as Layout from "../header/Layout.ts"
import * as Mapping from "../header/Mapping.ts"
import * as YearHeader from "../header/YearHeader.ts"
import type { RecordPosition, RecordSink } from "../text/Records.ts"
import * as ControlTotals from "./ControlTotals.ts"
import * as FaultList from "./FaultList.ts"
import type { ContentPiece, FileContent } from "./FileContent.ts"
import * as FileCounts from "./FileCounts.ts"
import type { FileSource } from "./FileSource.ts"
import * as RowReader from "./RowReader.ts"
import * as RowText from "./RowText.ts"
import * as SheetRecord from "./SheetRecord.ts"
import * as StatedUnits from "./StatedUnits.ts"
import * as TitleLines from "./TitleLines.ts"

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

export const start = (source: FileSource): FileInterpreter => {
  const { kind, name, dialect, options, position } = source
  let requests: Array<Decision.Request> = []
  let header: Header.Header | undefined
  let rows: RowReader.RowReader | undefined
  /** The columns that the header reads, counted from 0. */
  let read: ReadonlySet<number> = new Set()
  const notes = [...source.notes]
  const note = (one: Note): void => {
    notes.push(one)
  }
  const faults = FaultList.start(name)
  const counts = FileCounts.start()
  const totals = ControlTotals.start()
  /** The doubtful cells of lines that may be the header. */
  const doubtful = new Map<number, ReadonlyArray<SheetRecord.DoubtfulCell>>()
  let headerPosition = { line: 1, offset: 0, text: "" }
  /** Whether this is a file of rejected rows, in which formulas are neutralised. */
  let hasReasons = false
  /** The position of a line that was held, while its faults are reported. */
  let heldPosition: RecordPosition | undefined

  const report = (problem: Problem, line: number, column?: string): undefined => {
    const index = header?.cells.findIndex((cell) => cell.trim() === column) ?? -1
    const cell = column === undefined || index < 0 ? undefined : source.address?.(line, index)
    return reportAt(problem, line, { column, cell })
  }

  const reportAt = (
    problem: Problem,
    line: number,
    { column, cell }: { readonly column?: string | undefined; readonly cell: string | undefined },
  ): undefined =>
    faults.add(problem, {
      line,
      ...(heldPosition ?? position()),
      ...(column === undefined ? {} : { column }),
      ...(cell === undefined ? {} : { cell }),
    })

  const readHeader = (candidate: HeaderSearch.HeaderCandidate, titles: ReadonlyArray<string>): void => {
    const { cells, layout, line, header: found } = candidate
    header = found
    read = SheetRecord.columnsOf(found).all
    headerPosition = { line, ...(heldPosition ?? position()) }
    if (layout === undefined) {
      const known = (Layout.tablesOf(kind) ?? []).map((table) => Layout.headersOf(table).join(","))
      report({ _tag: "UnknownTable", known }, line)
      return
    }
    // A header whose value is not certain may be a year, and its amounts would be left out.
    for (const { _tag, column, value } of doubtful.get(line) ?? [])
      if (YearHeader.read(cells[column] ?? "", found.mapping)?._tag !== "LeftOut")
        reportAt({ _tag, value }, line, { cell: source.address?.(line, column) })
    for (const { column, ...problem } of found.faults) report(problem, line, column)
    notes.push(...found.unread.map((column): Note => ({ _tag: "UnreadColumn", header: column })))
    if (found.faults.length === 0 && options.mapping?.unit === undefined)
      for (const problem of StatedUnits.problems(found, titles)) report(problem, line)
    if (faults.isEmpty() && found.absent.length > 0)
      notes.push({ _tag: "AbsentColumns", headers: found.absent })
    rows = RowReader.start(source, candidate, { faults, counts, totals, note, report, headerPosition })
  }

  const isInterpreting = (): boolean => rows?.isInterpreting() === true

  const titles = TitleLines.start(TitleLines.searchOf(kind, options), position, {
    header: (found, at, { lines, texts }) => {
      heldPosition = at
      readHeader(found, texts)
      heldPosition = undefined
      if (lines > 0 && isInterpreting()) notes.push({ _tag: "HeaderFound", line: found.line, above: lines })
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
    title: counts.title,
    row: counts.reject,
  })

  const readRecord = (given: ReadonlyArray<string>, line: number, height: number): void => {
    if (header === undefined) hasReasons ||= given.some((cell) => Layout.isReason(cell))
    const cells = hasReasons ? given.map(Formula.restore) : given
    if (faults.hasOpenQuote() && rows?.isRagged(cells) === true) {
      faults.extendQuote(line + height - 1)
      counts.reject(height)
      return
    }
    faults.closeQuote()
    if (header === undefined) {
      const given = source.sheetRow?.()
      if (given?.defects !== undefined) doubtful.set(line, given.defects)
      titles.record(given === undefined ? cells : SheetRecord.shownCells(given), line, height)
      return
    }
    faults.beginRow()
    if (RowText.isComment(cells)) counts.leaveOut("comment", line, height)
    else if (RowText.isHeaderAgain(cells, header)) counts.leaveOut("header", line, height)
    else readRow(cells, line, height)
  }

  const readRow = (cells: ReadonlyArray<string>, line: number, height: number): void => {
    const request = rows?.row(cells, line)
    if (request === RowReader.leftOut) counts.leaveOut("filter", line, height)
    else if (request === RowReader.leftOutTotal) {
      if (faults.isFaulty()) counts.reject(height)
      else counts.leaveOutTotal(height)
    } else if (!isInterpreting() || faults.isFaulty()) counts.reject(height)
    else {
      counts.accept(height)
      if (request !== undefined) requests.push(request)
    }
  }

  return {
    report,
    sink: {
      record: readRecord,
      blank: (_, height) => counts.blank(height),
      broken: (problem, line) => {
        if (header === undefined) {
          titles.broken(problem, line)
          return
        }
        counts.reject(1)
        if (!isInterpreting() || !isQuoteProblem(problem)) report(problem, line)
        else if (!faults.extendQuote(line)) {
          if (problem._tag === "UnterminatedQuote") faults.openQuote(problem, { line, ...position() })
          else report(problem, line)
        }
      },
    },
    finish: () => {
      faults.closeQuote()
      if (header === undefined) titles.end()
      const { accepted, rejected } = counts.rows()
      if (header === undefined) report({ _tag: "EmptyFile" }, 1)
      else if (isInterpreting() && accepted + rejected === 0) {
        const filtered = counts.leftOut("filter")
        report(filtered.rows === 0 ? { _tag: "HeaderOnly" } : { _tag: "AllRowsLeftOut", ...filtered }, 1)
      }
      requests.push(...(rows?.end() ?? []))
    },
    flush: () => {
      const piece = { requests, faults: faults.flush() }
      requests = []
      return piece
    },
    columns: () => [...read].map((column) => ({ column, header: header?.cells[column]?.trim() ?? "" })),
    content: (lines) => ({
      kind,
      table: header?.layout.name ?? kind,
      dialect: header === undefined ? dialect : { ...dialect, shape: Header.shape(header) },
      mapping: header === undefined ? Mapping.none : Header.mapping(header),
      requests: [],
      faults: [],
      notes: [...notes, ...counts.notes(options.round ?? 6)],
      totals: totals.list(),
      headerLine: headerPosition.line,
      counts: counts.of(lines),
    }),
  }
}

const isQuoteProblem = ({ _tag }: Problem): boolean => _tag === "UnterminatedQuote" || _tag === "StrayQuote"

const noHeader = (): Header.Header => Header.read(Layout.layouts.goals, [], Mapping.none)
