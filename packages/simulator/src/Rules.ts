/**
 * The amounts that the rules of a plan post, calculated from the moves of all events.
 *
 * Overhead is a percentage of the staff cost of each action, rounded half away from zero to six decimals; a pass-through
 * splits the receipts of an action in whole cents. Each posts the amount due less what it posted before.
 */
import type { BudgetEvent, BudgetLine } from "@grootboek/core"
import { Moves } from "@grootboek/laws"
import * as Files from "./Files.ts"

type Decimal = Moves.ReferenceMove["amount"]
type Events = ReadonlyArray<BudgetEvent.BudgetEvent>

/** The line that pays the partners of an action, and the line that receives what is paid on. */
export const payment: BudgetLine.BudgetLine = {
  direction: "U",
  account: "61499997",
  policyItem: Files.policyItems[1] ?? "",
  action: Files.passingAction,
}
export const receipt: BudgetLine.BudgetLine = { ...payment, direction: "O", account: "70009997" }

export const overheadRule = (percent: string): BudgetEvent.OverheadRule => ({
  target: Files.overheadAction,
  percent,
  baseAccounts: ["62"],
  chargeAccount: "61499998",
  creditAccount: "70009998",
  creditPolicyItem: Files.policyItems[0] ?? "",
  excluded: [Files.overheadAction],
})

/** Returns the events with those that follow from the rules of the plan. */
export const followed = (events: Events): Events => {
  const rule = overheadOf(events)
  const shares = sharesOf(events)
  // Both rules read the same state.
  return [
    ...events,
    ...(rule === undefined ? [] : [overhead(events, rule)].filter(({ charges }) => charges.length > 0)),
    ...(shares === undefined ? [] : [passed(events, shares)].filter(({ years }) => years.length > 0)),
  ]
}

/** Returns the events of a draft, with those that follow from them. */
export const drafted = (recorded: Events, drafts: Events): Events =>
  followed([...recorded, ...drafts]).slice(recorded.length)

export const overhead = (
  events: Events,
  rule: BudgetEvent.OverheadRule,
): BudgetEvent.Of<"OverheadReallocated"> => {
  const [due, posted] = [new Sums(), new Sums()]
  for (const { place, year, amount } of events.flatMap(Moves.moves)) {
    const { phase, direction, account, action, policyItem } = place
    if (phase !== "estimate" || direction !== "U" || action === undefined) continue
    const key = `${action} ${policyItem} ${year}`
    if (account === rule.chargeAccount) posted.add(key, amount)
    else if (account.startsWith("62") && action !== rule.target) due.add(key, amount)
  }
  const charges = [...new Set([...due.keys(), ...posted.keys()])].flatMap((key) => {
    const [action = "", policyItem = "", year] = key.split(" ")
    const owed = due.of(key).times(rule.percent).div(100).toDecimalPlaces(6)
    const amount = owed.minus(posted.of(key))
    const base = due.of(key).toFixed()
    return amount.isZero()
      ? []
      : [{ action, policyItem, year: Number(year), base, due: owed.toFixed(), amount: amount.toFixed() }]
  })
  return { _tag: "OverheadReallocated", rule, charges }
}

export const passed = (
  events: Events,
  shares: ReadonlyArray<BudgetEvent.PartnerShare>,
): BudgetEvent.Of<"PassedThrough"> => {
  const [received, posted] = [new Sums(), new Sums()]
  for (const { place, year, amount } of events.flatMap(Moves.moves)) {
    if (place.phase !== "estimate" || place.action !== payment.action) continue
    if (place.direction === "O") received.add(`${year}`, amount)
    else if (place.part !== undefined) posted.add(`${year} ${place.part}`, amount)
  }
  const years = Files.years.flatMap((year) => {
    const whole = received.of(`${year}`)
    const parts = shares.map(({ partner, percent }) => {
      // The percentages are multiples of 20, so no share ends in half a cent.
      const due = whole.times(percent).div(100).toDecimalPlaces(2)
      const amount = due.minus(posted.of(`${year} ${partner}`))
      return { partner, amount, order: 0 }
    })
    if (parts.every(({ amount }) => amount.isZero())) return []
    const amount = parts.reduce((sum, part) => sum.plus(part.amount), new Moves.Exact(0)).toFixed()
    const written = parts.map((part) => ({ ...part, amount: part.amount.toFixed() }))
    return [{ year, received: whole.toFixed(), amount, parts: written }]
  })
  return { _tag: "PassedThrough", line: payment, shares, years }
}

export const sharesOf = (events: Events): ReadonlyArray<BudgetEvent.PartnerShare> | undefined =>
  events.flatMap((event) => (event._tag === "PassedThrough" ? [event.shares] : [])).at(-1)

const overheadOf = (events: Events): BudgetEvent.OverheadRule | undefined =>
  events.flatMap((event) => (event._tag === "OverheadReallocated" ? [event.rule] : [])).at(-1)

/** Exact sums by key. */
class Sums {
  readonly #sums = new Map<string, Decimal>()
  readonly add = (key: string, amount: Decimal): void => {
    this.#sums.set(key, this.of(key).plus(amount))
  }
  readonly of = (key: string): Decimal => this.#sums.get(key) ?? new Moves.Exact(0)
  readonly keys = (): Iterable<string> => this.#sums.keys()
}
