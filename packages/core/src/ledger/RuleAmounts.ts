/**
 * The amounts of rules, computed again from the base, the rate and the rounding that their event records.
 *
 * The amount due follows from the event alone. The posted change is the amount due less what the rule posted before.
 */
import type { BudgetEvent, IndexedLine, Of, OverheadCharge } from "../event/BudgetEvent.ts"
import { notional } from "../event/RulePosting.ts"
import * as Balances from "../fold/Balances.ts"
import { type Invalidity, type InvalidReason, invalid } from "../journal/InvalidReason.ts"
import * as Commitment from "../rule/Commitment.ts"
import * as Indexation from "../rule/Indexation.ts"
import * as Overhead from "../rule/Overhead.ts"
import { type Base, dues } from "../rule/OverheadException.ts"
import type { Plan } from "../rule/Plan.ts"
import { chargeKey } from "../rule/Posted.ts"
import { format } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type * as Ledger from "./Ledger.ts"
import { apportioned, passedThrough } from "./PartAmounts.ts"
import { differs, keyOfLine, type PostedEarlier, postedEarlier, same } from "./RuleAmount.ts"

interface RuleEvent {
  readonly ledger: Ledger.Ledger
  readonly plan: Plan | undefined
  readonly event: BudgetEvent
}

/** Returns the amounts of an event that do not follow from its rule. */
export const find = ({ ledger, plan, event }: RuleEvent): ReadonlyArray<Invalidity> => {
  if (plan === undefined) return []
  switch (event._tag) {
    case "OverheadReallocated":
      return overhead(ledger, plan, event)
    case "PassedThrough":
      return passedThrough(plan, event)
    case "EstimatesIndexed": {
      const earlier = postedEarlier()
      return event.lines.flatMap((line) => indexed(ledger, { event, earlier }, line))
    }
    case "ContributionsApportioned":
      return apportioned(ledger, event)
    case "ActionStopped":
      return stopped(event)
    case "RepaymentStated":
      return repaid(ledger, event)
    case "YearClosed":
      return closed(ledger, event)
    case "PlanAdopted":
    case "StructureDeclared":
    case "EstimatePosted":
    case "PlanAdjusted":
    case "ResultCarriedForward":
    case "FundsEarmarked":
    case "DebtOpened":
    case "CreditTransferred":
    case "FundingAssigned":
    case "ConditionJudged":
    case "CommitmentRecorded":
    case "ActualRecorded":
    case "CarriedOver":
    case "Reversed":
      return []
  }
}

const overhead = (
  ledger: Ledger.Ledger,
  plan: Plan,
  { rule, charges }: Of<"OverheadReallocated">,
): ReadonlyArray<Invalidity> => {
  const keyOf = ({ action, policyItem, year }: Omit<Base, "cost">) =>
    chargeKey(rule, action, policyItem, year)
  const recorded = new Map(charges.map((charge) => [keyOf(charge), baseOf(charge)]))
  const fromEvent = dues(rule, recorded)
  // A charge that does not change is not recorded, but has a share in the amount of an exception.
  let fromLedger: ReturnType<typeof dues> | undefined
  const all = () => {
    const bases = Overhead.bases(Balances.of(ledger.columns), rule)
    fromLedger ??= dues(rule, new Map([...bases.map((base) => [keyOf(base), base] as const), ...recorded]))
    return fromLedger
  }
  const earlier = postedEarlier()
  return charges.flatMap((charge) => {
    const { action, year, due, amount, standard } = charge
    const share = Rate.of(rule.percent, Money.from(charge.base))
    const key = keyOf(charge)
    const isFree = action === rule.target || rule.excluded.includes(action)
    const expected = (excepted: ReturnType<typeof dues>) =>
      isFree ? Money.zero : (excepted.get(key)?.due ?? share)
    const isDue = Money.from(due) === expected(fromEvent)
    const posted = Money.add(plan.charged.get(key)?.amount ?? Money.zero, earlier(key, amount))
    const wrong = (field: string, recorded: string, owed: Money.Money) =>
      differs(`event.charges.${field}`, { of: action, year, recorded, due: owed })
    return [
      ...(isDue ? [] : wrong("due", due, expected(all()))),
      ...(standard === undefined ? [] : wrong("standard", standard, share)),
      ...wrong("amount", amount, Money.subtract(Money.from(due), posted)),
    ]
  })
}

