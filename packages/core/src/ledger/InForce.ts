/** Whether what a recorded entry declared or stated is in force at the end of a ledger, or was replaced or reversed later. */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Structure from "../event/Structure.ts"
import * as AppliedRule from "../rule/AppliedRule.ts"
import type { Request } from "../rule/Decision.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Ledger from "./Ledger.ts"

/**
 * Returns whether a recorded declaration or rule does not hold any more, because a later entry replaced it. Postings add up,
 * and are never replaced.
 *
 * @param request the request that states it again: a file of declarations decides only what differs from what is in force
 */
export const isReplaced = (ledger: Ledger.Ledger, request: Request, recorded: BudgetEvent): boolean => {
  // Most recorded rows are postings: their kind is asked before the plan.
  const isRule = AppliedRule.isApplied(recorded)
  if (!isRule && recorded._tag !== "StructureDeclared") return false
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return false
  if (isRule) return AppliedRule.isReplaced(plan, recorded)
  if (request.event?._tag === "StructureDeclared") return !holds(plan.structure, request.event.declarations)
  const decided = request.decide(Ledger.state(ledger))
  return Result.isSuccess(decided) && decided.success.length > 0
}

/**
 * Returns whether all applications of a rule that equal a recorded event are reversed, so that the rule may be stated again.
 * Stating a rule that is in force posts nothing.
 */
export const isReversed = (ledger: Ledger.Ledger, recorded: BudgetEvent): boolean => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined || !isRule(plan, recorded)) return false
  const text = Canonical.stringify(recorded)
  const same = [...ledger.traces.events].filter(
    ([, event]) => event._tag === recorded._tag && Canonical.stringify(event) === text,
  )
  return same.length > 0 && same.every(([position]) => plan.reversed.has(position))
}

const isRule = ({ stopped }: Plan, recorded: BudgetEvent): boolean =>
  recorded._tag === "ActionStopped"
    ? stopped.get(recorded.action) !== recorded.lastDay
    : recorded._tag === "EstimatesIndexed" || AppliedRule.isApplied(recorded)

/** Returns whether declarations hold: declaring them again would change nothing. */
const holds = (structure: Structure.Structure, declarations: Structure.Declarations): boolean => {
  const after = maps(Structure.declare(structure, declarations))
  return maps(structure).every((before, index) => isSame(before, after[index]))
}

type Declared = ReadonlyMap<string, unknown>

const maps = ({ register, ...own }: Structure.Structure): ReadonlyArray<Declared> => [
  ...Object.values(own),
  ...Object.values(register),
]

const isSame = (before: Declared, after: Declared | undefined): boolean =>
  before.size === after?.size &&
  [...after].every(([key, value]) => {
    const other = before.get(key)
    return other === value || Canonical.stringify(other) === Canonical.stringify(value)
  })
