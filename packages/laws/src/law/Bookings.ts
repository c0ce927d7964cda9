/** Generated realisations on the lines of a ledger, for the laws of realisations and of accounts. */
import { Credit, type Decision, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { everyday } from "../draw/Amounts.ts"
import { lineAt, openYears, type Situation } from "./RuleLaw.ts"

/** Bookings: a line, a month and an amount each. */
export interface Bookings {
  readonly bookings: ReadonlyArray<{
    readonly line: number
    readonly month: number
    readonly amount: Money.Money
  }>
}

export const drawn: fc.Arbitrary<Bookings> = fc.record({
  bookings: fc.array(
    fc.record({ line: fc.nat(40), month: fc.integer({ min: 1, max: 12 }), amount: everyday }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
})

/** The requests that record the bookings in the first open year; `undefined` without such a year or without lines. */
export const rule = (
  situation: Situation,
  { bookings }: Bookings,
): ReadonlyArray<Decision.Decision> | undefined => {
  const [year] = openYears(situation)
  if (year === undefined) return undefined
  const decisions = bookings.flatMap(({ line, month, amount }, at) => {
    const picked = lineAt(situation, line)
    const date = `${year}-${String(month).padStart(2, "0")}-15`
    const facts = { year, date, amount: Money.format(amount), voucher: `V${at}` }
    return picked === undefined ? [] : [Credit.record({ line: picked, ...facts })]
  })
  return decisions.length === 0 ? undefined : decisions
}

/** The months of a year, as `01` to `12`. */
export const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"))
