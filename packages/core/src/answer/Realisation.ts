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
import { M3 } from "../form/bbc3/M3.ts"
import * as Dimension from "../form/Dimension.ts"
import { matches } from "../form/Selector.ts"
import * as Commitment from "../rule/Commitment.ts"
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
import * as Rate from "../value/Rate.ts"
import type { Year } from "../value/Year.ts"

/** A period of a year: up to the end of a month, or the whole year. */
export interface Period {
  readonly year: Year
  /** The first month of `during`, `2026-07`; January by default. */
  readonly from?: string
  /** The last month that counts, `2026-06`. */
  readonly until?: string
}

/** Returns a half of a year (semester). The second half includes late bookings on the year. */
export const semester = (year: Year, half: 1 | 2): Period =>
  half === 1 ? { year, until: `${year}-06` } : { year, from: `${year}-07` }

/** Estimate and realisation. */
export interface Figures {
  readonly estimate: Money.Money
  /** What is open of commitments at the end of the period. */
  readonly committed: Money.Money
  /** From 1 January to the end of the period. */
  readonly realised: Money.Money
  /** The realisation in the period only. */
  readonly during: Money.Money
  readonly available: Money.Money
  /** Realised in percent of the estimate, two decimals, rounded half away from zero; undefined without an estimate. */
  readonly percent: string | undefined
}

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

/** The state of a limit. */
export type Alarm = "fine" | "warning" | "exceeded"

/** A limitative credit (limitatief krediet) of M3 and its use. */
export interface Limit extends Figures {
  readonly row: string
  readonly direction: Direction
  readonly alarm: Alarm
}

/** The amounts that figures are computed from: nothing is committed, and all was realised in the period, by default. */
export interface RealisedAmounts extends Pick<Figures, "estimate" | "realised"> {
  readonly during?: Money.Money
  readonly committed?: Money.Money
}

/** Returns estimate, commitments and realisation as figures. */
export const figures = ({
  estimate,
  realised,
  during = realised,
  committed = Money.zero,
}: RealisedAmounts): Figures => ({
  estimate,
  committed,
  realised,
  during,
  available: Money.subtract(Money.subtract(estimate, committed), realised),
  percent: Money.isZero(estimate) ? undefined : Rate.percentOf(realised, estimate),
})

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
  const held = new Map<string, Money.Money>()
  for (const { place, year, amount } of Balances.list(Funding.conditional(plan, balances))) {
    if (year !== period.year || place.phase !== "estimate" || place.policyItem === undefined) continue
    const key = `${place.action ?? ""}\u001f${place.direction}`
    held.set(key, Money.add(held.get(key) ?? Money.zero, amount))
  }
  const actions = [...plan.structure.goals.values()].filter(({ level }) => level === "action")
  return [...actions.map(({ code }) => code), ""].flatMap((action) =>
    (["O", "U"] as const).flatMap((direction): ReadonlyArray<ActionFigures> => {
      const sum = sums.get(`${action}\u001f${direction}`)
      if (sum === undefined) return []
      return [
        {
          action: action === "" ? undefined : action,
          holder: holderOf(plan, action),
          direction,
          conditional: held.get(`${action}\u001f${direction}`) ?? Money.zero,
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

/** Realisations of a year that were booked after December, in a direction. */
export interface LateBookings {
  readonly direction: Direction
  readonly amount: Money.Money
}

/** Returns what was booked on a year after December; a direction without such bookings is left out. */
export const late = (balances: Balances.Balances, year: Year): ReadonlyArray<LateBookings> =>
  (["O", "U"] as const).flatMap((direction) => {
    const booked = Balances.list(balances).filter(
      ({ place, ...one }) =>
        one.year === year &&
        place.phase === "actual" &&
        place.direction === direction &&
        place.policyItem !== undefined &&
        (place.part ?? "") > `${year}-12`,
    )
    const amount = booked.reduce((sum, one) => Money.add(sum, one.amount), Money.zero)
    return Money.isZero(amount) ? [] : [{ direction, amount }]
  })

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

/**
 * Returns the limitative credits (BVR, as authorities print them with M3): operating and investment expenditure, loans
 * granted, and receipts from loans and leasings. A limit has a warning from a percentage on.
 */
export const limits = (
  plan: Plan,
  balances: Balances.Balances,
  { warnAt, ...period }: Period & { readonly warnAt: number },
): ReadonlyArray<Limit> => {
  const sums = collect(balances, period, ({ place }) => {
    const dimensions = Dimension.of(plan.structure, place)
    if (Dimension.isUnplaced(dimensions) || place.policyItem === undefined) return undefined
    const counted = { ...place, phase: "estimate" as const }
    return binding.find(([, row]) => "count" in row && matches(row.count, counted, dimensions))?.[0]
  })
  return binding.map(([row]) => {
    const sum = sums.get(row) ?? nothing
    const own = figures(sum)
    const used = Money.add(sum.realised, sum.committed)
    const reached = used * 100n >= sum.estimate * BigInt(warnAt)
    return {
      row,
      direction: row.endsWith("/O") ? "O" : "U",
      ...own,
      alarm: own.available < 0n ? "exceeded" : reached && used > 0n ? "warning" : "fine",
    }
  })
}

const binding = (
  [
    "Exploitatie/U",
    "Investeringen/U",
    "Toegestane leningen en betalingsuitstel/U",
    "Leningen en Leasings/O",
  ] as const
).map((id) => [id, M3.rows[id] ?? { label: id, plus: [] }] as const)

type Sum = Required<RealisedAmounts>

const nothing: Sum = {
  estimate: Money.zero,
  committed: Money.zero,
  realised: Money.zero,
  during: Money.zero,
}

const collect = (
  balances: Balances.Balances,
  { year, from, until }: Period,
  keyOf: (balance: Balances.Balance) => string | undefined,
): ReadonlyMap<string, Sum> => {
  const out = new Map<string, Sum>()
  for (const balance of Balances.list(balances)) {
    const { place, amount } = balance
    if (balance.year !== year || (place.phase !== "estimate" && place.phase !== "actual")) continue
    if (place.phase === "actual" && until !== undefined && (place.part ?? "") > until) continue
    const key = keyOf(balance)
    if (key === undefined) continue
    const sum = out.get(key) ?? nothing
    if (place.phase !== "actual") {
      out.set(key, { ...sum, estimate: Money.add(sum.estimate, amount) })
      continue
    }
    const isDuring = from === undefined || (place.part ?? "") >= from
    out.set(key, {
      ...sum,
      realised: Money.add(sum.realised, amount),
      during: isDuring ? Money.add(sum.during, amount) : sum.during,
    })
  }
  for (const { line, amount } of Commitment.open(balances, { year, until })) {
    const key = keyOf({ place: estimated(line), year, amount })
    if (key === undefined) continue
    const sum = out.get(key) ?? nothing
    out.set(key, { ...sum, committed: Money.add(sum.committed, amount) })
  }
  return out
}
