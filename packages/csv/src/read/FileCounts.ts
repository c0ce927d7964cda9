/** The counts of the rows and lines of a file, and the notes about rows that are left out or rounded. */
import type { Note } from "../fault/Note.ts"
import type { LineCounts } from "./FileContent.ts"

/** Why a row is left out: it is a comment, it repeats the header, or the mapping leaves it out. */
export type LeftOutRow = "comment" | "header" | "filter"

/** Rows of one cause. */
export interface LeftOutRows {
  readonly rows: number
  readonly firstLine: number
}

/** Counts under way. A `height` is the number of lines of a record. */
export interface FileCounts {
  readonly accept: (height: number) => void
  readonly reject: (height: number) => void
  readonly title: (height: number) => void
  readonly blank: (height: number) => void
  readonly leaveOut: (cause: LeftOutRow, line: number, height: number) => void
  /** Leaves out a total row, which has a note of its own. */
  readonly leaveOutTotal: (height: number) => void
  /** Counts a cell whose amount was rounded. */
  readonly round: (line: number) => void
  readonly rows: () => { readonly accepted: number; readonly rejected: number }
  readonly leftOut: (cause: LeftOutRow) => LeftOutRows
  /** Returns all counts of a file of a number of lines. */
  readonly of: (lines: number) => LineCounts
  /** Returns a note for each cause. `decimals` are those to which amounts were rounded. */
  readonly notes: (decimals: number) => ReadonlyArray<Note>
}

export const start = (): FileCounts => {
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
  const leftOut = {
    comment: { rows: 0, firstLine: 0 },
    header: { rows: 0, firstLine: 0 },
    filter: { rows: 0, firstLine: 0 },
  } satisfies Record<LeftOutRow, LeftOutRows>
  const notesOf = (tag: "CommentRows" | "HeadersRepeated" | "RowsLeftOut", found: LeftOutRows) =>
    found.rows === 0 ? [] : [{ _tag: tag, ...found }]
  return {
    accept: (height) => {
      counts.accepted++
      counts.acceptedLines += height
    },
    reject: (height) => {
      counts.rejected++
      counts.rejectedLines += height
    },
    title: (height) => {
      counts.headerLines += height
    },
    blank: (height) => {
      counts.blankLines += height
    },
    leaveOut: (cause, line, height) => {
      leftOut[cause].rows++
      leftOut[cause].firstLine ||= line
      counts.leftOutLines += height
    },
    leaveOutTotal: (height) => {
      counts.leftOutLines += height
    },
    round: (line) => {
      rounded.cells++
      rounded.firstLine ||= line
    },
    rows: () => counts,
    leftOut: (cause) => leftOut[cause],
    of: (lines) => ({ lines, rows: counts.accepted + counts.rejected, ...counts }),
    notes: (decimals) => [
      ...notesOf("CommentRows", leftOut.comment),
      ...notesOf("HeadersRepeated", leftOut.header),
      ...notesOf("RowsLeftOut", leftOut.filter),
      ...(rounded.cells === 0 ? [] : [{ _tag: "Rounded", ...rounded, decimals } as const]),
    ],
  }
}
