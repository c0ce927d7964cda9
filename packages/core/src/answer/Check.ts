/**
 * The laws held against one ledger: coverage, tie-outs between forms, and neutrality of every entry that promises it.
 *
 * Tolerance is zero everywhere. Each check says how many comparisons it made and where it does not hold.
 */

import type { BudgetEvent, Kind } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import type { Slot } from "../fold/Slots.ts"
import * as Address from "../form/Address.ts"
import type { FormId } from "../form/bbc3/index.ts"
import * as Dimension from "../form/Dimension.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type { Plan } from "../rule/Plan.ts"
import { format as formatPlace, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Year from "../value/Year.ts"
import { type TieOut, ties } from "./TieOut.ts"

/** A place where a law does not hold: the entry it is about (or the moment looked at), and by how much. */
export interface Breach {
  readonly position: number
  readonly what: string
  readonly difference: Money.Money
}

/** A law held against a ledger. */
export interface LawCheck {
  readonly law:
    | "coverage"
    | "tieOut"
    | "overheadNeutral"
    | "passThroughNeutral"
    | "transferNeutral"
    | "adjustmentNeutral"
    | "reversalZero"
  readonly comparisons: number
  readonly breaches: ReadonlyArray<Breach>
}

/** Checks every law at a position. */
export const laws = (
  ledger: Ledger.Ledger,
  { at = Ledger.position(ledger) }: Pick<Ledger.QuestionOptions, "at"> = {},
): ReadonlyArray<LawCheck> => {
  const plan = Ledger.planAt(ledger, at)
  if (plan === undefined) return []
  return [coverage(ledger, plan, at), tieOuts(ledger, plan, at), ...neutralities(ledger, plan, at)]
}

/** Every place has a row of T2, a debt or a result behind it: nothing drops out of the forms unseen. */
const coverage = (ledger: Ledger.Ledger, plan: Plan, at: number): LawCheck => {
  const breaches: Array<Breach> = []
  const balances = Balances.list(Balances.of(ledger.columns, at))
  for (const { place, year, amount } of balances) {
    const reading = Dimension.of(plan.structure, place)
    if (Dimension.isUnplaced(reading))
      breaches.push({ position: at, what: `${formatPlace(place)} ${year}`, difference: amount })
  }
  return { law: "coverage", comparisons: balances.length, breaches }
}

const tieOuts = (ledger: Ledger.Ledger, plan: Plan, at: number): LawCheck => {
  const balances = Balances.of(ledger.columns, at)
  const span = Year.list(plan.years)
  const read = new Map<FormId, ReadonlyMap<string, ReadonlyArray<bigint>>>()
  const rowsOf = (form: FormId): ReadonlyMap<string, ReadonlyArray<bigint>> => {
    const layout = Ledger.layout(ledger, form, plan)
    const amounts = Statement.amounts(layout, balances, span)
    return new Map(
      layout.rows.map((row) => [Address.format(row), amounts[row.index] as ReadonlyArray<bigint>]),
    )
  }
  const sum = (side: TieOut["left"], year: number): bigint =>
    side.reduce((total, [form, row, sign]) => {
      const rows = read.get(form) ?? rowsOf(form)
      read.set(form, rows)
      return total + BigInt(sign) * (rows.get(row)?.[year] ?? 0n)
    }, 0n)
  const breaches = ties.flatMap(({ name, left, right }) =>
    span.flatMap((year, index): ReadonlyArray<Breach> => {
      const difference = Money.ofMicros(sum(left, index) - sum(right, index))
      return Money.isZero(difference) ? [] : [{ position: at, what: `${name}, ${year}`, difference }]
    }),
  )
  return { law: "tieOut", comparisons: ties.length * span.length, breaches }
}

const neutralities = (ledger: Ledger.Ledger, plan: Plan, at: number): ReadonlyArray<LawCheck> => {
  const entries = [...ledger.traces.events]
    .filter(([position]) => position <= at)
    .map(([position, event]) => ({ position, kind: event._tag, event }))
  const neutral = (law: LawCheck["law"], kind: Kind): LawCheck => {
    const minded = entries.filter((entry) => entry.kind === kind && promises(entry.event))
    const breaches = minded.flatMap(({ position }) =>
      nets(postingsOf(ledger, position)).map(({ year, net }) => ({
        position,
        what: `${year}`,
        difference: net,
      })),
    )
    return { law, comparisons: minded.length, breaches }
  }
  return [
    neutral("overheadNeutral", "OverheadReallocated"),
    neutral("passThroughNeutral", "PassedThrough"),
    neutral("transferNeutral", "CreditTransferred"),
    neutral("adjustmentNeutral", "PlanAdjusted"),
    reversals(ledger, plan),
  ]
}

// An adjustment is neutral only when it says so.
const promises = (event: BudgetEvent): boolean =>
  event._tag !== "PlanAdjusted" || event.neutrality !== undefined

/** The postings of an entry, as folded. */
const postingsOf = ({ columns }: Ledger.Ledger, entry: number): ReadonlyArray<Folded> => {
  const out: Array<Folded> = []
  for (let index = columns.endOf(entry - 1); index < columns.endOf(entry); index++) {
    const { cell, amount } = columns.posting(index)
    const { place, year } = columns.cells[cell] as Slot
    out.push({ cell, place: columns.places[place] as Place, year, amount })
  }
  return out
}

interface Folded extends Balances.Balance {
  readonly cell: number
}

/** Receipts less expenditure that an entry moves, per year, where it is not zero. */
const nets = (
  postings: ReadonlyArray<Folded>,
): ReadonlyArray<{ readonly year: number; readonly net: Money.Money }> => {
  const sums = new Map<number, bigint>()
  for (const { place, year, amount } of postings) {
    sums.set(year, (sums.get(year) ?? 0n) + (place.direction === "O" ? amount : -amount))
  }
  return [...sums].filter(([, net]) => net !== 0n).map(([year, net]) => ({ year, net: Money.ofMicros(net) }))
}

/** A reversal and what it reverses sum to zero in every cell. */
const reversals = (ledger: Ledger.Ledger, plan: Plan): LawCheck => {
  const reversed = [...plan.reversed]
  const breaches = reversed.flatMap(([entry, by]): ReadonlyArray<Breach> => {
    const sums = new Map<number, bigint>()
    const both = [...postingsOf(ledger, entry), ...postingsOf(ledger, by)]
    for (const { cell, amount } of both) sums.set(cell, (sums.get(cell) ?? 0n) + amount)
    return both
      .filter(
        ({ cell }, index) => sums.get(cell) !== 0n && both.findIndex((one) => one.cell === cell) === index,
      )
      .map(({ cell, place, year }) => ({
        position: by,
        what: `${formatPlace(place)} ${year}`,
        difference: Money.ofMicros(sums.get(cell) ?? 0n),
      }))
  })
  return { law: "reversalZero", comparisons: reversed.length, breaches }
}
