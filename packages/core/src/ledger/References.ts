/**
 * The codes and positions that an event refers to, besides those of its lines: each must be declared or recorded before it, or
 * declared with it, and declared once.
 *
 * Every version of the decisions refused the others. An envelope is not checked: lines may name one that nothing declares.
 */
import type { BudgetEvent, Of } from "../event/BudgetEvent.ts"
import * as Structure from "../event/Structure.ts"
import type { Columns } from "../fold/Columns.ts"
import type { Traces } from "../fold/Trace.ts"
import { type Invalidity, invalid } from "../journal/InvalidReason.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Repeated from "../rule/Repeated.ts"
import * as DeclaredCodes from "./DeclaredCodes.ts"

/** An event, with the postings and the plan before it. */
interface ReferringEvent {
  readonly ledger: { readonly columns: Columns; readonly traces: Traces }
  readonly plan: Plan | undefined
  readonly event: BudgetEvent
}

/** Returns the references of an event that are not valid. */
export const find = ({ ledger, plan, event }: ReferringEvent): ReadonlyArray<Invalidity> => {
  if (plan === undefined) return []
  const { structure } = plan
  switch (event._tag) {
    case "StructureDeclared":
      return DeclaredCodes.find(structure, ledger.columns, {
        field: "event.declarations",
        more: event.declarations,
      })
    case "PlanAdjusted":
      return [
        ...label(plan, event),
        ...(event.structure === undefined
          ? []
          : DeclaredCodes.find(structure, ledger.columns, {
              field: "event.structure",
              more: event.structure,
            })),
      ]
    case "OverheadReallocated":
      return overhead(structure, event)
    case "PassedThrough":
      return Repeated.of(event.shares.map(({ partner }) => partner)).map((partner) =>
        invalid("event.shares.partner", { _tag: "PartnerTwice", partner }),
      )
    case "ContributionsApportioned":
      return members(structure, event)
    case "FundingAssigned":
      return event.lines.flatMap(({ condition }) =>
        condition === undefined ? [] : conditionOf(structure, condition, "event.lines.condition"),
      )
    case "ConditionJudged":
      return conditionOf(structure, event.condition, "event.condition")
    case "Reversed":
      return reversed(plan, ledger, event)
    case "CarriedOver":
      return event.to === event.from + 1
        ? []
        : [invalid("event.to", { _tag: "NextYearOnly", from: event.from, to: event.to })]
    case "ActionStopped":
      return stopped(plan, event)
    case "PlanAdopted":
    case "EstimatePosted":
    case "ResultCarriedForward":
    case "FundsEarmarked":
    case "DebtOpened":
    case "RepaymentStated":
    case "CreditTransferred":
    case "EstimatesIndexed":
    case "CommitmentRecorded":
    case "ActualRecorded":
    case "YearClosed":
      return []
  }
}

const label = ({ versions }: Plan, { plan }: Of<"PlanAdjusted">): ReadonlyArray<Invalidity> => {
  const taken = versions.find((version) => version.label === plan)
  return taken === undefined
    ? []
    : [invalid("event.plan", { _tag: "PlanLabelTaken", plan, position: taken.position })]
}

const overhead = (
  structure: Structure.Structure,
  { rule }: Of<"OverheadReallocated">,
): ReadonlyArray<Invalidity> => {
  const exceptions = (rule.exceptions ?? []).map(({ action }) => action)
  const actions = (field: string, codes: ReadonlyArray<string>) =>
    codes.flatMap((action) => checkAction(structure, action, field))
  const account = rule.chargeAccount
  return [
    ...actions("event.rule.excluded", rule.excluded),
    ...actions("event.rule.exceptions.action", exceptions),
    ...Repeated.of(exceptions).map((action) =>
      invalid("event.rule.exceptions.action", { _tag: "ExceptionTwice", action }),
    ),
    ...(Structure.accountRule(structure, "U", account) === undefined
      ? [invalid("event.rule.chargeAccount", { _tag: "UnknownAccount", account, direction: "U" })]
      : []),
  ]
}

/** Checks that a code is a declared action. */
export const checkAction = (
  { goals }: Structure.Structure,
  action: string,
  field: string,
): ReadonlyArray<Invalidity> => {
  const level = goals.get(action)?.level
  if (level === undefined) return [invalid(field, { _tag: "UnknownAction", action })]
  return level === "action" ? [] : [invalid(field, { _tag: "NotAnAction", action, level })]
}

const members = (
  { register }: Structure.Structure,
  { key, years }: Of<"ContributionsApportioned">,
): ReadonlyArray<Invalidity> => {
  const named = [
    ...key.weights.map(({ member }) => ["event.key.weights.member", member] as const),
    ...years.flatMap(({ parts }) => parts.map(({ member }) => ["event.years.parts.member", member] as const)),
  ]
  return named.flatMap(
    ([field, member]): ReadonlyArray<Invalidity> =>
      register.members.has(member) ? [] : [invalid(field, { _tag: "UnknownMember", member })],
  )
}

const conditionOf = (
  { register }: Structure.Structure,
  condition: string,
  field: string,
): ReadonlyArray<Invalidity> =>
  register.conditions.has(condition) ? [] : [invalid(field, { _tag: "UnknownCondition", condition })]

const reversed = (
  { reversed: known, applied }: Plan,
  { columns, traces }: ReferringEvent["ledger"],
  { entry, replacedBy = [] }: Of<"Reversed">,
): ReadonlyArray<Invalidity> => {
  const by = known.get(entry)
  const isKnown = (position: number) => position >= 1 && position <= traces.length
  const kind = isKnown(entry) ? traces.kindAt(entry) : undefined
  // A rule or a stop may have posted nothing.
  const hasEffect = applied.has(entry) || columns.endOf(entry) > columns.endOf(entry - 1)
  return [
    ...(by === undefined ? [] : [invalid("event.entry", { _tag: "AlreadyReversed", position: entry, by })]),
    ...(kind === undefined || (hasEffect && !irreversible.has(kind))
      ? []
      : [invalid("event.entry", { _tag: "NotReversible", position: entry, kind })]),
    ...replacedBy
      .filter((position) => !isKnown(position))
      .map((position) =>
        invalid("event.replacedBy", { _tag: "UnknownEntry", position, last: traces.length }),
      ),
  ]
}

// The kinds that every version refused to reverse: fixed, also when decisions (`Reversal`) refuse more later.
const irreversible: ReadonlySet<string> = new Set(["Reversed", "PlanAdjusted", "YearClosed"])

const stopped = (
  { stopped: known }: Plan,
  { action, lastDay }: Of<"ActionStopped">,
): ReadonlyArray<Invalidity> => {
  const before = known.get(action)
  const year = Number(lastDay.slice(0, 4))
  return before === undefined
    ? []
    : [invalid("event.action", { _tag: "ActionHasStopped", action, lastDay: before, year })]
}
