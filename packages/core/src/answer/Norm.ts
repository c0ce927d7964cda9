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
import { factKey, type Pledge } from "../event/Register.ts"
import * as Structure from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as NeutralGoals from "../rule/NeutralGoals.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"

/** How binding a norm is: required by law, a pledge of the local authority, or an indicator only. */
export type Level = "required" | "commitment" | "indicator"

/** The norms by name: two of equilibrium, then those that a local authority can commit to. */
export type NormName =
  | "availableBudgetaryResult"
  | "selfFinancingMargin"
  | "socialLiability"
  | "minimumReserve"
  | "secondPillar"
  | "budgetNeutrality"

/** A norm checked in one year. */
export interface NormCheck {
  readonly norm: NormName
  readonly level: Level
  readonly year: Year
  readonly amount: Money.Money
  readonly holds: boolean
  /** The shortage, or the distance from neutrality; zero when the norm is met. */
  readonly short: Money.Money
  /** The bound of the amount: zero for equilibrium, else the liability, the floor, the premium or the tolerance. */
  readonly bound: Money.Money
  /** The action that the norm concerns, if it concerns one. */
  readonly action: string | undefined
  /** The amount from which the bound was computed: the wage cost, the gross wages. */
  readonly base: Money.Money | undefined
  /** The reference of the pledge. */
  readonly reference: string | undefined
  /** The nodes that are neutral together, for the neutrality of several. */
  readonly goals?: ReadonlyArray<string>
  /** The first year, when years count together: `year` is the last. */
  readonly since?: Year
  /** The nodes without which the norm is read. */
  readonly without?: ReadonlyArray<string>
  /** The type of authority for which no text on this norm was found: it is an indicator for that reason. */
  readonly unknownFor?: EntityType
}

/** Returns a key that the checks of one norm share over the years, and no other check has. */
export const key = ({ norm, since, action, goals = [], without = [] }: NormCheck): string =>
  [norm, since ?? "", action ?? "", ...goals, "without", ...without].join("\u001f")

/** Returns whether a missed neutrality is a surplus. */
export const isSurplus = ({ norm, holds, amount }: NormCheck): boolean =>
  norm === "budgetNeutrality" && !holds && amount > 0n

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
  const readings = readingsOf(ledger, found.success, without)
  return Result.succeed([
    ...named(equilibrium(readings), without).map((check) => doubted(check, plan.entity.type)),
    ...pledges.flatMap((pledge) => {
      if (pledge.without === undefined) return named(pledged(readings, pledge), without)
      const nodes = [...new Set([...without, ...pledge.without])]
      return named(pledged(readingsOf(ledger, { plan, position }, nodes), pledge), nodes)
    }),
  ])
}

const readingsOf = (
  ledger: Ledger.Ledger,
  { plan, position }: Ledger.PlanAt,
  without: ReadonlyArray<string>,
): Readings => {
  const all = Balances.of(ledger.columns, position)
  const { structure } = plan
  const balances =
    without.length === 0
      ? all
      : Balances.where(all, (place) => !Structure.isWithin(structure, place.action, without))
  const years = yearsOf(plan.years)
  const layout = Ledger.layout(ledger, "M2", plan)
  const amounts = Statement.amounts(layout, balances, years)
  const cells = (section: string, code: string): ReadonlyMap<Year, Money.Money> => {
    const row = layout.rows.find((one) => one.section === section && one.code === code)
    return new Map(
      years.map((year, index) => [year, Money.ofMicros(amounts[row?.index ?? -1]?.[index] ?? 0n)]),
    )
  }
  return {
    plan,
    available: cells("Budgettair resultaat", "IX"),
    reserve: cells("Budgettair resultaat", "VII"),
    margin: cells("Autofinancieringsmarge", "III"),
    estimates: Balances.list(balances).filter(({ place }) => place.phase === "estimate"),
  }
}

const doubted = (check: NormCheck, type: EntityType): NormCheck =>
  studied.has(type) || check.level !== "indicator" ? check : { ...check, unknownFor: type }

