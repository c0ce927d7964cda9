/** Estimate, commitments and realisation of a period as figures, summed from balances by a key. */
import * as Balances from "../fold/Balances.ts"
import * as Commitment from "../rule/Commitment.ts"
import { estimated } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Year } from "../value/Year.ts"

/** A period of a year: up to the end of a month, or the whole year. */
export interface Period {
  readonly year: Year
  /** The first month of `during`, `2026-07`; January by default. */
  readonly from?: string | undefined
  /** The last month that counts, `2026-06`. */
  readonly until?: string | undefined
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

/** The amounts that a key sums to. */
export type RealisedSum = Required<RealisedAmounts>

/** Amounts of zero. */
export const nothing: RealisedSum = {
  estimate: Money.zero,
  committed: Money.zero,
  realised: Money.zero,
  during: Money.zero,
}

/**
 * Returns the sums of a period by key, in the order of the balances; a balance without a key is left out. Open commitments
 * count with the estimate of their line.
 */
export const collect = (
  balances: Balances.Balances,
  { year, from, until }: Period,
  keyOf: (balance: Balances.Balance) => string | undefined,
): ReadonlyMap<string, RealisedSum> => {
  const out = new Map<string, RealisedSum>()
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
