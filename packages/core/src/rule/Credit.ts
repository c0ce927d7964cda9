/**
 * Credits (kredieten): transfers within an M3 total, realisations, carry-over of unused investment credit, closing a year.
 *
 * ```ts
 * const reason = { class: "transfer" } as const
 * const to = { ...rent, account: "6150000" }
 * Result.isSuccess(Credit.transfer({ from: rent, to, year: 2026, amount: "10.00", reason })(state)) // => true
 * Credit.checkRows(plan, balances, { from: rent, to, year: 2026, amount: "10.00", reason }) // => []
 * const booking = { line: rent, year: 2026, date: "2026-05-01", amount: "5.00", voucher: "F-2" }
 * Result.isSuccess(Credit.record(booking)(state)) // => true
 * const carried = Credit.carryOver({ line: rent, from: 2026, to: 2027, amount: "10.00" })(state)
 * Result.isFailure(carried) && carried.failure.map(({ _tag }) => _tag) // => ["NotAnInvestment"]
 * Result.getOrThrow(Credit.close({ year: 2026 })(state)).map(({ _tag }) => _tag) // => ["YearClosed"]
 * ```
 */

import * as Result from "effect/Result"
import type { Of } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import { M3 } from "../form/bbc3/M3.ts"
import * as Dimension from "../form/Dimension.ts"
import { matches } from "../form/Selector.ts"
import { type BudgetLine, estimated, format, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within } from "../value/Year.ts"
import * as Commitment from "./Commitment.ts"
import { checkLine, checkRunning, checkYear, type Decision, unless, withPlan } from "./Decision.ts"
import type { Plan } from "./Plan.ts"

/**
 * Moves credit between lines of one M3 row. Refused when the lines are the same, are on different M3 rows, or when the amount is
 * not positive or more than the estimate of the line in that year.
 */
export const transfer = (facts: Omit<Of<"CreditTransferred">, "_tag">): Decision =>
  withPlan((plan, { balances }) => {
    const { from, to, year } = facts
    const refusals = [
      ...checkLine(plan, from),
      ...checkLine(plan, to),
      ...checkYear(plan, year),
      ...checkRunning(plan, to, [year]),
    ]
    if (refusals.length > 0) return Result.fail(refusals)
    return unless(checkTransfer(plan, balances(), facts), () => [{ _tag: "CreditTransferred", ...facts }])
  })

const checkTransfer = (
  plan: Plan,
  balances: Balances.Balances,
  facts: Omit<Of<"CreditTransferred">, "_tag">,
): ReadonlyArray<Refusal> => {
  const { from, to, year, amount: asked } = facts
  const amount = Money.from(asked)
  if (amount <= 0n) return [{ _tag: "TransferNotPositive", asked }]
  if (key(estimated(from)) === key(estimated(to)))
    return [{ _tag: "TransferToSameLine", place: format(from) }]
  const otherRow = checkRows(plan, balances, facts)
  const left = Balances.ofLine(balances, "estimate", from, year)
  return otherRow.length > 0 || amount <= left
    ? otherRow
    : [{ _tag: "TransferTooLarge", place: format(from), year, left: Money.format(left), asked }]
}

/** Refuses a transfer between lines of two M3 rows. */
export const checkRows = (
  plan: Plan,
  balances: Balances.Balances,
  { from, to, year, amount }: Omit<Of<"CreditTransferred">, "_tag">,
): ReadonlyArray<Extract<Refusal, { readonly _tag: "CreditExceeded" }>> => {
  const [source, target] = [rowOf(plan, from), rowOf(plan, to)]
  if (source === target) return []
  const total = Money.format(credit(plan, balances, target, year))
  return [{ _tag: "CreditExceeded", source, row: target, year, credit: total, short: amount }]
}

/** Records a realisation (aanrekening) on a line in an open year. It may name a commitment of that line and year. */
export const record = (facts: Omit<Of<"ActualRecorded">, "_tag">): Decision =>
  withPlan((plan, { balances, isStrict = false }) => {
    const refusals = [
      ...checkLine(plan, facts.line),
      ...checkYear(plan, facts.year),
      ...checkRunning(plan, facts.line, [facts.year]),
    ]
    if (refusals.length > 0) return Result.fail(refusals)
    const checked = [
      ...(facts.commitment === undefined ? [] : Commitment.checkNamed(balances(), facts)),
      ...(isStrict ? Commitment.checkEstimate(balances(), facts) : []),
    ]
    return unless(checked, () => [{ _tag: "ActualRecorded", ...facts }])
  })

/** Moves unused investment credit to the next year (DLB art. 258): more than zero, at most the unused amount. */
export const carryOver = (facts: Omit<Of<"CarriedOver">, "_tag">): Decision =>
  withPlan((plan, { balances }) => {
    const { line, from, to, amount: asked } = facts
    const amount = Money.from(asked)
    const place = format(line)
    const reading = Dimension.of(plan.structure, estimated(line))
    const now = balances()
    const left = Money.subtract(
      Balances.ofLine(now, "estimate", line, from),
      Balances.ofLine(now, "actual", line, from),
    )
    const refusals: ReadonlyArray<Refusal> = [
      ...checkLine(plan, line),
      ...(Dimension.isUnplaced(reading) || reading.section === "investment"
        ? []
        : [{ _tag: "NotAnInvestment", place } as const]),
      ...(to === from + 1 ? [] : [{ _tag: "NextYearOnly", from, to } as const]),
      ...checkYear(plan, to),
      ...checkRunning(plan, line, [to]),
      ...(within(plan.years, from) ? [] : checkYear(plan, from)),
      // A negative amount would take credit back from the next year: that needs a reversal with a reason.
      ...(amount > 0n ? [] : [{ _tag: "NothingToCarry", place, asked } as const]),
      ...(amount <= left || amount <= 0n
        ? []
        : [{ _tag: "CarryOverTooLarge", place, left: Money.format(left), asked } as const]),
    ]
    return unless(refusals, () => [{ _tag: "CarriedOver", ...facts }])
  })

/** Closes a year (boekjaar afsluiten): its estimates cannot change any more, and its open commitments are released. */
export const close = (facts: Omit<Of<"YearClosed">, "_tag" | "released">): Decision =>
  withPlan((plan, { balances }) =>
    unless(checkYear(plan, facts.year), () => {
      const released = Commitment.released(balances(), facts.year)
      return [{ _tag: "YearClosed", ...facts, ...(released.length === 0 ? {} : { released }) }]
    }),
  )

/** Returns the M3 row that counts a line. */
const rowOf = (plan: Plan, line: BudgetLine): string => {
  const place = estimated(line)
  const dimensions = Dimension.of(plan.structure, place)
  if (Dimension.isUnplaced(dimensions)) return ""
  return (
    Object.entries(M3.rows).find(([, row]) => "count" in row && matches(row.count, place, dimensions))?.[0] ??
    ""
  )
}

const credit = (plan: Plan, balances: Balances.Balances, row: string, year: number): Money.Money =>
  Money.sum(
    Balances.list(balances)
      .filter(
        (balance) =>
          balance.year === year &&
          balance.place.policyItem !== undefined &&
          balance.place.phase === "estimate",
      )
      .filter(
        ({ place: { policyItem = "", phase: _, part: __, ...codes } }) =>
          rowOf(plan, { policyItem, ...codes }) === row,
      )
      .map((balance) => balance.amount),
  )
