/** The total rows of a file, each compared with the control totals of the rows above it. */
import type { Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import * as ControlTotals from "./ControlTotals.ts"
import * as TotalRow from "./TotalRow.ts"

/** The state of a file at a total row. */
export interface TotalContext {
  readonly line: number
  readonly counts: { readonly accepted: number; readonly rejected: number }
  readonly list: () => ReadonlyArray<ControlTotals.ControlTotal>
  /** Whether rows above it were left out on request, so that a difference is expected. */
  readonly isPartial: boolean
}

/** Total rows under way. */
export interface TotalRows {
  /** Compares a total row. Returns the problem when a grand total differs; everything else is a note. */
  readonly add: (total: TotalRow.PrintedTotal, context: TotalContext) => Problem | undefined
}

export const start = (round: number | undefined, note: (note: Note) => void): TotalRows => {
  let before: ReadonlyArray<ControlTotals.ControlTotal> = []
  let rowsBefore = 0
  return {
    add: (total, { line, counts, list, isPartial }) => {
      const totals = list()
      const rows = counts.accepted
      const scopes = [
        { totals, rows, round },
        { totals: ControlTotals.since(totals, before), rows: rows - rowsBefore, round },
      ]
      before = totals
      rowsBefore = rows
      const { label } = total
      // The sums lack rejected rows.
      const found = counts.rejected > 0 ? ({ _tag: "NotCompared" } as const) : TotalRow.compare(total, scopes)
      switch (found._tag) {
        case "Equal":
        case "NotCompared":
          note({ _tag: "TotalRow", line, label, isEqual: found._tag === "Equal" })
          return undefined
        case "Differs":
          if (total.isGrand && !isPartial) {
            const { printed, computed } = found
            return { _tag: "TotalRowDiffers", label, printed, computed }
          }
          break
        case "Rounded":
          break
      }
      note({ _tag: "TotalRowOff", line, label, printed: found.printed, computed: found.computed })
      return undefined
    },
  }
}
