/** The faults of a file, each at its position. An unclosed quote and the broken lines below it are one fault. */
import type { Fault, FilePosition, Problem } from "../fault/Fault.ts"

/** A position in the file whose faults are listed. */
export type FaultPosition = Omit<FilePosition, "file">

/** The problem of a quote that is not closed. */
export type UnclosedQuote = Extract<Problem, { readonly _tag: "UnterminatedQuote" }>

/** Faults under way. */
export interface FaultList {
  /** Adds a fault. Returns `undefined`, so that a decoder can return the result of the call. */
  readonly add: (problem: Problem, position: FaultPosition) => undefined
  /** Marks the row as faulty without another fault: its cause is in the list. */
  readonly repeat: () => undefined
  /** Adds a fault at its first line. The lines below it belong to it, until `closeQuote`. */
  readonly openQuote: (problem: UnclosedQuote, position: FaultPosition) => void
  /** Extends the open fault up to a line; returns `false` when no quote is open. */
  readonly extendQuote: (lastLine: number) => boolean
  readonly hasOpenQuote: () => boolean
  readonly closeQuote: () => void
  /** Begins a row, to which `isFaulty` applies. */
  readonly beginRow: () => void
  readonly isFaulty: () => boolean
  /** Whether no fault was added so far. */
  readonly isEmpty: () => boolean
  /** Returns the faults since the last call. */
  readonly flush: () => ReadonlyArray<Fault>
}

export const start = (file: string): FaultList => {
  let faults: Array<Fault> = []
  let reported = 0
  let reportedBefore = 0
  let unclosed: (UnclosedQuote & FilePosition & { lines: number }) | undefined
  return {
    add: (problem, position) => {
      reported++
      faults.push({ ...problem, file, ...position })
      return undefined
    },
    repeat: () => {
      reported++
      return undefined
    },
    openQuote: (problem, position) => {
      unclosed = { ...problem, file, ...position }
    },
    extendQuote: (lastLine) => {
      if (unclosed === undefined) return false
      unclosed.lines = lastLine + 1 - unclosed.line
      return true
    },
    hasOpenQuote: () => unclosed !== undefined,
    closeQuote: () => {
      if (unclosed !== undefined) faults.push(unclosed)
      unclosed = undefined
    },
    beginRow: () => {
      reportedBefore = reported
    },
    isFaulty: () => reported > reportedBefore,
    isEmpty: () => reported === 0,
    flush: () => {
      const since = faults
      faults = []
      return since
    },
  }
}
