/** Laws of norms: the neutrality of a group is the sum of its parts, and a norm is the sum of its readings with and without a node. */
import { Adoption, Money, type Register } from "@grootboek/core"
import { Norm } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Lines from "../draw/Lines.ts"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import * as Declared from "../reference/Declared.ts"
import { Exact, type ReferencePlace } from "../reference/Moves.ts"
import * as Sums from "../reference/Sums.ts"
import { ruleLaw, type Situation } from "./RuleLaw.ts"

/** The number of the first node, and of the second. */
const drawn = fc.record({ one: fc.nat(20), other: fc.nat(20) })
type Drawn = { readonly one: number; readonly other: number }

const actionsOf = ({ plan }: Situation, { one, other }: Drawn): ReadonlyArray<string> => {
  const actions = Lines.actions(plan.structure)
  return [...new Set([Lines.at(actions, one), Lines.at(actions, other)])].flatMap((code) => code ?? [])
}

const pledge = (facts: Partial<Extract<Register.Pledge, { readonly _tag: "BudgetNeutrality" }>>) =>
  ({ _tag: "BudgetNeutrality", tolerance: "0.00", reference: "x", code: "x", ...facts }) as const

const checksOf = (situation: Situation, norm: Norm.NormName, without: ReadonlyArray<string> = []) =>
  Result.getOrThrow(Norm.checks(situation.ledger, { without })).filter((check) => check.norm === norm)

/** Returns receipts less expenditure of the estimates that pass a test, by the reference model. */
const net = ({ events }: Situation, holds: (place: ReferencePlace, year: number) => boolean) =>
  [...Sums.of(events).values()]
    .filter(
      ({ place, year }) => place.phase === "estimate" && place.policyItem !== undefined && holds(place, year),
    )
    .reduce(
      (sum, { place, amount }) => (place.direction === "O" ? sum.add(amount) : sum.sub(amount)),
      new Exact(0),
    )

export const norms = [
  ruleLaw("norms: the neutrality of a group is the sum of its actions", "Per year, and over the plan.", {
    drawn,
    rule: (situation, facts) => {
      const goals = actionsOf(situation, facts)
      return [
        Adoption.declare({
          pledges: [
            pledge({ code: "year", goals, over: "year" }),
            pledge({ code: "plan", goals, over: "plan", bound: "atLeast" }),
          ],
        }),
      ]
    },
    breaks: (after, before, facts) => {
      const goals = actionsOf(before, facts)
      const isOwn = ({ action }: ReferencePlace): boolean => action !== undefined && goals.includes(action)
      return firstOf(
        checksOf(after, "budgetNeutrality").filter((check) => check.goals !== undefined),
        ({ amount, year, since = year, holds }) => {
          const sum = net(after, (place, at) => isOwn(place) && at >= since && at <= year)
          const isNeutral = since === year ? sum.isZero() : !sum.isNegative() || sum.isZero()
          return (
            amountsDiffer(`${since}-${year}`, amount, Money.from(sum.toFixed(6))) ??
            // A plan of one year has one span for both.
            (after.played.years.length === 1 ? undefined : differs(`verdict of ${year}`, holds, isNeutral))
          )
        },
      )
    },
  }),
  ruleLaw(
    "norms: the margin without a node is the margin less the node",
    "Operating balance and repayments.",
    {
      drawn,
      rule: () => [],
      breaks: (after, _, facts) => {
        const nodes = actionsOf(after, facts)
        const [whole] = checksOf(after, "selfFinancingMargin")
        const [rest] = checksOf(after, "selfFinancingMargin", nodes)
        const declared = Declared.of(after.events)
        const year = after.plan.years.last
        const own = net(after, (place, at) => {
          const { section, row } = Declared.reading(declared, place)
          const isCounted =
            section === "operating" || (section === "financing" && (row === "I.A.1" || row === "II.C.1.a"))
          return isCounted && at === year && place.action !== undefined && nodes.includes(place.action)
        })
        const expected = Money.subtract(whole?.amount ?? Money.zero, Money.from(own.toFixed(6)))
        return amountsDiffer("margin", rest?.amount ?? Money.zero, expected)
      },
    },
  ),
]
