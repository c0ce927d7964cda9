/** Remarks about the rules of a plan: rules that would post something, are left over, or apply to another action. */
import type { Balances } from "../fold/Balances.ts"
import * as Remark from "../journal/Remark.ts"
import * as AppliedRule from "../rule/AppliedRule.ts"
import * as DueEvents from "../rule/DueEvents.ts"
import type { Applied, Plan } from "../rule/Plan.ts"
import * as Ledger from "./Ledger.ts"

/** Returns a remark for each rule that is left over, or would post something. */
export const stale = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const { plan, balances } = Ledger.state(ledger)
  if (plan === undefined) return []
  const leftOver = AppliedRule.leftOver(plan).map(({ position, rule, subject }) =>
    Remark.of(position, { _tag: "RuleLeftOver", rule, subject }),
  )
  return [...leftOver, ...behind(plan, balances())].filter(({ position }) => position > after)
}

/** Returns a remark for each rule that would post something now. */
const behind = (plan: Plan, balances: Balances): ReadonlyArray<Remark.Remark> => {
  const { events, refused } = DueEvents.of(plan, balances)
  const due = events.filter(AppliedRule.isApplied)
  const unequal = refused.flatMap((refusal) => ("action" in refusal ? [refusal.action] : []))
  const isBehind = (event: Applied): boolean =>
    due.some((other) => AppliedRule.isSameRule(event, other)) ||
    (event._tag === "PassedThrough" && unequal.includes(event.line.action ?? ""))
  const last = new Map<string, Remark.Remark>()
  for (const [position, event] of plan.applied) {
    const name = AppliedRule.nameOf(event)
    if (isBehind(event))
      last.set(`${name.rule} ${name.subject}`, Remark.of(position, { _tag: "RuleBehind", ...name }))
  }
  return [...last.values()]
}

/** Returns a remark for each contribution of which the last application is not on the overhead action. */
export const elsewhere = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const plan = Ledger.planAt(ledger)
  if (plan?.overhead === undefined) return []
  const { target } = plan.overhead
  const last = new Map<string, number>()
  for (const [position, event] of plan.applied)
    if (event._tag === "ContributionsApportioned") last.set(event.contribution, position)
  return [...plan.contributions].flatMap(([contribution, { line }]) => {
    const { action = "" } = line
    const position = last.get(contribution) ?? 0
    return action === target || position <= after
      ? []
      : [Remark.of(position, { _tag: "ContributionElsewhere", contribution, action, target })]
  })
}
