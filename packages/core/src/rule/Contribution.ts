/**
 * Contributions (bijdrageregeling): the estimate of a line split over members by a key, a receivable per member and year.
 *
 * Parts are whole cents by largest remainder, ties by the code of the member; an amount finer than a cent is added to the
 * first part in turn, so that the parts sum to the whole. The total of the line does not change. The rule posts the amount
 * due less the balance of each part.
 *
 * ```ts
 * const weights = [{ member: "M1", weight: "3" }, { member: "M2", weight: "1" }]
 * const apportion = Contribution.apportion("C1", grant, { name: "Inwoners", by: "inhabitants", weights })
 * Result.getOrThrow(apportion(state)).map(({ _tag }) => _tag) // => ["ContributionsApportioned"]
 * const key = { name: "Nul", by: "shares", weights: [{ member: "M1", weight: "0" }] } as const
 * Contribution.checkKey(plan, { contribution: "C1", line: grant, key }).map(({ _tag }) => _tag) // => ["KeySumsToZero"]
 * Contribution.follow(plan, balances) // => []
 * Contribution.receivables(plan, balances) // => []
 * ```
 */

import * as Canonical from "../codec/Canonical.ts"
import type { ApportionedYear, BudgetEvent, DistributionKey, Of } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import * as Allocation from "../value/Allocation.ts"
import { type BudgetLine, estimated, format, key as placeKey } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"
import { checkLine, type Decision, unless, withPlan } from "./Decision.ts"
import { lineKey, type Plan } from "./Plan.ts"
import * as Repeated from "./Repeated.ts"

/** The amount due by a member for a contribution in a year. */
export interface Receivable {
  readonly contribution: string
  readonly member: string
  readonly year: Year
  readonly amount: Money.Money
}

/**
 * Apportions the estimates of a line over members in every open year of the plan. Refused when a member occurs twice or
 * is not declared, a weight is negative, the key sums to zero, or another contribution uses the line.
 */
export const apportion = (contribution: string, line: BudgetLine, key: DistributionKey): Decision =>
  withPlan((plan, { balances }) =>
    unless(check(plan, contribution, line, key), () => event(plan, balances(), contribution, { line, key })),
  )

/** Returns the events that update every contribution of the plan; none when nothing changed. */
export const follow = (plan: Plan, balances: Balances.Balances): ReadonlyArray<BudgetEvent> =>
  [...plan.contributions].flatMap(([contribution, facts]) => event(plan, balances, contribution, facts))

/** Returns the receivables of all contributions, per member and year. */
export const receivables = (plan: Plan, balances: Balances.Balances): ReadonlyArray<Receivable> =>
  [...plan.contributions].flatMap(([contribution, { line, key }]) =>
    key.weights.flatMap(({ member }) =>
      yearsOf(plan.years).map((year) => ({
        contribution,
        member,
        year,
        amount: Balances.at(balances, { ...estimated(line), part: member }, year),
      })),
    ),
  )

const event = (
  plan: Plan,
  balances: Balances.Balances,
  contribution: string,
  { line, key }: { readonly line: BudgetLine; readonly key: DistributionKey },
): ReadonlyArray<BudgetEvent> => {
  const years = yearsOf(plan.years)
    .filter((year) => !plan.closed.has(year))
    .map((year) => apportioned(balances, line, key, year))
    .filter(({ parts }) => parts.some(({ amount }) => amount !== "0.00"))
  const known = plan.contributions.get(contribution)
  const stated = known !== undefined && Canonical.stringify(known.key) === Canonical.stringify(key)
  return stated && years.length === 0
    ? []
    : [{ _tag: "ContributionsApportioned", contribution, line, key, years }]
}

const apportioned = (
  balances: Balances.Balances,
  line: BudgetLine,
  key: DistributionKey,
  year: Year,
): ApportionedYear => {
  const whole = Balances.ofLine(balances, "estimate", line, year)
  const at = (member: string) => Balances.at(balances, { ...estimated(line), part: member }, year)
  const due = Allocation.split(
    whole,
    key.weights.map(({ member, weight }) => ({ key: member, weight })),
    2,
  ).map((part) => ({ member: part.key, due: part.amount, order: part.order }))
  // The parts of members without a weight become zero.
  const gone = partsOf(balances, line, year)
    .filter((member) => key.weights.every((weight) => weight.member !== member))
    .map((member) => ({ member, due: Money.zero, order: 0 }))
  return {
    year,
    whole: Money.format(whole),
    parts: [...due, ...gone].map((part) => ({
      ...part,
      due: Money.format(part.due),
      amount: Money.format(Money.subtract(part.due, at(part.member))),
    })),
  }
}

const partsOf = (balances: Balances.Balances, line: BudgetLine, year: Year): ReadonlyArray<string> => {
  const wanted = lineKey(line)
  return Balances.list(balances).flatMap(({ place: { part, ...whole }, year: other }) =>
    part !== undefined && other === year && placeKey(whole) === wanted ? [part] : [],
  )
}

const check = (
  plan: Plan,
  contribution: string,
  line: BudgetLine,
  key: DistributionKey,
): ReadonlyArray<Refusal> => {
  const { members } = plan.structure.register
  return [
    ...checkLine(plan, line),
    ...key.weights
      .filter(({ member }) => !members.has(member))
      .map(({ member }) => ({ _tag: "UnknownMember", member }) as const),
    ...checkKey(plan, { contribution, line, key }),
  ]
}

/** Refuses a key that cannot be divided, and a line that another contribution uses. */
export const checkKey = (
  { contributions }: Plan,
  { contribution, line, key }: Pick<Of<"ContributionsApportioned">, "contribution" | "line" | "key">,
): ReadonlyArray<
  Extract<Refusal, { readonly _tag: "MemberTwice" | "NegativeWeight" | "KeySumsToZero" | "LineApportioned" }>
> => {
  const { name, weights } = key
  const holder = [...contributions].find(
    ([other, facts]) => other !== contribution && lineKey(facts.line) === lineKey(line),
  )
  return [
    ...Repeated.of(weights.map(({ member }) => member)).map(
      (member) => ({ _tag: "MemberTwice", member }) as const,
    ),
    ...weights
      .filter(({ weight }) => weight.startsWith("-"))
      .map(({ member, weight }) => ({ _tag: "NegativeWeight", member, weight }) as const),
    ...(weights.every(({ weight }) => /^-?0(?:\.0*)?$/.test(weight))
      ? [{ _tag: "KeySumsToZero", key: name } as const]
      : []),
    ...(holder === undefined
      ? []
      : [{ _tag: "LineApportioned", line: format(line), contribution: holder[0] } as const]),
  ]
}
