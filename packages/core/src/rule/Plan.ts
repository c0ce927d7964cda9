/** What the rules need to know: years, labels, structure, closed years, and the rules that the plan follows. */
import type {
  BudgetEvent,
  DistributionKey,
  EntityType,
  Funding,
  Of,
  OverheadRule,
  PartnerShare,
} from "../event/BudgetEvent.ts"
import * as Structure from "../event/Structure.ts"
import { type BudgetLine, estimated, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year, Years } from "../value/Year.ts"

/** A version of the plan: its label, and the position of the entry that made it. */
export interface Version {
  readonly label: string
  readonly position: number
  readonly creditYears: ReadonlyArray<Year>
}

/** What an overhead rule has posted on one action, policy item and year, over all its applications. */
export interface Charged {
  readonly rule: OverheadRule
  readonly action: string
  readonly policyItem: string
  readonly year: Year
  readonly amount: Money.Money
}

/** A pass-through that the plan follows, and what was passed on so far per year and partner. */
export interface PassThrough {
  readonly line: BudgetLine
  readonly shares: ReadonlyArray<PartnerShare>
  readonly passed: ReadonlyMap<string, Money.Money>
}

/** A contribution that the plan follows: the line that holds it, and the key it is apportioned by. */
export interface Contribution {
  readonly line: BudgetLine
  readonly key: DistributionKey
}

/** The entries in which a rule posted that a reversal takes back. */
export type Applied =
  | Of<"OverheadReallocated">
  | Of<"PassedThrough">
  | Of<"ContributionsApportioned">
  | Of<"ActionStopped">

/** The state of a plan (meerjarenplan) at one position. */
export interface Plan {
  readonly entity: { readonly name: string; readonly type: EntityType }
  readonly edition: Of<"PlanAdopted">["edition"]
  readonly years: Years
  readonly versions: ReadonlyArray<Version>
  readonly structure: Structure.Structure
  readonly closed: ReadonlySet<Year>
  readonly overhead: OverheadRule | undefined
  readonly charged: ReadonlyMap<string, Charged>
  readonly passThroughs: ReadonlyMap<string, PassThrough>
  /** By position of what was reversed: the position of its reversal. */
  readonly reversed: ReadonlyMap<number, number>
  /** The entries in which a rule posted, by position: a reversal takes their effect back. */
  readonly applied: ReadonlyMap<number, Applied>
  readonly contributions: ReadonlyMap<string, Contribution>
  /** By line: where its money comes from, and the condition it stands under. */
  readonly funding: ReadonlyMap<string, Funding>
  /** The conditions that are met. */
  readonly met: ReadonlySet<string>
  /** By action that stopped: its last day. */
  readonly stopped: ReadonlyMap<string, string>
}

/** The version in force. */
export const current = (plan: Plan): Version | undefined => plan.versions.at(-1)

/** The plan after the entry at a position; an event before any `PlanAdopted` changes nothing. */
export const evolve = (plan: Plan | undefined, event: BudgetEvent, position: number): Plan | undefined => {
  if (event._tag === "PlanAdopted") return plan ?? adopted(event, position)
  if (plan === undefined) return undefined
  switch (event._tag) {
    case "StructureDeclared":
      return { ...plan, structure: Structure.declare(plan.structure, event.declarations) }
    case "PlanAdjusted":
      return {
        ...plan,
        structure:
          event.structure === undefined ? plan.structure : Structure.declare(plan.structure, event.structure),
        versions: [...plan.versions, { label: event.plan, position, creditYears: event.creditYears }],
      }
    case "OverheadReallocated":
      return {
        ...apply(plan, event, position),
        overhead: event.rule,
        charged: charge(plan.charged, event, 1n),
      }
    case "PassedThrough":
      return { ...apply(plan, event, position), passThroughs: pass(plan.passThroughs, event, 1n) }
    case "ContributionsApportioned":
      return {
        ...apply(plan, event, position),
        contributions: new Map([
          ...plan.contributions,
          [event.contribution, { line: event.line, key: event.key }],
        ]),
      }
    case "FundingAssigned":
      return {
        ...plan,
        funding: new Map([
          ...plan.funding,
          ...event.lines.map((funding): [string, Funding] => [lineKey(funding.line), funding]),
        ]),
      }
    case "ConditionJudged": {
      const met = new Set(plan.met)
      if (event.met) met.add(event.condition)
      else met.delete(event.condition)
      return { ...plan, met }
    }
    case "ActionStopped":
      return {
        ...apply(plan, event, position),
        stopped: new Map([...plan.stopped, [event.action, event.lastDay]]),
      }
    case "YearClosed":
      return { ...plan, closed: new Set([...plan.closed, event.year]) }
    case "Reversed":
      return reverse(plan, event, position)
    case "EstimatePosted":
    case "EstimatesIndexed":
    case "ResultCarriedForward":
    case "FundsEarmarked":
    case "DebtOpened":
    case "CreditTransferred":
    case "ActualRecorded":
    case "CarriedOver":
      return plan
  }
}

