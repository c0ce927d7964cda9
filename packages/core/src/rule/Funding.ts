/**
 * Where money comes from, and under which condition it is spent at all (financiering, te financieren).
 *
 * A source or a condition is no part of a budget line's key: lines are named, and places read through those names. So
 * a statement without conditional money is the sum of all postings but those on lines whose condition is not met.
 */

import type { Funding, FundingSource, Of } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import { type BudgetLine, format, lineOf, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import { checkLine, type Decision, unless, withPlan } from "./Decision.ts"
import { lineKey, type Plan } from "./Plan.ts"

/** The sources by the words of the plan's legend. */
export const dutch: Readonly<Record<FundingSource, string>> = {
  subsidies: "subsidies",
  cofinancing: "cofinanciering",
  gifts: "giften",
  inKind: "inbreng in natura deelgenoten",
  memberOperating: "bijdrageregeling deelgenoten (werkingskosten)",
  memberTime: "bijdrageregeling deelgenoten (VTE-tijd)",
  paidServices: "betaalde dienstverlening",
  toBeFinanced: "te financieren",
}

const legend: ReadonlyArray<string> = Object.keys(dutch)

/** Names the source and condition of lines. Refused for an unknown line or condition, and for a line named twice. */
export const assign = (lines: ReadonlyArray<Funding>): Decision =>
  withPlan((plan) => {
    const keys = lines.map(({ line }) => lineKey(line))
    return unless(
      [
        ...(lines.length === 0 ? [{ _tag: "NothingSelected" } as const] : []),
        ...lines.flatMap(({ line }) => checkLine(plan, line)),
        ...lines
          .filter((_, index) => keys.indexOf(keys[index] ?? "") !== index)
          .map(({ line }) => ({ _tag: "LineTwice", line: format(line) }) as const),
        ...lines.flatMap(({ condition }) => (condition === undefined ? [] : checkCondition(plan, condition))),
      ],
      () => [{ _tag: "FundingAssigned", lines }],
    )
  })

/** Judges a condition: met, or not (any more). Refused for a condition that was never declared. */
export const judge = (facts: Omit<Of<"ConditionJudged">, "_tag">): Decision =>
  withPlan((plan) =>
    unless(checkCondition(plan, facts.condition), () => [{ _tag: "ConditionJudged", ...facts }]),
  )

/** The condition that a place stands under, if it is declared and not met. */
export const unmet = (plan: Plan, place: Place): string | undefined => {
  const condition = of(plan, place)?.condition
  return condition === undefined || plan.met.has(condition) ? undefined : condition
}

/** The balances without the lines whose condition is not met. */
export const certain = (plan: Plan, balances: Balances.Balances): Balances.Balances =>
  Balances.where(balances, (place) => unmet(plan, place) === undefined)

/** The balances of the lines whose condition is not met: together with {@link certain} they are all. */
export const conditional = (plan: Plan, balances: Balances.Balances): Balances.Balances =>
  Balances.where(balances, (place) => unmet(plan, place) !== undefined)

/** Whether a reading takes money whose condition is not met. */
export type Reach = "with" | "without" | "only"

/** Whether a reading takes a place; none where it takes them all. */
export const reads = (plan: Plan, conditionalMoney: Reach): ((place: Place) => boolean) | undefined =>
  conditionalMoney === "with"
    ? undefined
    : (place) => (unmet(plan, place) === undefined) === (conditionalMoney === "without")

/** How balances are read: as they are, without conditional money, or only that. */
export const reach = (
  plan: Plan,
  conditionalMoney: Reach,
): ((balances: Balances.Balances) => Balances.Balances) => {
  const isRead = reads(plan, conditionalMoney)
  return (balances) => (isRead === undefined ? balances : Balances.where(balances, isRead))
}

/** A source and a condition in a year, with what is received and spent there. */
export interface Total {
  readonly source: FundingSource | undefined
  readonly condition: string | undefined
  readonly met: boolean
  readonly year: Year
  readonly received: Money.Money
  readonly spent: Money.Money
}

/** Estimates per source, condition and year, in the order of the legend. Lines that name none stand under no source, so that all of it is counted. */
export const totals = (plan: Plan, balances: Balances.Balances): ReadonlyArray<Total> => {
  const out = new Map<string, Total>()
  for (const { place, year, amount } of Balances.list(balances)) {
    if (place.phase !== "estimate" || place.policyItem === undefined) continue
    const funding = of(plan, place)
    const id = `${funding?.source ?? ""}\u001f${funding?.condition ?? ""}\u001f${year}`
    const total = out.get(id) ?? {
      source: funding?.source,
      condition: funding?.condition,
      met: funding?.condition === undefined || plan.met.has(funding.condition),
      year,
      received: Money.zero,
      spent: Money.zero,
    }
    out.set(
      id,
      place.direction === "O"
        ? { ...total, received: Money.add(total.received, amount) }
        : { ...total, spent: Money.add(total.spent, amount) },
    )
  }
  return [...out.values()].sort((a, b) => turn(a.source) - turn(b.source) || a.year - b.year)
}

/** The order of the legend; what names no source comes last. */
const turn = (source: FundingSource | undefined): number =>
  source === undefined ? legend.length : legend.indexOf(source)

/** The sources that an action names as the plan writes them (`subsidies; giften.`), and the words that are no source. */
export const sourcesOf = (
  text: string,
): { readonly sources: ReadonlyArray<FundingSource>; readonly unknown: ReadonlyArray<string> } => {
  const words = text
    .split(";")
    .map((word) => word.trim().replace(/\.$/, "").toLowerCase())
    .filter((word) => word !== "")
  const sources = words.flatMap((word) => spoken.get(word) ?? [])
  return { sources: [...new Set(sources)], unknown: words.filter((word) => !spoken.has(word)) }
}

// The plan writes one source in two word orders.
const spoken: ReadonlyMap<string, FundingSource> = new Map([
  ["subsidies", "subsidies"],
  ["cofinanciering", "cofinancing"],
  ["giften", "gifts"],
  ["inbreng in natura deelgenoten", "inKind"],
  ["in natura bijdrage deelgenoten", "inKind"],
  ["inbreng in natura", "inKind"],
  ["bijdrageregeling deelgenoten (werkingskosten)", "memberOperating"],
  ["bijdrageregeling (werkingskosten)", "memberOperating"],
  ["bijdrageregeling deelgenoten (vte-tijd)", "memberTime"],
  ["bijdrageregeling (vte-tijd)", "memberTime"],
  ["betaalde dienstverlening", "paidServices"],
  ["te financieren", "toBeFinanced"],
])

const of = (plan: Plan, place: Place): Funding | undefined => {
  if (plan.funding.size === 0) return undefined
  const line: BudgetLine | undefined = lineOf(place)
  return line === undefined ? undefined : plan.funding.get(lineKey(line))
}

const checkCondition = ({ structure }: Plan, condition: string) =>
  structure.register.conditions.has(condition) ? [] : [{ _tag: "UnknownCondition", condition } as const]
