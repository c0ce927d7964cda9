/**
 * The balance of every slot at a position: a sum of postings.
 *
 * ```ts
 * const estimated = { ...rent, phase: "estimate" } as const
 * Money.format(Balances.at(balances, estimated, 2026)) // => "200.00"
 * Money.format(Balances.at(Balances.of(ledger.columns, 4), estimated, 2026)) // => "250.00"
 * Money.format(Balances.ofLine(balances, "actual", rent, 2026)) // => "80.00"
 * const parts = Balances.partsOfLine(balances, "commitment", rent, 2026)
 * parts.map(({ amount }) => Money.format(amount)) // => ["120.00", "-80.00"]
 * Balances.list(balances).length // => 11
 * const staffOnly = Balances.where(balances, ({ account }) => account === staff.account)
 * Money.format(Balances.at(staffOnly, estimated, 2026)) // => "0.00"
 * ```
 */
import { type BudgetLine, key, type Phase, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import type { Columns } from "./Columns.ts"
import type { Slot } from "./Slots.ts"

/** The balances at one position. Slots that appear later are not included. */
export interface Balances {
  readonly columns: Columns
  readonly position: number
  readonly amounts: BigInt64Array
}

/** The balance of one place in one year. */
export interface Balance {
  readonly place: Place
  readonly year: Year
  readonly amount: Money.Money
}

/** Returns the balances at a position; at the end of the journal when no position is given. */
export const of = (columns: Columns, position: number = columns.entries): Balances => ({
  columns,
  position,
  amounts: columns.at(position),
})

/** Returns the balance of one place in one year; zero when it has no postings. */
export const at = (balances: Balances, place: Place, year: Year): Money.Money =>
  ofSlot(balances, balances.columns.findCell(place, year))

/** Returns every balance that is not zero, in the order in which the slots first appeared. */
export const list = ({ columns, amounts }: Balances): ReadonlyArray<Balance> => {
  const out: Array<Balance> = []
  amounts.forEach((amount, id) => {
    if (amount === 0n) return
    const { place, year } = columns.cells[id] as Slot
    out.push({ place: columns.places[place] as Place, year, amount: Money.ofMicros(amount) })
  })
  return out
}

/** Returns the balance of a line in a phase and year, summed over all its parts: partners, members, months. */
export const ofLine = (balances: Balances, phase: Phase, line: BudgetLine, year: Year): Money.Money =>
  Money.sum(partsOfLine(balances, phase, line, year).map(({ amount }) => amount))

/** Returns the balance of every part of a line in a phase and year. */
export const partsOfLine = (
  balances: Balances,
  phase: Phase,
  line: BudgetLine,
  year: Year,
): ReadonlyArray<{ readonly part: string | undefined; readonly amount: Money.Money }> =>
  partsOf(balances.columns, phase, line).map(({ id, part }) => ({
    part,
    amount: ofSlot(balances, balances.columns.cellOfPlace(id, year)),
  }))

/** Returns the balances of the places that pass a test; the others are zero. */
export const where = (balances: Balances, test: (place: Place) => boolean): Balances => {
  const { columns } = balances
  const counts = columns.places.map(test)
  return {
    ...balances,
    amounts: balances.amounts.map((amount, id) => (counts[columns.cellPlaces[id] as number] ? amount : 0n)),
  }
}

// A slot that appears after the position has no amount.
const ofSlot = ({ amounts }: Balances, cell: number | undefined): Money.Money =>
  Money.ofMicros(cell === undefined ? 0n : (amounts[cell] ?? 0n))

const partsOf = ({ places }: Columns, phase: Phase, line: BudgetLine) => {
  const wanted = key({ phase, ...line })
  return places.flatMap((place, id) => {
    if (place.account !== line.account) return []
    const { part, ...whole } = place
    return key(whole) === wanted ? [{ id, part }] : []
  })
}