const repaid = (
  ledger: Ledger.Ledger,
  { year, rule, base = "0", due, amount }: Of<"RepaymentStated">,
): ReadonlyArray<Invalidity> => {
  const owed =
    rule._tag === "StatedAmount" ? Money.from(rule.amount) : Rate.of(rule.percent, Money.from(base))
  const posted = Balances.at(Balances.of(ledger.columns), notional, year)
  const wrong = (field: string, recorded: string, expected: Money.Money) =>
    differs(`event.${field}`, { of: "II.b", year, recorded, due: expected })
  return [...wrong("due", due, owed), ...wrong("amount", amount, Money.subtract(Money.from(due), posted))]
}

/**
 * A closing releases what is open of each commitment of its year. Closings that were recorded before commitments existed
 * released nothing.
 */
const closed = (
  ledger: Ledger.Ledger,
  { year, released = [] }: Of<"YearClosed">,
): ReadonlyArray<Invalidity> => {
  const open = new Map(
    Commitment.open(Balances.of(ledger.columns), { year }).map((one) => [
      `${format(one.line)} ${one.reference}`,
      one.amount,
    ]),
  )
  const recorded = released.map(({ line, reference, amount }) => {
    const of = `${format(line)} ${reference}`
    const due = Money.negate(open.get(of) ?? Money.zero)
    open.delete(of)
    return { of, year, recorded: amount, due }
  })
  const left = [...open].map(([of, amount]) => ({ of, year, recorded: "0.00", due: Money.negate(amount) }))
  return [...recorded, ...left].flatMap((one) => differs("event.released", one))
}

const baseOf = ({ action, policyItem, year, base }: OverheadCharge): Base => ({
  action,
  policyItem,
  year,
  cost: Money.from(base),
})

const indexed = (
  ledger: Ledger.Ledger,
  { event, earlier }: { readonly event: Of<"EstimatesIndexed">; readonly earlier: PostedEarlier },
  { line, base, years }: IndexedLine,
): ReadonlyArray<Invalidity> => {
  const { rule } = event
  const { baseYear } = rule
  const reasons: ReadonlyArray<InvalidReason> = [
    ...years
      .filter(({ year }) => year <= baseYear)
      .map(({ year }) => ({ _tag: "BaseYearNotBefore", baseYear, year }) as const),
    ...Indexation.checkSeries(
      rule,
      years.map(({ year }) => year),
    ),
  ]
  if (reasons.length > 0) return reasons.map((reason) => invalid("event.rule", reason))
  const balances = Balances.of(ledger.columns)
  return years.flatMap(({ year, times, month, index, due, amount }) => {
    const owed = Indexation.due(rule, Money.from(base), year)
    const before = Money.add(
      Balances.ofLine(balances, "estimate", line, year),
      earlier(`${keyOfLine(line)} ${year}`, amount),
    )
    const change = Money.subtract(Money.from(due), before)
    const from = { of: line.account, year }
    return [
      ...differs("event.lines.years.due", { ...from, recorded: due, due: Money.from(owed.due) }),
      ...differs("event.lines.years.amount", { ...from, recorded: amount, due: change }),
      ...same("event.lines.years.times", `${times}`, `${owed.times}`),
      ...same("event.lines.years.month", month ?? "", owed.month ?? ""),
      ...same("event.lines.years.index", index ?? "", owed.index ?? ""),
    ]
  })
}

// The amounts taken back are those of the action, in the years after its last day, each once.
const stopped = ({ action, lastDay, taken }: Of<"ActionStopped">): ReadonlyArray<Invalidity> => {
  const known = new Set<string>()
  return taken.flatMap(({ line, amounts }) => [
    ...same("event.taken.line.action", line.action ?? "", action),
    ...Object.entries(amounts).flatMap(([year, amount]) => {
      const field = `event.taken.amounts.${year}`
      if (Number(year) <= Number(lastDay.slice(0, 4))) return same(field, year, `> ${lastDay.slice(0, 4)}`)
      const isFirst = known.size !== known.add(`${keyOfLine(line)} ${year}`).size
      const again = { of: line.account, year: Number(year), recorded: amount, due: Money.zero }
      return isFirst ? [] : differs(field, again)
    }),
  ])
}
