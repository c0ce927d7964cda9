/**
 * The applications of a rule (overhead, pass-through, contribution, stop, repayment): which entry states the rule, which
 * entries follow from it, and whether the rule is switched off.
 *
 * ```ts
 * const applied = [...plan.applied].map(([position, event]) => ({ position, event }))[0]
 * if (applied === undefined) throw new Error("no rule")
 * AppliedRule.isApplied(applied.event) // => true
 * AppliedRule.nameOf(applied.event) // => { rule: "overhead", subject: "A2" }
 * AppliedRule.standing(plan, applied.event).map(({ position }) => position) // => [6]
 * AppliedRule.statementOf(plan, applied) // => undefined
 * AppliedRule.isSameRule(applied.event, applied.event) // => true
 * AppliedRule.isReplaced(plan, applied.event) // => false
 * AppliedRule.leftOver(plan) // => []
 * ```
 */
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import type * as Refusal from "../value/Refusal.ts"
import type { Applied, Plan } from "./Plan.ts"

/** A rule of the plan: its kind, and the action or the contribution that it is for. */
export interface RuleName {
  readonly rule: Refusal.RuleKind
  readonly subject: string
}

/** An application of a rule at a position. */
export interface AppliedEntry {
  readonly position: number
  readonly event: Applied
}

// A record, so that a kind that is missing does not compile.
const kinds: Readonly<Record<Applied["_tag"], true>> = {
  OverheadReallocated: true,
  PassedThrough: true,
  ContributionsApportioned: true,
  ActionStopped: true,
  RepaymentStated: true,
}

/** Returns whether an event is an application of a rule. */
export const isApplied = (event: BudgetEvent): event is Applied => Object.hasOwn(kinds, event._tag)

/** Returns the name of the rule that an event applies. */
export const nameOf = (event: Applied): RuleName => {
  switch (event._tag) {
    case "OverheadReallocated":
      return { rule: "overhead", subject: event.rule.target }
    case "PassedThrough":
      return { rule: "passThrough", subject: event.line.action ?? "" }
    case "ContributionsApportioned":
      return { rule: "contribution", subject: event.contribution }
    case "ActionStopped":
      return { rule: "stop", subject: event.action }
    case "RepaymentStated":
      return { rule: "repayment", subject: String(event.year) }
  }
}

/** Returns the applications of the rule of an entry that are not reversed, in the order of the journal. */
export const standing = (plan: Plan, event: Applied): ReadonlyArray<AppliedEntry> =>
  [...plan.applied]
    .filter(([position, other]) => isSameRule(event, other) && !plan.reversed.has(position))
    .map(([position, other]) => ({ position, event: other }))

/** Returns the entry that stated the rule which an entry follows from; undefined when the entry states a rule itself. */
export const statementOf = (plan: Plan, { position, event }: AppliedEntry): number | undefined => {
  const earlier = standing(plan, event).filter((other) => other.position < position)
  const terms = termsOf(event)
  let stated: number | undefined
  for (const other of earlier.toReversed()) {
    if (termsOf(other.event) !== terms) break
    stated = other.position
  }
  return stated
}

/** Returns whether a later entry states the rule of an event with other terms. */
export const isReplaced = (plan: Plan, event: Applied): boolean => {
  const last = standing(plan, event).at(-1)
  return last !== undefined && termsOf(last.event) !== termsOf(event)
}

/** Returns the rules that are switched off although amounts of them are still posted, with their last application. */
export const leftOver = (plan: Plan): ReadonlyArray<RuleName & { readonly position: number }> => {
  const last = new Map<string, RuleName & { readonly position: number }>()
  for (const [position, event] of plan.applied) {
    const name = nameOf(event)
    if (!plan.reversed.has(position) && isOff(plan, event))
      last.set(`${name.rule} ${name.rule === "overhead" ? "" : name.subject}`, { ...name, position })
  }
  return [...last.values()]
}

const isOff = (plan: Plan, event: Applied): boolean => {
  switch (event._tag) {
    case "OverheadReallocated":
      return plan.overhead === undefined && [...plan.charged.values()].some(({ amount }) => amount !== 0n)
    case "PassedThrough": {
      const passed = plan.passThroughs.get(event.line.action ?? "")
      return passed?.shares.length === 0 && [...passed.passed.values()].some((amount) => amount !== 0n)
    }
    case "ContributionsApportioned":
      return !plan.contributions.has(event.contribution) && event.years.length > 0
    case "RepaymentStated":
      return !plan.repayments.has(event.year)
    case "ActionStopped":
      return false
  }
}

/** Returns whether two events apply one rule. The plan has one overhead rule, whatever its target. */
export const isSameRule = (one: Applied, other: Applied): boolean =>
  one._tag === other._tag &&
  (one._tag === "OverheadReallocated" || nameOf(one).subject === nameOf(other).subject)

const termsOf = (event: Applied): string => {
  switch (event._tag) {
    case "OverheadReallocated":
      return Canonical.stringify(event.rule)
    case "PassedThrough":
      return Canonical.stringify(event.shares)
    case "ContributionsApportioned":
      return Canonical.stringify({ line: event.line, key: event.key })
    case "ActionStopped":
      return Canonical.stringify({ lastDay: event.lastDay })
    case "RepaymentStated":
      return Canonical.stringify(event.rule)
  }
}