/** The key of what an overhead rule posted: where it charges and where it credits. */
export const chargeKey = (rule: OverheadRule, action: string, policyItem: string, year: Year): string =>
  [action, policyItem, year, rule.target, rule.chargeAccount, rule.creditAccount, rule.creditPolicyItem].join(
    "\u001f",
  )

/** The key of a line. */
export const lineKey = (line: BudgetLine): string => key(estimated(line))

/** The key of what was passed on to a partner in a year. */
export const passKey = (year: Year, partner: string): string => `${year}\u001f${partner}`

const adopted = (event: Of<"PlanAdopted">, position: number): Plan => ({
  entity: event.entity,
  edition: event.edition,
  years: event.years,
  versions: [{ label: event.plan, position, creditYears: event.creditYears }],
  structure: Structure.empty,
  closed: new Set(),
  overhead: undefined,
  charged: new Map(),
  passThroughs: new Map(),
  reversed: new Map(),
  applied: new Map(),
  contributions: new Map(),
  funding: new Map(),
  met: new Set(),
  stopped: new Map(),
})

const apply = (plan: Plan, event: Applied, position: number): Plan => ({
  ...plan,
  applied: new Map([...plan.applied, [position, event]]),
})

const charge = (
  charged: Plan["charged"],
  { rule, charges }: Of<"OverheadReallocated">,
  sign: 1n | -1n,
): Plan["charged"] => {
  const out = new Map(charged)
  for (const { action, policyItem, year, amount } of charges) {
    const key = chargeKey(rule, action, policyItem, year)
    const sum = Money.ofMicros((out.get(key)?.amount ?? 0n) + sign * Money.from(amount))
    out.set(key, { rule, action, policyItem, year, amount: sum })
  }
  return out
}

const pass = (
  passThroughs: Plan["passThroughs"],
  event: Of<"PassedThrough">,
  sign: 1n | -1n,
): Plan["passThroughs"] => {
  const action = event.line.action ?? ""
  const passed = new Map(passThroughs.get(action)?.passed)
  for (const { year, parts } of event.years) {
    for (const { partner, amount } of parts) {
      const key = passKey(year, partner)
      passed.set(key, Money.ofMicros((passed.get(key) ?? 0n) + sign * Money.from(amount)))
    }
  }
  return new Map([...passThroughs, [action, { line: event.line, shares: event.shares, passed }]])
}

// A rule that is taken back is not applied again by itself: it waits until it is stated anew.
const reverse = (plan: Plan, event: Of<"Reversed">, position: number): Plan => {
  const reversed = { ...plan, reversed: new Map([...plan.reversed, [event.entry, position]]) }
  const undone = plan.applied.get(event.entry)
  if (undone === undefined) return reversed
  if (undone._tag === "OverheadReallocated")
    return { ...reversed, overhead: undefined, charged: charge(plan.charged, undone, -1n) }
  if (undone._tag === "ContributionsApportioned")
    return { ...reversed, contributions: without(plan.contributions, undone.contribution) }
  if (undone._tag === "ActionStopped") return { ...reversed, stopped: without(plan.stopped, undone.action) }
  const passThroughs = new Map(pass(plan.passThroughs, undone, -1n))
  const action = undone.line.action ?? ""
  const left = passThroughs.get(action)
  if (left !== undefined) passThroughs.set(action, { ...left, shares: [] })
  return { ...reversed, passThroughs }
}

const without = <A>(map: ReadonlyMap<string, A>, key: string): ReadonlyMap<string, A> =>
  new Map([...map].filter(([other]) => other !== key))
