/** An amount or a term that the event of a rule records, compared with the one that follows from the rule. */
import { type Invalidity, invalid } from "../journal/InvalidReason.ts"
import { type BudgetLine, estimated, key as keyOfPlace } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/**
 * An amount of a rule: the code that it is for (an action, partner, member or account), the amount that the event
 * records, and the amount that follows from the rule, in euro.
 */
export interface RuleAmount {
  readonly of: string
  readonly year: Year
  readonly recorded: string
  readonly due: Money.Money
}

/** Reports a recorded amount that is not the amount due, in euro. */
export const differs = (field: string, { due, ...facts }: RuleAmount): ReadonlyArray<Invalidity> =>
  Money.from(facts.recorded) === due
    ? []
    : [invalid(field, { _tag: "AmountNotDue", ...facts, due: Money.format(due) })]

/** Reports a recorded term that is not the expected one. */
export const same = (field: string, recorded: string, expected: string): ReadonlyArray<Invalidity> =>
  recorded === expected ? [] : [invalid(field, { _tag: "RuleDiffers", recorded, expected })]

/** Returns the sum of the amounts that an event posted under a key so far, and adds an amount to it. */
export type PostedEarlier = (key: string, amount: string) => Money.Money

/**
 * Starts the sums of an event at zero. The change of a second part of one place follows from the first: otherwise what is due
 * could be posted twice.
 */
export const postedEarlier = (): PostedEarlier => {
  const sums = new Map<string, Money.Money>()
  return (key, amount) => {
    const before = sums.get(key) ?? Money.zero
    sums.set(key, Money.add(before, Money.from(amount)))
    return before
  }
}

/** Returns a key that each budget line has once. */
export const keyOfLine = (line: BudgetLine): string => keyOfPlace(estimated(line))
