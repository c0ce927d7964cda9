/** Independent fold: one map, one addition per move. */
import { Balances, type BudgetEvent, type Ledger, Money } from "@grootboek/core"
import { Exact, moves, placeOf, type ReferenceMove, type ReferencePlace } from "./Moves.ts"

/** The sum at one place in one year. */
export type Sum = ReferenceMove

/** Sums by place and year; zero sums are left out. */
export type Sums = ReadonlyMap<string, Sum>

export const of = (events: Iterable<BudgetEvent.BudgetEvent>): Sums => total([...events].flatMap(moves))

/** Adds two folds. */
export const add = (a: Sums, b: Sums): Sums => total([...a.values(), ...b.values()])

/** Returns core's balances of a ledger in the same shape. */
export const ofLedger = (ledger: Ledger.Ledger, position?: number): Sums =>
  total(
    Balances.list(Balances.of(ledger.columns, position)).map(({ place, year, amount }) => ({
      place: placeOf(place),
      year,
      amount: new Exact(Money.format(amount)),
    })),
  )

/** Returns the first difference between two folds as text. */
export const difference = (
  found: Sums,
  expected: Sums,
): { readonly where: string; readonly found: string; readonly expected: string } | undefined => {
  for (const where of new Set([...found.keys(), ...expected.keys()])) {
    const [a, b] = [found, expected].map((sums) => (sums.get(where)?.amount ?? new Exact(0)).toFixed())
    if (a !== b) return { where, found: a ?? "", expected: b ?? "" }
  }
  return undefined
}

const total = (list: ReadonlyArray<ReferenceMove>): Sums => {
  const out = new Map<string, Sum>()
  for (const move of list) {
    const id = name(move.place, move.year)
    out.set(id, { ...move, amount: move.amount.add(out.get(id)?.amount ?? 0) })
  }
  return new Map([...out].filter(([, sum]) => !sum.amount.isZero()))
}

const name = (place: ReferencePlace, year: number): string => `${place.where} in ${year}`
