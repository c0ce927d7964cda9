/**
 * Realisation (realisatie): estimate, committed, realised, available and percent, per action and per budget holder; and the
 * credits of M3 as limits with a warning level.
 *
 * What is open of commitments, realised and available sum to the estimate: available is computed as the remainder.
 *
 * ```ts
 * Realisation.semester(2026, 2) // => { year: 2026, from: "2026-07" }
 * const { percent } = Realisation.figures({ estimate: Money.from("200.00"), realised: Money.from("80.00") })
 * percent // => "40.00"
 * const period = { year: 2026 }
 * const actions = Realisation.byAction(plan, balances, period)
 * actions.map(({ action, direction }) => [action, direction]) // => [["A1", "O"], ["A1", "U"], ["A2", "O"]]
 * const [first] = Realisation.byLine(balances, "A1", period)
 * first && [first.line.account, Money.format(first.available)] // => ["7405000", "1300.00"]
 * Realisation.linesByAction(balances, period).get("A1")?.length === Realisation.byLine(balances, "A1", period).length // => true
 * const [receipts] = Realisation.whole(balances, period)
 * receipts && [receipts.direction, Money.format(receipts.estimate)] // => ["O", "1450.00"]
 * Realisation.byHolder(plan, balances, period).map(({ holder }) => holder) // => [undefined, undefined]
 * Realisation.holderOf(plan, "A1") // => undefined
 * Realisation.late(balances, 2026) // => []
 * Realisation.limits(plan, balances, { ...period, warnAt: 80 }).map(({ alarm }) => alarm) // => ["fine", "fine", "fine", "fine"]
 * ```
 */

import { ancestor } from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import * as Funding from "../rule/Funding.ts"
import type { Plan } from "../rule/Plan.ts"
import {
  type BudgetLine,
  type Direction,
  estimated,
  key as keyOfPlace,
  lineOf,
  type Place,
} from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import { collect, type Figures, figures, nothing, type Period } from "./RealisedFigures.ts"

export { type LateBookings, late } from "./LateBookings.ts"
export { type Alarm, type Limit, limits } from "./Limit.ts"
export { type Figures, figures, type Period, type RealisedAmounts, semester } from "./RealisedFigures.ts"

/** Figures of a direction. */
export interface DirectionFigures extends Figures {
  readonly direction: Direction
}

/** Figures of a budget holder in a direction. */
export interface HolderFigures extends DirectionFigures {
  readonly holder: string | undefined
}

/** Figures of an action in a direction. */
export interface ActionFigures extends HolderFigures {
  readonly action: string | undefined
  /** The part of the estimate with a condition that is not met. */
  readonly conditional: Money.Money
}

/**
 * Returns figures per action and direction, in the order of the objectives tree; amounts without an action are last.
 */
export const byAction = (
  plan: Plan,
  balances: Balances.Balances,
  period: Period,
): ReadonlyArray<ActionFigures> => {
  const sums = collect(balances, period, ({ place }) =>
    place.policyItem === undefined ? undefined : `${place.action ?? ""}\u001f${place.direction}`,
  )
  const conditional = new Map<string, Money.Money>()
  for (const { place, year, amount } of Balances.list(Funding.conditional(plan, balances))) {
    if (year !== period.year || place.phase !== "estimate") continue
    const key = `${place.action ?? ""}\u001f${place.direction}`
    conditional.set(key, Money.add(conditional.get(key) ?? Money.zero, amount))
  }
  return [...plan.structure.goals.keys(), ""].flatMap((action) =>
    (["O", "U"] as const).flatMap((direction): ReadonlyArray<ActionFigures> => {
      const sum = sums.get(`${action}\u001f${direction}`)
      if (sum === undefined) return []
      return [
        {
          action: action === "" ? undefined : action,
          holder: holderOf(plan, action),
          direction,
          conditional: conditional.get(`${action}\u001f${direction}`) ?? Money.zero,
          ...figures(sum),
        },
      ]
    }),
  )
}

/** Figures of a budget line (budgetpost). */
export interface LineFigures extends Figures {
  readonly line: BudgetLine
}

/** Returns figures per budget line of an action, receipts first, by account; partners and members count with their line. */
export const byLine = (
  balances: Balances.Balances,
  action: string,
  period: Period,
): ReadonlyArray<LineFigures> => lines(balances, period, (place) => place.action === action)

/** Returns the figures of {@link byLine} for every action with budget lines, from one pass over the balances. */
export const linesByAction = (
  balances: Balances.Balances,
  period: Period,
): ReadonlyMap<string, ReadonlyArray<LineFigures>> => {
  const out = new Map<string, Array<LineFigures>>()
  for (const one of lines(balances, period, ({ action }) => action !== undefined)) {
    const action = one.line.action ?? ""
    const own = out.get(action)
    if (own === undefined) out.set(action, [one])
    else own.push(one)
  }
  return out
}

const lines = (
  balances: Balances.Balances,
  period: Period,
  counts: (place: Place) => boolean,
): ReadonlyArray<LineFigures> => {
  const found = new Map<string, BudgetLine>()
  const sums = collect(balances, period, ({ place }) => {
    const line = counts(place) ? lineOf(place) : undefined
    if (line === undefined) return undefined
    const id = keyOfPlace(estimated(line))
    found.set(id, line)
    return id
  })
  return [...found]
    .map(([id, line]) => ({ line, sum: sums.get(id) ?? nothing, order: orderOf(line) }))
    .filter(({ sum }) => [sum.estimate, sum.committed, sum.realised].some((amount) => !Money.isZero(amount)))
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ line, sum }) => ({ line, ...figures(sum) }))
}

const orderOf = (line: BudgetLine): string =>
  `${line.direction} ${line.account} ${keyOfPlace(estimated(line))}`

/** Returns figures of all actions together, receipts and expenditure. */
export const whole = (balances: Balances.Balances, period: Period): ReadonlyArray<DirectionFigures> => {
  const sums = collect(balances, period, ({ place }) =>
    place.policyItem === undefined ? undefined : place.direction,
  )
  return (["O", "U"] as const).map((direction) => {
    const sum = sums.get(direction) ?? nothing
    return { direction, ...figures(sum) }
  })
}

/** Returns figures per budget holder (budgethouder) and direction; actions without a budget holder are last. */
export const byHolder = (
  plan: Plan,
  balances: Balances.Balances,
  period: Period,
): ReadonlyArray<HolderFigures> => {
  const sums = collect(balances, period, ({ place }) =>
    place.policyItem === undefined
      ? undefined
      : `${holderOf(plan, place.action ?? "") ?? ""}\u001f${place.direction}`,
  )
  return [...plan.structure.register.budgetHolders.keys(), ""].flatMap((holder) =>
    (["O", "U"] as const).flatMap((direction) => {
      const sum = sums.get(`${holder}\u001f${direction}`)
      return sum === undefined
        ? []
        : [
            {
              holder: holder === "" ? undefined : holder,
              direction,
              ...figures(sum),
            },
          ]
    }),
  )
}

/** Returns the budget holder of an action: its own, or that of the nearest node above it. */
export const holderOf = ({ structure }: Plan, action: string): string | undefined => {
  const holders = [...structure.register.budgetHolders.values()]
  for (const level of ["action", "actionPlan", "policyObjective", "strategicObjective"] as const) {
    const goal = ancestor(structure, action, level)?.code
    const holder = goal === undefined ? undefined : holders.find(({ goals }) => goals.includes(goal))
    if (holder !== undefined) return holder.code
  }
  return undefined
}
