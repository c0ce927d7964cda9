/**
 * The norms of a plan: financial equilibrium (financieel evenwicht), at the level that is required for the type of
 * entity, and the pledges that the local authority declared.
 *
 * Source: BVR of 30-03-2018, art. 16, for municipalities and OCMWs. No official text was found for a welfare
 * association or an autonomous company. Their levels follow what these authorities state.
 *
 * ```ts
 * const checks = Result.getOrThrow(Norm.checks(ledger))
 * checks.filter(({ holds }) => !holds).map(({ norm, year }) => [norm, year])[0] // => ["availableBudgetaryResult", 2027]
 * checks.some(Norm.isSurplus) // => false
 * new Set(checks.map(Norm.key)).size < checks.length // => true
 * ```
 */
import * as Result from "effect/Result"
import type { EntityType } from "../event/BudgetEvent.ts"
import type { Pledge } from "../event/Register.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { atLeast, type Level, type NormCheck } from "./NormCheck.ts"
import * as NormReadings from "./NormReadings.ts"
import * as PledgeCheck from "./PledgeCheck.ts"

export { isSurplus, key, type Level, type NormCheck, type NormName } from "./NormCheck.ts"

const levels: Readonly<
  Record<EntityType, Readonly<Record<"availableBudgetaryResult" | "selfFinancingMargin", Level>>>
> = {
  gemeente: { availableBudgetaryResult: "required", selfFinancingMargin: "required" },
  ocmw: { availableBudgetaryResult: "required", selfFinancingMargin: "required" },
  agb: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  welzijnsvereniging: { availableBudgetaryResult: "commitment", selfFinancingMargin: "indicator" },
  provincie: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  apb: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  district: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  igs: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  politiezone: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  hulpverleningszone: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  andere: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
}

// The types for which a text or the practice of an authority states whether the norms of equilibrium apply.
const studied: ReadonlySet<EntityType> = new Set<EntityType>([
  "gemeente",
  "ocmw",
  "agb",
  "welzijnsvereniging",
])

/** The moment of a check, and the nodes of the objectives tree whose amounts are left out. */
export interface NormOptions extends Pick<Ledger.QuestionOptions, "at"> {
  readonly without?: ReadonlyArray<string>
}

/**
 * Returns every norm at a moment: the available result (M2 IX) of each year, the self-financing margin of the last
 * year, and the pledges. A pledge that names nodes to leave out is read without them.
 */
export const checks = (
  ledger: Ledger.Ledger,
  { at, without = [] }: NormOptions = {},
): Result.Result<ReadonlyArray<NormCheck>, Refusal> => {
  const found = Ledger.requirePlan(ledger, at)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const { plan, position } = found.success
  const pledges = [...plan.structure.register.pledges.values()]
  const unknown = [...without, ...pledges.flatMap((pledge) => pledge.without ?? [])].find(
    (code) => !plan.structure.goals.has(code),
  )
  if (unknown !== undefined) return Result.fail({ _tag: "UnknownGoal", goal: unknown })
  const readings = NormReadings.of(ledger, found.success, without)
  return Result.succeed([
    ...named(equilibrium(readings), without).map((check) => withUnknownType(check, plan.entity.type)),
    ...pledges.flatMap((pledge) => {
      if (pledge.without === undefined) return named(PledgeCheck.of(readings, pledge), without)
      const nodes = [...new Set([...without, ...pledge.without])]
      return named(PledgeCheck.of(NormReadings.of(ledger, { plan, position }, nodes), pledge), nodes)
    }),
  ])
}

const withUnknownType = (check: NormCheck, type: EntityType): NormCheck =>
  studied.has(type) || check.level !== "indicator" ? check : { ...check, unknownFor: type }

const named = (checks: ReadonlyArray<NormCheck>, without: ReadonlyArray<string>): ReadonlyArray<NormCheck> =>
  without.length === 0 ? checks : checks.map((check) => ({ ...check, without }))

const equilibrium = ({ plan, available, margin }: NormReadings.NormReadings): ReadonlyArray<NormCheck> => {
  const level = levels[plan.entity.type]
  const last = plan.years.last
  const pledge = [...plan.structure.register.pledges.values()].find(
    (pledge) => pledge._tag === "PositiveMargin" && pledge.year === last && pledge.without === undefined,
  )
  return [
    ...[...available].map(([year, amount]) =>
      atLeast({ norm: "availableBudgetaryResult", level: level.availableBudgetaryResult, year, amount }),
    ),
    atLeast({
      norm: "selfFinancingMargin",
      level: raised(level.selfFinancingMargin, pledge),
      year: last,
      amount: margin.get(last) ?? Money.zero,
      reference: pledge?.reference,
    }),
  ]
}

// A pledge raises an indicator; it cannot lower a requirement of the law.
const raised = (level: Level, pledge: Pledge | undefined): Level =>
  pledge !== undefined && level === "indicator" ? "commitment" : level
