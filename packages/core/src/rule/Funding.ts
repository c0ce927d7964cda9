/**
 * The source of money and the condition on which it is spent (financiering, te financieren).
 *
 * A source or a condition is not a part of the key of a budget line: it is assigned to lines. A statement without
 * conditional money sums all postings except those on lines whose condition is not met.
 *
 * ```ts
 * Funding.sourcesOf("subsidies; giften; loterij.") // => { sources: ["subsidies", "gifts"], unknown: ["loterij"] }
 * Funding.dutch.gifts // => "giften"
 * Result.isSuccess(Funding.assign([{ line: grant, source: "subsidies" }])(state)) // => true
 * const judged = Funding.judge({ condition: "V1", met: true, date: "2026-05-01" })(state)
 * Result.isFailure(judged) && judged.failure.map(({ _tag }) => _tag) // => ["UnknownCondition"]
 * Funding.unmet(plan, { ...grant, phase: "estimate" }) // => undefined
 * Funding.certain(plan, balances).position // => 9
 * Balances.list(Funding.conditional(plan, balances)).filter(({ amount }) => !Money.isZero(amount)) // => []
 * Funding.reads(plan, "without")?.({ ...grant, phase: "estimate" }) // => true
 * Funding.reach(plan, "with")(balances).position // => 9
 * Funding.totals(plan, balances).length // => 2
 * ```
 */

import type { Funding, Of } from "../event/BudgetEvent.ts"
import { FundingSource } from "../event/FundingSource.ts"
import * as Balances from "../fold/Balances.ts"
import { type BudgetLine, format, lineOf, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import { checkLine, type Decision, located, unless, withPlan } from "./Decision.ts"
import { lineKey, type Plan } from "./Plan.ts"

/** The Dutch names of the sources, as in the legend of a plan. */
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

const legend = FundingSource.literals

/**
 * Assigns sources and conditions to lines. Refused when a line or condition is unknown or a line occurs twice. `rows` are the lines of the
 * source file that they are on.
 */
export const assign = (lines: ReadonlyArray<Funding>, rows: ReadonlyArray<number> = []): Decision =>
  withPlan((plan) => {
    const keys = lines.map(({ line }) => lineKey(line))
    return unless(
      [
        ...(lines.length === 0 ? [{ _tag: "NothingSelected" } as const] : []),
        ...located(lines, rows, ({ line }) => checkLine(plan, line)),
        ...lines
          .filter((_, index) => keys.indexOf(keys[index] ?? "") !== index)
          .map(({ line }) => ({ _tag: "LineTwice", line: format(line) }) as const),
        ...located(lines, rows, ({ condition }) =>
          condition === undefined ? [] : checkCondition(plan, condition),
        ),
      ],
      () => [{ _tag: "FundingAssigned", lines }],
    )
  })

/** Records whether a condition is met. Refused when the condition is not declared. */
export const judge = (facts: Omit<Of<"ConditionJudged">, "_tag">): Decision =>
  withPlan((plan) =>
    unless(checkCondition(plan, facts.condition), () => [{ _tag: "ConditionJudged", ...facts }]),
  )

/** Returns the condition of a place when it is not met. */
export const unmet = (plan: Plan, place: Place): string | undefined => {
  const condition = of(plan, place)?.condition
  return condition === undefined || plan.met.has(condition) ? undefined : condition
}

/** Returns the balances without the lines whose condition is not met. */
export const certain = (plan: Plan, balances: Balances.Balances): Balances.Balances =>
  Balances.where(balances, (place) => unmet(plan, place) === undefined)

/** Returns the balances of the lines whose condition is not met. With {@link certain} they sum to all balances. */
export const conditional = (plan: Plan, balances: Balances.Balances): Balances.Balances =>
  Balances.where(balances, (place) => unmet(plan, place) !== undefined)

/** The money that is counted: all, only unconditional money, or only conditional money. */
export type Conditional = "with" | "without" | "only"

/** Returns the test of the places that are counted; `undefined` when all are. */
export const reads = (plan: Plan, conditionalMoney: Conditional): ((place: Place) => boolean) | undefined =>
  conditionalMoney === "with"
    ? undefined
    : (place) => (unmet(plan, place) === undefined) === (conditionalMoney === "without")

/** Returns a function that keeps the balances that are counted. */
export const reach = (
  plan: Plan,
  conditionalMoney: Conditional,
): ((balances: Balances.Balances) => Balances.Balances) => {
  const isRead = reads(plan, conditionalMoney)
  return (balances) => (isRead === undefined ? balances : Balances.where(balances, isRead))
}

/** Receipts and expenditure of a source and a condition in a year. */
export interface FundingTotal {
  readonly source: FundingSource | undefined
  readonly condition: string | undefined
  readonly met: boolean
  readonly year: Year
  readonly received: Money.Money
  readonly spent: Money.Money
}

/** Returns the estimates per source, condition and year, in the order of the legend. Lines without a source are last. */
export const totals = (plan: Plan, balances: Balances.Balances): ReadonlyArray<FundingTotal> => {
  const out = new Map<string, FundingTotal>()
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

/** Returns the position in the legend; no source is last. */
const turn = (source: FundingSource | undefined): number =>
  source === undefined ? legend.length : legend.indexOf(source)

/** Parses the sources of an action as a plan writes them (`subsidies; giften.`), and returns the unknown words. */
export const sourcesOf = (
  text: string,
): { readonly sources: ReadonlyArray<FundingSource>; readonly unknown: ReadonlyArray<string> } => {
  const words = text
    .split(";")
    .map((word) => word.trim().replace(/\.$/, "").toLowerCase())
    .filter((word) => word !== "")
  const sources = words.flatMap((word) => sourceNames.get(word) ?? [])
  return { sources: [...new Set(sources)], unknown: words.filter((word) => !sourceNames.has(word)) }
}

// Plans also write some sources in other words than the legend.
const sourceNames: ReadonlyMap<string, FundingSource> = new Map([
  ...legend.map((source) => [dutch[source].toLowerCase(), source] as const),
  ["in natura bijdrage deelgenoten", "inKind"],
  ["inbreng in natura", "inKind"],
  ["bijdrageregeling (werkingskosten)", "memberOperating"],
  ["bijdrageregeling (vte-tijd)", "memberTime"],
])

const of = (plan: Plan, place: Place): Funding | undefined => {
  if (plan.funding.size === 0) return undefined
  const line: BudgetLine | undefined = lineOf(place)
  return line === undefined ? undefined : plan.funding.get(lineKey(line))
}

const checkCondition = ({ structure }: Plan, condition: string) =>
  structure.register.conditions.has(condition) ? [] : [{ _tag: "UnknownCondition", condition } as const]
