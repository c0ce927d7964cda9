/**
 * The state of the pass-throughs (doorstortingen): what was received, what was paid on, and what is still owed, per partner and year,
 * for estimates and for realisations.
 *
 * A booking names no partner. What was paid on is therefore divided by the shares, as what was received is: the shares of the plan
 * in open years; in a closed year those by which its estimates were posted, because later shares do not count for it.
 *
 * ```ts
 * PassThroughState.of(plan, balances) // => []
 * ```
 */
import * as Balances from "../fold/Balances.ts"
import type { Plan } from "../rule/Plan.ts"
import { type Passed, passKey } from "../rule/Posted.ts"
import * as Allocation from "../value/Allocation.ts"
import type { Direction } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"

/** The part of a partner in a year: the received amount that is due to it, and what was paid on. */
export interface PartnerPart {
  readonly partner: string
  readonly received: Money.Money
  readonly paid: Money.Money
  /** Received less paid on; below zero when more was paid on. */
  readonly owed: Money.Money
}

/** A pass-through in a year, by estimates or by realisations. */
export interface PassThroughYear {
  readonly action: string
  readonly phase: "estimate" | "actual"
  readonly year: Year
  readonly partners: ReadonlyArray<PartnerPart>
}

/** Returns the state of every pass-through of the plan: estimates of every year, realisations of the years that have any. */
export const of = (plan: Plan, balances: Balances.Balances): ReadonlyArray<PassThroughYear> => {
  const all = Balances.list(balances)
  return [...plan.passThroughs].flatMap(([action, passed]) => {
    if (passed.shares.length === 0) return []
    const sum = (phase: "estimate" | "actual", direction: Direction, year: Year): Money.Money =>
      Money.sum(
        all
          .filter((one) => one.year === year && one.place.phase === phase)
          .filter(({ place }) => place.action === action && place.direction === direction)
          .map(({ amount }) => amount),
      )
    const years = yearsOf(plan.years)
    const booked = years.filter((year) =>
      all.some(({ place, year: at }) => at === year && place.phase === "actual" && place.action === action),
    )
    const sharesIn = (year: Year): ReadonlyArray<Allocation.Share> => {
      const known = plan.closed.has(year) ? postedShares(passed, year) : []
      return known.length > 0
        ? known
        : passed.shares.map(({ partner, percent }) => ({ key: partner, weight: percent }))
    }
    return [
      ...years.map(
        (year): PassThroughYear => ({
          action,
          phase: "estimate",
          year,
          partners: partsOf(split(sharesIn(year), sum("estimate", "O", year)), (partner) =>
            posted(passed, year, partner),
          ),
        }),
      ),
      ...booked.map((year): PassThroughYear => {
        const paid = split(sharesIn(year), sum("actual", "U", year))
        return {
          action,
          phase: "actual",
          year,
          partners: partsOf(
            split(sharesIn(year), sum("actual", "O", year)),
            (partner) => paid.get(partner) ?? Money.zero,
          ),
        }
      }),
    ]
  })
}

const partsOf = (
  received: Iterable<readonly [partner: string, part: Money.Money]>,
  paidTo: (partner: string) => Money.Money,
): ReadonlyArray<PartnerPart> =>
  [...received].map(([partner, part]) => {
    const paid = paidTo(partner)
    return { partner, received: part, paid, owed: Money.subtract(part, paid) }
  })

const posted = ({ passed }: Passed, year: Year, partner: string): Money.Money =>
  passed.get(passKey(year, partner)) ?? Money.zero

/** Returns the partners with an estimate in a year; its size is their weight. */
const postedShares = ({ passed }: Passed, year: Year): ReadonlyArray<Allocation.Share> =>
  [...passed].flatMap(([id, amount]) => {
    const [at, partner = ""] = id.split("\u001f")
    if (Number(at) !== year || Money.isZero(amount)) return []
    return [{ key: partner, weight: Money.format(Money.abs(amount)) }]
  })

const split = (
  shares: ReadonlyArray<Allocation.Share>,
  whole: Money.Money,
): ReadonlyMap<string, Money.Money> =>
  new Map(Allocation.split(whole, shares, 2).map(({ key, amount }) => [key, amount]))
