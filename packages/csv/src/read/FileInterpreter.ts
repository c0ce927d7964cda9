/**
 * The clerk hears the records of a file, one by one: the first is the header, the others become requests or faults. Keeps
 * the accounts: each line is header, blank, accepted or rejected.
 */
import type { Decision } from "@grootboek/core"
import * as Actuals from "../kind/Actuals.ts"
import * as Adjustments from "../kind/Adjustments.ts"
import type { Dialect } from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import type { Facts } from "../fault/Facts.ts"
import type { Fault } from "../fault/Fault.ts"
import { baseName } from "../text/File.ts"
import * as Header from "../header/Header.ts"
import * as Identity from "../kind/RowIds.ts"
import type { Context, Interpreter } from "../kind/RowInterpreter.ts"
import * as Layout from "../header/Layout.ts"
import * as Lines from "../kind/Lines.ts"
import * as Mapping from "../header/Mapping.ts"
import type { Note } from "../fault/Note.ts"
import * as Openings from "../kind/Openings.ts"
import * as Overheads from "../kind/Overheads.ts"
import * as PassThroughs from "../kind/PassThroughs.ts"
import type { Batch, Options, Reading } from "./FileContent.ts"
import type { Sink, Where } from "../text/Records.ts"
import type { Row } from "../cell/Row.ts"
import * as Rules from "../kind/Rules.ts"
import * as Structures from "../kind/Structures.ts"
import * as Totals from "./ControlTotals.ts"

/** What the clerk is told beforehand. */
export interface Job {
  readonly kind: Layout.Kind
  readonly name: string
  readonly sha256: string
  readonly dialect: Dialect
  readonly notes: ReadonlyArray<Note>
  readonly options: Options
  /** Where the record stands that is being heard. */
  readonly where: () => Where
  /** Whether what is being heard is plain ASCII, and so cannot have been encoded twice. */
  readonly isAscii: () => boolean
}

/** A clerk at work. */
export interface Clerk {
  readonly sink: Sink
  readonly tell: (facts: Facts, line: number, column?: string) => undefined
  /** After the last record. */
  readonly finish: () => void
  /** Hands out what has come together since the last time. */
  readonly flush: () => Batch
  readonly reading: (lines: number) => Reading
}

/** Puts a clerk to work. */
export const employ = ({
  kind,
  name,
  sha256,
  dialect,
  notes: known,
  options,
  where,
  isAscii,
}: Job): Clerk => {
  let requests: Array<Decision.Request> = []
  let faults: Array<Fault> = []
  let told = 0
  let header: Header.Header | undefined
  let interpreter: Interpreter | undefined
  let toldBefore = 0
  let row: Writable<Row> | undefined
  let doubles = 0
  const notes = [...known]
  const totals = Totals.empty()
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

  const tell = (facts: Facts, line: number, column?: string): undefined => {
    told++
    const place = { file: name, line, ...where(), ...(column === undefined ? {} : { column }) }
    faults.push({ ...facts, ...place })
    return undefined
  }

  const context: Context = {
    source: { name: baseName(name), sha256 },
    plan: options.plan,
    names: Identity.names(kind, options.plan, options.sha256),
    adjustment: options.adjustment ?? { creditYears: [] },
    count: (direction, figure) => {
      if (told === toldBefore) totals.add(direction, figure)
    },
    note: (note) => notes.push(note),
  }

  const readHeader = (cells: ReadonlyArray<string>, line: number, height: number): void => {
    counts.headerLines += height
    const layout = Layout.find(kind, cells)
    header = Header.read(layout ?? Layout.layouts.goals, cells, options.mapping ?? Mapping.none)
    if (layout === undefined) {
      tell(
        {
          _tag: "UnknownTable",
          known: Layout.tablesOf(kind).map((table) => Layout.headersOf(table).join(",")),
        },
        line,
      )
      return
    }
    for (const { column, ...facts } of header.faults) tell(facts, line, column)
    notes.push(...header.unread.map((column): Note => ({ _tag: "UnreadColumn", header: column })))
    if (header.faults.length > 0) return
    interpreter = interpreters[kind](context, layout.name)
    const heard = {
      header,
      cells,
      line,
      numbers: dialect.numbers,
      round: options.round,
      nothing,
      fault: (facts: Facts, column?: string) => tell(facts, heard.line, column),
      rounded: () => {
        rounded.cells++
        rounded.firstLine ||= heard.line
      },
    }
    row = heard
  }

  const interpret = (cells: ReadonlyArray<string>, line: number): Decision.Request | undefined => {
    // Rows under a header that cannot be read have no meaning: they are rejected, and the header's faults say why.
    if (interpreter === undefined || row === undefined) return undefined
    const expected = row.header.cells.length
    if (cells.length !== expected) return tell({ _tag: "RaggedRow", found: cells.length, expected }, line)
    // One row object for all rows: a file has millions.
    row.cells = cells
    row.line = line
    if (doubles < 10 && !isAscii()) listen(cells, line)
    return interpreter.row(row)
  }

  // Nobody can say for sure that a text was encoded twice, so it is read as it stands and reported.
  const listen = (cells: ReadonlyArray<string>, line: number): void => {
    for (const text of cells) {
      const probably = Encoding.undouble(text)
      if (probably === undefined) continue
      doubles++
      notes.push({ _tag: "DoublyEncoded", line, text, probably })
    }
  }

  const readRow = (cells: ReadonlyArray<string>, line: number, height: number): void => {
    if (header === undefined) {
      readHeader(cells, line, height)
      return
    }
    toldBefore = told
    const request = interpret(cells, line)
    if (interpreter === undefined || told > toldBefore) {
      counts.rejected++
      counts.rejectedLines += height
      return
    }
    counts.accepted++
    counts.acceptedLines += height
    if (request !== undefined) requests.push(request)
  }

  return {
    tell,
    sink: {
      row: readRow,
      blank: (_, height) => {
        counts.blankLines += height
      },
      broken: (facts, line) => {
        tell(facts, line)
        if (header === undefined) {
          header = Header.read(Layout.layouts.goals, [], Mapping.none)
          counts.headerLines++
        } else {
          counts.rejected++
          counts.rejectedLines++
        }
      },
    },
    finish: () => {
      if (header === undefined) tell({ _tag: "EmptyFile" }, 1)
      else if (interpreter !== undefined && counts.accepted + counts.rejected === 0)
        tell({ _tag: "HeaderOnly" }, 1)
      if (interpreter !== undefined) requests.push(...interpreter.end())
    },
    flush: () => {
      const batch = { requests, faults }
      requests = []
      faults = []
      return batch
    },
    reading: (lines) => ({
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

const interpreters: Readonly<Record<Layout.Kind, (context: Context, table: string) => Interpreter>> = {
  structure: Structures.interpret,
  lines: Lines.interpret,
  adjustment: Adjustments.interpret,
  actuals: Actuals.interpret,
  overhead: Overheads.interpret,
  passthrough: PassThroughs.interpret,
  opening: Openings.interpret,
  rules: Rules.interpret,
}

type Writable<A> = { -readonly [K in keyof A]: A[K] }
