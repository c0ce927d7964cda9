/** Laws of reversed rules: a rule that is reversed leaves nothing, and stating it again gives what it gave before. */
import {
  AppliedRule,
  Balances,
  BudgetLine,
  Contribution,
  type Decision,
  Money,
  Overhead,
  PassThrough,
  type Plan,
  Repayment,
  Reversal,
} from "@grootboek/core"
import { PlanRemarks } from "@grootboek/core/ledger"
import * as fc from "fast-check"
import { differs, firstOf } from "../kit/Law.ts"
import { Exact, moves } from "../reference/Moves.ts"
import { ruleLaw, type Situation } from "./RuleLaw.ts"

/** The rule to reverse, by number. */
const drawn = fc.nat(9)

const reason = { class: "correction", text: "vergissing" } as const

/** Returns the entry that stated a rule of the plan; undefined when the plan has no rule. */
const statement = ({ plan }: Situation, number: number): AppliedRule.AppliedEntry | undefined => {
  const stated = [...plan.applied]
    .map(([position, event]) => ({ position, event }))
    .filter(
      ({ position, event }) =>
        event._tag !== "ActionStopped" &&
        !plan.reversed.has(position) &&
        AppliedRule.statementOf(plan, { position, event }) === undefined,
    )
  return stated[number % Math.max(stated.length, 1)]
}

/** States the rule of an entry as the plan has it. */
const restate = ({ overhead, passThroughs, contributions, repayments }: Plan.Plan, event: Plan.Applied) => {
  switch (event._tag) {
    case "OverheadReallocated":
      return overhead === undefined ? [] : [Overhead.reallocate(overhead)]
    case "PassedThrough": {
      const action = event.line.action ?? ""
      return [PassThrough.passOn(action, passThroughs.get(action)?.shares ?? [])]
    }
    case "ContributionsApportioned": {
      const known = contributions.get(event.contribution)
      return known === undefined ? [] : [Contribution.apportion(event.contribution, known.line, known.key)]
    }
    case "RepaymentStated": {
      const rule = repayments.get(event.year)
      return rule === undefined ? [] : [Repayment.state({ year: event.year, rule })]
    }
    case "ActionStopped":
      return []
  }
}

const reversal = (
  situation: Situation,
  number: number,
  more: (event: Plan.Applied) => ReadonlyArray<Decision.Decision>,
): ReadonlyArray<Decision.Decision> | undefined => {
  const stated = statement(situation, number)
  return stated === undefined ? undefined : [Reversal.of(stated, reason), ...more(stated.event)]
}

const cells = ({ ledger }: Situation): ReadonlyArray<string> =>
  Balances.list(Balances.of(ledger.columns))
    .map(({ place, year, amount }) => `${BudgetLine.key(place)} ${year} ${Money.format(amount)}`)
    .toSorted()

export const reversals = [
  ruleLaw(
    "reversal: reversing and restating a rule gives what stating it once gives",
    "To the last decimal.",
    {
      drawn,
      rule: (situation, number) => reversal(situation, number, (event) => restate(situation.plan, event)),
      breaks: (after, before) => differs("cells", cells(after), cells(before)),
    },
  ),
  ruleLaw(
    "reversal: a reversed rule leaves no amount",
    "Its own postings and those that followed sum to zero.",
    {
      drawn,
      rule: (situation, number) => reversal(situation, number, () => []),
      breaks: (after, before, number) => {
        const stated = statement(before, number)
        const sums = new Map<string, InstanceType<typeof Exact>>()
        after.events.forEach((event, index) => {
          const of = event._tag === "Reversed" ? after.events[event.entry - 1] : event
          if (stated === undefined || of === undefined || !AppliedRule.isApplied(of)) return
          if (!AppliedRule.isSameRule(of, stated.event)) return
          // A target may be named in a later rule: the reference sums every posting of the rule.
          for (const { place, year, amount } of moves(after.events[index] ?? event)) {
            const key = `${place.where} ${year}`
            sums.set(key, (sums.get(key) ?? new Exact(0)).add(amount))
          }
        })
        return firstOf([...sums], ([what, sum]) => differs(what, sum.toFixed(2), "0.00"))
      },
    },
  ),
  ruleLaw("reversal: refuses an entry that follows from a rule", "The rule would post it again.", {
    drawn,
    rule: () => [],
    breaks: ({ plan, ledger }) =>
      firstOf([...plan.applied], ([position, event]) => {
        if (plan.reversed.has(position)) return undefined
        const stated = AppliedRule.statementOf(plan, { position, event })
        if (stated === undefined) return undefined
        const decided = Reversal.of(
          { position, event },
          reason,
        )({
          plan,
          balances: () => Balances.of(ledger.columns),
        })
        return decided._tag === "Failure" ? undefined : { what: `entry ${position} was reversed` }
      }),
  }),
  ruleLaw(
    "rules: every rule is current after an intake",
    "Each has posted the amounts that its input gives.",
    {
      drawn,
      rule: () => [],
      breaks: ({ ledger }) =>
        firstOf(PlanRemarks.of(ledger), ({ code, position }) =>
          code === "RuleBehind" || code === "RuleLeftOver"
            ? { what: `${code} of entry ${position}` }
            : undefined,
        ),
    },
  ),
]
