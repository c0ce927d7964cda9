/**
 * From a request to events: a decision looks at the state and answers with events, or with every reason why not.
 *
 * Decisions are made by nouns (`Estimate.post`, `Overhead.reallocate`, `Adjustment.adopt`, …). This module holds
 * what they share: the state they look at, and the checks that a line, a year and a code must pass.
 */
import * as Result from "effect/Result"
import type { Amounts, BudgetEvent } from "../event/BudgetEvent.ts"
import type { Balances } from "../fold/Balances.ts"
import * as Dimension from "../form/Dimension.ts"
import type { Source } from "../journal/Journal.ts"
import { type BudgetLine, estimated, type Place } from "../value/BudgetLine.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within, type Year } from "../value/Year.ts"
import type { Plan } from "./Plan.ts"

/** What a decision may look at: the plan, and all balances, at the end of the journal. */
export interface State {
  readonly plan: Plan | undefined
  readonly balances: () => Balances
}

/** Events, or all the reasons to refuse. */
export type Decided = Result.Result<ReadonlyArray<BudgetEvent>, ReadonlyArray<Refusal>>

/** A decision: a function from state to events. */
export type Decision = (state: State) => Decided

/**
 * What somebody asks to record: a decision to make, under an id, from a line of a file.
 *
 * A journal that holds the id knows the request already: nothing is decided again. `event` is the event that the
 * request becomes whatever the state, where it can be computed beforehand; a known id with another event is a conflict.
 */
export interface Request {
  readonly id: string
  readonly decide: Decision
  readonly event?: BudgetEvent
  readonly source?: Source
}

/** Accepts, if there is nothing to refuse. */
export const unless = (
  refusals: ReadonlyArray<Refusal>,
  events: () => ReadonlyArray<BudgetEvent>,
): Decided => (refusals.length === 0 ? Result.succeed(events()) : Result.fail(refusals))

/** A decision that needs an adopted plan. */
export const withPlan =
  (decide: (plan: Plan, state: State) => Decided): Decision =>
  (state) =>
    state.plan === undefined ? Result.fail([{ _tag: "PlanNotAdopted" }]) : decide(state.plan, state)

/** What is wrong with a line under a plan: unknown codes, no row, no sector where the row needs one. */
export const checkLine = (plan: Plan, line: BudgetLine): ReadonlyArray<Refusal> => {
  const { structure } = plan
  const refusals: Array<Refusal> = []
  if (!structure.policyItems.has(line.policyItem))
    refusals.push({ _tag: "UnknownPolicyItem", policyItem: line.policyItem })
  if (line.action !== undefined) refusals.push(...checkAction(plan, line.action))
  if (line.sector !== undefined && !structure.sectors.has(line.sector))
    refusals.push({ _tag: "UnknownSector", sector: line.sector })
  const reading = Dimension.of(structure, estimated(line))
  if (Dimension.isUnplaced(reading)) {
    if (reading._tag !== "UnknownSector") refusals.push(reading)
  } else if (reading.section === "result") refusals.push({ _tag: "ResultAccount", account: line.account })
  return refusals
}

/** Whether a code names an action of the plan. */
export const checkAction = ({ structure }: Plan, action: string): ReadonlyArray<Refusal> => {
  const goal = structure.goals.get(action)
  if (goal === undefined) return [{ _tag: "UnknownAction", action }]
  return goal.level === "action" ? [] : [{ _tag: "NotAnAction", action, level: goal.level }]
}

/** Whether estimates of a year may change: inside the plan, and not closed. */
export const checkYear = (plan: Plan, year: Year): ReadonlyArray<Refusal> => {
  if (!within(plan.years, year)) return [{ _tag: "YearOutsidePlan", year, years: plan.years }]
  return plan.closed.has(year) ? [{ _tag: "YearIsClosed", year }] : []
}

/** Whether every year of a change may change. */
export const checkYears = (plan: Plan, amounts: Amounts): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  for (const year in amounts) refusals.push(...checkYear(plan, Number(year)))
  return refusals
}

/** Whether the action of a line still runs in some years: after its last day nothing is estimated or booked. */
export const checkRunning = (
  { stopped }: Plan,
  { action }: BudgetLine,
  years: ReadonlyArray<Year>,
): ReadonlyArray<Refusal> => {
  const lastDay = action === undefined ? undefined : stopped.get(action)
  if (action === undefined || lastDay === undefined) return []
  return years
    .filter((year) => year > Number(lastDay.slice(0, 4)))
    .map((year) => ({ _tag: "ActionHasStopped", action, lastDay, year }))
}

/** Whether a place stands under the account of a result or a debt, which have an account only. */
export const checkResult = (plan: Plan, place: Place): ReadonlyArray<Refusal> => {
  const reading = Dimension.of(plan.structure, place)
  if (Dimension.isUnplaced(reading))
    return [{ _tag: "UnknownAccount", account: place.account, direction: place.direction }]
  return reading.section === "result" ? [] : [{ _tag: "NotAResultAccount", account: place.account }]
}

/** Marks refusals with the line of the source file they are about. */
export const onLine = (
  sourceLine: number | undefined,
  refusals: ReadonlyArray<Refusal>,
): ReadonlyArray<Refusal> =>
  sourceLine === undefined ? refusals : refusals.map((refusal) => ({ ...refusal, sourceLine }))
