/** Laws of apportioned contributions: shares sum to the whole, no total changes, and shares follow the plan. */
import { Adoption, Balances, type BudgetEvent, Contribution, Estimate, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { everyday } from "../draw/Amounts.ts"
import { amountsDiffer, firstOf } from "../kit/Law.ts"
import { Exact } from "../reference/Moves.ts"
import { lineAt, openYears, ruleLaw, type Situation, since } from "./RuleLaw.ts"

/** The line, the weights of the members, and the amount posted on the line afterwards. */
interface Drawn {
  readonly line: number
  readonly weights: ReadonlyArray<number>
  readonly more: Money.Money
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  line: fc.nat(40),
  weights: fc
    .array(fc.nat(50_000), { minLength: 1, maxLength: 15 })
    .filter((weights) => weights.some((weight) => weight > 0)),
  more: everyday,
})

const keyOf = (weights: ReadonlyArray<number>): BudgetEvent.DistributionKey => ({
  name: "sleutel",
  by: "shares",
  weights: weights.map((weight, at) => ({ member: `Lid ${at + 1}`, weight: String(weight) })),
})

const rule = (situation: Situation, { line, weights }: Drawn) => {
  const picked = lineAt(situation, line)
  // Money passed on to partners is already split.
  if (picked === undefined || situation.plan.passThroughs.has(picked.action ?? "")) return undefined
  const members = weights.map((_, at) => ({ code: `Lid ${at + 1}`, name: `Deelgenoot ${at + 1}` }))
  return [Adoption.declare({ members }), Contribution.apportion("bijdrage", picked, keyOf(weights))]
}

const owes = (situation: Situation) =>
  Contribution.receivables(situation.plan, Balances.of(situation.ledger.columns))

/** Compares the members' shares with the line for every open year. */
const sums = (situation: Situation) => {
  const line = situation.plan.contributions.get("bijdrage")?.line
  const now = Balances.of(situation.ledger.columns)
  return line === undefined
    ? []
    : openYears(situation).map((year) => ({
        year,
        owed: Money.sum(owes(situation).flatMap((one) => (one.year === year ? [one.amount] : []))),
        whole: Balances.ofLine(now, "estimate", line, year),
      }))
}

export const contributions = [
  ruleLaw(
    "contribution: the shares of the members sum to the whole",
    "To the last decimal, in every open year.",
    {
      drawn,
      rule,
      breaks: (after) =>
        firstOf(sums(after), ({ year, owed, whole }) => amountsDiffer(`${year}`, owed, whole)),
    },
  ),
  ruleLaw(
    "contribution: no member is two cents or more away from the exact share",
    "The fraction below a cent goes to one member.",
    {
      drawn,
      rule,
      breaks: (after, before, { weights }) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        return firstOf(since(after, before, "ContributionsApportioned"), ({ years }) =>
          firstOf(years, ({ year, whole, parts }) =>
            firstOf(parts, ({ member, due }) => {
              const weight = weights[Number(member.slice(4)) - 1] ?? 0
              const exact = new Exact(whole).mul(weight).div(total)
              return exact.sub(due).abs().lt("0.02")
                ? undefined
                : { what: `${member} in ${year}`, found: due, expected: exact.toFixed(6) }
            }),
          ),
        )
      },
    },
  ),
  ruleLaw("contribution: apportioning changes no line", "A receivable is a part of its line.", {
    drawn,
    rule,
    breaks: (after, before, { line }) => {
      const picked = lineAt(before, line)
      const [now, then] = [Balances.of(after.ledger.columns), Balances.of(before.ledger.columns)]
      return picked === undefined
        ? undefined
        : firstOf(after.played.years, (year) =>
            amountsDiffer(
              `${year}`,
              Balances.ofLine(now, "estimate", picked, year),
              Balances.ofLine(then, "estimate", picked, year),
            ),
          )
    },
  }),
  ruleLaw(
    "contribution: the shares follow the plan",
    "After a change of the line, its members owe the new whole.",
    {
      drawn,
      rule: (situation, facts) => {
        const decisions = rule(situation, facts)
        const picked = lineAt(situation, facts.line)
        const [year] = openYears(situation)
        return decisions === undefined || picked === undefined || year === undefined
          ? undefined
          : [...decisions, Estimate.post({ line: picked, amounts: { [year]: Money.format(facts.more) } })]
      },
      breaks: (after) =>
        firstOf(sums(after), ({ year, owed, whole }) => amountsDiffer(`${year}`, owed, whole)),
    },
  ),
]
