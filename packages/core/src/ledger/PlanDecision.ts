/**
 * The last entry of a decision on the plan: an adjustment with the entries that follow from it by rule, or the estimates
 * of the first plan before anything is realised.
 *
 * `plan:LABEL` is everything before the next adjustment, so that it also contains what was recorded in the meantime.
 */
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent, Kind } from "../event/BudgetEvent.ts"
import type { Traces } from "../fold/Trace.ts"
import type { Plan, Version } from "../rule/Plan.ts"

/** What the end of a decision is read from. */
export interface Recorded {
  readonly traces: Traces
  readonly versions: ReadonlyArray<Version>
  readonly planAt: (position: number) => Plan | undefined
}

/** Returns the position of the last entry of the decision that made a version of the plan. */
export const end = (recorded: Recorded, version: Version): number =>
  version === recorded.versions[0] ? endOfEstimates(recorded, version) : endOfRules(recorded, version)

/** Whether a kind of event carries out the plan instead of making it. */
const executes: Readonly<Record<Kind, boolean>> = {
  PlanAdopted: false,
  StructureDeclared: false,
  EstimatePosted: false,
  OverheadReallocated: false,
  PassedThrough: false,
  PlanAdjusted: false,
  ResultCarriedForward: false,
  FundsEarmarked: false,
  DebtOpened: false,
  RepaymentStated: false,
  EstimatesIndexed: false,
  ContributionsApportioned: false,
  FundingAssigned: false,
  ConditionJudged: false,
  ActionStopped: false,
  Reversed: false,
  CreditTransferred: true,
  CommitmentRecorded: true,
  ActualRecorded: true,
  CarriedOver: true,
  YearClosed: true,
}

const endOfEstimates = ({ traces, versions }: Recorded, { position }: Version): number => {
  const last = (versions[1]?.position ?? traces.length + 1) - 1
  for (let next = position + 1; next <= last; next++) {
    const kind = traces.kindAt(next)
    if (kind !== undefined && executes[kind]) return next - 1
  }
  return last
}

const endOfRules = ({ traces, planAt }: Recorded, { position }: Version): number => {
  let last = position
  while (follows(traces.events.get(last + 1), planAt(last))) last++
  return last
}

/** Whether an event applies a rule that the plan already has: a new or changed rule is a decision of its own. */
const follows = (event: BudgetEvent | undefined, plan: Plan | undefined): boolean => {
  if (event?._tag === "OverheadReallocated") return isSame(event.rule, plan?.overhead)
  if (event?._tag === "PassedThrough")
    return isSame(event.shares, plan?.passThroughs.get(event.line.action ?? "")?.shares)
  if (event?._tag === "RepaymentStated")
    return event.rule._tag === "DebtRate" && isSame(event.rule, plan?.repayments.get(event.year))
  if (event?._tag !== "ContributionsApportioned") return false
  const known = plan?.contributions.get(event.contribution)
  return isSame({ line: event.line, key: event.key }, known)
}

const isSame = (stated: unknown, known: unknown): boolean =>
  known !== undefined && Canonical.stringify(stated) === Canonical.stringify(known)
