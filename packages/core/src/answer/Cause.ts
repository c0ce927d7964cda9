/**
 * The causes of a change: the postings between two positions, grouped by entry, kind and text, per cell of a form.
 *
 * The postings are grouped once for all forms. Each form then sums one group after the other, so that the causes of a
 * cell are in journal order.
 */
import type { Kind, ReasonClass } from "../event/BudgetEvent.ts"
import type { Posting, Rule } from "../event/Posting.ts"
import type { Columns } from "../fold/Columns.ts"
import * as Incidence from "../form/Incidence.ts"
import type { Layout } from "../form/Layout.ts"
import * as LinearForm from "../form/LinearForm.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type * as Trail from "../ledger/Trail.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type * as Year from "../value/Year.ts"
import * as EntryPostings from "./EntryPostings.ts"

/**
 * The kind of a cause: the class of an adjustment's reason, the rule that posted it, `structure` for a changed
 * structure, `condition` for a condition met or withdrawn, `posted` for any other entry, `unexplained` for a change
 * without a reason.
 */
export type CauseKind = ReasonClass | Rule["rule"] | "structure" | "condition" | "posted" | "unexplained"

/** A cause of the change of a cell, and its share of the change. */
export interface Cause {
  /** The entry that caused it. */
  readonly entry: number
  readonly event: Kind
  readonly kind: CauseKind
  /** The reason in words, as stated. */
  readonly text: string | undefined
  readonly amount: Money.Money
}

/** What identifies a cause; one object is shared by all its postings. */
export type CauseKey = Omit<Cause, "amount">

/** The postings of one cause: cells of the ledger, and the amount in each. */
export interface CausePostings {
  readonly key: CauseKey
  readonly cells: ReadonlyArray<number>
  readonly amounts: ReadonlyArray<bigint>
}

/** Causes by cell of a form, row by row; undefined for a cell without a posting. */
export type Shares = ReadonlyArray<ReadonlyArray<Cause> | undefined>

interface Growing extends CausePostings {
  readonly cells: Array<number>
  readonly amounts: Array<bigint>
}

/** Returns the postings of a range of the journal at the places that count, grouped by cause, in journal order. */
export const postings = (
  ledger: Ledger.Ledger,
  { after, until }: Trail.Stretch,
  isRead: ((place: Place) => boolean) | undefined,
): ReadonlyArray<CausePostings> => {
  const { columns } = ledger
  const out: Array<CausePostings> = []
  for (let entry = after + 1; entry <= until; entry++) {
    const start = columns.endOf(entry - 1)
    const end = columns.endOf(entry)
    const event = ledger.traces.kindAt(entry) as Kind
    const details = EntryPostings.of(ledger, entry)
    const own = new Map<string, Growing>()
    let group: Growing | undefined
    for (let posting = start; posting < end; posting++) {
      const cell = columns.cellOfPosting(posting)
      if (isRead !== undefined && !isRead(placeOf(columns, cell))) continue
      const { kind, text } = reasonOf(event, details[posting - start])
      // Usually the cause is that of the posting before.
      if (group?.key.kind !== kind || group.key.text !== text) {
        const id = text === undefined ? kind : `${kind} ${text}`
        group = own.get(id)
        if (group === undefined) {
          group = { key: { entry, event, kind, text }, cells: [], amounts: [] }
          own.set(id, group)
          out.push(group)
        }
      }
      group.cells.push(cell)
      group.amounts.push(columns.amountOf(posting))
    }
  }
  return out
}

/** Returns the kind and text of the cause that a posting of an entry belongs to, by its index in the entry. */
export const kindOf = (ledger: Ledger.Ledger, entry: number, turn: number): Pick<CauseKey, "kind" | "text"> =>
  reasonOf(ledger.traces.kindAt(entry) as Kind, EntryPostings.of(ledger, entry)[turn])

const placeOf = ({ places, cellPlaces }: Columns, cell: number): Place =>
  places[cellPlaces[cell] as number] as Place

const reasonOf = (event: Kind, posting: Posting | undefined): Pick<CauseKey, "kind" | "text"> => {
  if (posting?.reason !== undefined) return { kind: posting.reason.class, text: posting.reason.text }
  return {
    kind: event === "PlanAdjusted" ? "unexplained" : (posting?.rule?.rule ?? "posted"),
    text: undefined,
  }
}

/** Returns the causes of the change of every cell of a layout. */
export const shares = (
  columns: Columns,
  layout: Layout,
  span: ReadonlyArray<Year.Year>,
  moved: ReadonlyArray<CausePostings>,
): Shares => {
  const form = LinearForm.of(layout, span.length)
  const incidence = Incidence.of(form, columns)
  const sums = Statement.blank(form, columns)
  // Indexed by cell, so that the cells are in form order without sorting.
  const out: Array<Array<Cause> | undefined> = new Array(sums.length).fill(undefined)
  for (const group of moved) {
    for (const cell of spread(sums, form, { columns, incidence, first: span[0] ?? 0, group })) {
      const amount = sums[cell] as bigint
      sums[cell] = 0n
      if (amount === 0n) continue
      const known = out[cell]
      if (known === undefined) out[cell] = [share(group.key, amount)]
      else known.push(share(group.key, amount))
    }
  }
  return out
}

// Adds the amounts to every cell that counts them, and returns those cells; a cell may occur more than once.
const spread = (
  sums: LinearForm.AmountTable,
  { up: { starts, rows, lags, factors }, years }: LinearForm.LinearForm,
  {
    columns: { cellPlaces, cellYears },
    incidence,
    first,
    group: { cells, amounts },
  }: {
    readonly columns: Columns
    readonly incidence: Incidence.Incidence
    readonly first: Year.Year
    readonly group: CausePostings
  },
): ReadonlyArray<number> => {
  const touched: Array<number> = []
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as number
    const amount = amounts[index] as bigint
    const at = (cellYears[cell] as number) - first
    if (at < 0) continue
    const place = cellPlaces[cell] as number
    const end = incidence.starts[place + 1] as number
    for (let turn = incidence.starts[place] as number; turn < end; turn++) {
      const leaf = incidence.leaves[turn] as number
      const last = starts[leaf + 1] as number
      for (let one = starts[leaf] as number; one < last; one++) {
        const year = at + (lags[one] as number)
        if (year >= years) continue
        const target = (rows[one] as number) * years + year
        if (sums[target] === 0n) touched.push(target)
        LinearForm.add(sums, target, amount, factors[one] as number)
      }
    }
  }
  return touched
}

/** Returns a cause with its share of the change of a cell. */
export const share = ({ entry, event, kind, text }: CauseKey, amount: bigint): Cause => ({
  entry,
  event,
  kind,
  text,
  amount: Money.ofMicros(amount),
})
