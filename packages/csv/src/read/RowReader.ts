/** Reads the rows below a header: checks their cells, and interprets them as the kind of the file says. */
import type { Decision } from "@grootboek/core"
import type { DecodedRow } from "../cell/Row.ts"
import type { Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import type * as HeaderSearch from "../header/HeaderSearch.ts"
import * as FormerIds from "../kind/FormerIds.ts"
import { interpreters } from "../kind/Kinds.ts"
import * as RowIds from "../kind/RowIds.ts"
import type { RowContext, RowInterpreter } from "../kind/RowInterpreter.ts"
import * as Encoding from "../text/Encoding.ts"
import { baseName } from "../text/File.ts"
import type { ControlTotals } from "./ControlTotals.ts"
import type { FaultList, FaultPosition } from "./FaultList.ts"
import type { FileCounts } from "./FileCounts.ts"
import type { FileSource } from "./FileSource.ts"
import * as RowText from "./RowText.ts"
import * as SheetRecord from "./SheetRecord.ts"
import * as TotalRow from "./TotalRow.ts"
import * as TotalRows from "./TotalRows.ts"

/** A row that is no request: the mapping leaves it out, or it is a total row. */
export type LeftOut = typeof leftOut | typeof leftOutTotal

export const leftOut = Symbol("left out")
export const leftOutTotal = Symbol("total")

/** Rows under way. */
export interface RowReader {
  /** Returns the request of a row, if it has one of its own. Faults are added to the list of the file. */
  readonly row: (record: ReadonlyArray<string>, line: number) => Decision.Request | undefined | LeftOut
  /** Returns whether a record has other cells than the header, empty ones at its end apart. */
  readonly isRagged: (cells: ReadonlyArray<string>) => boolean
  /** Whether rows become requests. Below a header with faults they are rejected; the faults of the header say why. */
  readonly isInterpreting: () => boolean
  /** Returns the requests of the whole file. Must be called after the last row. */
  readonly end: () => ReadonlyArray<Decision.Request>
}

/** The state of the file that its rows add to. */
export interface RowSinks {
  readonly faults: FaultList
  readonly counts: FileCounts
  readonly totals: ControlTotals
  readonly note: (note: Note) => void
  readonly report: (problem: Problem, line: number, column?: string) => undefined
}

/** Starts below a header. `headerPosition` is where faults of a whole column are reported. */
export const start = (
  { kind, name, sha256, dialect, options, isAscii, sheetRow, hasLeftOut }: FileSource,
  { cells: headerCells, line: headerLine, header, layout }: HeaderSearch.HeaderCandidate,
  {
    faults,
    counts,
    totals,
    note,
    report,
    headerPosition,
  }: RowSinks & { readonly headerPosition: FaultPosition },
): RowReader => {
  const context: RowContext = {
    source: { name: baseName(name), sha256 },
    plan: options.plan,
    ids: RowIds.start(options.plan, options.sha256),
    formerIds: options.formerIds === false ? undefined : FormerIds.start({ kind, ...options }),
    adjustment: options.adjustment ?? { creditYears: [] },
    isAdjusting: options.adjustment !== undefined,
    count: (direction, year, micros) => {
      if (!faults.isFaulty()) totals.add(direction, year, micros)
    },
    note,
  }
  const { width: expected, edit } = header
  const read = SheetRecord.columnsOf(header)
  const totalRows = TotalRows.start(options.round, note)
  const outside = new Set<string>()
  let doubles = 0
  /** The width of the header or the first row with its empty cells: a spreadsheet exports the same ones in every row. */
  let width = headerCells.length > expected ? headerCells.length : 0

  // A wrong constant is one fault of the mapping, not a fault of each row.
  const reportConstant = (problem: Problem, column: string): undefined => {
    interpreter = undefined
    return faults.add(problem, { ...headerPosition, column })
  }

  // A column of a year outside the plan is one fault of the header; the rows with an amount in it are rejected.
  const reportColumn = (problem: Extract<Problem, { readonly _tag: "YearOutsidePlan" }>): undefined => {
    if (outside.has(problem.header)) return faults.repeat()
    outside.add(problem.header)
    return faults.add(problem, { ...headerPosition, column: problem.header })
  }

  // One row object for all rows: a file has millions.
  const row: Writable<DecodedRow> = {
    header,
    cells: headerCells,
    line: headerLine,
    numbers: dialect.numbers,
    round: options.round,
    nothing: new Set(options.mapping?.nothing ?? []),
    declared: options.declared ?? (() => undefined),
    years: header.layout.kind === "rules" ? undefined : options.years,
    report: (problem, column) =>
      problem._tag === "YearOutsidePlan"
        ? reportColumn(problem)
        : column?.startsWith("constants.")
          ? reportConstant(problem, column)
          : report(problem, row.line, column),
    rounded: () => counts.round(row.line),
  }
  let interpreter: RowInterpreter | undefined =
    layout === undefined || !faults.isEmpty() ? undefined : interpreters[kind](context, layout.name)

  const isRagged = (cells: ReadonlyArray<string>): boolean =>
    cells.length !== expected && (cells.length !== width || !RowText.isBlankFrom(cells, expected))

  const checkCells = (given: SheetRecord.SheetRecord, line: number): boolean => {
    const found = SheetRecord.problems(given, read, options.numbers !== undefined)
    for (const { problem, column } of found) report(problem, line, header.cells[column]?.trim())
    return found.length === 0
  }

  // A text only looks encoded twice, so it is kept as it is and reported.
  const noteDoubles = (cells: ReadonlyArray<string>, line: number): void => {
    for (const text of cells) {
      const probably = Encoding.undouble(text)
      if (probably === undefined) continue
      doubles++
      note({ _tag: "DoublyEncoded", line, text, probably })
    }
  }

  return {
    isRagged,
    isInterpreting: () => interpreter !== undefined,
    end: () => interpreter?.end() ?? [],
    row: (record, line) => {
      if (interpreter === undefined && options.observe === undefined) return undefined
      const given = sheetRow?.()
      const cells = given === undefined ? record : SheetRecord.fit(record, expected)
      width ||= RowText.isBlankFrom(cells, expected) ? cells.length : expected
      if (isRagged(cells)) return report({ _tag: "RaggedRow", found: cells.length, expected }, line)
      const shown = given === undefined ? cells : SheetRecord.shownCells({ ...given, cells }, read.amounts)
      const edited = edit === undefined ? shown : edit.apply(shown)
      if (edited === undefined) return leftOut
      const total = TotalRow.of(cells, header, dialect.numbers)
      if (total !== undefined) {
        const isPartial = counts.leftOut("filter").rows > 0 || hasLeftOut?.() === true
        const differs = totalRows.add(total, { line, counts: counts.rows(), list: totals.list, isPartial })
        if (differs !== undefined) report(differs, line)
        return leftOutTotal
      }
      const value = interpreter === undefined ? undefined : RowText.only(edited, header)
      if (value !== undefined) return report({ _tag: "OnlyText", value }, line)
      if (given !== undefined && !checkCells(given, line)) return undefined
      row.cells = edited
      row.line = line
      options.observe?.(row)
      if (doubles < 10 && !isAscii()) noteDoubles(cells, line)
      return interpreter?.row(row)
    },
  }
}

type Writable<A> = { -readonly [K in keyof A]: A[K] }
