/** The check of a norm in one year. */
import type { EntityType } from "../event/BudgetEvent.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

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

/** Returns a check that is met when its amount is at least its bound: zero when left out. */
export const atLeast = (
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
