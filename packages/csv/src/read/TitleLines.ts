/** The lines of a file until its header is found: titles, records that may be rows, and broken lines. */
import type { Problem } from "../fault/Fault.ts"
import * as HeaderSearch from "../header/HeaderSearch.ts"
import type { RecordPosition } from "../text/Records.ts"
import type { ReaderOptions } from "./FileContent.ts"

/** Receives the lines. Each position is that of the line itself, which was read earlier. */
export interface TitleLinesSink {
  /** The header, and the titles above it. */
  readonly header: (found: HeaderSearch.HeaderCandidate, position: RecordPosition, titles: Titles) => void
  /** There is no certain header. `found` is the record that looks most like one. */
  readonly noHeader: (found: HeaderSearch.HeaderCandidate | undefined) => void
  readonly fault: (problem: Problem, line: number, position: RecordPosition) => void
  /** A line that is not read as a row. */
  readonly title: (height: number) => void
  /** A row below a header with faults. */
  readonly row: (height: number) => void
}

/** Titles above a header: the number of their lines, and the text of each. */
export interface Titles {
  readonly lines: number
  readonly texts: ReadonlyArray<string>
}

/** Lines before the header. */
export interface TitleLines {
  readonly record: (cells: ReadonlyArray<string>, line: number, height: number) => void
  readonly broken: (problem: Problem, line: number) => void
  /** Must be called when no line is left. */
  readonly end: () => void
}

interface HeldLine {
  readonly line: number
  readonly height: number
  readonly position: RecordPosition
  readonly problem?: Problem
  readonly cells: ReadonlyArray<string>
}

export const start = (
  options: HeaderSearch.HeaderSearchOptions,
  position: () => RecordPosition,
  sink: TitleLinesSink,
): TitleLines => {
  const search = HeaderSearch.start(options)
  let held: Array<HeldLine> = []

  const settle = (outcome: HeaderSearch.HeaderOutcome): void => {
    const lines = held
    held = []
    const at = outcome._tag === "Absent" ? outcome.declared : outcome.candidate.line
    const above = lines.filter(({ line }) => line < at)
    const titles = {
      lines: above.reduce((sum, { height }) => sum + height, 0),
      texts: above.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" ")),
    }
    if (outcome._tag !== "Found") sink.noHeader(outcome._tag === "Unsure" ? outcome.candidate : undefined)
    for (const { line, height, position, problem } of lines) {
      if (line <= at) sink.title(height)
      else sink.row(height)
      if (problem !== undefined && (line > at || outcome._tag !== "Found"))
        sink.fault(problem, line, position)
      if (line !== at || outcome._tag === "Absent") continue
      if (outcome._tag === "Found") sink.header(outcome.candidate, position, titles)
      else sink.fault(unsure(outcome.candidate), line, position)
    }
    if (outcome._tag === "Absent") sink.fault({ _tag: "HeaderLineEmpty", declared: at }, at, position())
  }

  // A broken line instead of a header: the lines above it are titles, and no row below it has a meaning.
  const giveUp = (): void => {
    for (const [index, { line, height, position, problem }] of held.splice(0).entries()) {
      if (index === 0) sink.noHeader(undefined)
      if (index === 0 || problem === undefined) sink.title(height)
      else sink.row(height)
      if (problem !== undefined) sink.fault(problem, line, position)
    }
  }

  const hold = (line: number, height: number, what: Pick<HeldLine, "cells" | "problem">): void => {
    held.push({ line, height, position: position(), ...what })
  }

  return {
    record: (cells, line, height) => {
      hold(line, height, { cells })
      const outcome = search.record(cells, line)
      if (outcome !== undefined) settle(outcome)
    },
    broken: (problem, line) => {
      // A title may contain quotes; anything else that breaks a line makes the search unsafe.
      if (problem._tag === "StrayQuote" && held.length < HeaderSearch.farthest) {
        hold(line, 1, { cells: [position().text], problem })
        return
      }
      sink.noHeader(undefined)
      for (const { height } of held.splice(0)) sink.title(height)
      sink.title(1)
      sink.fault(problem, line, position())
    },
    end: () => {
      const outcome = search.end()
      if (outcome === undefined) giveUp()
      else settle(outcome)
    },
  }
}

/** Returns what to search for, as the options and the mapping declare it. */
export const searchOf = (
  kind: HeaderSearch.HeaderSearchOptions["kind"],
  { mapping, headerLine }: Pick<ReaderOptions, "mapping" | "headerLine">,
): HeaderSearch.HeaderSearchOptions => ({ kind, mapping, headerLine: headerLine ?? mapping?.headerLine })

const unsure = ({ line, header }: HeaderSearch.HeaderCandidate): Problem => ({
  _tag: "HeaderUnsure",
  found: line,
  missing: header.faults.flatMap((fault) => (fault._tag === "MissingColumn" ? [fault.missing] : [])),
})
