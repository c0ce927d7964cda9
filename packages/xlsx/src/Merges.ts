/** Merged ranges of a sheet. A sheet lists them after its rows, so they are read before. */
import * as Address from "./Address.ts"
import type { Caps } from "./Caps.ts"
import { damaged, refuse } from "./Refusal.ts"
import * as Xml from "./Xml.ts"

/** Parses the merged ranges of a sheet, in order of their first row. */
export const parse = (
  part: string,
  pieces: Iterable<Uint8Array>,
  caps: Caps,
): ReadonlyArray<Address.CellRange> => {
  const ranges: Array<Address.CellRange> = []
  const handler: Xml.XmlHandler = {
    open: (name, { ref = "" }) => {
      if (name !== "mergeCell") return
      if (ranges.length >= caps.merges)
        refuse({ _tag: "TooManyMerges", found: ranges.length + 1, cap: caps.merges })
      const range = Address.parseRange(ref)
      if (range === undefined) damaged("PartXml", part)
      else ranges.push(range)
    },
    close: () => {},
  }
  Xml.parse(part, pieces, { handler, caps })
  return ranges.sort((a, b) => a.from.row - b.from.row)
}

/** A merged range that reaches a row, and the text of its first cell. */
export interface ActiveMerge {
  readonly range: Address.CellRange
  text: string
}

/** The merged ranges of a sheet, from its first row to its last. */
export interface OpenMerges {
  /** Returns the ranges that reach a row, with those that begin in it. Rows must be asked in order. */
  readonly at: (row: number, opened: ReadonlyArray<Address.CellRange>) => ReadonlyArray<ActiveMerge>
}

/** Starts without ranges. Ranges that share a cell are refused: each would have another text. */
export const open = (part: string): OpenMerges => {
  let active: Array<ActiveMerge> = []
  return {
    at: (row, opened) => {
      if (active.some(({ range }) => range.to.row < row))
        active = active.filter(({ range }) => range.to.row >= row)
      for (const range of opened) {
        const isShared = active.some(
          ({ range: { from, to } }) => from.column <= range.to.column && to.column >= range.from.column,
        )
        if (isShared) damaged("MergesOverlap", part)
        active.push({ range, text: "" })
      }
      return active
    },
  }
}

/** Follows merged ranges down the rows of a sheet. */
export interface MergeCursor {
  /** Returns the ranges that reach a row. Rows must be asked in order. */
  readonly at: (row: number) => ReadonlyArray<ActiveMerge>
}

/** Starts at the first row of a sheet whose ranges are known, in order of their first row. */
export const cursor = (part: string, ranges: ReadonlyArray<Address.CellRange>): MergeCursor => {
  const merges = open(part)
  let next = 0
  return {
    at: (row) => {
      const opened: Array<Address.CellRange> = []
      for (; (ranges[next]?.from.row ?? Number.POSITIVE_INFINITY) <= row; next++) {
        const range = ranges[next]
        if (range !== undefined && range.to.row >= row) opened.push(range)
      }
      return merges.at(row, opened)
    },
  }
}
