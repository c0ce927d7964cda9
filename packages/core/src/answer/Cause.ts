/**
 * What the cells of a form are moved by in a stretch of the journal: shares of motives, cell by cell.
 *
 * The postings of a stretch are put down to their motives once, for all forms. A form then takes motive after motive:
 * what each of them moves is summed cell by cell, so that a cell has its causes in the order of the journal.
 */

import type { Posting } from "../event/Posting.ts"
import type { Columns } from "../fold/Columns.ts"
import * as Influence from "../form/Influence.ts"
import type { Layout } from "../form/Layout.ts"
import * as Reach from "../form/Reach.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type * as Trail from "../ledger/Trail.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type * as Year from "../value/Year.ts"
import * as Explain from "./Explain.ts"

/** What kind of thing changed a cell: a stated reason's class, the kind of event, or `structure` for another reading. */
export interface Cause {
  /** The entry that caused it. */
  readonly entry: number
  readonly event: string
  /** The reason class of an adjustment, `overhead` or `passThrough` for a rule that followed, `structure` for a rule change, `condition` for one that was met or no longer is, else `posted`. */
  readonly kind: string
  /** The reason in words, as stated. */
  readonly text: string | undefined
  readonly amount: Money.Money
}

/** What postings are put down to: one object for all that share entry, kind and text. */
export type Motive = Omit<Cause, "amount">

/** What one motive posted: cells of the ledger, and the amount in each. */
export interface Move {
  readonly motive: Motive
  readonly cells: ReadonlyArray<number>
  readonly amounts: ReadonlyArray<bigint>
}

/** Causes by cell of a form: a row in a year of the span, rows first. Nothing where nothing moved. */
export type Shares = ReadonlyArray<ReadonlyArray<Cause> | undefined>

interface Growing extends Move {
  readonly cells: Array<number>
  readonly amounts: Array<bigint>
}

/** The postings of a stretch at the places that are read, put down to their motives, in the order of the journal. */
export const moves = (
  ledger: Ledger.Ledger,
  { after, until }: Trail.Stretch,
  isRead: ((place: Place) => boolean) | undefined,
): ReadonlyArray<Move> => {
  const { columns } = ledger
  const out: Array<Move> = []
  for (let entry = after + 1; entry <= until; entry++) {
    const start = columns.endOf(entry - 1)
    const end = columns.endOf(entry)
    const event = ledger.traces.kindAt(entry) as string
    const told = Explain.told(ledger, entry)
    const own = new Map<string, Growing>()
    let move: Growing | undefined
    for (let posting = start; posting < end; posting++) {
      const cell = columns.cellOfPosting(posting)
      if (isRead !== undefined && !isRead(placeOf(columns, cell))) continue
      const { kind, text } = whyOf(event, told[posting - start])
      // Mostly the motive is that of the posting before.
      if (move?.motive.kind !== kind || move.motive.text !== text) {
        const key = `${kind}\u001f${text ?? ""}`
        move = own.get(key)
        if (move === undefined) {
          move = { motive: { entry, event, kind, text }, cells: [], amounts: [] }
          own.set(key, move)
          out.push(move)
        }
      }
      move.cells.push(cell)
      move.amounts.push(columns.amountOf(posting))
    }
  }
  return out
}

const placeOf = ({ places, cellPlaces }: Columns, cell: number): Place =>
  places[cellPlaces[cell] as number] as Place

const whyOf = (event: string, told: Posting | undefined): Pick<Motive, "kind" | "text"> => {
  if (told?.reason !== undefined) return { kind: told.reason.class, text: told.reason.text }
  return { kind: event === "PlanAdjusted" ? "unexplained" : (told?.rule?.rule ?? "posted"), text: undefined }
}

/** What moves move in the cells of a layout. */
export const shares = (
  columns: Columns,
  layout: Layout,
  span: ReadonlyArray<Year.Year>,
  moved: ReadonlyArray<Move>,
): Shares => {
  const sums = Statement.blank(layout, columns, span.length)
  const roads: Roads = { ...Influence.of(layout, span.length), reach: Reach.of(layout, columns) }
  // Its cells in the order of the form, without sorting their numbers.
  const out: Array<Array<Cause> | undefined> = new Array(sums.length).fill(undefined)
  for (const move of moved) {
    for (const cell of spread(sums, columns, roads, span, move)) {
      const amount = sums[cell] as bigint
      sums[cell] = 0n
      if (amount === 0n) continue
      const known = out[cell]
      if (known === undefined) out[cell] = [share(move.motive, amount)]
      else known.push(share(move.motive, amount))
    }
  }
  return out
}

/** From places to leaf rows, and from leaf rows to all that count them. */
interface Roads extends Influence.Influence {
  readonly reach: Reach.Reach
}

// Adds what was posted to every cell that counts it in the end; gives those cells, some of them more than once.
const spread = (
  sums: Statement.Table,
  { cellPlaces, cellYears }: Columns,
  { reach, starts, rows, lags, factors }: Roads,
  span: ReadonlyArray<Year.Year>,
  { cells, amounts }: Move,
): ReadonlyArray<number> => {
  const first = span[0] ?? 0
  const years = span.length
  const touched: Array<number> = []
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as number
    const amount = amounts[index] as bigint
    const at = (cellYears[cell] as number) - first
    if (at < 0) continue
    const place = cellPlaces[cell] as number
    const end = reach.starts[place + 1] as number
    for (let turn = reach.starts[place] as number; turn < end; turn++) {
      const leaf = reach.leaves[turn] as number
      const last = starts[leaf + 1] as number
      for (let one = starts[leaf] as number; one < last; one++) {
        const year = at + (lags[one] as number)
        if (year >= years) continue
        const target = (rows[one] as number) * years + year
        if (sums[target] === 0n) touched.push(target)
        Influence.add(sums, target, amount, factors[one] as number)
      }
    }
  }
  return touched
}

/** What a motive moved in a cell. */
export const share = ({ entry, event, kind, text }: Motive, amount: bigint): Cause => ({
  entry,
  event,
  kind,
  text,
  amount: Money.ofMicros(amount),
})
