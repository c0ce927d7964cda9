/** Realisations of a year that were booked after December. */
import { expect, test } from "vitest"
import * as LateBookings from "../../src/answer/LateBookings.ts"
import * as Balances from "../../src/fold/Balances.ts"
import { Columns } from "../../src/fold/Columns.ts"
import type { Place } from "../../src/value/BudgetLine.ts"
import * as Money from "../../src/value/Money.ts"

const paid = { phase: "actual", direction: "U", account: "614", policyItem: "0101" } as const
const received = { ...paid, direction: "O", account: "740" } as const

/** Returns the late bookings of 2026 among amounts at places. */
const late = (...booked: ReadonlyArray<readonly [place: Place, year: number, amount: string]>) => {
  const columns = new Columns()
  columns.append(booked.map(([place, year, amount]) => ({ place, year, amount: Money.from(amount) })))
  return LateBookings.late(Balances.of(columns), 2026).map(
    ({ direction, amount }) => `${direction} ${Money.format(amount)}`,
  )
}

test("late: adds what was booked after December, receipts first", () => {
  expect(
    late(
      [{ ...paid, part: "2027-01" }, 2026, "3.00"],
      [{ ...paid, part: "2027-02" }, 2026, "4.00"],
      [{ ...received, part: "2027-01" }, 2026, "5.00"],
    ),
  ).toEqual(["O 5.00", "U 7.00"])
})

test("late: a direction without late bookings, or with bookings that cancel out, is left out", () => {
  expect(late([{ ...received, part: "2027-01" }, 2026, "5.00"])).toEqual(["O 5.00"])
  expect(
    late([{ ...paid, part: "2027-01" }, 2026, "3.00"], [{ ...paid, part: "2027-02" }, 2026, "-3.00"]),
  ).toEqual([])
})

test.each<readonly [string, Place, number]>([
  ["December", { ...paid, part: "2026-12" }, 2026],
  ["January of the year itself", { ...paid, part: "2026-01" }, 2026],
  ["no month", paid, 2026],
  ["another year", { ...paid, part: "2027-01" }, 2027],
  ["an estimate of a partner", { ...paid, phase: "estimate", part: "Zuid" }, 2026],
  [
    "a result, which has no policy item",
    { phase: "actual", direction: "U", account: "140", part: "2027-01" },
    2026,
  ],
])("late: not %s", (_, place, year) => {
  expect(late([place, year, "3.00"])).toEqual([])
})
