/**
 * Decisions: functions from the state to events, or to all the reasons to refuse.
 *
 * The other modules of this folder make decisions (`Estimate.post`, `Overhead.reallocate`, `Adjustment.adopt`, …). This
 * module has the state that they read and the checks on lines, years and codes that they share.
 *
 * ```ts
 * const post = Decision.withPlan((plan) =>
 *   Decision.unless(Decision.checkYear(plan, 2026), () => [
 *     { _tag: "EstimatePosted", line: rent, amounts: { 2026: "1.00" } },
 *   ]),
 * )
 * Result.isSuccess(post(state)) // => true
 * Decision.checkYears(plan, { 2032: "1.00" }).map(({ _tag }) => _tag) // => ["YearOutsidePlan"]
 * Decision.checkLine(plan, { ...rent, action: "A9" }).map(({ _tag }) => _tag) // => ["UnknownAction"]
 * Decision.checkAction(plan, "BD1").map(({ _tag }) => _tag) // => ["NotAnAction"]
 * Decision.checkRunning(plan, rent, [2027]) // => []
 * Decision.checkResult(plan, { ...rent, phase: "estimate" }).map(({ _tag }) => _tag) // => ["NotAResultAccount"]
 * Decision.located(["A1"], [3], () => [{ _tag: "PlanNotAdopted" }]).map(({ sourceLine }) => sourceLine) // => [3]
 * Decision.onLine(12, [{ _tag: "PlanNotAdopted" }]).map(({ sourceLine }) => sourceLine) // => [12]
 * Decision.known({ id: "new", decide: post, formerIds: ["old"] }, new Map([["old", 4]])) // => 4
 * ```
 */
import * as Result from "effect/Result"
import type { Amounts, BudgetEvent } from "../event/BudgetEvent.ts"
import { accountRule } from "../event/Structure.ts"
import type { Balances } from "../fold/Balances.ts"
import * as Dimension from "../form/Dimension.ts"
import type { Source } from "../journal/Journal.ts"
import { type BudgetLine, estimated, type Place } from "../value/BudgetLine.ts"
import type { ProbableCode, Refusal } from "../value/Refusal.ts"
import { within, type Year } from "../value/Year.ts"
import type { Plan } from "./Plan.ts"

/** The state that a decision reads: the plan and all balances at the end of the journal. */
export interface State {
  readonly plan: Plan | undefined
  readonly balances: () => Balances
  /** Whether bookings past an estimate and commitments past what is available are refused; by default they have a remark. */
  readonly isStrict?: boolean
}

/** Events, or all the reasons to refuse. */
export type Decided = Result.Result<ReadonlyArray<BudgetEvent>, ReadonlyArray<Refusal>>

/** A decision: a function from state to events. */
export type Decision = (state: State) => Decided

/**
 * A request to record a decision, with its idempotency key (`id`) and its source.
 *
 * A request whose id is in the journal is not decided again. `event` is the resulting event where it does not depend on
 * the state; the same id with another event is a conflict.
 */
export interface Request {
  readonly id: string
  readonly decide: Decision
  readonly event?: BudgetEvent
  readonly source?: Source
  /** Ids that earlier versions of Grootboek gave this request: an entry under one of them is this request too. */
  readonly formerIds?: ReadonlyArray<string>
}

/** Returns the value that a map has for a request: under its id, or else under one of its former ids. */
export const known = <A>({ id, formerIds }: Request, byId: ReadonlyMap<string, A>): A | undefined =>
  byId.get(id) ?? formerIds?.map((former) => byId.get(former)).find((found) => found !== undefined)

/** Returns the events when there are no refusals. */
export const unless = (
  refusals: ReadonlyArray<Refusal>,
  events: () => ReadonlyArray<BudgetEvent>,
): Decided => (refusals.length === 0 ? Result.succeed(events()) : Result.fail(refusals))

/** Makes a decision that needs an adopted plan; refused without one. */
export const withPlan =
  (decide: (plan: Plan, state: State) => Decided): Decision =>
  (state) =>
    state.plan === undefined ? Result.fail([{ _tag: "PlanNotAdopted" }]) : decide(state.plan, state)

