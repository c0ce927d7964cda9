/** Events of the tests of remarks, and a row of their tables. */
import type { BudgetEvent } from "@grootboek/core"

type Line = BudgetEvent.Of<"EstimatePosted">["line"]

/** Events after the opening, the first of which is entry 4, and the remarks about those after a position. */
export type RemarkRow = readonly [
  name: string,
  events: ReadonlyArray<BudgetEvent.BudgetEvent>,
  remarks: ReadonlyArray<object>,
  after?: number,
]

export const estimate = (line: Line, amount: string, year = 2026): BudgetEvent.BudgetEvent => ({
  _tag: "EstimatePosted",
  line,
  amounts: { [year]: amount },
})

export const booked = (line: Line, amount: string, year = 2026): BudgetEvent.BudgetEvent => ({
  _tag: "ActualRecorded",
  line,
  year,
  date: `${year}-03-01`,
  amount,
  voucher: "F-1",
})
