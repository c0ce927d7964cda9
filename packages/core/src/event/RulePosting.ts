/**
 * The postings of a rule, each with its rule, so that an auditor can recompute the amount.
 *
 * Overhead posts one amount twice. A split subtracts the sum of its parts from the line. Neutrality therefore does not depend
 * on a second amount that could differ.
 *
 * ```ts
 * if (plan.overhead === undefined) throw new Error("no rule")
 * const charge = { action: "A1", policyItem: "0101", year: 2026, base: "1000.00", due: "150.00", amount: "150.00" }
 * const overhead = { _tag: "OverheadReallocated", rule: plan.overhead, charges: [charge] } as const
 * RulePosting.overhead(overhead, charge).map(({ amount }) => Money.format(amount)) // => ["150.00", "150.00"]
 * RulePosting.notional.account // => "421"
 * const { amount } = RulePosting.repaid({
 *   _tag: "RepaymentStated",
 *   year: 2026,
 *   rule: { _tag: "StatedAmount", amount: "80.00" },
 *   due: "80.00",
 *   amount: "80.00",
 * })
 * Money.format(amount) // => "80.00"
 * const parts = [{ partner: "M1", amount: "60.00", order: 0 }]
 * const passed = { year: 2026, received: "100.00", amount: "60.00", parts }
 * RulePosting.passedOn({ _tag: "PassedThrough", line: rent, shares: [], years: [passed] }, passed).length // => 2
 * const indexed = { line: rent, base: "250.00", years: [{ year: 2027, times: 1, due: "255.00", amount: "5.00" }] }
 * const rule = { _tag: "FixedRate", percent: "2", baseYear: 2026 } as const
 * RulePosting.indexed({ _tag: "EstimatesIndexed", rule, lines: [indexed] }, indexed)[0]?.rule?.rule // => "indexation"
 * const key = { name: "Gelijk", by: "equal", weights: [{ member: "M1", weight: "1" }] } as const
 * const year = { year: 2026, whole: "10.00", parts: [{ member: "M1", due: "10.00", amount: "10.00", order: 0 }] }
 * const apportioned = { _tag: "ContributionsApportioned", contribution: "C1", line: grant, key, years: [year] } as const
 * RulePosting.apportioned(apportioned, year).map((posting) => Money.format(posting.amount)) // => ["-10.00", "10.00"]
 * ```
 */

import { estimated, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Of } from "./BudgetEvent.ts"
import type { Posting } from "./PostedAmount.ts"

export type { Posting, Rule } from "./PostedAmount.ts"

/** Posts one amount twice: as expenditure of the charged action and as receipt of the credited action. */
export const overhead = (
  { rule }: Of<"OverheadReallocated">,
  charge: Of<"OverheadReallocated">["charges"][number],
): ReadonlyArray<Posting> => {
  const amount = Money.from(charge.amount)
  const shared = {
    year: charge.year,
    amount,
    rule: {
      rule: "overhead",
      percent: rule.percent,
      base: charge.base,
      due: charge.due,
      target: rule.target,
      ...(charge.standard === undefined ? {} : { standard: charge.standard }),
      ...(charge.reference === undefined ? {} : { reference: charge.reference }),
    },
  } as const
  return [
    {
      place: {
        phase: "estimate",
        direction: "U",
        account: rule.chargeAccount,
        policyItem: charge.policyItem,
        action: charge.action,
      },
      ...shared,
    },
    {
      place: {
        phase: "estimate",
        direction: "O",
        account: rule.creditAccount,
        policyItem: rule.creditPolicyItem,
        action: rule.target,
      },
      ...shared,
    },
  ]
}

/** Posts the part of each partner, and decreases the payment line by exactly their sum. */
export const passedOn = (
  event: Of<"PassedThrough">,
  passed: Of<"PassedThrough">["years"][number],
): ReadonlyArray<Posting> => {
  const place = estimated(event.line)
  const parts = passed.parts.map(
    (part): Posting => ({
      place: { ...place, part: part.partner },
      year: passed.year,
      amount: Money.from(part.amount),
      rule: {
        rule: "passThrough",
        percent: event.shares.find((share) => share.partner === part.partner)?.percent ?? "0",
        received: passed.received,
        partner: part.partner,
        order: part.order,
      },
    }),
  )
  const whole = Money.negate(Money.sum(parts.map((part) => part.amount)))
  return [{ place, year: passed.year, amount: whole }, ...parts]
}

/** Posts the change to the amount due in every year of an indexed line. */
export const indexed = (
  { rule, reason }: Of<"EstimatesIndexed">,
  { line, base, years }: Of<"EstimatesIndexed">["lines"][number],
): ReadonlyArray<Posting> =>
  years.map(({ year, times, index, due, amount }) => ({
    place: estimated(line),
    year,
    amount: Money.from(amount),
    rule: {
      rule: "indexation",
      base,
      baseYear: rule.baseYear,
      times,
      due,
      ...(rule._tag === "FixedRate"
        ? { percent: rule.percent }
        : {
            series: rule.series,
            ...(index === undefined ? {} : { index }),
            baseIndex: rule.values[rule.baseMonth] ?? "",
          }),
    },
    ...(reason === undefined ? {} : { reason }),
  }))

/** The place of the notional repayments: a debt of one part, which M2 II.b of the corrected margin counts and no other row. */
export const notional: Place = { phase: "debt", direction: "U", account: "421", part: "notional" }

/** Posts the change of the notional repayments of a year to the amount due. */
export const repaid = ({ year, rule, base, due, amount }: Of<"RepaymentStated">): Posting => ({
  place: notional,
  year,
  amount: Money.from(amount),
  rule: {
    rule: "repayment",
    due,
    ...(rule._tag === "DebtRate" ? { percent: rule.percent } : {}),
    ...(base === undefined ? {} : { base }),
  },
})

/** Posts the part of each member, and decreases the line by exactly their sum, so that no total changes. */
export const apportioned = (
  { contribution, line, key }: Of<"ContributionsApportioned">,
  { year, whole, parts }: Of<"ContributionsApportioned">["years"][number],
): ReadonlyArray<Posting> => {
  const place = estimated(line)
  const owed = parts.map(
    ({ member, due, amount, order }): Posting => ({
      place: { ...place, part: member },
      year,
      amount: Money.from(amount),
      rule: {
        rule: "contribution",
        contribution,
        key: key.name,
        whole,
        member,
        weight: key.weights.find((weight) => weight.member === member)?.weight ?? "0",
        due,
        order,
      },
    }),
  )
  return [{ place, year, amount: Money.negate(Money.sum(owed.map((posting) => posting.amount))) }, ...owed]
}