/** Checks the codes of a line: known in the plan, with a row, and with a sector where the row needs one. */
export const checkLine = (plan: Plan, line: BudgetLine): ReadonlyArray<Refusal> => {
  const { structure } = plan
  const refusals: Array<Refusal> = []
  if (!structure.policyItems.has(line.policyItem))
    refusals.push({
      _tag: "UnknownPolicyItem",
      policyItem: line.policyItem,
      ...likely(line.policyItem, (code) => structure.policyItems.has(code)),
    })
  if (line.action !== undefined) refusals.push(...checkAction(plan, line.action))
  if (line.sector !== undefined && !structure.sectors.has(line.sector))
    refusals.push({
      _tag: "UnknownSector",
      sector: line.sector,
      ...likely(line.sector, (code) => structure.sectors.has(code)),
    })
  const reading = Dimension.of(structure, estimated(line))
  if (Dimension.isUnplaced(reading)) {
    if (reading._tag === "UnknownAccount") {
      const isKnown = (account: string) => accountRule(structure, line.direction, account) !== undefined
      refusals.push({ ...reading, ...likely(line.account, isKnown) })
    } else if (reading._tag !== "UnknownSector") refusals.push(reading)
  } else if (reading.section === "result") refusals.push({ _tag: "ResultAccount", account: line.account })
  return refusals
}

const likely = (code: string, isDeclared: (code: string) => boolean): ProbableCode => {
  const capitals = [code.toUpperCase(), code.toLowerCase()].find(isDeclared)
  if (capitals !== undefined) return { capitals }
  const others = /^\d+$/.test(code) ? ["0", "00", "000"].map((zeros) => zeros + code) : []
  const probably = others.find(isDeclared)
  return probably === undefined ? {} : { probably }
}

/** Checks that a code is an action of the plan. */
export const checkAction = ({ structure }: Plan, action: string): ReadonlyArray<Refusal> => {
  const goal = structure.goals.get(action)
  if (goal === undefined)
    return [{ _tag: "UnknownAction", action, ...likely(action, (code) => structure.goals.has(code)) }]
  return goal.level === "action" ? [] : [{ _tag: "NotAnAction", action, level: goal.level }]
}

/** Checks that a year is in the plan and not closed. */
export const checkYear = (plan: Plan, year: Year): ReadonlyArray<Refusal> => {
  if (!within(plan.years, year)) return [{ _tag: "YearOutsidePlan", year, years: plan.years }]
  return plan.closed.has(year) ? [{ _tag: "YearIsClosed", year }] : []
}

/** Checks every year of a change. */
export const checkYears = (plan: Plan, amounts: Amounts): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  for (const year in amounts) refusals.push(...checkYear(plan, Number(year)))
  return refusals
}

/** Checks that the action of a line has not stopped before given years. */
export const checkRunning = (
  { stopped }: Plan,
  { action = "" }: BudgetLine,
  years: ReadonlyArray<Year>,
): ReadonlyArray<Extract<Refusal, { readonly _tag: "ActionHasStopped" }>> => {
  const lastDay = stopped.get(action)
  if (lastDay === undefined) return []
  return years
    .filter((year) => year > Number(lastDay.slice(0, 4)))
    .map((year) => ({ _tag: "ActionHasStopped", action, lastDay, year }))
}

/** Checks that the account of a place is one of results. */
export const checkResult = (plan: Plan, place: Place): ReadonlyArray<Refusal> => {
  const reading = Dimension.of(plan.structure, place)
  if (Dimension.isUnplaced(reading))
    return [{ _tag: "UnknownAccount", account: place.account, direction: place.direction }]
  return reading.section === "result" ? [] : [{ _tag: "NotAResultAccount", account: place.account }]
}

/** Adds the line of the source file to refusals. */
export const onLine = (
  sourceLine: number | undefined,
  refusals: ReadonlyArray<Refusal>,
): ReadonlyArray<Refusal> =>
  sourceLine === undefined ? refusals : refusals.map((refusal) => ({ ...refusal, sourceLine }))

/** Returns the refusals of the rows of a list. `lines` are those of the rows in the source file; none when the list came from no file. */
export const located = <A>(
  list: ReadonlyArray<A> | undefined,
  lines: ReadonlyArray<number>,
  find: (one: A) => ReadonlyArray<Refusal>,
): ReadonlyArray<Refusal> => (list ?? []).flatMap((one, index) => onLine(lines[index], find(one)))
