/**
 * The amounts of rules that divide a whole into parts, computed again: a pass-through among its partners, and a contribution
 * among the members.
 */
import type { Of } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import { type Invalidity, invalid } from "../journal/InvalidReason.ts"
import type { Plan } from "../rule/Plan.ts"
import { passKey } from "../rule/Posted.ts"
import * as Allocation from "../value/Allocation.ts"
import { estimated } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Year } from "../value/Year.ts"
import type * as Ledger from "./Ledger.ts"
import { differs, postedEarlier, same } from "./RuleAmount.ts"

/** Returns the amounts of a pass-through that are not the parts of what was received. */
export const passedThrough = (
  plan: Plan,
  { line, shares, years }: Of<"PassedThrough">,
): ReadonlyArray<Invalidity> => {
  const sum = Rate.total(shares.map(({ percent }) => percent))
  if (sum !== "100") return [invalid("event.shares", { _tag: "SharesDoNotSum", sum })]
  const before = plan.passThroughs.get(line.action ?? "")?.passed
  const earlier = postedEarlier()
  return years.flatMap(({ year, received, amount, parts }) => {
    const due = splitOf(
      received,
      shares.map(({ partner, percent }) => ({ key: partner, weight: percent })),
    )
    return [
      ...sums("event.years.amount", year, { whole: amount, parts }),
      ...parts.flatMap(({ partner, amount: change, order }) => {
        const part = due.get(partner) ?? nothing
        const key = passKey(year, partner)
        const posted = Money.add(before?.get(key) ?? Money.zero, earlier(key, change))
        const owed = Money.subtract(part.amount, posted)
        return [
          ...differs("event.years.parts.amount", { of: partner, year, recorded: change, due: owed }),
          ...inTurn("event.years.parts.order", order, part.order),
        ]
      }),
      ...missing("event.years.parts", year, {
        due,
        parts: parts.map(({ partner }) => partner),
        before: (partner) => before?.get(passKey(year, partner)),
      }),
    ]
  })
}

/** Returns the amounts of a contribution that are not the parts of its whole. */
export const apportioned = (
  ledger: Ledger.Ledger,
  { line, key, years }: Of<"ContributionsApportioned">,
): ReadonlyArray<Invalidity> => {
  const balances = Balances.of(ledger.columns)
  const at = (member: string, year: Year) => Balances.at(balances, { ...estimated(line), part: member }, year)
  const earlier = postedEarlier()
  return years.flatMap(({ year, whole, parts }) => {
    const due = splitOf(
      whole,
      key.weights.map(({ member, weight }) => ({ key: member, weight })),
    )
    return [
      ...parts.flatMap((part) => {
        const owed = due.get(part.member) ?? nothing
        const posted = Money.add(at(part.member, year), earlier(`${part.member} ${year}`, part.amount))
        const change = Money.subtract(Money.from(part.due), posted)
        const from = { of: part.member, year }
        return [
          ...differs("event.years.parts.due", { ...from, recorded: part.due, due: owed.amount }),
          ...differs("event.years.parts.amount", { ...from, recorded: part.amount, due: change }),
          ...inTurn("event.years.parts.order", part.order, owed.order),
        ]
      }),
      ...missing("event.years.parts", year, {
        due,
        parts: parts.map(({ member }) => member),
        before: (member) => at(member, year),
      }),
    ]
  })
}

const nothing = { amount: Money.zero, order: 0 }

/** Returns the parts of an amount in whole cents; no parts when the weights sum to zero or less. */
const splitOf = (
  whole: string,
  shares: ReadonlyArray<Allocation.Share>,
): ReadonlyMap<string, Allocation.AllocatedPart> => {
  const isPositive =
    shares.some(({ weight }) => !/^-?0(?:\.0*)?$/.test(weight)) &&
    shares.every(({ weight }) => !weight.startsWith("-"))
  const parts = isPositive ? Allocation.split(Money.from(whole), shares, 2) : []
  return new Map(parts.map((part) => [part.key, part]))
}

const inTurn = (field: string, recorded: number, expected: number): ReadonlyArray<Invalidity> =>
  same(field, `${recorded}`, `${expected}`)

const sums = (
  field: string,
  year: Year,
  { whole, parts }: { readonly whole: string; readonly parts: ReadonlyArray<{ readonly amount: string }> },
): ReadonlyArray<Invalidity> => {
  const sum = Money.sum(parts.map(({ amount }) => Money.from(amount)))
  return Money.from(whole) === sum
    ? []
    : [invalid(field, { _tag: "PartsDoNotSum", year, whole, sum: Money.format(sum) })]
}

/** The parts that an event records, those due, and those posted before. */
interface PartsDue {
  readonly due: ReadonlyMap<string, Allocation.AllocatedPart>
  readonly parts: ReadonlyArray<string>
  readonly before: (key: string) => Money.Money | undefined
}

/** Reports the parts due that the event does not record, unless they were posted before. */
const missing = (field: string, year: Year, { due, parts, before }: PartsDue): ReadonlyArray<Invalidity> =>
  [...due.values()]
    .filter(({ key }) => !parts.includes(key))
    .flatMap(({ key, amount }) =>
      differs(field, { of: key, year, recorded: Money.format(before(key) ?? Money.zero), due: amount }),
    )
