/** Realisations of a year that were booked after December. */
import * as Balances from "../fold/Balances.ts"
import type { Direction } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/** Realisations of a year that were booked after December, in a direction. */
export interface LateBookings {
  readonly direction: Direction
  readonly amount: Money.Money
}

/** Returns what was booked on a year after December; a direction without such bookings is left out. */
export const late = (balances: Balances.Balances, year: Year): ReadonlyArray<LateBookings> =>
  (["O", "U"] as const).flatMap((direction) => {
    const booked = Balances.list(balances).filter(
      ({ place, ...one }) =>
        one.year === year &&
        place.phase === "actual" &&
        place.direction === direction &&
        place.policyItem !== undefined &&
        (place.part ?? "") > `${year}-12`,
    )
    const amount = booked.reduce((sum, one) => Money.add(sum, one.amount), Money.zero)
    return Money.isZero(amount) ? [] : [{ direction, amount }]
  })
