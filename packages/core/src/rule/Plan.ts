/**
 * The state of a plan: years, versions, structure, closed years, and the rules that are applied after every change.
 *
 * ```ts
 * Plan.current(plan)?.label // => "2026/1"
 * Plan.lineKey(rent) === Plan.lineKey({ ...rent }) // => true
 * Plan.evolve(plan, { _tag: "YearClosed", year: 2026 }, 10)?.closed.has(2026) // => true
 * ```
 */
import type {
  BudgetEvent,
  DistributionKey,
  EntityType,
  Funding,
  Of,
  OverheadRule,
  RepaymentRule,
} from "../event/BudgetEvent.ts"
import * as Structure from "../event/Structure.ts"
import { type BudgetLine, estimated, key } from "../value/BudgetLine.ts"
import type { Year, Years } from "../value/Year.ts"
import { type Charged, charge, type Passed, pass } from "./Posted.ts"

/** A version of the plan, with the position of its entry. */
export interface Version {
  readonly label: string
  readonly position: number
  readonly creditYears: ReadonlyArray<Year>
}

/** A contribution of the plan: its line and its distribution key. */
export interface Contribution {
  readonly line: BudgetLine
  readonly key: DistributionKey
}

/** Applications of rules: a reversal of one removes its effect on the plan. */
export type Applied =
  | Of<"OverheadReallocated">
  | Of<"PassedThrough">
  | Of<"ContributionsApportioned">
  | Of<"ActionStopped">
  | Of<"RepaymentStated">

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
  readonly passThroughs: ReadonlyMap<string, Passed>
  /** The position of a reversal, by the position of the reversed entry. */
  readonly reversed: ReadonlyMap<number, number>
  /** Applications of rules by position. */
  readonly applied: ReadonlyMap<number, Applied>
  readonly contributions: ReadonlyMap<string, Contribution>
  /** The source and the condition of a line, by {@link lineKey}. */
  readonly funding: ReadonlyMap<string, Funding>
  /** The conditions that are met. */
  readonly met: ReadonlySet<string>
  /** How the notional repayments of a year are set, by year. */
  readonly repayments: ReadonlyMap<Year, RepaymentRule>
  /** The last day of a stopped action, by action. */
  readonly stopped: ReadonlyMap<string, string>
}

/** Returns the version in force. */
export const current = (plan: Plan): Version | undefined => plan.versions.at(-1)

/** Returns the plan after the event at a position. Events before `PlanAdopted` change nothing. */
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
        contributions: withEntry(plan.contributions, event.contribution, {
          line: event.line,
          key: event.key,
        }),
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
        stopped: withEntry(plan.stopped, event.action, event.lastDay),
      }
    case "RepaymentStated":
      return {
        ...apply(plan, event, position),
        repayments: withEntry(plan.repayments, event.year, event.rule),
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
    case "CommitmentRecorded":
    case "ActualRecorded":
    case "CarriedOver":
      return plan
  }
}

/** Returns the key of a line. */
export const lineKey = (line: BudgetLine): string => key(estimated(line))

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
  repayments: new Map(),
  stopped: new Map(),
})

const apply = (plan: Plan, event: Applied, position: number): Plan => ({
  ...plan,
  applied: withEntry(plan.applied, position, event),
})

// A reversed rule is not applied after later changes until it is recorded again.
const reverse = (plan: Plan, event: Of<"Reversed">, position: number): Plan => {
  const reversed = { ...plan, reversed: withEntry(plan.reversed, event.entry, position) }
  const undone = plan.applied.get(event.entry)
  if (undone === undefined) return reversed
  if (undone._tag === "OverheadReallocated")
    return { ...reversed, overhead: undefined, charged: charge(plan.charged, undone, -1n) }
  if (undone._tag === "ContributionsApportioned")
    return { ...reversed, contributions: without(plan.contributions, undone.contribution) }
  if (undone._tag === "RepaymentStated")
    return { ...reversed, repayments: without(plan.repayments, undone.year) }
  if (undone._tag === "ActionStopped") return { ...reversed, stopped: without(plan.stopped, undone.action) }
  const passThroughs = new Map(pass(plan.passThroughs, undone, -1n))
  const action = undone.line.action ?? ""
  const left = passThroughs.get(action)
  if (left !== undefined) passThroughs.set(action, { ...left, shares: [] })
  return { ...reversed, passThroughs }
}

const withEntry = <K, A>(map: ReadonlyMap<K, A>, key: K, value: A): ReadonlyMap<K, A> =>
  new Map([...map, [key, value]])

const without = <K, A>(map: ReadonlyMap<K, A>, key: K): ReadonlyMap<K, A> =>
  new Map([...map].filter(([other]) => other !== key))
