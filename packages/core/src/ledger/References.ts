/**
 * The codes and positions that an event refers to, besides those of its lines: each must be declared or recorded before it, or
 * declared with it, and declared once.
 *
 * Every version of the decisions refused the others. An envelope is not checked: lines may name one that nothing declares.
 */
import type { BudgetEvent, Of } from "../event/BudgetEvent.ts"
import * as Register from "../event/Register.ts"
import * as Structure from "../event/Structure.ts"
import type { Columns } from "../fold/Columns.ts"
import type { Traces } from "../fold/Trace.ts"
import { accountRows } from "../form/AccountRows.ts"
import * as Dimension from "../form/Dimension.ts"
import { type Invalidity, type InvalidReason, invalid } from "../journal/InvalidReason.ts"
import type { Plan } from "../rule/Plan.ts"
import type { DeclaredKind } from "../value/Refusal.ts"

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
      return declared(structure, ledger.columns, { field: "event.declarations", more: event.declarations })
    case "PlanAdjusted":
      return [
        ...label(plan, event),
        ...(event.structure === undefined
          ? []
          : declared(structure, ledger.columns, { field: "event.structure", more: event.structure })),
      ]
    case "OverheadReallocated":
      return overhead(structure, event)
    case "PassedThrough":
      return twice(event.shares.map(({ partner }) => partner)).map((partner) =>
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

interface Declaration {
  readonly field: string
  readonly more: Structure.Declarations
}

const declared = (
  before: Structure.Structure,
  columns: Columns,
  { field, more }: Declaration,
): ReadonlyArray<Invalidity> => {
  const after = Structure.declare(before, more)
  return [
    ...kinds(more).flatMap(([what, codes]) =>
      twice(codes).map((code) => invalid(field, { _tag: "DuplicateCode", what, code })),
    ),
    ...parents(after, more).map((reason) => invalid(`${field}.goals.parent`, reason)),
    ...goals(more)
      .filter(([, goal]) => !after.goals.has(goal))
      .map(([path, goal]) => invalid(`${field}.${path}`, { _tag: "UnknownGoal", goal })),
    ...(more.accounts ?? []).flatMap(
      ({ section, row }): ReadonlyArray<Invalidity> =>
        row === undefined || accountRows.has(`${section}/${row}`)
          ? []
          : [invalid(`${field}.accounts.row`, { _tag: "UnknownFormRow", section, row })],
    ),
    ...unplaced(after, columns, more).map((reason) => invalid(field, reason)),
  ]
}

const kinds = (
  more: Structure.Declarations,
): ReadonlyArray<readonly [DeclaredKind, ReadonlyArray<string>]> => [
  ["goal", (more.goals ?? []).map(({ code }) => code)],
  ["policyItem", (more.policyItems ?? []).map(({ code }) => code)],
  ["sector", (more.sectors ?? []).map(({ code }) => code)],
  [
    "account",
    (more.accounts ?? []).flatMap(({ direction, prefixes }) =>
      prefixes.map((prefix) => `${direction} ${prefix}`),
    ),
  ],
  ...Register.codes(more),
]

const levels: ReadonlyArray<string> = Structure.GoalLevel.literals

const parents = (
  { goals: known }: Structure.Structure,
  { goals: added = [] }: Structure.Declarations,
): ReadonlyArray<InvalidReason> =>
  added.flatMap(({ code, level, parent: name }): ReadonlyArray<InvalidReason> => {
    if (name === undefined) return []
    const parent = known.get(name)
    if (parent === undefined) return [{ _tag: "UnknownParent", code, parent: name }]
    return levels.indexOf(parent.level) < levels.indexOf(level)
      ? []
      : [{ _tag: "ParentNotAbove", code, parent: name }]
  })

/** The nodes of the objectives tree that the lists of a register name, with the path of each. */
const goals = ({
  budgetHolders = [],
  conditions = [],
  progress = [],
  pledges = [],
  indicators = [],
  goalTexts = [],
}: Structure.Declarations): ReadonlyArray<readonly [path: string, goal: string]> => {
  const at = (path: string, codes: ReadonlyArray<string> = []) => codes.map((code) => [path, code] as const)
  return [
    ...budgetHolders.flatMap((one) => at("budgetHolders.goals", one.goals)),
    ...conditions.flatMap((one) => at("conditions.goals", one.goals)),
    ...at(
      "progress.goal",
      progress.map(({ goal }) => goal),
    ),
    ...pledges.flatMap((one) => [
      ...at("pledges.without", one.without),
      ...(one._tag === "BudgetNeutrality" ? at("pledges.goals", one.goals) : []),
    ]),
    ...at(
      "indicators.goal",
      indicators.map(({ goal }) => goal),
    ),
    ...at(
      "goalTexts.goal",
      goalTexts.map(({ goal }) => goal),
    ),
  ]
}

// Recorded amounts keep their row; only accounts and sectors decide it.
const unplaced = (
  after: Structure.Structure,
  { places }: Columns,
  { accounts = [], sectors = [] }: Structure.Declarations,
): ReadonlyArray<InvalidReason> =>
  accounts.length + sectors.length === 0
    ? []
    : places.flatMap((place): ReadonlyArray<InvalidReason> => {
        const reading = Dimension.of(after, place)
        return Dimension.isUnplaced(reading) ? [reading] : []
      })

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
    ...twice(exceptions).map((action) =>
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
  const hasEffect =
    kind !== undefined && (applied.has(entry) || columns.endOf(entry) > columns.endOf(entry - 1))
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

const twice = (codes: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return codes.filter((code) => seen.size === seen.add(code).size)
}
