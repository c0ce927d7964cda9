/**
 * Estimates (ramingen), results carried forward, earmarked funds and opening debts.
 *
 * ```ts
 * const post = Estimate.post({ line: rent, amounts: { 2027: "250.00" } })
 * Result.getOrThrow(post(state)).length // => 1
 * const earmark = Estimate.earmark({ account: "090", amounts: { 2026: "10.00" } })
 * Result.isSuccess(earmark(state)) // => true
 * const carry = Estimate.carryResult({ account: "093", year: 2026, adopted: "10.00" })
 * Result.isSuccess(carry(state)) // => true
 * const debt = Estimate.openDebt({ account: "173", kind: "creditInstitutions", year: 2026, amount: "100.00" })
 * Result.isSuccess(debt(state)) // => true
 * ```
 */
import * as PreparedEvent from "../codec/PreparedEvent.ts"
import type { Of } from "../event/BudgetEvent.ts"
import type { Structure } from "../event/Structure.ts"
import type { BudgetLine } from "../value/BudgetLine.ts"
import type { Refusal } from "../value/Refusal.ts"
import {
  checkLine,
  checkResult,
  checkRunning,
  checkYear,
  checkYears,
  type Decision,
  unless,
  withPlan,
} from "./Decision.ts"
import type { Plan } from "./Plan.ts"

/** Posts a change of one line in one or more years. */
export const post = (change: Omit<Of<"EstimatePosted">, "_tag">): Decision =>
  withPlan((plan) => {
    const { line, amounts } = change
    const prepared = PreparedEvent.of(change)
    // Numbers that are known are not parsed again: a file has a million rows.
    const years = prepared?.changes?.years ?? Object.keys(amounts).map(Number)
    const refusals = [...checkRepeatedLine(plan, line)]
    for (const year of years) refusals.push(...checkYear(plan, year))
    refusals.push(...checkRunning(plan, line, years))
    return unless(refusals, () => [prepared?.event ?? { _tag: "EstimatePosted", ...change }])
  })

// The lines that fit a structure. A file repeats its lines, and a frozen line that fits once fits the next time.
const fitting = new WeakMap<Structure, WeakSet<BudgetLine>>()

const checkRepeatedLine = (plan: Plan, line: BudgetLine): ReadonlyArray<Refusal> => {
  const known = fitting.get(plan.structure) ?? new WeakSet<BudgetLine>()
  const refusals = known.has(line) ? [] : checkLine(plan, line)
  if (refusals.length === 0 && Object.isFrozen(line)) fitting.set(plan.structure, known.add(line))
  return refusals
}

/** Carries the cumulative result of the previous year forward (093, M2 VI). */
export const carryResult = (facts: Omit<Of<"ResultCarriedForward">, "_tag">): Decision =>
  withPlan((plan) =>
    unless(
      [
        ...checkResult(plan, { phase: "estimate", direction: "O", account: facts.account }),
        ...checkYear(plan, facts.year),
      ],
      () => [{ _tag: "ResultCarriedForward", ...facts }],
    ),
  )

/** Earmarks funds (onbeschikbare gelden, 090, M2 VIII): a change per year. */
export const earmark = (facts: Omit<Of<"FundsEarmarked">, "_tag">): Decision =>
  withPlan((plan) =>
    unless(
      [
        ...checkResult(plan, { phase: "estimate", direction: "U", account: facts.account }),
        ...checkYears(plan, facts.amounts),
      ],
      () => [{ _tag: "FundsEarmarked", ...facts }],
    ),
  )

/** Records the outstanding debts of one kind on 1 January of the first year of the plan (T3 A). */
export const openDebt = (facts: Omit<Of<"DebtOpened">, "_tag">): Decision =>
  withPlan((plan) => {
    const { year } = facts
    const { first } = plan.years
    const refusals = checkYear(plan, year)
    const late =
      refusals.length === 0 && year !== first ? [{ _tag: "NotFirstYear", year, first } as const] : []
    return unless([...refusals, ...late], () => [{ _tag: "DebtOpened", ...facts }])
  })
