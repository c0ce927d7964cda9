/**
 * The norms of a plan: financial equilibrium (financieel evenwicht), at the level that is required for the type of
 * entity, and the commitments that the local authority declared.
 *
 * Source: BVR of 30-03-2018, art. 16, for municipalities and OCMWs. No official text was found for a welfare
 * association or an autonomous company. Their levels follow what these authorities state.
 */
import * as Result from "effect/Result"
import type { EntityType } from "../event/BudgetEvent.ts"
import { factKey, type Pledge } from "../event/Register.ts"
import * as Balances from "../fold/Balances.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Funding from "../rule/Funding.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"

/** How binding a norm is: required by law, a commitment of the local authority, or an indicator only. */
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
  /** The reference of the commitment. */
  readonly reference: string | undefined
}

const levels: Readonly<
  Record<EntityType, Readonly<Record<"availableBudgetaryResult" | "selfFinancingMargin", Level>>>
> = {
  gemeente: { availableBudgetaryResult: "required", selfFinancingMargin: "required" },
  ocmw: { availableBudgetaryResult: "required", selfFinancingMargin: "required" },
  agb: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  welzijnsvereniging: { availableBudgetaryResult: "commitment", selfFinancingMargin: "commitment" },
  andere: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
}

/**
 * Returns every norm at a moment: the available result (M2 IX) of each year, the self-financing margin of the last
 * year, and the commitments.
 */
export const checks = (
  ledger: Ledger.Ledger,
  { at }: Pick<Ledger.QuestionOptions, "at"> = {},
): Result.Result<ReadonlyArray<NormCheck>, Refusal> => {
  const statement = Ledger.statement(ledger, "M2", { at })
  if (Result.isFailure(statement)) return Result.fail(statement.failure)
  const { position } = statement.success.at
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined) return Result.fail({ _tag: "PlanNotAdopted" })
  const cells = (section: string, code: string): ReadonlyMap<Year, Money.Money> =>
    new Map(
      statement.success.rows
        .find((row) => row.section === section && row.code === code)
        ?.cells.map(({ year, exact }) => [year, exact]),
    )
  const readings: Readings = {
    plan,
    available: cells("Budgettair resultaat", "IX"),
    reserve: cells("Budgettair resultaat", "VII"),
    margin: cells("Autofinancieringsmarge", "III"),
    estimates: Balances.list(Balances.of(ledger.columns, position)).filter(
      ({ place }) => place.phase === "estimate",
    ),
  }
  return Result.succeed([
    ...equilibrium(readings),
    ...[...plan.structure.register.pledges.values()].flatMap((pledge) => pledged(readings, pledge)),
  ])
}

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
  const commitment = [...plan.structure.register.pledges.values()].find(
    (pledge) => pledge._tag === "PositiveMargin" && pledge.year === last,
  )
  return [
    ...[...available].map(([year, amount]) =>
      atLeast({ norm: "availableBudgetaryResult", level: level.availableBudgetaryResult, year, amount }),
    ),
    atLeast({
      norm: "selfFinancingMargin",
      level: raised(level.selfFinancingMargin, commitment),
      year: last,
      amount: margin.get(last) ?? Money.zero,
      reference: commitment?.reference,
    }),
  ]
}

// A commitment raises an indicator; it cannot lower a requirement of the law.
const raised = (level: Level, commitment: Pledge | undefined): Level =>
  commitment !== undefined && level === "indicator" ? "commitment" : level

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
      return amount === undefined || pledge.year === plan.years.last
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
      return neutrality(readings, Money.from(pledge.tolerance), reference)
  }
}

/** Returns receipts less expenditure of each action that subsidies finance, in each year with amounts. */
const neutrality = (
  { plan, estimates }: Readings,
  tolerance: Money.Money,
  reference: string,
): ReadonlyArray<NormCheck> =>
  [...plan.structure.goals.values()]
    .filter(({ level, financing }) => {
      return level === "action" && Funding.sourcesOf(financing ?? "").sources.includes("subsidies")
    })
    .flatMap(({ code: action }) => {
      const own = estimates.filter(({ place }) => place.action === action)
      return yearsOf(plan.years)
        .filter((year) => own.some((one) => one.year === year))
        .map((year): NormCheck => {
          const amount = Money.sum(
            own
              .filter((one) => one.year === year)
              .map((one) => (one.place.direction === "O" ? one.amount : Money.negate(one.amount))),
          )
          const size = amount < 0n ? Money.negate(amount) : amount
          const holds = size <= tolerance
          return {
            norm: "budgetNeutrality",
            level: "commitment",
            year,
            amount,
            holds,
            short: holds ? Money.zero : size,
            bound: tolerance,
            action,
            base: undefined,
            reference,
          }
        })
    })

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