const named = (checks: ReadonlyArray<NormCheck>, without: ReadonlyArray<string>): ReadonlyArray<NormCheck> =>
  without.length === 0 ? checks : checks.map((check) => ({ ...check, without }))

/** The data that the checks read. */
interface Readings {
  readonly plan: Plan
  readonly available: ReadonlyMap<Year, Money.Money>
  readonly reserve: ReadonlyMap<Year, Money.Money>
  readonly margin: ReadonlyMap<Year, Money.Money>
  readonly estimates: ReadonlyArray<Balances.Balance>
}

const equilibrium = ({ plan, available, margin }: Readings): ReadonlyArray<NormCheck> => {
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

const pledged = (readings: Readings, pledge: Pledge): ReadonlyArray<NormCheck> => {
  const { plan, reserve, margin, estimates } = readings
  const level = "commitment"
  const { reference } = pledge
  const years = yearsOf(plan.years)
  const spent = (year: Year, accounts: ReadonlyArray<string>): Money.Money =>
    Money.sum(
      estimates
        .filter((one) => one.year === year && one.place.direction === "U")
        .filter(({ place }) => accounts.some((prefix) => place.account.startsWith(prefix)))
        .map(({ amount }) => amount),
    )
  switch (pledge._tag) {
    case "PositiveMargin": {
      // The equilibrium already includes that of the last year.
      const amount = margin.get(pledge.year)
      return amount === undefined || (pledge.year === plan.years.last && pledge.without === undefined)
        ? []
        : [atLeast({ norm: "selfFinancingMargin", level, year: pledge.year, amount, reference })]
    }
    case "SocialLiability":
      return years.map((year) => {
        const base = spent(year, pledge.accounts)
        const bound = Rate.of(pledge.percent, base)
        const amount = reserve.get(year) ?? Money.zero
        return atLeast({ norm: "socialLiability", level, year, amount, bound, base, reference })
      })
    case "MinimumReserve":
      return years.map((year) => {
        const amount = reserve.get(year) ?? Money.zero
        return atLeast({
          norm: "minimumReserve",
          level,
          year,
          amount,
          bound: Money.from(pledge.floor),
          reference,
        })
      })
    case "SecondPillar":
      // A year without declared wages cannot be checked.
      return years.flatMap((year) => {
        const wages = plan.structure.register.facts.get(factKey({ ...pledge.wages, year }))?.value
        if (wages === undefined) return []
        const base = Rate.amount(wages)
        const bound = Money.add(Rate.of(pledge.percent, base), Money.from(pledge.fixed))
        return [
          atLeast({
            norm: "secondPillar",
            level,
            year,
            amount: spent(year, pledge.accounts),
            bound,
            base,
            reference,
          }),
        ]
      })
    case "BudgetNeutrality":
      return neutrality(readings, pledge)
  }
}

const neutrality = (
  { plan, estimates }: Readings,
  pledge: NeutralGoals.NeutralityPledge,
): ReadonlyArray<NormCheck> =>
  NeutralGoals.of(plan, estimates, pledge).map(({ action, goals, year, since, amount, holds }) => ({
    norm: "budgetNeutrality",
    level: "commitment",
    year,
    amount,
    holds,
    short: holds ? Money.zero : amount < 0n ? Money.negate(amount) : amount,
    bound: Money.from(pledge.tolerance),
    action,
    base: undefined,
    reference: pledge.reference,
    ...(goals === undefined ? {} : { goals }),
    ...(since === undefined ? {} : { since }),
  }))

const atLeast = (
  facts: Pick<NormCheck, "norm" | "level" | "year" | "amount"> & {
    readonly bound?: Money.Money
    readonly base?: Money.Money
    readonly reference?: string | undefined
  },
): NormCheck => {
  const { bound = Money.zero, base, reference, ...rest } = facts
  const holds = rest.amount >= bound
  return {
    ...rest,
    holds,
    short: holds ? Money.zero : Money.subtract(bound, rest.amount),
    bound,
    action: undefined,
    base,
    reference,
  }
}
