/**
 * What the cells of a form are moved by in a stretch of the journal: shares of motives, cell by cell.
 *
 * The leaves come first, for many postings move one leaf; then what adds the leaves.
 */
import type { Place } from "./BudgetLine.ts"
import * as Explain from "./Explain.ts"
import * as Funding from "./Funding.ts"
import * as Influence from "./Influence.ts"
import type * as Ledger from "./Ledger.ts"
import * as Money from "./Money.ts"
import { type Reading, stretch } from "./Reading.ts"
import * as Trail from "./Trail.ts"

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

/** By posting, and by what it says: what every posting that was looked at is put down to. */
export interface Motives {
  readonly byPosting: Map<number, Motive>
  readonly byText: Map<string, Motive>
}

/** A cause in the making. */
export interface Share extends Motive {
  amount: Money.Money
}

/** Shares by cell: a row in a year of the span, rows first. Nothing where nothing moved. */
export type Shares = ReadonlyArray<ReadonlyArray<Share> | undefined>

/** The shares of every cell that moved. */
export const shares = (reading: Reading): Shares => {
  const { ledger, layout, span, motives, late, conditional } = reading
  const isRead = Funding.reads(late.plan, conditional)
  const leaves = new Map<number, Array<Share>>()
  Trail.counted(ledger.columns, layout, span, stretch(reading), (leaf, at, posting) => {
    if (isRead !== undefined && !isRead(placeOf(ledger, posting))) return
    const motive = motives.byPosting.get(posting) ?? motiveOf(ledger, posting, motives)
    const cell = leaf * span.length + at
    const known = leaves.get(cell)
    const amount = ledger.columns.amountOf(posting)
    if (known === undefined) leaves.set(cell, [share(motive, amount)])
    else add(known, motive, amount)
  })
  // Its cells in the order of the form, without sorting their numbers.
  const out: Array<Array<Share> | undefined> = new Array(layout.rows.length * span.length).fill(undefined)
  if (leaves.size === 0) return []
  const { starts, rows, lags, factors } = Influence.of(layout, span.length)
  for (const [place, moved] of leaves) {
    const leaf = Math.floor(place / span.length)
    for (let one = starts[leaf] as number; one < (starts[leaf + 1] as number); one++) {
      const year = (place % span.length) + (lags[one] as number)
      if (year >= span.length) continue
      const target = (rows[one] as number) * span.length + year
      const factor = factors[one] as number
      const known = out[target]
      if (known === undefined) out[target] = moved.map((cause) => share(cause, times(cause.amount, factor)))
      else for (const cause of moved) add(known, cause, times(cause.amount, factor))
    }
  }
  return out
}

const times = (amount: bigint, factor: number): bigint =>
  factor === 1 ? amount : factor === -1 ? -amount : amount * BigInt(factor)

// A cell has few causes, so they are gone through one by one.
const add = (known: Array<Share>, motive: Motive, amount: bigint): void => {
  const { entry, kind, text } = motive
  for (const one of known) {
    if (one.entry !== entry || one.kind !== kind || one.text !== text) continue
    one.amount = Money.ofMicros(one.amount + amount)
    return
  }
  known.push(share(motive, amount))
}

/** What a motive moved in a cell. */
export const share = ({ entry, event, kind, text }: Motive, amount: bigint): Share => ({
  entry,
  event,
  kind,
  text,
  amount: Money.ofMicros(amount),
})

const placeOf = ({ columns }: Ledger.Ledger, posting: number): Place =>
  columns.places[columns.cellPlaces[columns.cellOfPosting(posting)] as number] as Place

const motiveOf = (ledger: Ledger.Ledger, posting: number, motives: Motives): Motive => {
  const { amount, entry, turn } = ledger.columns.posting(posting)
  const { event, rule, reason } = Explain.posting(ledger, { posting, entry, turn, amount })
  const kind = reason?.class ?? (event === "PlanAdjusted" ? "unexplained" : (rule?.rule ?? "posted"))
  const key = `${entry}\u001f${kind}\u001f${reason?.text ?? ""}`
  const motive = motives.byText.get(key) ?? { entry, event, kind, text: reason?.text }
  motives.byText.set(key, motive)
  motives.byPosting.set(posting, motive)
  return motive
}
