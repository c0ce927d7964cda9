/** Laws of notional repayments: they enter row II.b of the corrected margin and nothing else, and follow the debts. */
import { Estimate, Money, Repayment } from "@grootboek/core"
import * as fc from "fast-check"
import { everyday } from "../draw/Amounts.ts"
import { differs, firstOf } from "../kit/Law.ts"
import * as Figures from "../reference/Figures.ts"
import { Exact } from "../reference/Moves.ts"
import { openYears, ruleLaw, type Situation, since } from "./RuleLaw.ts"

/** The year, the rate, an amount to state, and a loan that is taken afterwards. */
interface Drawn {
  readonly year: number
  readonly percent: number
  readonly amount: number
  readonly debt: Money.Money
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  year: fc.nat(5),
  percent: fc.integer({ min: 1, max: 100 }),
  amount: fc.integer({ min: 1, max: 10_000_000 }),
  debt: everyday,
})

const yearOf = (situation: Situation, { year }: Drawn): number | undefined => {
  const years = openYears(situation)
  return years[year % Math.max(years.length, 1)]
}

const stated = (situation: Situation, facts: Drawn) => {
  const year = yearOf(situation, facts)
  const rule = { _tag: "StatedAmount", amount: `${facts.amount}.00` } as const
  return year === undefined ? undefined : [Repayment.state({ year, rule })]
}

const block = "M2 Gecorrigeerde autofinancieringsmarge/"

export const repayments = [
  ruleLaw("notional repayments: change row II.b and its totals only", "Every figure of every form.", {
    drawn,
    rule: stated,
    breaks: (after, before, facts) => {
      const year = yearOf(before, facts)
      const moved = new Exact(facts.amount)
      const change = new Map([
        [`${block}II.b ${year}`, moved],
        [`${block}II ${year}`, moved.neg()],
        [`${block}III ${year}`, moved.neg()],
      ])
      const [then, now] = [Figures.of(before.events), Figures.of(after.events)]
      return firstOf([...now], ([cell, { exact }]) => {
        const expected = (then.get(cell)?.exact ?? new Exact(0)).add(change.get(cell) ?? 0)
        return differs(cell, exact.toFixed(6), expected.toFixed(6))
      })
    },
  }),
  ruleLaw("notional repayments: at a rate follow the debts of T3", "Loans and opening debts of any year.", {
    drawn,
    rule: (situation, facts) => {
      const year = yearOf(situation, facts)
      const { first } = situation.plan.years
      if (year === undefined || situation.plan.closed.has(first)) return undefined
      const amount = Money.format(facts.debt)
      return [
        Repayment.state({ year, rule: { _tag: "DebtRate", percent: String(facts.percent) } }),
        Estimate.openDebt({ account: "1730000", kind: "creditInstitutions", year: first, amount }),
      ]
    },
    breaks: (after, before, facts) => {
      const year = yearOf(before, facts)
      const figures = Figures.of(after.events)
      const debts = figures.get(`T3 A ${year}`)?.exact ?? new Exact(0)
      const due = debts.mul(facts.percent).div(100).toDecimalPlaces(6)
      return (
        differs("II.b", figures.get(`${block}II.b ${year}`)?.exact.toFixed(6), due.toFixed(6)) ??
        firstOf(since(after, before, "RepaymentStated"), ({ rule }) =>
          differs("its rule", rule._tag, "DebtRate"),
        )
      )
    },
  }),
]
