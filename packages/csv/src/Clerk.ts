/**
 * The clerk hears the records of a file, one by one: the first is the header, the others become wishes or faults. Keeps
 * the accounts: each line is header, blank, accepted or rejected.
 */
import { Money, type Wish } from "@grootboek/core"
import * as Actuals from "./Actuals.ts"
import * as Adjustments from "./Adjustments.ts"
import type { Dialect } from "./Dialect.ts"
import * as Encoding from "./Encoding.ts"
import type { Facts } from "./Facts.ts"
import type { Fault } from "./Fault.ts"
import { baseName } from "./File.ts"
import * as Header from "./Header.ts"
import * as Identity from "./Identity.ts"
import type { Context, Interpreter } from "./Interpreter.ts"
import * as Layout from "./Layout.ts"
import * as Lines from "./Lines.ts"
import * as Mapping from "./Mapping.ts"
import type { Note } from "./Note.ts"
import * as Openings from "./Openings.ts"
import * as Overheads from "./Overheads.ts"
import * as PassThroughs from "./PassThroughs.ts"
import type { Batch, Options, Reading, Total } from "./Reading.ts"
import type { Sink, Where } from "./Records.ts"
import type { Row } from "./Row.ts"
import * as Structures from "./Structures.ts"

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
export const employ = ({ kind, name, sha256, dialect, notes: known, options, where }: Job): Clerk => {
  let wishes: Array<Wish.Wish> = []
  let faults: Array<Fault> = []
  let told = 0
  let header: Header.Header | undefined
  let interpreter: Interpreter | undefined
  let counted: Array<Total> = []
  let doubles = 0
  const notes = [...known]
  const totals = new Map<string, Total>()
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
    count: (direction, year, amount) => counted.push({ direction, year, amount }),
    note: (note) => notes.push(note),
  }

  const readHeader = (cells: ReadonlyArray<string>, line: number, height: number): void => {
    counts.headerLines += height
    const layout = Layout.find(kind, cells)
    header = Header.read(layout ?? Layout.layouts.goals, cells, options.mapping ?? Mapping.none)
    if (layout === undefined) {
      tell(
        { _tag: "UnknownTable", known: Layout.tables.map((table) => Layout.headersOf(table).join(",")) },
        line,
      )
      return
    }
    for (const { column, ...facts } of header.faults) tell(facts, line, column)
    notes.push(...header.unread.map((column): Note => ({ _tag: "UnreadColumn", header: column })))
    if (header.faults.length === 0) interpreter = interpreters[kind](context, layout.name)
  }

  const interpret = (
    cells: ReadonlyArray<string>,
    line: number,
    header: Header.Header,
  ): Wish.Wish | undefined => {
    // Rows under a header that cannot be read have no meaning: they are rejected, and the header's faults say why.
    if (interpreter === undefined) return undefined
    if (cells.length !== header.cells.length)
      return tell({ _tag: "RaggedRow", found: cells.length, expected: header.cells.length }, line)
    const row: Row = {
      header,
      cells,
      line,
      numbers: dialect.numbers,
      round: options.round,
      nothing,
      fault: (facts, column) => tell(facts, line, column),
      rounded: () => {
        rounded.cells++
        rounded.firstLine ||= line
      },
    }
    if (doubles < 10) listen(cells, line)
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
    const before = told
    counted = []
    const wish = interpret(cells, line, header)
    if (interpreter === undefined || told > before) {
      counts.rejected++
      counts.rejectedLines += height
      return
    }
    counts.accepted++
    counts.acceptedLines += height
    for (const total of counted) add(totals, total)
    if (wish !== undefined) wishes.push(wish)
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
      if (interpreter !== undefined) wishes.push(...interpreter.end())
    },
    flush: () => {
      const batch = { wishes, faults }
      wishes = []
      faults = []
      return batch
    },
    reading: (lines) => ({
      kind,
      table: header?.layout.name ?? kind,
      dialect: header === undefined ? dialect : { ...dialect, shape: Header.shape(header) },
      mapping: header === undefined ? Mapping.none : Header.mapping(header),
      wishes: [],
      faults: [],
      notes:
        rounded.cells === 0
          ? notes
          : [...notes, { _tag: "Rounded", ...rounded, decimals: options.round ?? 6 }],
      totals: [...totals.values()].sort(byDirectionAndYear),
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
}

const add = (totals: Map<string, Total>, { direction, year, amount }: Total): void => {
  const key = `${direction}${year}`
  const sum = totals.get(key)?.amount ?? Money.zero
  totals.set(key, { direction, year, amount: Money.add(sum, amount) })
}

const byDirectionAndYear = (a: Total, b: Total): number =>
  a.direction === b.direction ? a.year - b.year : a.direction < b.direction ? -1 : 1
