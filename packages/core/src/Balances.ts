/** How much stands in every cell at a position: a sum of postings, and nothing else. */
import { type BudgetLine, key, lineOf, type Phase, type Place } from "./BudgetLine.ts"
import type { Columns } from "./Columns.ts"
import * as Money from "./Money.ts"
import type { Year } from "./Year.ts"

/** The balances of a journal's cells at one position. Cells that came later are not in it. */
export interface Balances {
  readonly columns: Columns
  readonly position: number
  readonly amounts: BigInt64Array
}

/** One balance, with where and when it stands. */
export interface Balance {
  readonly place: Place
  readonly year: Year
  readonly amount: Money.Money
}

/** The balances at a position; at the end of the journal when no position is given. */
export const of = (columns: Columns, position: number = columns.entries): Balances => ({
  columns,
  position,
  amounts: columns.at(position),
})

/** The balance of one place in one year. */
export const at = ({ columns, amounts }: Balances, place: Place, year: Year): Money.Money => {
  const cell = columns.findCell(place, year)
  return Money.ofMicros(cell === undefined ? 0n : (amounts[cell] ?? 0n))
}

/** Every balance that is not zero, in the order in which the places first appeared. */
export const list = ({ columns, amounts }: Balances): ReadonlyArray<Balance> => {
  const out: Array<Balance> = []
  amounts.forEach((amount, id) => {
    const cell = columns.cells[id]
    const place = cell === undefined ? undefined : columns.places[cell.place]
    if (amount !== 0n && cell !== undefined && place !== undefined)
      out.push({ place, year: cell.year, amount: Money.ofMicros(amount) })
  })
  return out
}

/** What stands on a line in a phase and year, over all its parts: partners, members, months. */
export const ofLine = (balances: Balances, phase: Phase, line: BudgetLine, year: Year): Money.Money =>
  Money.sum(
    partsOf(balances.columns, phase, line).map((place) => {
      const cell = balances.columns.cellOfPlace(place, year)
      return Money.ofMicros(cell === undefined ? 0n : (balances.amounts[cell] ?? 0n))
    }),
  )

/** The same balances, counting only the places that a test lets through. What it lets through and what not sum to all. */
export const where = (balances: Balances, test: (place: Place) => boolean): Balances => {
  const { columns } = balances
  const counts = columns.places.map(test)
  return {
    ...balances,
    amounts: balances.amounts.map((amount, id) =>
      counts[columns.cells[id]?.place ?? -1] === true ? amount : 0n,
    ),
  }
}

/** Every place of a line in a phase. */
const partsOf = ({ places }: Columns, phase: Phase, line: BudgetLine): ReadonlyArray<number> => {
  const wanted = key({ phase, ...line })
  const out: Array<number> = []
  places.forEach((place, id) => {
    const own = place.phase === phase && place.account === line.account ? lineOf(place) : undefined
    if (own !== undefined && key({ phase, ...own }) === wanted) out.push(id)
  })
  return out
}
