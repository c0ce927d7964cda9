/** Laws of exceptions to the overhead rule: an exception never charges more, and the uncharged amount is recorded. */
import { Balances, type BudgetEvent, Money, Overhead } from "@grootboek/core"
import { OverheadMatrix } from "@grootboek/core/answer"
import * as fc from "fast-check"
import { everyday } from "../draw/Amounts.ts"
import * as Lines from "../draw/Lines.ts"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import { ruleLaw, type Situation, since } from "./RuleLaw.ts"

/** The exception of one action. */
interface Drawn {
  readonly action: number
  readonly target: number
  readonly cap: Money.Money
  readonly percent: number | undefined
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  action: fc.nat(20),
  target: fc.nat(20),
  cap: everyday,
  percent: fc.option(fc.nat(20), { nil: undefined }),
})

const ruleOf = (
  situation: Situation,
  { action, target, cap, percent }: Drawn,
  kind: "LegalMaximum" | "HigherShare" = "LegalMaximum",
): BudgetEvent.OverheadRule | undefined => {
  const actions = Lines.actions(situation.plan.structure)
  const [charged, credited] = [Lines.at(actions, action), Lines.at(actions, target)]
  const item = [...situation.plan.structure.policyItems.keys()][0]
  if (charged === undefined || credited === undefined || item === undefined || charged === credited)
    return undefined
  const amount = Money.format(cap < 0n ? Money.negate(cap) : cap)
  return {
    target: credited,
    percent: "15",
    baseAccounts: ["62"],
    chargeAccount: "6170000",
    creditAccount: "7470000",
    creditPolicyItem: item,
    excluded: [],
    exceptions: [
      {
        _tag: kind,
        action: charged,
        ...(percent === undefined
          ? { amounts: Object.fromEntries(situation.played.years.map((year) => [year, amount])) }
          : { percent: String(percent) }),
        reference: "besluit, art. 1",
      },
    ],
  }
}

const rule = (situation: Situation, facts: Drawn) => {
  const stated = ruleOf(situation, facts)
  return stated === undefined ? undefined : [Overhead.reallocate(stated)]
}

export const exceptions = [
  ruleLaw(
    "overhead exception: a legal maximum charges less and names its rule",
    "Never more than the share, always with a reason.",
    {
      drawn,
      rule,
      breaks: (after, before) =>
        firstOf(since(after, before, "OverheadReallocated"), ({ charges }) =>
          firstOf(charges, ({ action, year, due, standard, reference }) =>
            standard === undefined
              ? undefined
              : Money.from(due) > Money.from(standard) || reference === undefined
                ? {
                    what: `${action} in ${year}`,
                    found: due,
                    expected: `at most ${standard}, with a reference`,
                  }
                : undefined,
          ),
        ),
    },
  ),
  ruleLaw(
    "overhead exception: the share of the rule is a floor of a higher share",
    "Never less than the share, and a chosen amount above it is charged whole, with a reason.",
    {
      drawn,
      rule: (situation, facts) => {
        const stated = ruleOf(situation, facts, "HigherShare")
        return stated === undefined ? undefined : [Overhead.reallocate(stated)]
      },
      breaks: (after, before, { cap, percent }) => {
        const amount = cap < 0n ? Money.negate(cap) : cap
        const matrix = OverheadMatrix.of(after.plan, Balances.of(after.ledger.columns))
        const [changed] = since(after, before, "OverheadReallocated")
        const chosen = changed?.rule.exceptions?.[0]?.action
        return firstOf(matrix?.cells ?? [], ({ from, year, staff, standard, charged }) => {
          if (from !== chosen || after.plan.closed.has(year)) return undefined
          const other = percent === undefined ? amount : Money.ofMicros((staff * BigInt(percent)) / 100n)
          return differs(`${from} in ${year}`, charged, other > standard ? other : standard)
        })
      },
    },
  ),
  ruleLaw(
    "overhead: the charges of actions and the rest sum to what the overhead action spends",
    "Year by year.",
    {
      drawn,
      rule,
      breaks: (after) => {
        const matrix = OverheadMatrix.of(after.plan, Balances.of(after.ledger.columns))
        return firstOf(matrix?.own ?? [], ({ year, spent, borne, carried }) =>
          amountsDiffer(`${year}`, Money.add(borne, carried), spent),
        )
      },
    },
  ),
]
